"""The days that dates are sought in: a grid from the first to the last day of the corpus's period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Grid:
    """Whole years of days, from 1 January of `first_year` to 31 December of `last_year`; days are ordinals."""

    first_year: int
    last_year: int

    @property
    def first(self) -> int:
        """Ordinal of the first day."""
        return dt.date(self.first_year, 1, 1).toordinal()

    @property
    def n_days(self) -> int:
        """Number of days."""
        return dt.date(self.last_year, 12, 31).toordinal() - self.first + 1

    def holds(self, day: int) -> bool:
        """Whether the ordinal `day` is on the grid."""
        return 0 <= day - self.first < self.n_days

    def years(self) -> range:
        """The grid's years."""
        return range(self.first_year, self.last_year + 1)

    def year_starts(self) -> NDArray[np.int64]:
        """Index of each year's first day."""
        return np.array([dt.date(year, 1, 1).toordinal() - self.first for year in self.years()], dtype=np.int64)


def learn_grid(firm: Iterable[int], hints: Iterable[int], *, margin: int, outliers: float, longest: int) -> Grid | None:
    """The grid that the documents' own dates call for, or None where they hold no date at all.

    `firm` are years of stated dates (timestamps, datelines, titles), `hints` the latest year that each of the other
    articles speaks of. A share `outliers` is cut at either end where there are many; `margin` years are added on both
    sides, because the undated may lie outside; a span beyond `longest` years is cut around the median.
    """
    years = sorted(firm) or []
    others = sorted(hints)
    if not years and not others:
        return None
    kept = trimmed(years, outliers) + trimmed(others, outliers)
    low, high = min(kept) - margin, max(kept) + margin
    if high - low + 1 > longest:
        middle = int(np.median(np.array(years or others)))
        low, high = max(low, middle - longest // 2), min(high, middle + longest // 2)
    return Grid(max(low, 1), min(high, 9998))


def trimmed(years: Sequence[int], outliers: float) -> list[int]:
    """Sorted `years` without the share `outliers` at either end."""
    cut = int(len(years) * outliers)
    return list(years[cut : len(years) - cut])


def day_words(ordinal: int) -> str:
    """`3 July 2024`."""
    day = dt.date.fromordinal(ordinal)
    return f"{day.day} {day:%B %Y}"
