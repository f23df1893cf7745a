"""Clues from the time of year: phrases such as "later this year" that are written in some months only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.date.clues import Clue, Reading, quoted, shape_of
from pipeline.date.grid import Grid
from pipeline.date.phrases import Phrases
from pipeline.date.shapes import Span

# One phrase says little and may be quoted from another time: so many are heard.
MOST_SEASONS = 2


@dataclass(frozen=True)
class Seasons:
    """Phrases with the first and last month and day of the year on which they are written."""

    rows: Sequence[Mapping[str, str]]

    @cached_property
    def phrases(self) -> list[tuple[Phrases, str, str]]:
        """Each row's phrases with their first and last month-day."""
        return [(Phrases(row["words"].split("|")), row["from"], row["to"]) for row in self.rows]


def find_seasons(reading: Reading, seasons: Seasons, *, grid: Grid) -> list[Clue]:
    """Clues of the first phrases of relative time in the text, in order of their place."""
    found = []
    for phrases, first, last in seasons.phrases:
        match = next(phrases.find(reading.body), None)
        if match:
            spans = [season_span(year, first, last) for year in range(grid.first_year - 1, grid.last_year + 1)]
            clue = Clue("text", shape_of(spans, "season"), f"says {quoted(match.group())}")
            found.append((match.start(), clue))
    return [clue for _, clue in sorted(found, key=lambda each: each[0])[:MOST_SEASONS]]


def season_span(year: int, first: str, last: str) -> Span:
    """First and last ordinal of a season that begins in `year`; one that ends before it begins runs into the next."""
    start = dt.date.fromisoformat(f"{year}-{first}")
    end = dt.date.fromisoformat(f"{year}-{last}")
    end = end if end >= start else dt.date.fromisoformat(f"{year + 1}-{last}")
    return start.toordinal(), end.toordinal()
