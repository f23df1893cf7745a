"""Roles: what the words beside a person's name say of the person's post."""

from __future__ import annotations

from pipeline.entities.config import Config
from pipeline.entities.passages import Passage
from pipeline.entities.words import JOINTS, fold_word, is_capital

MOST_BEFORE = 12
MOST_BEHIND = 14
RANKS = frozenset(("vice", "deputy", "interim", "acting", "assistant", "executive", "chief", "senior", "principal"))
PASSING = frozenset(
    ("former", "new", "current", "outgoing", "incoming", "its", "their", "his", "her", "our", "the", "a", "an")
)
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
    while (
        begin > 0
        and first - begin < MOST_BEFORE
        and passage.gaps[begin] in JOINTS
        and goes_left(passage, begin - 1, config)
    ):
        begin -= 1
    while begin < index and fold_word(passage.words[begin]) in GLUE | PASSING | config.function_words:
        begin += 1
    return tidy_role(passage.surface(begin, first))


def goes_left(passage: Passage, index: int, config: Config) -> bool:
    """Whether a word before a role belongs to it: a name's word, a rank, a head, or glue behind a name's word."""
    word = fold_word(passage.words[index])
    if word in GLUE:
        return index > 0 and passage.gaps[index] in JOINTS and is_capital(passage.words[index - 1])
    if word in config.function_words:
        return False
    return is_capital(passage.words[index]) or word in RANKS | config.roles | config.heads


def role_behind(passage: Passage, last: int, config: Config) -> str | None:
    """The role right behind a name: "chair of the Dale Board" of "Ama Dankwah, chair of the Dale Board, said"."""
    while last < len(passage.words) and passage.words[last] in config.posts and passage.gaps[last] == " ":
        last += 1  # letters behind the name
    if last >= len(passage.words) or passage.gaps[last] not in (", ", " (", ",\u00a0"):
        return None
    end, has_role = last, False
    while end < len(passage.words) and end - last < MOST_BEHIND:
        word = fold_word(passage.words[end])
        if word in ENDS or (end > last and passage.gaps[end] not in JOINTS and not lists_on(passage, end)):
            break
        has_role = has_role or word in config.roles
        end += 1
    while end > last and fold_word(passage.words[end - 1]) in GLUE:
        end -= 1
    return tidy_role(passage.surface(last, end)) if has_role and end > last else None


def lists_on(passage: Passage, index: int) -> bool:
    """Whether a comma parts words of one name: "the Fish, Boats and Nets Committee"."""
    if passage.gaps[index] != ", " or not is_capital(passage.words[index]) or not is_capital(passage.words[index - 1]):
        return False
    return bool({"and", "&"} & set(passage.words[index + 1 : index + 5]))


def tidy_role(surface: str) -> str:
    """A role on one line, straight apostrophes, no leading article."""
    words = surface.replace("’", "'").split()
    while len(words) > 1 and words[0].lower() in PASSING:
        words = words[1:]
    return " ".join(words)
