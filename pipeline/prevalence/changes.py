"""What changed between two periods, and which changes noise alone would not show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from pipeline.prevalence.arrays import TINY, Flags, Floats
from pipeline.prevalence.bands import limits
from pipeline.prevalence.config import Config
from pipeline.prevalence.sources import Period, SourceYears, contrast_sources, remark_sources, surprise_within


@dataclass(frozen=True)
class Change:
    """One theme's change between two periods, in shares.

    `surprise` is how far it stands beyond noise, in standard deviations of the draws or, if less, in standard errors
    within its sources; `remark` is what must be said of those.
    """

    theme: int
    earlier: Period
    later: Period
    before: float
    after: float
    low: float
    high: float
    probability: float
    surprise: float
    remark: str


def find_periods(year_names: list[int], usable: Flags, *, longest: int) -> list[Period]:
    """Runs of 1 to `longest` consecutive usable calendar years, as places of their first and last year."""
    periods = []
    for first in range(len(year_names)):
        for last in range(first, min(first + longest, len(year_names))):
            unbroken = year_names[last] - year_names[first] == last - first
            if unbroken and usable[first : last + 1].all():
                periods.append((first, last))
    return periods


@dataclass(frozen=True)
class Yearly:
    """What changes are looked for in: years, their articles (years,), shares (years, themes), agenda draws, sources."""

    year_names: list[int]
    articles: Floats
    share: Floats
    agenda: Floats
    sources: list[SourceYears]


def find_changes(yearly: Yearly, usable: Flags, *, config: Config) -> list[Change]:
    """Each theme's strongest changes that do not overlap, of the themes that changed beyond noise.

    Within a theme the strongest change is held against the largest that the same draws show among all pairs of
    periods when nothing changed (Westfall and Young 1993); over themes, the share of false findings is held at
    `false_share` (Benjamini and Hochberg 1995), where a theme's chance weighs by what it could show (Genovese, Roeder
    and Wasserman 2006). `usable` (years,) says which years carry weight.
    """
    periods = find_periods(yearly.year_names, usable, longest=config.longest_period)
    found = [weigh_theme(theme, periods, yearly, config=config) for theme in range(yearly.share.shape[1])]
    chances = np.array([chance for _, chance in found])
    kept = control_false(chances / visibility(yearly), config.false_share)
    told = [change for theme in kept for change in pick_apart(found[theme][0], config.findings_per_theme)]
    return [remark(change, yearly.sources[change.theme], config=config) for change in told]


def weigh_theme(theme: int, periods: list[Period], yearly: Yearly, *, config: Config) -> tuple[list[Change], float]:
    """The theme's changes of at least the wanted probability and beyond noise, and the chance of its strongest.

    Surprise is measured in angles, arcsin(sqrt(share)), in which a small share's draws are not skewed and all shares
    vary alike (Anscombe 1948): in shares, the noise of the smallest sets the bar for all.
    """
    changes: list[Change] = []
    noise = np.zeros(len(yearly.agenda))
    draws = period_means(periods, yearly.articles, yearly.agenda[:, :, theme])
    levels = period_means(periods, yearly.articles, yearly.share[None, :, theme])[0]
    angles = np.arcsin(np.sqrt(np.clip(draws, 0.0, 1.0)))
    for earlier, laters in pairs(periods):
        apart = angles[:, laters] - angles[:, [earlier]]
        middle, width = apart.mean(axis=0), np.maximum(apart.std(axis=0), TINY)
        noise = np.maximum(noise, np.abs((apart - middle) / width).max(axis=1))
        surprise = np.abs(middle) / width
        for place in np.flatnonzero(surprise >= LEAST_SURPRISE):
            ends = (earlier, laters[place])
            shares = draws[:, ends[1]] - draws[:, ends[0]]
            change = weigh_change(theme, [periods[end] for end in ends], levels[list(ends)], shares, surprise[place])
            changes.append(ask_sources(change, yearly.sources[theme], config=config))
    if not changes:
        return [], 1.0
    strongest = max(change.surprise for change in changes)
    bar = float(np.quantile(noise, 1.0 - config.false_share))
    firm = [change for change in changes if is_firm(change, bar, config.probability)]
    return firm, (1 + int((noise >= strongest).sum())) / (1 + len(noise))


# Below this many standard deviations no change is firm (0.95 in one direction), and none is looked at further.
LEAST_SURPRISE = 1.6


def weigh_change(theme: int, periods: list[Period], levels: Floats, apart: Floats, surprise: float) -> Change:
    """The change of a theme between two periods with their levels, and what its draws `apart` (draws,) say of it."""
    low, high = limits(apart)
    up = float((apart > 0).mean())
    return Change(
        theme=theme,
        earlier=periods[0],
        later=periods[1],
        before=float(levels[0]),
        after=float(levels[1]),
        low=float(low),
        high=float(high),
        probability=max(up, 1.0 - up),
        surprise=float(surprise),
        remark="",
    )


def ask_sources(change: Change, table: SourceYears, *, config: Config) -> Change:
    """`change` no more surprising than it is within its sources."""
    contrast = contrast_sources(table, change.earlier, change.later, config=config)
    within = surprise_within(contrast, rises=change.after > change.before, config=config)
    return replace(change, surprise=min(change.surprise, within))


def remark(change: Change, table: SourceYears, *, config: Config) -> Change:
    """`change` with what must be said of its sources."""
    contrast = contrast_sources(table, change.earlier, change.later, config=config)
    return replace(change, remark=remark_sources(contrast, rises=change.after > change.before, config=config))


def is_firm(change: Change, bar: float, probability: float) -> bool:
    """Whether a change is beyond the bar of noise, of the wanted probability, and drawn and counted the same way."""
    rises = change.after > change.before
    one_way = change.low > 0 if rises else change.high < 0
    return one_way and change.surprise >= bar and change.probability >= probability


def period_means(periods: list[Period], weights: Floats, yearly: Floats) -> Floats:
    """(draws, periods): mean of `yearly` (draws, years) over each period, years weighing as their articles."""
    chosen = np.zeros((yearly.shape[1], len(periods)))
    for column, (first, last) in enumerate(periods):
        part = weights[first : last + 1]
        chosen[first : last + 1, column] = part / max(float(part.sum()), TINY)
    return np.asarray(yearly @ chosen)


def pairs(periods: list[Period]) -> Iterator[tuple[int, list[int]]]:
    """Each period with all the later ones that begin after its end, as places among `periods`."""
    for earlier, (_, end) in enumerate(periods):
        laters = [later for later, (start, _) in enumerate(periods) if start > end]
        if laters:
            yield earlier, laters


def visibility(yearly: Yearly) -> Floats:
    """(themes,): how large a change of a given part of a theme stands beside noise, 1 on average.

    In angles a share p that grows by a tenth moves by a twentieth of sqrt(p / (1 - p)). The mean share of all years
    knows nothing of which of them has more, so that the share of false findings holds whatever these weights are.
    """
    share = np.clip(np.average(yearly.share, axis=0, weights=np.maximum(yearly.articles, TINY)), TINY, 1.0 - TINY)
    moved = np.sqrt(share / (1.0 - share))
    return np.asarray(moved / moved.mean() if len(moved) else moved)


def control_false(chances: Floats, false_share: float) -> list[int]:
    """Places of the chances that Benjamini and Hochberg's step-up keeps, in order."""
    order = np.argsort(chances, kind="stable")
    bars = false_share * np.arange(1, len(chances) + 1) / max(len(chances), 1)
    under = np.flatnonzero(chances[order] <= bars)
    return sorted(int(place) for place in order[: under[-1] + 1]) if len(under) else []


def pick_apart(changes: list[Change], most: int) -> list[Change]:
    """At most `most` of the changes, the strongest first, none of whose spans of years overlap."""
    picked: list[Change] = []
    for change in sorted(changes, key=lambda item: (-item.surprise, item.earlier, item.later)):
        apart = all(change.later[1] <= other.earlier[0] or other.later[1] <= change.earlier[0] for other in picked)
        if apart and len(picked) < most:
            picked.append(change)
    return sorted(picked, key=lambda item: (item.earlier, item.later))
