"""The shape of a corpus: what a simulated one takes over from it, without a word of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.topics.vocabulary import count_matrix, evenness

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]

CONTENT = ("NOUN", "ADJ", "PROPN")
MOST_TERMS = 20_000
LEAST_USES = 20


@dataclass(frozen=True)
class Shape:
    """Of each article that counts: its number of content words, its source and how likely it is of each year.

    `years` is (articles, years), rows of undated articles 0; `spread` says how articles mix themes: the sum of a
    Dirichlet law of their shares (small: one theme an article). `law` (terms,) is how often the commonest content words
    are used, commonest first, and `evenness` how evenly they lie over articles (1: as by chance).
    """

    words: Ints
    sources: list[str]
    year_names: list[int]
    years: Floats
    spread: float
    law: Floats
    evenness: float

    def take(self, rows: Ints) -> Shape:
        """The shape of the articles at `rows`, each as often as it stands there."""
        return replace(
            self, words=self.words[rows], sources=[self.sources[row] for row in rows], years=self.years[rows]
        )


def read_shape(tables: Mapping[str, pd.DataFrame]) -> Shape:
    """The shape of the corpus of a finished run, from its tables named in the command's READ."""
    articles = tables["articles"]
    counted = articles[articles["duplicate_of"].isna()].sort_values("article_id")
    ids = counted["article_id"].tolist()
    tokens = tables["tokens"]
    content = tokens[tokens["pos"].isin(CONTENT) & tokens["article_id"].isin(ids)]
    words = content.groupby("article_id").size().reindex(ids, fill_value=0)
    law = np.asarray(content["lemma"].value_counts().to_numpy()[:MOST_TERMS], dtype=np.float64)
    dated = tables["article_years"]
    years = dated.pivot_table(index="article_id", columns="year", values="probability", aggfunc="sum")
    years = years.reindex(ids).fillna(0.0)
    return Shape(
        words=np.maximum(words.to_numpy(dtype=np.int64), 1),
        sources=counted["source"].tolist(),
        year_names=[int(year) for year in years.columns],
        years=years.to_numpy(dtype=float),
        spread=measure_spread(tables["article_topics"], tables["topics"]),
        law=law if len(law) else np.ones(1),
        evenness=measure_evenness(content["article_id"].to_numpy(), content["lemma"].to_numpy()),
    )


def measure_evenness(articles: npt.NDArray[Any], terms: npt.NDArray[Any]) -> float:
    """How evenly terms lie over articles: articles that hold a term over those expected by chance, mean over uses.

    `articles` and `terms` name the article and the term of each use. Only terms of LEAST_USES tell; NaN without any.
    """
    row, column = pd.factorize(articles)[0], pd.factorize(terms)[0]
    if not len(row):
        return float("nan")
    counts = count_matrix(row, column, (int(row.max()) + 1, int(column.max()) + 1))
    uses = np.asarray(counts.sum(axis=0), dtype=float).ravel()
    told = uses >= LEAST_USES
    return float(np.average(evenness(counts)[told], weights=uses[told])) if told.any() else float("nan")


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
