"""Roles: what the words beside a person's name say of the person's post."""

from __future__ import annotations

from pipeline.entities.config import Config
from pipeline.entities.passages import Passage
from pipeline.entities.words import JOINTS, fold_word, is_capital

MOST_BEFORE = 7
MOST_BEHIND = 12
FORMER = frozenset((
    "former", "new", "current", "outgoing", "incoming", "vice", "deputy", "interim", "acting", "assistant",
    "executive", "chief"
))  # fmt: skip
GLUE = frozenset(("of", "for", "and", "the", "&", "'s", "’s"))
ENDS = frozenset((
    "said", "says", "who", "whose", "has", "have", "had", "is", "was", "will", "would", "told", "added", "on",
    "at", "in", "to", "with"
))  # fmt: skip


def find_role(passage: Passage, first: int, last: int, config: Config) -> str | None:
    """The role that stands right before or behind a person's name, as written; None without."""
    return role_before(passage, first, config) or role_behind(passage, last, config)


def role_before(passage: Passage, first: int, config: Config) -> str | None:
    """The role right before a name: "ADCS Vice President" of "ADCS Vice President Ama Dankwah"."""
    index = first - 1
    if index < 0 or passage.gaps[first] not in (" ", ", ") or fold_word(passage.words[index]) not in config.roles:
        return None
    begin = index
    while begin > 0 and first - begin < MOST_BEFORE and passage.gaps[begin] in JOINTS:
        word = passage.words[begin - 1]
        if not (is_capital(word) or word.lower() in FORMER or word.lower() in config.roles or word in ("'s", "’s")):
            break
        if passage.opens[begin - 1] and word.lower() not in config.roles and begin - 1 > 0 and not word.isupper():
            begin -= 1
            break
        begin -= 1
    while (
        passage.words[begin].lower()
        in FORMER - {"vice", "deputy", "interim", "acting", "assistant", "executive", "chief"}
        and begin < index
    ):
        begin += 1
    return tidy_role(passage.surface(begin, first))


def role_behind(passage: Passage, last: int, config: Config) -> str | None:
    """The role right behind a name: "chair of the Dale Board" of "Ama Dankwah, chair of the Dale Board, said"."""
    if last >= len(passage.words) or passage.gaps[last] not in (", ", " (", ",\u00a0"):
        return None
    end, has_role = last, False
    while end < len(passage.words) and end - last < MOST_BEHIND:
        word = passage.words[end]
        if end > last and passage.gaps[end] not in JOINTS and not (passage.gaps[end] == ", " and has_role is False):
            break
        if word.lower() in ENDS:
            break
        has_role = has_role or fold_word(word) in config.roles
        end += 1
    while end > last and passage.words[end - 1].lower() in GLUE:
        end -= 1
    return tidy_role(passage.surface(last, end)) if has_role and end > last else None


def tidy_role(surface: str) -> str:
    """A role on one line, straight apostrophes, no leading article."""
    role = " ".join(surface.replace("’", "'").split())
    for article in ("the ", "a ", "an ", "The "):
        role = role.removeprefix(article)
    return role
