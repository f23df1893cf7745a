"""Names of people as strings of words: where one begins and ends, and what its parts are."""

from __future__ import annotations

from collections.abc import Container

from pipeline.entities.config import Config
from pipeline.entities.passages import Passage
from pipeline.entities.words import fold_word, is_acronym, is_capital

STREETS = frozenset(
    ["street", "road", "avenue", "ave", "rd", "st", "blvd", "boulevard", "lane", "county", "high", "pkwy", "hwy"]
)
PARTICLES = frozenset((
    "de", "la", "le", "du", "da", "dos", "van", "von", "der", "den", "ter", "bin", "ibn", "al", "el", "ap",
    "ben", "della", "di"
))  # fmt: skip
# Nouns at the end of a model's span that are no surnames: what is named after a person.
NAMED_AFTER = frozenset((
    "act", "acts", "amendment", "award", "awards", "bill", "campaign", "conference", "doctrine", "foundation", "fund",
    "hearing", "initiative", "inquiry", "lecture", "medal", "memorial", "plan", "prize", "programme", "program",
    "reforms", "report", "resolution", "review", "scheme", "scholarship", "trophy"
))  # fmt: skip
OPEN_QUOTES, CLOSE_QUOTES = (" “", ' "', " ‘", " ("), ("” ", '" ', "’ ", ") ")
NICKNAMED = frozenset(zip(OPEN_QUOTES, CLOSE_QUOTES, strict=True))
MOST_WORDS = 5  # "Maria de los Angeles Garcia" is long enough


class NameReader:
    """Reads people's names in a passage.

    `known` are words of bodies that the gazetteer knows, `common` the words that the corpus also writes in lower case.
    """

    def __init__(
        self, passage: Passage, folded: list[str], known: set[int], config: Config, *, common: Container[str]
    ) -> None:
        self.passage, self.folded, self.known, self.config = passage, folded, known, config
        self.common = common

    def is_name_word(self, index: int) -> bool:
        """Whether a word can be part of a person's name."""
        if not 0 <= index < len(self.folded):
            return False
        word = self.passage.words[index]
        return (
            is_capital(word)
            and len(word) > 1
            and not any(map(str.isdigit, word))
            and index not in self.known
            and (not word.isupper() or (len(word) > 3 and word not in self.config.non_bodies))
            and (self.folded[index] not in self.config.function_words or self.is_may(index))
            and word not in self.config.posts
            and (word not in self.config.non_bodies or self.is_short_given(index))
        )

    def is_short_given(self, index: int) -> bool:
        """Whether a word that is also a month's or a place's short form is a given name: "Jan Dale", not "Jan 6"."""
        after = index + 1
        return (
            self.folded[index] in self.config.given_names
            and after < len(self.folded)
            and self.passage.gaps[after] == " "
            and is_capital(self.passage.words[after])
            and self.passage.words[index][1:].islower()
        )

    def is_may(self, index: int) -> bool:
        """Whether "May" is a surname: right behind a given name and before no number."""
        after = self.passage.words[index + 1 : index + 2]
        return (
            self.passage.words[index] == "May"
            and index > 0
            and self.passage.gaps[index] == " "
            and self.folded[index - 1] in self.config.given_names
            and not any(word[0].isdigit() for word in after)
        )

    def is_initial(self, index: int) -> bool:
        """Whether a word is an initial right before a name's word: the J of "J. Dale", not of "John J" or "Plan B"."""
        word, after = self.passage.words[index], index + 1
        return (
            len(word) == 1
            and word.isalpha()
            and word.isupper()
            and after < len(self.folded)
            and self.passage.gaps[after] == ". "
            and not any(part[:1].isdigit() for part in self.passage.words[after + 1 : after + 2])  # H. Res. 12
            and (self.is_initial(after) or (self.is_name_word(after) and not self.is_role(after)))
        )

    def names_street(self, last: int) -> bool:
        """Whether a street's noun follows word `last` - 1: "Dale Hill Road" names nobody."""
        return (
            last < len(self.folded)
            and self.passage.gaps[last] == " "
            and self.folded[last] in STREETS - {"county", "high", "st"}
            and is_capital(self.passage.words[last])
        )

    def is_given(self, index: int) -> bool:
        """Whether a word is a common given name, written as one."""
        return (
            0 <= index < len(self.folded) and self.folded[index] in self.config.given_names and self.is_name_word(index)
        )

    def read_from(self, first: int) -> int:
        """One past the last word of the name that begins at word `first`."""
        passage = self.passage
        last, index = first + 1, first + 1
        while index < len(self.folded) and last - first < MOST_WORDS:
            gap, word = passage.gaps[index], passage.words[index]
            if self.is_called(index):
                index += 1  # William “Bill” Dale
                continue
            if gap in CLOSE_QUOTES and index - 1 > first and self.is_called(index - 1):
                gap = " "
            if gap not in (" ", "-", "\u00a0", ". ", "‑") or (gap == ". " and len(passage.words[index - 1]) > 1):
                break
            if len(word) == 1 and word.isupper() and word.isalpha() and self.is_name_word(index + 1):
                index += 1  # an initial
            elif word in PARTICLES and self.leads_on(index + 1):
                index += 1
            elif self.is_name_word(index) and not self.is_role(index):
                if last - first >= 2 and gap == " " and self.folded[index] in self.common:
                    break  # a headline in capitals goes on behind the name
                last = index = index + 1
            else:
                break
        return last

    def names_place(self, first: int, last: int) -> bool:
        """Whether words are a known place or begin a street's name."""
        return self.passage.surface(first, last) in self.config.place_names or self.names_street(last)

    def is_called(self, index: int) -> bool:
        """Whether a word is a nickname in quotes or brackets, inside a name: the “Bill” of William “Bill” Dale."""
        after = index + 1
        return (
            after < len(self.folded)
            and (self.passage.gaps[index].removeprefix("."), self.passage.gaps[after]) in NICKNAMED
            and is_capital(self.passage.words[index])
            and not is_acronym(self.passage.words[index])
            and self.is_name_word(after)
        )

    def leads_on(self, index: int) -> bool:
        """Whether a name goes on behind a small word: with a name's word, or another small word (van der)."""
        return self.is_name_word(index) or (
            index < len(self.folded) and self.passage.words[index] in PARTICLES and self.is_name_word(index + 1)
        )

    def is_misplaced(self, index: int) -> bool:
        """Whether a word before a given name is a thing or a place that a heading or a list put there."""
        word = self.folded[index]
        other = (
            word in self.config.thing_heads
            or word in self.config.heads
            or self.passage.words[index] in self.config.place_names
        )
        return other and self.is_given(index + 1)

    def is_role(self, index: int) -> bool:
        """Whether a capitalised word is a post or a title rather than a name."""
        return self.passage.words[index] in self.config.titles or self.folded[index] in self.config.roles

    def is_plausible(self, first: int, last: int, *, vouched: bool) -> bool:
        """Whether words are a person's full name: no body or thing at its end unless a witness vouches for it."""
        config = self.config
        tail = self.folded[last - 1]
        if tail in STREETS and self.passage.gaps[last - 1] != "-":
            return False
        if not vouched and tail in config.heads | config.thing_heads | config.generic_words | config.roles:
            return False
        return not any(
            word in config.heads and word in self.folded[first : last - 1] for word in ("council", "committee")
        )


def trim(reader: NameReader, first: int, last: int) -> tuple[int, int] | None:
    """A span without titles, roles, short forms and possessives at its ends; None where no name is left."""
    passage = reader.passage
    for index in range(first + 1, last):
        if passage.gaps[index] not in (" ", "-", "", ". ", "\u00a0", "‑"):
            last = index  # two lines or a comma: the name is the first part
            break
    while first < last and not reader.is_initial(first) and (not reader.is_name_word(first) or reader.is_role(first)):
        first += 1
    while last - first > 2 and reader.folded[last - 1] in NAMED_AFTER:
        last -= 1
    while last > first and (
        not reader.is_name_word(last - 1) or (last - first > 1 and reader.folded[last - 1] in reader.config.roles)
    ):
        last -= 1
    while last - first > 2 and reader.is_misplaced(first):
        first += 1
    stop = next((i for i in range(first, last) if passage.words[i] in ("'s", "’s")), last)
    last = min(last, stop)
    return (first, last) if first < last else None


def name_parts(name: str) -> tuple[tuple[str, ...], ...]:
    """The given name and the surname of a full name, each as folded words: a hyphenated surname has two."""
    words = name.split()
    return tuple(tuple(map(fold_word, word.replace("‑", "-").split("-"))) for word in (words[0], words[-1]))


def is_called_person(passage: Passage, index: int) -> bool:
    """Whether the model calls just this word a person."""
    return (index, index + 1, "PERSON") in passage.names or (index, index + 2, "PERSON") in passage.names
