"""Lists: names under one plural head, each a body of its own: "Fish, Boats and Nets and Tides & Ropes Committees"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.gazetteer import Form, Gazetteer
from pipeline.entities.passages import Passage
from pipeline.entities.words import JOINTS, is_acronym, is_capital, tidy_name

# Plural heads and their singular. Others ("groups", "services") are too often plain nouns behind a list of other things.
HEADS = {
    "committees": "committee",
    "sub-committees": "sub-committee",
    "subcommittees": "subcommittee",
    "councils": "council",
    "departments": "department",
    "ministries": "ministry",
    "boards": "board",
    "universities": "university",
}
BETWEEN = frozenset(("policy", "select", "county", "city", "borough", "district", "parish", "town", "metropolitan"))
LONGEST = 24  # words before the head
ANDS = frozenset(("and", "&"))
Span = tuple[int, int]


class Stems:
    """Known names without their head, by which a member of a list is known: "Fish and Nets" of "... Committee"."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.by_stem: dict[tuple[str, tuple[str, ...]], str] = {}
        for form in forms:
            words = form.folded
            head = words[-1]
            stem = words[:-2] if len(words) > 2 and words[-2] in BETWEEN else words[:-1]
            if head in HEADS.values() and stem:
                self.by_stem.setdefault((head, stem), form.canonical)
            if len(words) > 2 and words[1] in ("for", "of") and words[0] in HEADS.values():
                self.by_stem.setdefault((words[0], words[2:]), form.canonical)

    def canonical(self, head: str, stem: Iterable[str]) -> str | None:
        """The known body of a head and the words before it, or None."""
        return self.by_stem.get((head, tuple(stem)))


def listed_bodies(
    passage: Passage, folded: list[str], gazetteer: Gazetteer, stems: Stems, config: Config
) -> Iterator[Candidate]:
    """The members of each list before a plural head, without the head; nothing for a lone name before one."""
    for index, word in enumerate(folded):
        if word not in HEADS:
            continue
        end = index
        while end and folded[end - 1] in BETWEEN and passage.is_joined(end):
            end -= 1
        members = split_list(passage, folded, read_back(passage, folded, end, config), end, HEADS[word], stems)
        if len(members) < 2 or not all(is_member(passage, span, config) for span in members):
            continue
        tail = " ".join([*(passage.words[i].title() for i in range(end, index)), HEADS[word].title()])
        for first, last in members:
            name = stems.canonical(HEADS[word], folded[first:last])
            if name is None and last - first == 1 and is_acronym(passage.words[first]):
                name = gazetteer.canonical(passage.words[first])
            stated = name or f"{tidy_name(passage.surface(first, last))} {tail}"
            yield Candidate(first, last, "BODY", "list", stated)


def read_back(passage: Passage, folded: list[str], end: int, config: Config) -> int:
    """The first word of the list that stops before word `end`: capitals, "and", commas."""
    first = index = end
    while index > 0 and end - index < LONGEST:
        joined = index == end or passage.gaps[index] in JOINTS or passage.gaps[index] == ", "
        word = folded[index - 1]
        if (index == end and not passage.is_joined(end)) or not joined:
            break
        if word in ANDS or (word == "the" and folded[index - 2 : index - 1] == ["and"]):
            index -= 1
            continue
        if not is_capital(passage.words[index - 1]) or word in config.function_words | config.roles:
            break
        index -= 1
        first = index
    return first


def split_list(passage: Passage, folded: list[str], first: int, end: int, head: str, stems: Stems) -> list[Span]:
    """The members of a list: at commas and "and", but not inside a known name, nor at "and" beside an "&" or the reverse.

    Where both are written "&" stands inside names and "and" between them: "Fish & Chips and Tides & Ropes Committees".
    """
    both = {passage.words[i] for i in range(first, end)} >= ANDS
    members: list[Span] = []
    begin = index = first
    while index < end:
        stop = next((n for n in range(end, index, -1) if stems.canonical(head, folded[index:n])), None)
        if index == begin and stop is not None:
            members.append((begin, stop))
            index = begin = skip_joint(passage, folded, stop, end)
            continue
        if index > begin and parts_here(passage, folded, index, both=both):
            members.append((begin, index))
            index = begin = skip_joint(passage, folded, index, end)
            continue
        index += 1
    return [*members, (begin, end)] if begin < end else members


def parts_here(passage: Passage, folded: list[str], index: int, *, both: bool) -> bool:
    """Whether a member ends before word `index`: at a comma, or at the "and" that parts members."""
    if passage.words[index] in ANDS:
        return not both or passage.words[index] == "and"
    if passage.gaps[index] != ", ":
        return False
    ahead = passage.words[index : index + LONGEST]
    # "Fish, Boats & Nets and ...": a comma before a single word or two and "&" is inside the name
    return not both or "&" not in ahead[: ahead.index("and")] if "and" in ahead else not both


def skip_joint(passage: Passage, folded: list[str], index: int, end: int) -> int:
    """The word at which the next member begins."""
    while index < end and (passage.words[index] in ANDS or folded[index] == "the"):
        index += 1
    return index


def is_member(passage: Passage, span: Span, config: Config) -> bool:
    """Whether a member of a list can be a name: capitals, no kind of body nor a plain word."""
    words = passage.words[span[0] : span[1]]
    surface = passage.surface(*span)
    if any(surface == text for text in (*config.posts,)) or (len(words) == 1 and words[0] in config.non_bodies):
        return False
    telling = [word for word in words if is_capital(word) and word.casefold() not in config.generic_words]
    return bool(telling) and not re.search(r"[.;:]", surface)
