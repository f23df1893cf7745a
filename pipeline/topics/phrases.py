"""Phrases: words that keep company more than chance has it, as one term ("cost_of_living")."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.topics.config import Config

JOINER = "_"
SECOND_JOINER = "~"  # no term holds it


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
    starts = stretch_starts(kept)
    sentences: list[list[str]] = list(Runs(kept["term"].to_numpy(dtype=object), starts))
    # gensim takes a frozen phrase apart at its delimiter: each pass needs its own
    for delimiter in (JOINER, SECOND_JOINER):
        found = Phrases(
            sentences,
            min_count=config.phrase_min_count,
            threshold=config.phrase_npmi,
            scoring="npmi",
            connector_words=config.connectors,
            delimiter=delimiter,
        ).freeze()
        sentences = [found[sentence] for sentence in sentences]
    joined = place_terms(kept, sentences)
    return joined[~joined["term"].isin(config.connectors)].reset_index(drop=True)


def stretch_starts(kept: pd.DataFrame) -> NDArray[np.intp]:
    """Where each stretch of words begins: in a new article or sentence, or after a word or mark that was left out."""
    fresh = kept["article_id"].ne(kept["article_id"].shift()) | kept["sentence"].ne(kept["sentence"].shift())
    return np.flatnonzero(fresh | kept["position"].diff().ne(1))


def place_terms(kept: pd.DataFrame, sentences: list[list[str]]) -> pd.DataFrame:
    """The words of the sentences with the places of the words in `kept` that they are made of."""
    words = [word.replace(SECOND_JOINER, JOINER) for sentence in sentences for word in sentence]
    widths = np.fromiter((word.count(JOINER) + 1 for word in words), dtype=np.intp, count=len(words))
    last = np.cumsum(widths) - 1
    first = last - widths + 1
    return pd.DataFrame(
        {
            "article_id": kept["article_id"].to_numpy()[first],
            "term": words,
            "start": kept["start"].to_numpy()[first],
            "end": kept["end"].to_numpy()[last],
            "is_noun": kept["pos"].isin(("NOUN", "PROPN")).to_numpy()[last],
        }
    )
