"""The shape of a corpus: what a simulated one takes over from it, without a word of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]

CONTENT = ("NOUN", "ADJ", "PROPN")


@dataclass(frozen=True)
class Shape:
    """Of each article that counts: its number of content words, its source and how likely it is of each year.

    `years` is (articles, years), rows of undated articles 0; `spread` says how articles mix themes: the sum of a
    Dirichlet law of their shares (small: one theme an article).
    """

    words: Ints
    sources: list[str]
    year_names: list[int]
    years: Floats
    spread: float


def read_shape(tables: Mapping[str, pd.DataFrame]) -> Shape:
    """The shape of the corpus of a finished run, from its tables articles, article_years, tokens, topics and draws."""
    articles = tables["articles"]
    counted = articles[articles["duplicate_of"].isna()].sort_values("article_id")
    ids = counted["article_id"].tolist()
    tokens = tables["tokens"]
    words = tokens[tokens["pos"].isin(CONTENT)].groupby("article_id").size().reindex(ids, fill_value=0)
    dated = tables["article_years"]
    years = dated.pivot_table(index="article_id", columns="year", values="probability", aggfunc="sum")
    years = years.reindex(ids).fillna(0.0)
    return Shape(
        words=np.maximum(words.to_numpy(dtype=np.int64), 1),
        sources=counted["source"].tolist(),
        year_names=[int(year) for year in years.columns],
        years=years.to_numpy(dtype=float),
        spread=measure_spread(tables["article_topics"], tables["topics"]),
    )


def measure_spread(article_topics: pd.DataFrame, topics: pd.DataFrame) -> float:
    """The sum of the Dirichlet law that varies over articles as their shares of themes do; 1 where nothing tells.

    A share of mean m varies by m (1 - m) / (sum + 1); all themes together, within 0.3 and 20.
    """
    if article_topics.empty:
        return 1.0
    theme_of = topics.set_index("topic_id")["theme_id"]
    rows = article_topics.assign(theme_id=article_topics["topic_id"].map(theme_of))
    shares = rows.pivot_table(index="article_id", columns="theme_id", values="share", aggfunc="sum", fill_value=0.0)
    middle = shares.mean()
    varied, most = float(shares.var(ddof=0).sum()), float((middle * (1.0 - middle)).sum())
    return float(np.clip(most / varied - 1.0, 0.3, 20.0)) if varied > 0 and most > 0 else 1.0
