"""Roles: what the words beside a person's name say of the person's post."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.entities.config import Config
from pipeline.entities.passages import Passage
from pipeline.entities.words import JOINTS, fold_word, is_capital

MOST_BEFORE = 12
MOST_BEHIND = 14
RANKS = frozenset((
    "vice", "deputy", "interim", "acting", "assistant", "executive", "chief", "senior", "principal", "shadow", "co",
    "honorary", "ranking"
))  # fmt: skip
# What a lower-case role is for: "education secretary", "children's minister".
PORTFOLIOS = frozenset((
    "education", "health", "home", "foreign", "defence", "defense", "prime", "justice", "schools", "children",
    "families", "communities", "environment", "transport", "treasury", "finance", "labor", "labour", "housing",
    "culture", "agriculture", "energy", "trade", "interior", "immigration", "state", "press", "cabinet", "policy",
    "research", "committee", "board", "party", "council", "union", "company", "non", "managing"
))  # fmt: skip
# Words of the list of roles that name no post: whose heir one is, or several people at once.
NO_POSTS = frozenset(("predecessor", "successor", "author", "sponsor", "peer", "directors", "mp"))
PASSING = frozenset(
    ("former", "new", "current", "outgoing", "incoming", "its", "their", "his", "her", "our", "the", "a", "an")
)
# Before a role these say that the person no longer holds it, or not yet.
NOT_HELD = frozenset(("former", "ex", "previous", "past", "then", "late", "onetime", "incoming", "next", "future"))
GLUE = frozenset(("of", "for", "and", "the", "&", "'s", "’s"))
ENDS = frozenset((
    "said", "says", "who", "whose", "has", "have", "had", "is", "was", "will", "would", "told", "added", "on",
    "at", "in", "to", "with"
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A role as written, and whether the text shows the person holding it."""

    text: str
    holds: bool


def find_role(passage: Passage, first: int, last: int, config: Config) -> Role | None:
    """The role that stands right before or behind a person's name; None without."""
    return role_before(passage, first, config) or role_behind(passage, last, config)


def role_before(passage: Passage, first: int, config: Config) -> Role | None:
    """The role right before a name: "ADCS Vice President" of "ADCS Vice President Ama Dankwah"."""
    index = first - 1
    if index < 0 or passage.gaps[first] not in (" ", ", ") or not is_post(passage.words[index], config):
        return None
    begin = index
    while (
        begin > 0
        and first - begin < MOST_BEFORE
        and passage.gaps[begin] in JOINTS
        and goes_left(passage, begin - 1, config)
        and not parts_people(passage, begin - 1, config)
    ):
        begin -= 1
    while begin < index and fold_word(passage.words[begin]) in GLUE | PASSING | NOT_HELD | config.function_words:
        begin += 1
    left = NOT_HELD & set(map(fold_word, passage.words[max(0, begin - 2) : begin]))
    return Role(tidy_role(passage.surface(begin, first)), holds=not left)


def is_post(word: str, config: Config) -> bool:
    """Whether a word names one person's post."""
    return fold_word(word) in config.roles - NO_POSTS


def parts_people(passage: Passage, index: int, config: Config) -> bool:
    """Whether an "and" stands between another person and the role: "Chairman Dale and Senator"."""
    if fold_word(passage.words[index]) != "and" or index < 2:
        return False
    before, right = passage.words[index - 1], passage.words[index + 1]
    named = is_capital(before) and not is_post(before, config) and fold_word(before) not in config.heads
    return named and (right in config.titles or passage.words[index - 2] in config.titles)


def goes_left(passage: Passage, index: int, config: Config) -> bool:
    """Whether a word before a role belongs to it: a name's word, a rank, a head, or glue behind a name's word."""
    word = fold_word(passage.words[index])
    if word in GLUE:
        return index > 0 and passage.gaps[index] in JOINTS and is_capital(passage.words[index - 1])
    if word in config.function_words:
        return False
    if is_capital(passage.words[index]) or word in RANKS | config.roles | config.heads:
        return True
    return word in PORTFOLIOS and not is_capital(passage.words[index + 1])


def role_behind(passage: Passage, last: int, config: Config) -> Role | None:
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
        has_role = has_role or (is_post(word, config) and not heads_on(passage, last, end, config))
        end += 1
    while end > last and (fold_word(passage.words[end - 1]) in GLUE or passage.words[end - 1].isdigit()):
        end -= 1
    if not has_role or end == last:
        return None
    left = NOT_HELD & set(map(fold_word, passage.words[last : last + 3]))
    return Role(tidy_role(passage.surface(last, end)), holds=not left)


def heads_on(passage: Passage, last: int, index: int, config: Config) -> bool:
    """Whether a word that may be a post is a headline's verb or another person's title.

    "Dale and Hill Lead Joint Letter"; "Dale, Congresswoman Amy Moor".
    """
    after = index + 1
    if after >= len(passage.words) or not passage.is_joined(after) or not is_capital(passage.words[after]):
        return False
    if passage.words[index] in config.titles and fold_word(passage.words[after]) in config.given_names:
        return True
    ranked = all(fold_word(word) in RANKS or is_post(word, config) for word in passage.words[last:index])
    return passage.words[index] in ("Lead", "Leads") or not ranked


def lists_on(passage: Passage, index: int) -> bool:
    """Whether a comma parts words of one name: "the Fish, Boats and Nets Committee"."""
    if passage.gaps[index] != ", " or not is_capital(passage.words[index]) or not is_capital(passage.words[index - 1]):
        return False
    return bool({"and", "&"} & set(passage.words[index + 1 : index + 5]))


def tidy_role(surface: str) -> str:
    """A role on one line, straight apostrophes, no leading article."""
    words = surface.replace("’", "'").split()
    while len(words) > 1 and words[0].lower() in PASSING | NOT_HELD:
        words = words[1:]
    return " ".join(words)
