"""Prevalence by half-year and by source, measured as that by year is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from pipeline.prevalence.arrays import TINY, Flags, Floats
from pipeline.prevalence.bands import draw_years, expected_articles, gather_moments, measure_level
from pipeline.prevalence.config import Config
from pipeline.prevalence.shares import Shares
from pipeline.prevalence.yearly import count_articles, find_shown, write_ends

COLUMNS = [
    "theme_id", "by", "group", "share", "low", "high", "agenda_low", "agenda_high", "n_articles", "n_effective",
    "is_sparse",
]  # fmt: skip
# Of an article's date: the chance that it lies before its first, best and last day (date_earliest, date, date_latest).
CHANCES = (0.05, 0.5, 0.95)


def write_groups(
    shares: Shares,
    articles: pd.DataFrame,
    rng: np.random.Generator,
    *,
    period: tuple[int, int] | None,
    config: Config,
) -> pd.DataFrame:
    """Rows of every theme for each half-year that holds an article, and for each of the largest sources."""
    rows = articles.set_index("article_id").loc[shares.article_ids]
    of_themes = replace(
        shares,
        draws=(shares.draws @ shares.members).astype(np.float32),
        topic_ids=shares.theme_ids,
        members=np.eye(len(shares.theme_ids)),
    )
    halves, half_names = split_halves(shares, rows)
    shown = np.repeat(find_shown(shares, period), 2)
    sources, source_names = split_sources(rows["source"].tolist(), most=config.most_sources)
    every = np.ones(len(source_names), dtype=bool)
    parts = [
        *write_kind("half", regroup(of_themes, halves), half_names, shown, rng, config=config),
        *write_kind("source", regroup(of_themes, sources), source_names, every, rng, config=config),
    ]
    return pd.concat(parts, ignore_index=True)[COLUMNS] if parts else pd.DataFrame(columns=COLUMNS)


def regroup(shares: Shares, groups: Floats) -> Shares:
    """The same shares with groups in place of years: `groups` (articles, groups) holds probabilities."""
    # with a column for none at all, which wins where all are 0
    best = np.hstack([np.full((len(groups), 1), TINY), groups]).argmax(axis=1) - 1
    return replace(shares, years=groups, year_names=list(range(groups.shape[1])), best_years=best.astype(np.int64))


def write_kind(
    by: str, grouped: Shares, names: list[str], wanted: Flags, rng: np.random.Generator, *, config: Config
) -> list[pd.DataFrame]:
    """One frame a theme of one kind of group; groups that are not wanted or hold no article have no rows."""
    counts = count_articles(grouped)
    shown = (counts > 0) & wanted
    if not shown.any() or not len(grouped.draws):
        return []
    raw = draw_years(grouped, rng, n_draws=config.n_draws)
    moments = gather_moments(grouped, None, config)
    ends = write_ends(measure_level(grouped, raw, moments, None, rng, config=config), shown)
    n_effective = expected_articles(grouped)
    is_sparse = n_effective < config.sparse_below
    facts = {"by": by, "group": names, "n_articles": counts, "n_effective": n_effective, "is_sparse": is_sparse}
    kept = pd.DataFrame(facts)[shown]
    return [
        kept.assign(theme_id=theme, **{name: values[:, place] for name, values in ends.items()})
        for place, theme in enumerate(grouped.theme_ids)
    ]


def split_sources(sources: list[str], *, most: int) -> tuple[Floats, list[str]]:
    """(articles, sources) of ones, and the names of the sources: the `most` that hold most articles, sorted."""
    counts = pd.Series(sources, dtype=object).value_counts()
    largest = sorted(counts.index, key=lambda name: (-int(counts[name]), name))[:most]
    names = sorted(largest)
    numbers = np.array([[source == name for name in names] for source in sources], dtype=float)
    return numbers.reshape(len(sources), len(names)), names


def split_halves(shares: Shares, rows: pd.DataFrame) -> tuple[Floats, list[str]]:
    """(articles, half-years) of probabilities, and the names of the half-years ("2020 H1").

    An article's probability of a year, from the shares, is parted by where its 90 % interval and best day lie.
    """
    if not shares.year_names:
        return np.zeros((len(shares.article_ids), 0)), []
    first = first_half_parts(rows, shares.year_names)
    parted = np.stack([shares.years * first, shares.years * (1.0 - first)], axis=2)
    names = [f"{year} H{half}" for year in shares.year_names for half in (1, 2)]
    return parted.reshape(len(shares.article_ids), -1), names


def first_half_parts(rows: pd.DataFrame, year_names: list[int]) -> Floats:
    """(articles, years): how much of an article's probability of a year lies before July; a half where nothing tells.

    Between an article's first, best and last day its probability is spread evenly.
    """
    days = np.stack([to_days(rows[name]) for name in ("date_earliest", "date", "date_latest")], axis=1)
    days = np.maximum.accumulate(days, axis=1) + np.array([0.0, 0.5, 1.0])
    bounds = [to_days(pd.Series(pd.to_datetime([f"{year}-01-01", f"{year}-07-01", f"{year + 1}-01-01"])))
              for year in year_names]  # fmt: skip
    found = np.full((len(rows), len(year_names)), 0.5)
    for place in np.flatnonzero(~np.isnan(days).any(axis=1)):
        chances = np.interp(np.array(bounds), days[place], CHANCES)
        whole, first = chances[:, 2] - chances[:, 0], chances[:, 1] - chances[:, 0]
        found[place] = np.divide(first, whole, out=np.full_like(first, 0.5), where=whole > TINY)
    return found


def to_days(moments: pd.Series) -> Floats:
    """Days since 1970, NaN where there is none."""
    days = pd.to_datetime(moments)
    return np.asarray((days - pd.Timestamp(0)) / pd.Timedelta(days=1), dtype=float)
