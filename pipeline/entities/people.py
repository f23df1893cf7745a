"""People: candidates by the model, by given names, by titles and by roles; and names that full names license."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.passages import Passage, fold_word, is_acronym, is_capital
from pipeline.entities.shapes import FUNCTION_WORDS

PARTICLES = frozenset("de la le du da dos van von der den ter bin ibn al el ap ben della di".split())
KNOWN_WELL = 3
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
            and self.folded[index] not in FUNCTION_WORDS
            and word not in self.config.posts
            and word not in self.config.non_bodies
        )

    def is_given(self, index: int) -> bool:
        """Whether a word is a common given name, written as one."""
        return 0 <= index < len(self.folded) and self.folded[index] in self.config.given_names and self.is_name_word(index)

    def read_from(self, first: int) -> int:
        """One past the last word of the name that begins at word `first`."""
        passage = self.passage
        last, index = first + 1, first + 1
        while index < len(self.folded) and last - first < MOST_WORDS:
            gap, word = passage.gaps[index], passage.words[index]
            if gap not in (" ", "-", "\u00a0", ". ", "‑") or (gap == ". " and len(passage.words[index - 1]) > 1):
                break
            if len(word) == 1 and word.isupper() and word.isalpha() and self.is_name_word(index + 1):
                index += 1  # an initial
            elif word in PARTICLES and self.is_name_word(index + 1):
                index += 1
            elif self.is_name_word(index) and not self.is_role(index):
                if last - first >= 2 and gap == " " and self.folded[index] in self.common:
                    break  # a headline in capitals goes on behind the name
                last = index = index + 1
            else:
                break
        return last

    def is_misplaced(self, index: int) -> bool:
        """Whether a word before a given name is a thing or a place that a heading or a list put there."""
        word = self.folded[index]
        other = word in self.config.thing_heads or word in self.config.heads or self.passage.words[index] in self.config.place_names
        return other and self.is_given(index + 1)

    def is_role(self, index: int) -> bool:
        """Whether a capitalised word is a post or a title rather than a name."""
        return self.passage.words[index] in self.config.titles or self.folded[index] in self.config.roles

    def is_plausible(self, first: int, last: int, *, vouched: bool) -> bool:
        """Whether words are a person's full name: nothing of a body or a thing at the end unless another witness vouches."""
        config = self.config
        tail = self.folded[last - 1]
        if not vouched and tail in config.heads | config.thing_heads | config.generic_words | config.roles:
            return False
        return not any(word in config.heads and word in self.folded[first : last - 1] for word in ("council", "committee"))


def model_people(reader: NameReader) -> Iterator[Candidate]:
    """The model's PERSON spans, trimmed to the name."""
    for first, last, label in reader.passage.names:
        if label == "PERSON":
            span = trim(reader, first, last)
            if span is not None:
                yield Candidate(*span, "PERSON", "model")


def trim(reader: NameReader, first: int, last: int) -> tuple[int, int] | None:
    """A span without titles, roles, short forms and possessives at its ends; None where no name is left."""
    passage = reader.passage
    for index in range(first + 1, last):
        if passage.gaps[index] not in (" ", "-", "", ". ", "\u00a0", "‑"):
            last = index  # two lines or a comma: the name is the first part
            break
    while first < last and (not reader.is_name_word(first) or reader.is_role(first)):
        first += 1
    while last > first and (not reader.is_name_word(last - 1) or (last - first > 1 and reader.folded[last - 1] in reader.config.roles)):
        last -= 1
    while last - first > 2 and reader.is_misplaced(first):
        first += 1
    stop = next((i for i in range(first, last) if passage.words[i] in ("'s", "’s")), last)
    last = min(last, stop)
    return (first, last) if first < last else None


def given_people(reader: NameReader) -> Iterator[Candidate]:
    """Full names that begin with a common given name: "Jane van Dale"."""
    index = 0
    while index < len(reader.folded):
        if reader.is_given(index) and not (index and reader.passage.gaps[index] == "-"):
            first, last = index, reader.read_from(index)
            if last - first > 2 and reader.is_misplaced(first):
                first += 1
            if last - first >= 2:
                yield Candidate(first, last, "PERSON", "given")
                index = last
                continue
        index += 1


def titled_people(reader: NameReader) -> Iterator[Candidate]:
    """Names behind a title: "Mrs Hill", "Sir Martin Dale", "President Biden"."""
    passage, config = reader.passage, reader.config
    for index in range(len(reader.folded) - 1):
        title = passage.words[index]
        if title not in config.titles or passage.gaps[index + 1] not in (" ", ". ", "\u00a0"):
            continue
        if not reader.is_name_word(index + 1) or reader.is_role(index + 1):
            continue
        last = reader.read_from(index + 1)
        alone = last - index == 2
        if alone and title not in config.single_titles:
            continue
        tail = reader.folded[last - 1]
        if tail in config.heads | config.thing_heads or tail.removesuffix("s") in config.heads or (alone and tail in config.generic_words):
            continue
        yield Candidate(index + 1, last, "PERSON", "title")


def roled_people(reader: NameReader) -> Iterator[Candidate]:
    """Names beside a role: "chief executive Ama Dankwah", "Ama Dankwah, chair of ...", "Ama Dankwah said"."""
    passage, config = reader.passage, reader.config
    index = 0
    while index < len(reader.folded) - 1:
        if not reader.is_name_word(index) or reader.is_role(index):
            index += 1
            continue
        last = reader.read_from(index)
        if last - index > 2 and reader.is_misplaced(index):
            index += 1
        if 2 <= last - index <= 3:
            behind = precedes_role(reader, last)
            is_thing = reader.folded[last - 1] in config.heads | config.thing_heads | config.generic_words
            if behind or (follows_role(reader, index) and not is_thing):
                yield Candidate(index, last, "PERSON", "role")
        index = last


YEAR = re.compile(r"(?:19|20)\d\d[a-z]?$")


def cited_people(reader: NameReader) -> Iterator[Candidate]:
    """Cited authors: "Dale et al", "Dale and Hill (2016)", "(Dale, 2016)"."""
    passage, folded = reader.passage, reader.folded
    for index in range(len(folded) - 1):
        if not reader.is_name_word(index) or folded[index] in reader.common or is_acronym(passage.words[index]):
            continue
        if folded[index + 1 : index + 3] == ["et", "al"]:
            yield Candidate(index, index + 1, "PERSON", "citation")
        elif YEAR.match(folded[index + 1]) and passage.gaps[index + 1] in (" (", ", "):
            opened = passage.gaps[index].endswith("(") or folded[index - 1] in ("and", "&")
            if opened and passage.words[index] not in reader.config.place_names and folded[index] not in reader.config.thing_heads:
                yield Candidate(index, index + 1, "PERSON", "citation")


def follows_role(reader: NameReader, first: int) -> bool:
    """Whether a singular role stands right before word `first`."""
    return first > 0 and reader.passage.gaps[first] in (" ", ", ") and reader.folded[first - 1] in reader.config.roles


def precedes_role(reader: NameReader, last: int) -> bool:
    """Whether ", [body] role" follows the word before `last`, letters behind the name passed over."""
    passage = reader.passage
    while last < len(reader.folded) and passage.words[last] in reader.config.posts:
        last += 1
    if last >= len(reader.folded) or passage.gaps[last] not in (", ", " (", " – ", " - "):
        return False
    ahead = reader.folded[last : last + 5]
    for step, word in enumerate(ahead):
        if step and passage.gaps[last + step] not in (" ", "-", "", "\u00a0"):
            return False
        if word in reader.config.roles:
            return True
        if word in FUNCTION_WORDS and word not in ("the", "a", "an", "new", "former", "current", "our"):
            return False
    return False


def licensed_people(reader: NameReader, names: set[str], taken: set[int]) -> Iterator[Candidate]:
    """Single names that full names of the same article license: their surnames and given names.

    A word that the corpus also writes in lower case counts only inside a sentence, and not behind an article.
    """
    parts = {part for name in names for part in name_parts(name)}
    firsts = {part[0] for part in parts}
    for index, word in enumerate(reader.folded):
        if word not in firsts or index in taken or not reader.is_name_word(index):
            continue
        for size in (3, 2, 1):
            last = index + size
            if tuple(reader.folded[index:last]) in parts and stands_alone(reader, index, last, taken):
                yield Candidate(index, last, "PERSON", "licence")
                break


def known_surnames(reader: NameReader, surnames: Mapping[str, int], taken: set[int]) -> Iterator[Candidate]:
    """Surnames of people whom the corpus names in full elsewhere: "the Dale report".

    Where the model sees no name here, the corpus must name the person in full at least KNOWN_WELL times.
    """
    passage = reader.passage
    labelled = {index for first, last, _ in passage.names for index in range(first, last) if last - first <= 2}
    for index, word in enumerate(reader.folded):
        count = surnames.get(word, 0)
        if not count or index in taken or word in reader.common or not reader.is_name_word(index):
            continue
        if passage.words[index] in reader.config.place_names or word in reader.config.given_names | reader.config.heads:
            continue
        if (index in labelled or count >= KNOWN_WELL) and stands_alone(reader, index, index + 1, taken):
            yield Candidate(index, index + 1, "PERSON", "surname")


def name_parts(name: str) -> tuple[tuple[str, ...], ...]:
    """The given name and the surname of a full name, each as folded words: a hyphenated surname has two."""
    words = name.split()
    return tuple(tuple(map(fold_word, word.replace("‑", "-").split("-"))) for word in (words[0], words[-1]))


def stands_alone(reader: NameReader, first: int, last: int, taken: set[int]) -> bool:
    """Whether words are a name by themselves and no part of a longer one, nor a common word."""
    passage, folded = reader.passage, reader.folded
    if any(passage.gaps[index] != "-" for index in range(first + 1, last)):
        return False
    before, after = first - 1, last
    if after < len(folded) and passage.gaps[after] in (" ", "-", "\u00a0") and is_capital(passage.words[after]):
        if after not in taken and not reader.is_role(after) and folded[after] not in reader.config.thing_heads:
            return False  # "Smith Institute", "Jenny Said In A Headline" stay for other witnesses
    if before >= 0 and passage.gaps[first] in (" ", "-") and is_capital(passage.words[before]) and before not in taken:
        if not reader.is_role(before) and folded[before] not in FUNCTION_WORDS and not is_acronym(passage.words[before]):
            return False
    if folded[first] in reader.common:
        behind_article = passage.gaps[first] == " " and folded[before] in ("the", "a", "an", "this", "that", "our", "of", "in")
        return not passage.opens[first] and not behind_article
    return True
