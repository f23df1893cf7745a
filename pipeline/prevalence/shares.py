"""The articles' shares as arrays: articles by topics by draws, and how likely each article is of each year."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from pipeline.errors import TableError
from pipeline.prevalence.arrays import TINY, Flags, Floats, Ints
from pipeline.prevalence.series import number_series


@dataclass(frozen=True)
class Shares:
    """What the intervals are made from; articles in the order of article_id, topics of topic_id, years rising.

    `draws` is (draws, articles, topics), each article's shares summing to 1; `members` (topics, themes) has a 1 where
    a topic belongs to a theme; `years` (articles, years) holds probabilities, a row of an undated article is 0;
    `best_years` (articles,) is -1 where undated; articles of one number in `series` (articles,) are of one series;
    `kept` (all themes of the corpus,) says which of them these are.
    """

    article_ids: list[str]
    topic_ids: list[str]
    theme_ids: list[str]
    year_names: list[int]
    draws: Floats
    members: Floats
    years: Floats
    best_years: Ints
    series: Ints
    kept: Flags


def gather_shares(
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    draws: pd.DataFrame,
    *,
    time_words: frozenset[str],
) -> Shares:
    """The shares of the articles that count: those with draws that are no duplicate of another."""
    counted = articles[articles["duplicate_of"].isna()]
    counted = counted[counted["article_id"].isin(draws["article_id"].unique())].sort_values("article_id")
    article_ids = counted["article_id"].tolist()
    topic_rows = topics.sort_values("topic_id")
    dated = article_years[article_years["article_id"].isin(counted["article_id"])]
    year_names = sorted({int(year) for year in dated["year"]})
    best_years = counted["year"].astype("Int64").fillna(-1)
    theme_ids = sorted(themes["theme_id"])
    return Shares(
        article_ids=article_ids,
        topic_ids=topic_rows["topic_id"].tolist(),
        theme_ids=theme_ids,
        year_names=year_names,
        draws=stack_draws(draws, article_ids, n_topics=len(topic_rows)),
        members=mark_members(topic_rows["theme_id"].tolist(), theme_ids),
        years=spread_years(dated, article_ids, year_names),
        best_years=np.asarray(best_years, dtype=np.int64),
        kept=np.ones(len(theme_ids), dtype=bool),
        series=number_series(counted["source"].tolist(), counted["title"].tolist(), time_words),
    )


def keep_themes(shares: Shares, kept: Flags) -> Shares:
    """The shares of the `kept` themes (themes,) alone: of what an article says on them, they sum to 1."""
    topics = shares.members[:, kept].sum(axis=1) > 0
    draws = shares.draws[:, :, topics]
    return replace(
        shares,
        topic_ids=[topic for topic, is_kept in zip(shares.topic_ids, topics, strict=True) if is_kept],
        theme_ids=[theme for theme, is_kept in zip(shares.theme_ids, kept, strict=True) if is_kept],
        draws=draws / np.maximum(draws.sum(axis=2, keepdims=True), np.float32(TINY)),
        members=shares.members[np.ix_(topics, kept)],
        kept=kept,
    )


def mark_background(theme_ids: list[str], themes: pd.DataFrame) -> Flags:
    """(themes,): which themes are background rather than a subject; none, where all are."""
    background = set(themes.loc[themes["kind"] == "background", "theme_id"])
    marked = np.array([theme in background for theme in theme_ids], dtype=bool)
    return np.asarray(marked & ~marked.all())


def mark_members(theme_of: list[str], theme_ids: list[str]) -> Floats:
    """(topics, themes): 1 where a topic, whose theme `theme_of` names, belongs to the theme."""
    members = np.zeros((len(theme_of), len(theme_ids)))
    members[np.arange(len(theme_of)), [theme_ids.index(theme) for theme in theme_of]] = 1.0
    return members


def stack_draws(draws: pd.DataFrame, article_ids: list[str], *, n_topics: int) -> Floats:
    """The table of draws as (draws, articles, topics), each article's shares made to sum to 1."""
    rows = draws[draws["article_id"].isin(article_ids)].sort_values(["draw", "article_id"], kind="stable")
    if rows.empty:
        return np.zeros((0, len(article_ids), n_topics), dtype=np.float32)
    sizes = {len(rows) / rows["draw"].nunique(), float(len(article_ids))}
    widths = set(rows["shares"].map(len))
    if len(sizes) > 1 or widths != {n_topics}:
        raise TableError(
            f"table draws: every draw wants {len(article_ids)} articles of {n_topics} shares. Mend the stage topics."
        )
    flat = np.concatenate(rows["shares"].to_numpy()).astype(np.float32, copy=False)
    cube: Floats = flat.reshape(-1, len(article_ids), n_topics)
    cube /= cube.sum(axis=2, keepdims=True)
    return cube


def spread_years(dated: pd.DataFrame, article_ids: list[str], year_names: list[int]) -> Floats:
    """(articles, years): the probability that an article is of a year; it sums to 1, or to 0 where undated."""
    spread = np.zeros((len(article_ids), len(year_names)))
    row = {article: place for place, article in enumerate(article_ids)}
    column = {year: place for place, year in enumerate(year_names)}
    rows = dated["article_id"].map(row).to_numpy(dtype=np.int64)
    columns = dated["year"].astype(int).map(column).to_numpy(dtype=np.int64)
    np.add.at(spread, (rows, columns), dated["probability"].to_numpy(dtype=float))
    totals = spread.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(spread, totals, out=np.zeros_like(spread), where=totals > 0))


def content_rng(seed: int, article_ids: list[str]) -> np.random.Generator:
    """Random numbers that depend on the seed and on which articles there are, never on the order of files."""
    digest = hashlib.sha256("\n".join(article_ids).encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(digest[:8], "big")])
