"""People's names in text of documents: shown, replaced by roles, or covered, as corpus.toml says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from pipeline.rows import records
from pipeline.wording import plain

WORD = re.compile(r"[^\W_]+(?:[’'\-.](?!s\b)[^\W_]+)*")
LONGEST_NAME = 12  # words; what is longer is a sentence that was taken for a name
# Surnames that are months as well: beside a number they are the month.
MONTHS = frozenset(("april", "may", "june", "july", "august", "january"))
LEAST_SURNAME = 3  # letters; initials and particles stand for too much else


@dataclass(frozen=True)
class Veil:
    """How people may be shown: `mode` is names, roles or none.

    `known` maps a name in lower case to what stands for it; `local` does so for the names of each article, surnames
    among them.
    """

    mode: str
    stand_in: str
    known: Mapping[str, str] = field(default_factory=dict)
    local: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def cover(self, text: str, article_id: str | None = None) -> str:
        """`text` with people's names as the mode allows; single surnames only where the article names the person."""
        if self.mode == "names":
            return text
        kept: list[str] = []
        done = 0
        for start, end, stand_in in self.places(text, article_id):
            kept += [text[done:start], stand_in]
            done = end
        return "".join([*kept, text[done:]])

    def places(self, text: str, article_id: str | None = None) -> Iterator[tuple[int, int, str]]:
        """Where names of people stand in `text`, first to last, each with what stands for it."""
        if self.mode == "names":
            return
        here = self.local.get(article_id or "", {})
        words = list(WORD.finditer(text))
        place = 0
        while place < len(words):
            length, stand_in = self.longest(text, words, place, here)
            if length:
                yield words[place].start(), words[place + length - 1].end(), stand_in
            place += max(1, length)

    @cached_property
    def begins(self) -> Mapping[str, int]:
        """For each word that a known name begins with, the words of the longest such name."""
        most: dict[str, int] = {}
        for names in (self.known, *self.local.values()):
            for name in names:
                words = [word[0] for word in WORD.finditer(name)]
                if words:
                    most[words[0]] = max(most.get(words[0], 0), min(len(words), LONGEST_NAME))
        return most

    def longest(self, text: str, words: list[re.Match[str]], place: int, here: Mapping[str, str]) -> tuple[int, str]:
        """How many words from `place` on are a person's name, and what stands for it."""
        most = self.begins.get(folded(words[place][0]), 0)
        for length in range(min(most, len(words) - place), 0, -1):
            name = folded(text[words[place].start() : words[place + length - 1].end()])
            if length == 1 and not is_name_there(text, words[place]):
                return 0, ""
            stand_in = here.get(name) or (self.known.get(name) if length > 1 else None)
            if stand_in:
                return length, stand_in
        return 0, ""


def is_name_there(text: str, word: re.Match[str]) -> bool:
    """Whether a single word may be a name where it stands: with a capital, and no month beside a number."""
    if word[0].lower() in MONTHS:
        before, after = text[: word.start()].rstrip()[-3:], text[word.end() :].lstrip()[:1]
        if after.isdecimal() or re.search(r"\d(?:st|nd|rd|th)?$", before):
            return False
    return word[0][0].isupper()


def build_veil(mentions: pd.DataFrame, entities: pd.DataFrame, *, mode: str, stand_in: str) -> Veil:
    """The veil for one corpus; where names are shown, it lets all text through."""
    if mode == "names":
        return Veil(mode, stand_in)
    people = records(entities[entities["type"] == "PERSON"])
    role = {row["entity_id"]: stand_for(row, mode, stand_in) for row in people}
    known = {folded(name): role[row["entity_id"]] for row in people for name in (row["canonical"], *row["aliases"])}
    local: dict[str, dict[str, str]] = {}
    for row in records(mentions.loc[mentions["type"] == "PERSON", ["article_id", "entity_id", "surface", "canonical"]]):
        shown = role.get(row["entity_id"], stand_in)
        here = local.setdefault(row["article_id"], {})
        for name in (row["surface"], row["canonical"]):
            if isinstance(name, str):
                here.setdefault(surname(name), shown)
        here[folded(row["surface"])] = shown
    for names in local.values():
        names.pop("", None)
    return Veil(mode, stand_in, known, local)


def stand_for(person: Mapping[str, object], mode: str, stand_in: str) -> str:
    """What stands in the place of a person's name."""
    role = person["role"]
    return f"[{plain(role)}]" if mode == "roles" and isinstance(role, str) else f"[{stand_in}]"


def surname(name: str) -> str:
    """The last word of a name of several words, folded; nothing where there is none that could stand alone."""
    words = [match[0] for match in WORD.finditer(name)]
    return folded(words[-1]) if len(words) > 1 and len(words[-1]) >= LEAST_SURNAME else ""


def folded(name: object) -> str:
    """A name as it is compared: plain, lower case, one space between words."""
    return plain(name).lower()
