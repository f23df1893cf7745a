"""People's names in quoted text: shown, replaced by roles, or covered, as the settings say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from pipeline.rows import records
from pipeline.wording import plain

WORD = re.compile(r"[^\W_]+(?:[’'\-.](?!s\b)[^\W_]+)*")
LONGEST_NAME = 5  # words; a longer match is tried for no name


@dataclass(frozen=True)
class Veil:
    """How people may be shown: `mode` is names, roles or none.

    `known` maps a name in lower case to what stands for it; `local` does so for the names of each article.
    """

    mode: str
    stand_in: str
    known: Mapping[str, str] = field(default_factory=dict)
    local: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def cover(self, text: str, article_id: str | None = None) -> str:
        """`text` with people's names as the mode allows; single surnames only where the article names the person."""
        if self.mode == "names":
            return text
        here = self.local.get(article_id or "", {})
        words = list(WORD.finditer(text))
        kept: list[str] = []
        place = done = 0
        while place < len(words):
            length, stand_in = self.longest(text, words, place, here)
            if length:
                kept += [text[done : words[place].start()], stand_in]
                done = words[place + length - 1].end()
            place += max(1, length)
        return "".join([*kept, text[done:]])

    def longest(self, text: str, words: list[re.Match[str]], place: int, here: Mapping[str, str]) -> tuple[int, str]:
        """How many words from `place` on are a person's name, and what stands for it."""
        for length in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            name = folded(text[words[place].start() : words[place + length - 1].end()])
            stand_in = here.get(name) or (self.known.get(name) if length > 1 else None)
            if stand_in:
                return length, stand_in
        return 0, ""


def build_veil(mentions: pd.DataFrame, entities: pd.DataFrame, *, mode: str, stand_in: str) -> Veil:
    """The veil for one corpus; where names are shown, it lets all text through."""
    if mode == "names":
        return Veil(mode, stand_in)
    people = records(entities[entities["type"] == "PERSON"])
    role = {row["entity_id"]: stand_for(row, mode, stand_in) for row in people}
    known = {folded(name): role[row["entity_id"]] for row in people for name in (row["canonical"], *row["aliases"])}
    local: dict[str, dict[str, str]] = {}
    for row in records(mentions.loc[mentions["type"] == "PERSON", ["article_id", "entity_id", "surface"]]):
        local.setdefault(row["article_id"], {})[folded(row["surface"])] = role.get(row["entity_id"], stand_in)
    return Veil(mode, stand_in, known, local)


def stand_for(person: Mapping[str, object], mode: str, stand_in: str) -> str:
    """What stands in the place of a person's name."""
    role = person["role"]
    return f"[{plain(role)}]" if mode == "roles" and isinstance(role, str) else f"[{stand_in}]"


def folded(name: object) -> str:
    """A name as it is compared: plain, lower case, one space between words."""
    return plain(name).lower()
