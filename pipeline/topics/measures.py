"""Measures of topics: NPMI coherence, exclusivity, FREX, and how evenly a topic lies over articles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.stats import rankdata

Matrix = NDArray[np.float64]


def row_shares(matrix: Matrix) -> Matrix:
    """The rows of a matrix as shares of their sums; rows of zeros stay."""
    return np.asarray(matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1e-300))


def top_terms(terms: Matrix, n_top: int) -> NDArray[np.intp]:
    """The numbers of each topic's heaviest terms, heaviest first (topics x n_top)."""
    return np.argsort(-terms, axis=1, kind="stable")[:, : min(n_top, terms.shape[1])]


def coherence(top: NDArray[np.intp], counts: sparse.csr_matrix) -> NDArray[np.float64]:
    """Mean NPMI of each topic's top terms, two by two, over articles (Lau, Newman and Baldwin 2014); -1 to 1.

    A pair that never meets counts -1; with fewer than two terms a topic's coherence is 0.
    """
    n_articles, n_top = counts.shape[0], top.shape[1]
    if n_top < 2 or n_articles == 0:
        return np.zeros(len(top))
    used, place = np.unique(top, return_inverse=True)
    present = counts[:, used].astype(bool).astype(np.float64)
    together = (present.T @ present).toarray() / n_articles
    alone = together.diagonal()
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = np.log(together / np.outer(alone, alone)) / -np.log(together)
    scores[together == 0] = -1.0
    scores[together >= 1] = 0.0  # two words in every article say nothing of one another
    place = place.reshape(top.shape)
    first, second = np.triu_indices(n_top, 1)
    found: NDArray[np.float64] = scores[place[:, first], place[:, second]].mean(axis=1)
    return found


def exclusivity(terms: Matrix, sizes: NDArray[np.float64], top: NDArray[np.intp]) -> NDArray[np.float64]:
    """For each topic, the mean over its top terms of the share of the term's use that is the topic's own."""
    use = terms * sizes[:, None]
    own = use / np.maximum(use.sum(axis=0, keepdims=True), 1e-300)
    return np.asarray(np.take_along_axis(own, top, axis=1).mean(axis=1))


def frex(terms: Matrix, *, weight: float) -> Matrix:
    """Frequency and exclusivity in one figure (Bischof and Airoldi 2012), topics x terms, 0 to 1.

    The harmonic mean of a term's rank by frequency within the topic and by exclusivity to it; `weight` is that of
    exclusivity.
    """
    n_terms = terms.shape[1]
    own = terms / np.maximum(terms.sum(axis=0, keepdims=True), 1e-300)
    by_frequency = rankdata(terms, axis=1) / n_terms
    by_exclusivity = rankdata(own, axis=1) / n_terms
    joined: Matrix = 1 / (weight / by_exclusivity + (1 - weight) / by_frequency)
    return joined


def spread(counts: Matrix) -> NDArray[np.float64]:
    """For each topic, the articles that hold it over the number expected if its terms fell by chance (about 0 to 1).

    An article holds a topic that has two of its terms or more. Near 1 for vocabulary that every article shares.
    """
    lengths = counts.sum(axis=1)
    rates = np.outer(lengths / max(lengths.sum(), 1e-300), counts.sum(axis=0))
    expected = (1 - np.exp(-rates) * (1 + rates)).sum(axis=0)
    found: NDArray[np.float64] = (counts >= 2).sum(axis=0) / np.maximum(expected, 1e-300)
    return np.minimum(found, 1.0)
