"""Phrases: words that keep company more than chance has it, as one term ("cost_of_living")."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.topics.config import Config

JOINER = "_"


class Runs:
    """Stretches of words with nothing between them, as lists of text; can be gone through any number of times."""

    def __init__(self, words: NDArray[np.object_], starts: NDArray[np.intp]) -> None:
        self.words = words
        self.bounds = [*starts.tolist(), len(words)]

    def __iter__(self) -> Iterator[list[str]]:
        for first, last in zip(self.bounds[:-1], self.bounds[1:], strict=True):
            yield self.words[first:last].tolist()


def join_phrases(terms: pd.DataFrame, *, config: Config) -> pd.DataFrame:
    """The terms that count, phrases joined, in reading order: article_id, term, start, end, is_noun (its last word).

    Phrases are found by normalised pointwise mutual information (Bouma 2009) with gensim's Phrases, in two passes, so
    that three words can meet; connector words may stand within a phrase and do not count towards its score.
    """
    from gensim.models.phrases import Phrases

    kept = terms[terms["counts"] | terms["term"].isin(config.connectors)]
    if kept.empty:
        return kept[["article_id", "term", "start", "end"]].assign(is_noun=False)
    stretch = [
        kept["article_id"].ne(kept["article_id"].shift()),
        kept["sentence"].ne(kept["sentence"].shift()),
        kept["position"].diff().ne(1),
    ]
    starts = np.flatnonzero(stretch[0] | stretch[1] | stretch[2])
    runs = Runs(kept["term"].to_numpy(dtype=object), starts)
    sentences = list(runs)
    for _ in range(2):
        found = Phrases(
            sentences,
            min_count=config.phrase_min_count,
            threshold=config.phrase_npmi,
            scoring="npmi",
            connector_words=config.connectors,
            delimiter=JOINER,
        ).freeze()
        sentences = [found[sentence] for sentence in sentences]
    words = [word for sentence in sentences for word in sentence]
    widths = np.fromiter((word.count(JOINER) + 1 for word in words), dtype=np.intp, count=len(words))
    last = np.cumsum(widths) - 1
    first = last - widths + 1
    joined = pd.DataFrame(
        {
            "article_id": kept["article_id"].to_numpy()[first],
            "term": words,
            "start": kept["start"].to_numpy()[first],
            "end": kept["end"].to_numpy()[last],
            "is_noun": kept["pos"].isin(("NOUN", "PROPN")).to_numpy()[last],
        }
    )
    return joined[~joined["term"].isin(config.connectors)].reset_index(drop=True)
