"""Completion: how well topics foretell the unseen half of unseen articles, by one measure for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from pipeline.topics.vocabulary import Matter, take_articles

Matrix = NDArray[np.float64]

N_STEPS = 40  # of expectation and maximisation: the shares of an article settle in 20 to 30
# An engine is judged at the best of these sums of the prior on an article's shares, so that none is judged by ours.
PRIOR_SUMS = (0.5, 1.0, 2.0, 5.0, 10.0)
MOST_UNSEEN = 500  # articles that are foretold, so that the cost has a bound
LEAST_ARTICLES = 5  # below, nothing can be set aside


@dataclass(frozen=True)
class Split:
    """Articles to fit, and unseen ones: the half of their terms that is shown, and the half that is foretold."""

    fitted: Matter
    shown: sparse.csr_matrix
    hidden: sparse.csr_matrix


def split_articles(matter: Matter, *, n_splits: int, unseen_share: float, seed: int) -> list[Split]:
    """Splits of the articles by chance; none where there are too few articles."""
    n_articles = len(matter.articles)
    if n_articles < LEAST_ARTICLES:
        return []
    splits = []
    for number in range(n_splits):
        random = np.random.default_rng([seed, number])
        order = random.permutation(n_articles)
        n_unseen = max(1, round(unseen_share * n_articles))
        counts = matter.counts[np.sort(order[: min(n_unseen, MOST_UNSEEN)])]
        shown = sparse.csr_matrix(
            (random.binomial(counts.data, 0.5).astype(np.int32), counts.indices, counts.indptr), shape=counts.shape
        )
        splits.append(Split(take_articles(matter, np.sort(order[n_unseen:])), shown, counts - shown))
    return splits


def held_out(topics: Sequence[NDArray[np.float32]], splits: Sequence[Split]) -> float:
    """Mean log-likelihood a word over the splits; `topics` are the terms that were fitted to each (NaN without).

    Document completion (Wallach and others 2009, section 5.1): an article's shares are found from one half of its
    terms, and the other half is foretold from them. Terms that no fitted article holds are left out.
    """
    found = [complete(terms.astype(float), split) for terms, split in zip(topics, splits, strict=True)]
    return float(np.mean(found)) if found else float("nan")


def complete(terms: Matrix, split: Split) -> float:
    """Log-likelihood a word of the hidden halves, at the best prior."""
    known = np.asarray(split.fitted.counts.sum(axis=0)).ravel() > 0
    likely = np.where(known, terms, 0.0)
    likely = likely / np.maximum(likely.sum(axis=1, keepdims=True), 1e-300)
    hidden = split.hidden.tocoo()
    rows, columns, amounts = (part[known[hidden.col]] for part in (hidden.row, hidden.col, hidden.data))
    scores = []
    for prior_sum in PRIOR_SUMS:
        shares = find_shares(split.shown, likely, prior_sum)
        chances = (shares[rows] * likely.T[columns]).sum(axis=1)
        scores.append(float(amounts @ np.log(np.maximum(chances, 1e-12))))
    return max(scores) / max(1.0, float(amounts.sum()))


def find_shares(counts: sparse.csr_matrix, terms: Matrix, prior_sum: float) -> Matrix:
    """Articles' shares of given topics, by expectation and maximisation under a symmetric prior."""
    n_articles, n_topics = counts.shape[0], len(terms)
    seen = counts.tocoo()
    # only where an article holds a term: cost grows with the text, not with articles x vocabulary
    held = terms.T[seen.col]
    gather = sparse.csr_matrix((np.ones(len(seen.row)), (seen.row, np.arange(len(seen.row)))), (n_articles, len(held)))
    shares: Matrix = np.full((n_articles, n_topics), 1 / n_topics)
    for _ in range(N_STEPS):
        parts = shares[seen.row] * held
        parts *= (seen.data / np.maximum(parts.sum(axis=1), 1e-300))[:, None]
        shares = np.asarray(gather @ parts) + prior_sum / n_topics
        shares /= shares.sum(axis=1, keepdims=True)
    return shares
