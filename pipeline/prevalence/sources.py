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


@dataclass(frozen=True)
class Verdict:
    """What the sources say of a change: how far it stands beyond noise within them, and what must be said of them."""

    surprise: float
    remark: str


def gather_sources(names: list[str], source: Ints, years: Floats, shares: Floats) -> SourceYears:
    """One theme's table by source and year, from articles' sources, years (articles, years) and shares (articles,)."""
    cells = []
    for power in (np.ones_like(shares), shares, shares**2):
        by_year = [np.bincount(source, weight * power, minlength=len(names)).astype(float) for weight in years.T]
        cells.append(np.stack(by_year, axis=1))
    articles, sums, squares = cells
    return SourceYears(names, articles, sums, squares)


def judge_sources(table: SourceYears, earlier: Period, later: Period, *, rises: bool, config: Config) -> Verdict:
    """The verdict on a change of one theme between two periods.

    Sources that stand in both periods show the change within them: its surprise, in standard errors and in the
    direction of the change, is what counts, since the mix of sources may make the rest. Where too few articles are of
    such sources the two cannot be told apart, and the remark says so. So it does of a change that is gone without one
    source.
    """
    if len(table.names) < 2:
        return Verdict(np.inf, "")
    before, after = period_sums(table, earlier), period_sums(table, later)
    shared = (before.articles >= config.source_articles) & (after.articles >= config.source_articles)
    if min(held(before.articles, shared), held(after.articles, shared)) < config.shared_sources:
        return Verdict(np.inf, "the two periods come from different sources, which may be part of it")
    sign = 1.0 if rises else -1.0
    change, error = within_change(before, after, shared)
    alone = lone_source(before, after, shared, sign * change, sign, config=config)
    remark = "" if alone is None else f"in one source alone, {table.names[alone]}"
    return Verdict(sign * change / max(error, TINY), remark)


def period_sums(table: SourceYears, period: Period) -> SourceYears:
    """The table with the years of a period added up (sources,)."""
    first, last = period
    cells = (cell[:, first : last + 1].sum(axis=1) for cell in (table.articles, table.sums, table.squares))
    return SourceYears(table.names, *cells)


def held(articles: Floats, shared: Flags) -> float:
    """Share of the articles that are of the shared sources."""
    return float(articles[shared].sum() / max(float(articles.sum()), TINY))


def within_change(before: SourceYears, after: SourceYears, shared: Flags) -> tuple[float, float]:
    """The mean change within the shared sources and its standard error.

    The mix of sources is held at the mean of both periods' (the rate effect of Kitagawa 1955); an article's variance
    is that around the mean of its source and period.
    """
    n_before, n_after = before.articles[shared], after.articles[shared]
    mix = (n_before / n_before.sum() + n_after / n_after.sum()) / 2.0
    change = float((mix * (after.sums[shared] / n_after - before.sums[shared] / n_before)).sum())
    spread = sum(
        float((part.squares[shared] - part.sums[shared] ** 2 / part.articles[shared]).sum()) for part in (before, after)
    )
    freedom = max(float(n_before.sum() + n_after.sum()) - 2.0 * int(shared.sum()), 1.0)
    error = np.sqrt(max(spread, 0.0) / freedom * float((mix**2 * (1.0 / n_before + 1.0 / n_after)).sum()))
    return change, float(error)


def inner_squares(part: SourceYears, shared: Flags) -> float:
    """Sum of the squared deviations of articles from the mean of their source, of one period."""
    return float((part.squares[shared] - part.sums[shared] ** 2 / part.articles[shared]).sum())


def lone_source(
    before: SourceYears,
    after: SourceYears,
    shared: Flags,
    change: float,
    sign: float,
    *,
    config: Config,
) -> int | None:
    """The source without which less than the wanted part of `change` is left, or None.

    Only where at least one other shared source could have shown it.
    """
    places = np.flatnonzero(shared)
    if len(places) < 2:
        return None
    left = [sign * within_change(before, after, shared & (np.arange(len(shared)) != place))[0] for place in places]
    weakest = int(np.argmin(left))
    return int(places[weakest]) if left[weakest] < config.kept_without_source * change else None
