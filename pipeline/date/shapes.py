"""How likely each day is, given one clue: a kernel around the days that the clue speaks of.

Every clue is a set of spans (a day, a month, a term of office; several where the year is open) and a profile: a share
`at` within the span, and exponential tails after and before it. Days are discrete, so the tails are geometric.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from pipeline.date.grid import Floats, Grid
from pipeline.errors import SettingError

Span = tuple[int, int]
Tails = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Profile:
    """Where an article's date lies beside a span: shares at, after and before it; tails are (share, scale in days).

    `floor` is the share of such clues that mislead: it stays spread over all days, so no clue excludes a day.
    """

    at: float
    after: Tails
    before: Tails
    floor: float


@dataclass(frozen=True)
class Shape:
    """A clue's likelihood over days: the spans it speaks of (first and last ordinal) and its profile's name."""

    spans: tuple[Span, ...]
    profile: str


def parse_profiles(rows: Sequence[Mapping[str, str]]) -> dict[str, Profile]:
    """Profiles by name from the rows of profiles.csv; tails are written `share@days`, a space between two."""
    profiles = {}
    for row in rows:
        profile = Profile(float(row["at"]), parse_tails(row["after"]), parse_tails(row["before"]), float(row["floor"]))
        total = profile.at + sum(share for share, _ in profile.after + profile.before)
        if abs(total - 1) > 1e-9:
            raise SettingError(
                f"profiles.csv: shares of {row['name']} sum to {total:g} (want 1). Mend the row, then make."
            )
        profiles[row["name"]] = profile
    return profiles


def parse_tails(text: str) -> Tails:
    """`0.4@20 0.1@300` as pairs of share and scale."""
    pairs = (part.split("@") for part in text.split())
    return tuple((float(share), float(scale)) for share, scale in pairs)


class Likelihoods:
    """Rows of likelihood over the days of a grid for shapes, kept while they are used again."""

    def __init__(self, grid: Grid, profiles: Mapping[str, Profile], *, kept: int) -> None:
        self.grid = grid
        self.profiles = profiles
        self.days = np.arange(grid.n_days, dtype=np.float64) + grid.first
        # A month's title or one office recurs in many articles; the rows of 2,000 shapes take 64 MB over ten years.
        self.row = lru_cache(maxsize=kept)(self.compute)

    def compute(self, shape: Shape) -> Floats:
        """Likelihood of the shape's clue on each day, floor included; a flat row would be 1 / days."""
        profile = self.profiles[shape.profile]
        density = np.zeros(self.grid.n_days)
        for span in shape.spans:
            density += self.density(span, profile)
        if shape.spans:
            density /= len(shape.spans)
        return (1.0 - profile.floor) * density + profile.floor / self.grid.n_days

    def density(self, span: Span, profile: Profile) -> Floats:
        """Density over days for one span: the day spoken of is equally likely any day of the span."""
        first, last = span
        length = last - first + 1
        low, high = first - self.grid.first, last - self.grid.first + 1
        density = np.zeros(self.grid.n_days)
        density[max(low, 0) : max(high, 0)] += profile.at / length
        for share, scale in profile.after:
            mass = passed(self.days - first, scale) - passed(self.days - last - 1, scale)
            density += share * mass / length
        for share, scale in profile.before:
            mass = passed(last - self.days, scale) - passed(first - self.days - 1, scale)
            density += share * mass / length
        return density


def passed(lag: Floats, scale: float) -> Floats:
    """Share of a geometric lag (mean about `scale` days) that is at most `lag`; 0 for negative lags."""
    reached = np.maximum(lag + 1.0, 0.0)
    share: Floats = -np.expm1(-reached / scale)
    return share
