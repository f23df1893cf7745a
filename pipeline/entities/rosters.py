"""Rosters: people named one beside the other: after a title in the plural, between known names, as cited authors."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities.candidates import Candidate
from pipeline.entities.headlines import is_headline
from pipeline.entities.names import PARTICLES, NameReader
from pipeline.entities.words import is_acronym, is_capital

# Titles in the plural, after which a list of people comes: "Senators Dale and Hill".
TITLES = frozenset((
    "Reps", "Representatives", "Sens", "Senators", "Congressmen", "Congresswomen", "Congressmembers", "Ministers",
    "Councillors", "Cllrs", "Professors", "Profs", "Drs", "Justices", "Judges", "Messrs", "Governors", "Mayors",
    "Commissioners", "Baronesses", "Lords", "MPs", "MEPs", "MSPs", "TDs", "Deputies", "Assemblymembers", "Presidents"
))  # fmt: skip
MOST_LISTED = 80
SHORT_BRACKET = 14  # characters of a party or a seat behind a name: "(D-NY)", "(NY-14)", "(Labour)"


def titled_lists(reader: NameReader) -> Iterator[Candidate]:
    """The names that a title in the plural leads: "Reps. Dale, Ama Hill (D-NY), and de Moor"."""
    passage = reader.passage
    for index, word in enumerate(passage.words):
        if word not in TITLES or index + 1 >= len(passage.words) or passage.gaps[index + 1] not in (" ", ". "):
            continue
        members = list(read_members(reader, index + 1))
        if len(members) >= 2:
            yield from (Candidate(first, last, "PERSON", "list") for first, last in members)


def read_members(reader: NameReader, first: int) -> Iterator[tuple[int, int]]:
    """The names of a list that begins at word `first`, as long as it goes on."""
    passage = reader.passage
    for _ in range(MOST_LISTED):
        if not opens_name(reader, first):
            return
        last = reader.read_from(first)
        if last - first == 2 and reader.folded[first + 1] in reader.common and is_headline(passage, first):
            last = first + 1  # "Reps. Dale, Moor Introduce ..."
        yield first, last
        first = next_member(reader, last)
        if first < 0:
            return
        if passage.words[first] in reader.config.titles:
            first += 1


def opens_name(reader: NameReader, index: int) -> bool:
    """Whether a name can begin at a word: a name's word, or the small word of "de Moor"."""
    if not 0 <= index < len(reader.folded):
        return False
    if reader.passage.words[index] in PARTICLES:
        return reader.leads_on(index + 1)
    return (
        reader.is_name_word(index)
        and not reader.is_role(index)
        and reader.folded[index] not in reader.config.heads | reader.config.thing_heads
        and reader.passage.words[index] not in reader.config.place_names
    )


def next_member(reader: NameReader, last: int) -> int:
    """The word at which a list's next name begins, behind a seat in brackets, a comma, an "and"; -1 at its end."""
    passage, words = reader.passage, reader.passage.words
    index = last
    if index < len(words) and passage.gaps[index] in (" (", "("):
        opened = passage.starts[index]
        close = passage.text.find(")", opened, opened + SHORT_BRACKET)
        if close < 0:
            return -1
        while index < len(words) and passage.starts[index] < close:
            index += 1
        joint = passage.gaps[index].partition(")")[2] if index < len(words) else ""
    else:
        joint = passage.gaps[index] if index < len(words) else ""
    if index >= len(words) or joint not in (", ", " "):
        return -1
    if reader.folded[index] in ("and", "&"):
        return index + 1 if index + 1 < len(words) and passage.gaps[index + 1] == " " else -1
    return index if joint == ", " else -1


def enclosed_people(reader: NameReader) -> Iterator[Candidate]:
    """Names of two words that stand in a list between two full names with common given names."""
    passage = reader.passage
    for first in range(2, len(reader.folded) - 3):
        last = first + 2
        before = first - 3 if reader.folded[first - 1] in ("and", "&") else first - 2
        comma = passage.gaps[first] in (", ", " ") if before == first - 3 else passage.gaps[first] == ", "
        after = last + 1 if reader.folded[last] in ("and", "&") else last
        goes_on = passage.gaps[last] in (", ", " ") if after > last else passage.gaps[last] == ", "
        if before < 0 or not comma or not goes_on or not passage.words[first][:1].isupper():
            continue
        if is_known_name(reader, before) and is_known_name(reader, after) and is_plain_name(reader, first):
            yield Candidate(first, last, "PERSON", "list")


def is_known_name(reader: NameReader, first: int) -> bool:
    """Whether exactly two words of a name with a common given name begin at a word."""
    return reader.is_given(first) and is_plain_name(reader, first)


def authors(reader: NameReader) -> Iterator[Candidate]:
    """Authors of what is cited by surnames, more than one: "research by Dale, Hill and others"."""
    passage, folded = reader.passage, reader.folded
    for index in range(2, len(folded)):
        if folded[index - 1] != "by" or folded[index - 2] not in WRITINGS:
            continue
        names: list[int] = []
        at = index
        while at < len(folded) and (at == index or passage.gaps[at] in (" ", ", ")):
            if folded[at] in ("and", "others", "colleagues", "&"):
                at += 1
                continue
            if not reader.is_name_word(at) or is_capital_run(reader, at) or folded[at] in reader.common:
                break
            names.append(at)
            at += 1
        others = folded[at - 1] in ("others", "colleagues")
        if others and names and not any(passage.words[i] in reader.config.place_names for i in names):
            yield from (Candidate(i, i + 1, "PERSON", "citation") for i in names)


WRITINGS = frozenset(
    ("research", "study", "studies", "work", "analysis", "paper", "papers", "review", "book", "evidence")
)


def is_capital_run(reader: NameReader, index: int) -> bool:
    """Whether two capitalised words stand side by side here: a full name or a body, for other witnesses."""
    passage = reader.passage
    after = (
        index + 1 < len(passage.words)
        and passage.gaps[index + 1] in (" ", "-")
        and is_capital(passage.words[index + 1])
    )
    return after or (passage.gaps[index] == " " and is_capital(passage.words[index - 1]))


def listed_people(reader: NameReader) -> Iterator[Candidate]:
    """Names of two words that a list puts beside a full name with a common given name: "Zorba Dale and Jane Hill"."""
    passage = reader.passage
    for index in range(2, len(reader.folded) - 2):
        if reader.folded[index] not in ("and", "&") or passage.gaps[index] != " " or not passage.is_joined(index + 1):
            continue
        first, other = index - 2, index + 1
        opens = passage.opens[first] or passage.gaps[first][-2:] in ("; ", ", ", " (")
        if opens and is_plain_name(reader, first) and reader.is_given(other) and is_plain_name(reader, other):
            yield Candidate(first, index, "PERSON", "list")


def affiliated_people(reader: NameReader) -> Iterator[Candidate]:
    """Names of two words that begin a line or an item of a list, the short form of a known body behind them."""
    passage = reader.passage
    for first in range(len(reader.folded) - 2):
        last = first + 2
        if passage.gaps[last] not in (", ", " - ", " – ", " (") or not is_acronym(passage.words[last]):
            continue
        opens = passage.opens[first] or passage.gaps[first] == "; "
        if opens and last in reader.known and is_plain_name(reader, first):
            yield Candidate(first, last, "PERSON", "list")


def is_plain_name(reader: NameReader, first: int) -> bool:
    """Whether exactly two words of a name begin at word `first`, neither of them a word of the language or a place."""
    return reader.read_from(first) - first == 2 and all(
        reader.is_name_word(i)
        and not reader.is_role(i)
        and reader.folded[i] not in reader.common
        and reader.folded[i] not in reader.config.heads | reader.config.thing_heads | reader.config.generic_words
        and reader.passage.words[i] not in reader.config.place_names
        for i in (first, first + 1)
    )
