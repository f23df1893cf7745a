"""Edges: where a known body's name begins and ends in a text: the nation before it, the branch behind it."""

from __future__ import annotations

from pipeline.entities.config import Config
from pipeline.entities.gazetteer import Hit
from pipeline.entities.passages import Passage
from pipeline.entities.words import is_capital

# Behind a known name these make it the body's branch.
BRANCHES = frozenset((
    "USA", "UK", "America", "Europe", "Scotland", "Wales", "Cymru", "Ireland", "Northern Ireland", "Canada",
    "Australia", "New Zealand", "India"
))  # fmt: skip


def is_cut_short(passage: Passage, folded: list[str], hit: Hit, config: Config) -> bool:
    """Whether a name goes on behind a form: "State Department" of "New York State Department of Health"."""
    last = hit.last
    return (
        1 < last - hit.first <= 2
        and folded[last - 1] in ("department", "committee", "ministry", "office", "bureau")
        and folded[last : last + 1] in (["of"], ["for"], ["on"])
        and passage.is_joined(last)
        and last + 1 < len(folded)
        and is_capital(passage.words[last + 1])
        and folded[last + 1] not in config.function_words
    )


def read_branch(passage: Passage, last: int) -> int:
    """One past the country's name that makes a known body its branch there: "Oxfam America", "Shelter Scotland"."""
    for size in (2, 1):
        end = last + size
        if end <= len(passage.words) and passage.surface(last, end) in BRANCHES and passage.gaps[last] == " ":
            goes_on = end < len(passage.words) and passage.is_joined(end) and is_capital(passage.words[end])
            return last if goes_on else end
    return last


def is_federal(passage: Passage, first: int) -> bool:
    """Whether "U.S." or "United States", part of many official names there, stands right before word `first`."""
    if not passage.is_joined(first):
        return False
    return passage.words[first - 1] in ("U.S.", "US") or passage.words[max(0, first - 2) : first] == [
        "United",
        "States",
    ]
