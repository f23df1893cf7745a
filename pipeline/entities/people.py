"""People: candidates by the model, by given names, by titles and by roles; and names that full names license."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.entities.candidates import Candidate
from pipeline.entities.headlines import is_headline
from pipeline.entities.names import PARTICLES, NameReader, is_called_person, name_parts, trim
from pipeline.entities.words import is_acronym, is_capital

# Behind these a word that is also written in lower case is that word: "the Hill", "in Reading".
DETERMINERS = frozenset(("the", "a", "an", "this", "that", "our", "of", "in"))
KNOWN_WELL = 3
PARTIES = frozenset(("democrat", "democrats", "republican", "republicans", "conservatives", "liberals", "greens"))


def model_people(reader: NameReader) -> Iterator[Candidate]:
    """The model's PERSON spans, trimmed to the name."""
    for first, last, label in reader.passage.names:
        if label == "PERSON":
            span = trim(reader, first, last)
            if span is not None:
                yield Candidate(*span, "PERSON", "model")


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
        led = passage.words[index + 1] in PARTICLES and reader.leads_on(index + 2)
        if not led and (not reader.is_name_word(index + 1) or reader.is_role(index + 1)):
            continue
        last = reader.read_from(index + 1)
        alone = last - index == 2
        if alone and title not in config.single_titles:
            continue
        tail = reader.folded[last - 1]
        if (
            tail in config.heads | config.thing_heads
            or tail.removesuffix("s") in config.heads
            or (alone and (tail in config.generic_words or tail in PARTIES))
        ):
            continue
        yield Candidate(index + 1, last, "PERSON", "title")


def roled_people(reader: NameReader) -> Iterator[Candidate]:
    """Names beside a role: "chief executive Ama Dankwah", "Ama Dankwah, chair of ...", "Ama Dankwah said"."""
    config = reader.config
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
            if (
                opened
                and passage.words[index] not in reader.config.place_names
                and folded[index] not in reader.config.thing_heads
            ):
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
        if word in reader.config.function_words and word not in ("the", "a", "an", "new", "former", "current", "our"):
            return False
    return False


def licensed_people(reader: NameReader, names: set[str], taken: set[int]) -> Iterator[Candidate]:
    """Single names that full names of the same article license: their surnames and given names.

    A word that the corpus also writes in lower case counts only inside a sentence, and not behind an article.
    """
    parts = {part for name in names for part in name_parts(name)}
    firsts = {part[0] for part in parts}
    passage = reader.passage
    for index, word in enumerate(reader.folded):
        if word not in firsts or index in taken or not reader.is_name_word(index):
            continue
        for size in (3, 2, 1):
            last = index + size
            if (
                size == 1
                and passage.words[index].title() in reader.config.place_names
                and not is_called_person(passage, index)
            ):
                continue
            if (
                last <= len(reader.folded)
                and tuple(reader.folded[index:last]) in parts
                and stands_alone(reader, index, last, taken)
            ):
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
        if (
            passage.words[index].title() in reader.config.place_names
            or word in reader.config.given_names | reader.config.heads
        ):
            continue
        if (index in labelled or count >= KNOWN_WELL) and stands_alone(reader, index, index + 1, taken):
            yield Candidate(index, index + 1, "PERSON", "surname")


# Behind a name these make it a place's.
PLACES = frozenset((
    "river", "valley", "lake", "island", "islands", "bay", "beach", "city", "park", "bridge", "station", "square",
    "hall", "house", "building", "tower", "airport", "county", "hill", "hills", "hotel", "farm"
))  # fmt: skip


def stands_alone(reader: NameReader, first: int, last: int, taken: set[int]) -> bool:
    """Whether words are a name by themselves and no part of a longer one, nor a common word."""
    passage, folded = reader.passage, reader.folded
    if any(passage.gaps[index] != "-" for index in range(first + 1, last)):
        return False
    before, after = first - 1, last
    goes_on = after < len(folded) and passage.gaps[after] in (" ", "-", "\u00a0")
    if goes_on and is_open_capital(reader, after, taken):
        if folded[after] in PLACES or reader.names_street(last):
            return False
        # "Smith Institute" is for other witnesses, "Smith Report" names Smith, and so does "Smith Urges" in a headline
        is_verb = (
            folded[after] in reader.common
            and is_headline(passage, after)
            and folded[after] not in reader.config.heads
            and folded[first] not in reader.common
        )
        if folded[after] not in reader.config.thing_heads and not is_verb:
            return False
    begun = before >= 0 and passage.gaps[first] in (" ", "-") and not is_acronym(passage.words[before])
    opens = before >= 0 and passage.opens[before] and folded[before] in reader.common
    is_small = opens or folded[before] in reader.config.function_words
    if begun and not is_small and is_open_capital(reader, before, taken):
        return False
    if folded[first] in reader.common:
        behind_article = passage.gaps[first] == " " and folded[before] in DETERMINERS
        return not passage.opens[first] and not behind_article
    return True


def is_open_capital(reader: NameReader, index: int, taken: set[int]) -> bool:
    """Whether a neighbour has a capital, is of no other mention and no role: it may belong to the same name."""
    return is_capital(reader.passage.words[index]) and index not in taken and not reader.is_role(index)
