"""Lists: names under one plural head, each a body of its own: "Fish, Boats and Nets and Tides & Ropes Committees"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.gazetteer import Form, Gazetteer
from pipeline.entities.passages import Passage
from pipeline.entities.regions import long_region
from pipeline.entities.words import JOINTS, is_acronym, is_capital, tidy_name

# Plural heads and their singular. Others ("groups", "services") are too often plain nouns behind other things.
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
# Before a plural head these say of what sort the bodies are: "Labour and Tory councils", "House and Senate committees".
SORTS = frozenset((
    "labour", "conservative", "tory", "liberal", "democrat", "democratic", "republican", "green", "english", "british",
    "irish", "european", "american", "french", "german", "house", "senate", "congressional", "parliamentary", "federal"
))  # fmt: skip
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
    passage: Passage, folded: list[str], known: set[int], gazetteer: Gazetteer, stems: Stems, config: Config
) -> Iterator[Candidate]:
    """The members of each list beside a plural head, without the head; nothing for a lone name before one.

    `known` are the words of names of several words that the gazetteer knows: a head among them is no list's.
    """
    for index, word in enumerate(folded):
        if word not in HEADS or index in known:
            continue
        yield from listed_behind(passage, folded, index, stems)
        end = index
        while end and folded[end - 1] in BETWEEN and passage.is_joined(end):
            end -= 1
        members = split_list(passage, folded, read_back(passage, folded, end, config), end, HEADS[word], stems)
        if len(members) < 2 or not all(is_member(passage, span, config) for span in members):
            continue
        tail = " ".join([*(passage.words[i].title() for i in range(end, index)), HEADS[word].title()])
        for first, last in members:
            name = stems.canonical(HEADS[word], folded[first:last])
            surface = passage.surface(first, last)
            if name is None and is_acronym(surface):
                name = gazetteer.canonical(surface) or surface
            yield Candidate(first, last, "BODY", "list", name or f"{tidy_name(surface)} {tail}")


def listed_behind(passage: Passage, folded: list[str], head: int, stems: Stems) -> Iterator[Candidate]:
    """The members of a list behind a plural head, all of them known: "the Departments for Fish and for Boats"."""
    first = head + 2
    if folded[head + 1 : first] not in (["for"], ["of"]) or not is_capital(passage.words[head]):
        return
    end = first
    while end < len(folded) and (passage.is_joined(end) or passage.gaps[end] == ", ") and end - first < LONGEST:
        if not is_capital(passage.words[end]) and folded[end] not in ANDS | {"for", "of"}:
            break
        end += 1
    while end > first and not is_capital(passage.words[end - 1]):
        end -= 1
    members = split_list(passage, folded, first, end, HEADS[folded[head]], stems)
    names = [stems.canonical(HEADS[folded[head]], folded[a:b]) for a, b in members]
    if len(members) >= 2 and all(names):
        for (begin, last), name in zip(members, names, strict=True):
            yield Candidate(begin, last, "BODY", "list", name)


def read_back(passage: Passage, folded: list[str], end: int, config: Config) -> int:
    """The first word of the list that stops before word `end`: capitals, "and", commas."""
    first = index = end
    if end and folded[end - 1] in ANDS:
        return end  # the head itself is a member of a list: "Schools and Councils"
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
    """The members of a list, parted at commas and "and" but not inside a known name.

    Where both are written "&" stands inside names and "and" between them: "Fish & Chips and Tides & Ropes Committees".
    """
    both = {passage.words[i] for i in range(first, end) if passage.gaps[i]} >= ANDS
    members: list[Span] = []
    begin = index = first
    while index < end:
        if index == begin and (stop := stop_of(passage, folded, begin, end, head, stems)) is not None:
            members.append((begin, stop))
            index = begin = skip_joint(passage, folded, stop, end)
            continue
        if index > begin and parts_here(passage, index, both=both):
            members.append((begin, index))
            index = begin = skip_joint(passage, folded, index, end)
            continue
        index += 1
    return [*members, (begin, end)] if begin < end else members


def stop_of(passage: Passage, folded: list[str], begin: int, end: int, head: str, stems: Stems) -> int | None:
    """One past the longest known name that begins a member and is followed by a joint or the list's end."""
    return next(
        (
            stop
            for stop in range(end, begin, -1)
            if stems.canonical(head, folded[begin:stop])
            and (stop == end or passage.words[stop] in ANDS or passage.gaps[stop] == ", ")
        ),
        None,
    )


def parts_here(passage: Passage, index: int, *, both: bool) -> bool:
    """Whether a member ends before word `index`: at a comma, or at the "and" that parts members."""
    if passage.words[index] in ANDS:
        return passage.gaps[index] != "" and (not both or passage.words[index] == "and")  # "R&S" is one short form
    if passage.gaps[index] != ", ":
        return False
    ahead = passage.words[index : index + LONGEST]
    # "Fish, Boats & Nets and ...": where an "&" follows, the comma is inside the name
    return not both or ("and" in ahead and "&" not in ahead[: ahead.index("and")])


def skip_joint(passage: Passage, folded: list[str], index: int, end: int) -> int:
    """The word at which the next member begins."""
    while index < end and (passage.words[index] in ANDS or folded[index] in ("the", "for", "of")):
        index += 1
    return index


def is_member(passage: Passage, span: Span, config: Config) -> bool:
    """Whether a member of a list can be a name: capitals, no kind of body nor a plain word."""
    words = passage.words[span[0] : span[1]]
    surface = passage.surface(*span)
    if surface in config.posts | config.non_bodies or long_region(surface, config) is not None:
        return False
    if words[0].casefold() in SORTS:
        return False
    telling = [word for word in words if is_capital(word) and word.casefold() not in config.generic_words]
    return bool(telling)
