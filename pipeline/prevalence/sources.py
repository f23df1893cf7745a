"""Whether a theme changed within its sources, or only the mix of sources did, or one source alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.prevalence.arrays import TINY, Flags, Floats, Ints
from pipeline.prevalence.config import Config

# Places of a period's first and last year among the years.
Period = tuple[int, int]


@dataclass(frozen=True)
class SourceYears:
    """One theme by source and year (sources, years): articles, and sums of their shares and squared shares."""

    names: list[str]
    articles: Floats
    sums: Floats
    squares: Floats


def gather_sources(names: list[str], source: Ints, years: Floats, shares: Floats) -> SourceYears:
    """One theme's table by source and year, from articles' sources, years (articles, years) and shares (articles,)."""
    cells = []
    for power in (np.ones_like(shares), shares, shares**2):
        by_year = [np.bincount(source, weight * power, minlength=len(names)).astype(float) for weight in years.T]
        cells.append(np.stack(by_year, axis=1))
    articles, sums, squares = cells
    return SourceYears(names, articles, sums, squares)


@dataclass(frozen=True)
class Contrast:
    """A theme's sources (sources,) in two periods, and which of them show a change, having articles enough in both."""

    before: SourceYears
    after: SourceYears
    shared: Flags


def contrast_sources(table: SourceYears, earlier: Period, later: Period, *, config: Config) -> Contrast | None:
    """The sources in two periods; None where there are not two, of which to ask whether they agree."""
    if len(table.names) < 2:
        return None
    before, after = period_sums(table, earlier), period_sums(table, later)
    shared = (before.articles >= config.source_articles) & (after.articles >= config.source_articles)
    return Contrast(before, after, shared)


def surprise_within(contrast: Contrast | None, *, rises: bool, config: Config) -> float:
    """How many standard errors the change within the sources is, in the direction asked for.

    The mix of sources may make the rest. Infinite where too few articles are of shared sources to tell.
    """
    if contrast is None or is_parted(contrast, config):
        return np.inf
    change, error = within_change(contrast, contrast.shared)
    return (change if rises else -change) / max(error, TINY)


def remark_sources(contrast: Contrast | None, *, rises: bool, config: Config) -> str:
    """What must be said of a change's sources: that the periods share too few, or that one alone makes it; or ""."""
    if contrast is None:
        return ""
    if is_parted(contrast, config):
        return "the two periods come from different sources, which may be part of it"
    alone = lone_source(contrast, 1.0 if rises else -1.0, kept=config.kept_without_source)
    return "" if alone is None else f"in one source alone, {contrast.before.names[alone]}"


def is_parted(contrast: Contrast, config: Config) -> bool:
    """Whether too few of either period's articles are of shared sources to tell a change from a change of sources."""
    parts = (contrast.before.articles, contrast.after.articles)
    return min(held(articles, contrast.shared) for articles in parts) < config.shared_sources


def period_sums(table: SourceYears, period: Period) -> SourceYears:
    """The table with the years of a period added up (sources,)."""
    first, last = period
    cells = (cell[:, first : last + 1].sum(axis=1) for cell in (table.articles, table.sums, table.squares))
    return SourceYears(table.names, *cells)


def held(articles: Floats, shared: Flags) -> float:
    """Share of the articles that are of the shared sources."""
    return float(articles[shared].sum() / max(float(articles.sum()), TINY))


def within_change(contrast: Contrast, asked: Flags) -> tuple[float, float]:
    """The mean change within the sources that are asked and its standard error.

    The mix of sources is held at the mean of both periods' (the rate effect of Kitagawa 1955); an article's variance
    is that around the mean of its source and period.
    """
    before, after = contrast.before, contrast.after
    n_before, n_after = before.articles[asked], after.articles[asked]
    mix = (n_before / n_before.sum() + n_after / n_after.sum()) / 2.0
    change = float((mix * (after.sums[asked] / n_after - before.sums[asked] / n_before)).sum())
    spread = inner_squares(before, asked) + inner_squares(after, asked)
    freedom = max(float(n_before.sum() + n_after.sum()) - 2.0 * len(mix), 1.0)
    error = np.sqrt(max(spread, 0.0) / freedom * float((mix**2 * (1.0 / n_before + 1.0 / n_after)).sum()))
    return change, float(error)


def inner_squares(part: SourceYears, asked: Flags) -> float:
    """Sum of the squared deviations of articles from the mean of their source, of one period."""
    return float((part.squares[asked] - part.sums[asked] ** 2 / part.articles[asked]).sum())


def lone_source(contrast: Contrast, sign: float, *, kept: float) -> int | None:
    """The source without which less than `kept` of the change within sources is left, or None.

    Only where at least one other shared source could have shown it.
    """
    places = np.flatnonzero(contrast.shared)
    if len(places) < 2:
        return None
    whole = sign * within_change(contrast, contrast.shared)[0]
    everyone = np.arange(len(contrast.shared))
    left = [sign * within_change(contrast, contrast.shared & (everyone != place))[0] for place in places]
    weakest = int(np.argmin(left))
    return int(places[weakest]) if left[weakest] < kept * whole else None
