"""The table of sums: each sum of money with what it is for, who says it, its theme and its year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from pipeline.prevalence.config import Config
from pipeline.prevalence.pages import Columns, Page

COLUMNS = ["mention_id", "article_id", "value", "currency", "period", "about", "speaker", "theme_id", "year"]


def place_sums(
    articles: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    article_topics: pd.DataFrame,
    *,
    config: Config,
) -> pd.DataFrame:
    """One row a mention of money, duplicates' too; year and theme are its article's."""
    sums = mentions[mentions["type"] == "MONEY"].sort_values(["article_id", "start"], ignore_index=True)
    held = set(sums["article_id"])
    told = articles[articles["article_id"].isin(held)]
    near = mentions[mentions["article_id"].isin(held)]
    contexts = read_contexts(sums, told, tokens[tokens["article_id"].isin(held)], near, config=config)
    strongest = strongest_themes(topics, themes, article_topics[article_topics["article_id"].isin(held)])
    years = dict(zip(told["article_id"], told["year"], strict=True))
    facts = {
        "about": [about for about, _ in contexts],
        "speaker": [speaker for _, speaker in contexts],
        "theme_id": [strongest.get(article_id) for article_id in sums["article_id"]],
        "year": pd.array([years[article_id] for article_id in sums["article_id"]], dtype="Int64"),
    }
    return pd.concat([sums, pd.DataFrame(facts)], axis=1)[COLUMNS]


def read_contexts(
    sums: pd.DataFrame, articles: pd.DataFrame, tokens: pd.DataFrame, mentions: pd.DataFrame, *, config: Config
) -> list[tuple[str, str | None]]:
    """What each sum is for and who says so, in the order of `sums`; one article's words at a time."""
    columns = (articles[key] for key in ("article_id", "title", "text", "spans"))
    told = {article_id: (title, text, spans) for article_id, title, text, spans in zip(*columns, strict=True)}
    words = split_columns(tokens.sort_values(["article_id", "position"]), ("start", "end", "sentence", "lemma", "pos"))
    marks = split_columns(mentions, ("type", "start", "end", "surface", "canonical"))
    contexts: list[tuple[str, str | None]] = []
    for article_id, rows in sums.groupby("article_id", sort=False)[["start", "end"]]:
        title, text, spans = told[str(article_id)]
        page = Page(title, text, spans, words(article_id), marks(article_id))
        contexts += [page.context(start, end, config=config) for start, end in rows.to_numpy(dtype=int)]
    return contexts


def split_columns(rows: pd.DataFrame, names: tuple[str, ...]) -> Callable[[Any], Columns]:
    """What gives, for an article_id, the named columns of its rows; no rows for an article that has none."""
    places = rows.groupby("article_id").indices
    columns = {name: rows[name].to_numpy() for name in names}
    none = np.zeros(0, dtype=np.int64)
    return lambda article_id: {name: values[places.get(article_id, none)] for name, values in columns.items()}


def strongest_themes(topics: pd.DataFrame, themes: pd.DataFrame, article_topics: pd.DataFrame) -> dict[str, str]:
    """Each article's theme of the largest share, background left out; the first by name of equal ones."""
    background = set(themes.loc[themes["kind"] == "background", "theme_id"])
    shares = article_topics.merge(topics[["topic_id", "theme_id"]], on="topic_id")
    shares = shares[~shares["theme_id"].isin(background)]
    totals = shares.groupby(["article_id", "theme_id"])["share"].sum().reset_index()
    totals = totals.sort_values(["article_id", "share", "theme_id"], ascending=[True, False, True])
    first = totals.drop_duplicates("article_id")
    return dict(zip(first["article_id"], first["theme_id"], strict=True))
