"""Regions before the name of a body, in full or in short: "West Midlands XYZ", "WM XYZ", "WMXYZ", "London RAA"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.passages import Passage
from pipeline.entities.words import is_acronym, tidy_name

LONGEST = 4  # words: "Yorkshire and the Humber"
SPACES = (" ", "\u00a0")
LEAST_BODY = 3  # letters: what is left of "NEXT" or "SWAN" without its first two names no body


def long_region(surface: str, config: Config) -> str | None:
    """The region that a surface names, in full; None where it names none."""
    if surface in config.places:
        return tidy_name(surface)
    return next((row["long"] for row in config.regions if row["short"] == surface), None)


def read_region(passage: Passage, first: int, config: Config) -> int | None:
    """The first word of a region that stands right before word `first`, or None."""
    for size in range(LONGEST, 0, -1):
        begin = first - size
        if begin < 0 or any(passage.gaps[index] not in SPACES for index in range(begin + 1, first + 1)):
            continue
        if long_region(passage.surface(begin, first), config) is not None:
            return begin
    return None


def joined_regions(passage: Passage, gazetteer: Gazetteer, config: Config) -> Iterator[Candidate]:
    """Short forms of known bodies with a region's short form run into them: "WMXYZ"."""
    for index, word in enumerate(passage.words):
        if not is_acronym(word) or gazetteer.canonical(word) is not None:
            continue
        for row in config.regions:
            rest = word.removeprefix(row["short"])
            if rest != word and len(rest) >= LEAST_BODY and rest.isupper() and rest not in config.non_bodies:
                name = gazetteer.short_form(rest)
                if name is not None:
                    yield Candidate(index, index + 1, "BODY", "region", f"{row['long']} {name}")
                    break


def placed_kinds(passage: Passage, config: Config) -> Iterator[Candidate]:
    """Kinds of body in short with a place before them: "London RAA"."""
    kinds = {row["short"]: row["long"] for row in config.kinds}
    for index, word in enumerate(passage.words):
        if word not in kinds or passage.gaps[index] != " ":
            continue
        first = read_region(passage, index, config)
        for size in (3, 2, 1):
            if first is None and index >= size and passage.surface(index - size, index) in config.place_names:
                first = index - size
        if first is not None:
            surface = passage.surface(first, index)
            yield Candidate(
                first, index + 1, "BODY", "kind", f"{long_region(surface, config) or surface} {kinds[word]}"
            )
