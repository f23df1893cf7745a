"""The table of sums: each sum of money with what it is for, who says it, its theme and its year."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipeline.corpus import Publisher
from pipeline.prevalence.config import Config
from pipeline.prevalence.links import Evidence, Stated, link_sums
from pipeline.prevalence.pages import Columns, Context, Page
from pipeline.prevalence.publishers import find_publishers
from pipeline.rows import records

CARRIED = ["mention_id", "article_id", "value", "value_high", "currency", "period", "qualifier"]
COLUMNS = [
    *CARRIED,
    "kind",
    "about",
    "whose",
    "speaker",
    "speaker_kind",
    "concerns_from",
    "concerns_to",
    "same_as",
    "theme_id",
    "year",
]


def place_sums(
    articles: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    article_topics: pd.DataFrame,
    *,
    publishers: Sequence[Publisher],
    config: Config,
) -> pd.DataFrame:
    """One row a mention of money, duplicates' too; year and theme are its article's."""
    sums = mentions[mentions["type"] == "MONEY"].sort_values(["article_id", "start"], ignore_index=True)
    held = set(sums["article_id"])
    told = articles[articles["article_id"].isin(held)]
    near = mentions[mentions["article_id"].isin(held)]
    contexts = read_contexts(sums, told, tokens[tokens["article_id"].isin(held)], near, config=config)
    evidence = Evidence(config.same_words, config.same_words_per_digit, config.same_words_within, config.same_years)
    links = link_sums(state_sums(sums, contexts, told), evidence=evidence)
    strongest = strongest_themes(topics, themes, article_topics[article_topics["article_id"].isin(held)])
    years = dict(zip(told["article_id"], told["year"], strict=True))
    facts = {
        "same_as": [links.get(mention_id) for mention_id in sums["mention_id"]],
        "theme_id": [strongest.get(article_id) for article_id in sums["article_id"]],
        "year": pd.array([years[article_id] for article_id in sums["article_id"]], dtype="Int64"),
    }
    columns = context_columns(sums, contexts, find_publishers(told, mentions, publishers))
    return pd.concat([sums[CARRIED], pd.DataFrame(columns | facts)], axis=1)[COLUMNS]


def context_columns(sums: pd.DataFrame, contexts: list[Context], publishers: Mapping[str, str]) -> dict[str, Any]:
    """The columns that the words around the sums give."""
    said = [
        who_says(context, publishers.get(article))
        for context, article in zip(contexts, sums["article_id"], strict=True)
    ]
    return {
        "kind": [context.kind for context in contexts],
        "about": [context.about for context in contexts],
        "whose": [context.whose for context in contexts],
        "speaker": [who for who, _ in said],
        "speaker_kind": [kind for _, kind in said],
        "concerns_from": pd.array([c.years.first if c.years else None for c in contexts], dtype="Int64"),
        "concerns_to": pd.array([c.years.last if c.years else None for c in contexts], dtype="Int64"),
    }


def who_says(context: Context, publisher: str | None) -> tuple[str | None, str | None]:
    """Who says a sum and how that is known: the one quoted; else, outside of quotations, the publisher."""
    if context.speaker is not None:
        return context.speaker, "quoted"
    return (publisher, "publisher") if publisher and not context.is_quoted else (None, None)


def state_sums(sums: pd.DataFrame, contexts: list[Context], articles: pd.DataFrame) -> list[Stated]:
    """The sums as they are compared, in order of announcement: counted articles first, then by day, undated last."""
    days = {
        key: None if pd.isna(day) else day.toordinal()
        for key, day in zip(articles["article_id"], articles["date"], strict=True)
    }
    originals = {
        key: None if pd.isna(original) else str(original)
        for key, original in zip(articles["article_id"], articles["duplicate_of"], strict=True)
    }
    stated: list[Stated] = []
    for row, context in zip(records(sums), contexts, strict=True):
        high: float | None = None if pd.isna(row["value_high"]) else float(row["value_high"])
        currency: str | None = None if pd.isna(row["currency"]) else str(row["currency"])
        stated.append(
            Stated(
                mention_id=row["mention_id"],
                article_id=row["article_id"],
                original=originals[row["article_id"]],
                day=days[row["article_id"]],
                ends=None if pd.isna(row["value"]) else (float(row["value"]), high, currency),
                period=None if pd.isna(row["period"]) else str(row["period"]),
                kind=context.kind,
                years=context.years,
                near=context.near,
                wide=context.wide,
                names=context.names,
                numbers=context.numbers,
            )
        )
    latest = math.inf
    return sorted(
        stated, key=lambda each: (each.original is not None, latest if each.day is None else each.day, each.article_id)
    )


def read_contexts(
    sums: pd.DataFrame, articles: pd.DataFrame, tokens: pd.DataFrame, mentions: pd.DataFrame, *, config: Config
) -> list[Context]:
    """What the words around each sum say, in the order of `sums`; one article's words at a time."""
    columns = (articles[key] for key in ("article_id", "title", "text", "spans", "year"))
    told = {article_id: facts for article_id, *facts in zip(*columns, strict=True)}
    words = split_columns(tokens.sort_values(["article_id", "position"]), ("start", "end", "sentence", "lemma", "pos"))
    marks = split_columns(mentions, ("type", "start", "end", "surface", "canonical"))
    contexts: list[Context] = []
    for article_id, rows in sums.groupby("article_id", sort=False)[["start", "end"]]:
        title, text, spans, year = told[str(article_id)]
        written = None if pd.isna(year) else int(year)
        page = Page(title, text, spans, words(article_id), marks(article_id), year=written)
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
