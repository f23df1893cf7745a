"""Levels: how much of the writing a theme is, by all words that go with it and not only by those that are fitted.

Words of the trade and words that most articles hold are not fitted, for they tell no theme from another. But a theme
that most articles touch on loses most of its words so, and would be shown too small: of a planted theme of 37 % of the
words four fifths were not fitted, of others three tenths, and it was shown at 20 %.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from pipeline.topics.config import Config
from pipeline.topics.vocabulary import Matter, count_matrix

Matrix = NDArray[np.float64]

# The sample's own seed, so that other chains are not weighed by other articles.
SAMPLE = 2026
N_UPDATES, SAME = 200, 1e-5  # at most so many updates of the fit, or until one gains less than this part of it
# All themes together are used about as evenly as words that all articles share. What both explain equally well is taken
# to be shared: themes pay this part of a word for each word (0.02 would leave half of a wide theme's words shared).
SHARED_FIRST, FREE = 0.001, 1e3


def theme_levels(words: pd.DataFrame, matter: Matter, counts: Matrix, *, config: Config) -> Matrix:
    """(themes,): for each fitted word of a theme, how many words of the writing go with it; 1 or more.

    `words`: article_id and term of all that could be fitted; `counts`: fitted words by article and theme. Words that
    are not fitted are shared out between the themes, as far as they are used where a theme is, and the vocabulary that
    all articles share, as far as they are used everywhere alike.
    """
    rows = sample_articles(len(matter.articles), config.level_articles)
    unfitted = count_unfitted(words, matter, config)[rows]
    fitted = matter.counts[rows].sum(axis=1)
    lengths = np.asarray(fitted).ravel() + np.asarray(unfitted.sum(axis=1)).ravel()
    own = counts[rows].sum(axis=0)
    given = share_out(unfitted, np.column_stack([counts[rows], lengths]))[:-1]
    return np.asarray(1.0 + np.divide(given, own, out=np.zeros_like(own), where=own >= 1.0))


def sample_articles(n_articles: int, most: int) -> NDArray[np.intp]:
    """All articles, or `most` of them by chance, in order."""
    if n_articles <= most:
        return np.arange(n_articles)
    return np.sort(np.random.default_rng([SAMPLE, n_articles]).permutation(n_articles)[:most])


def count_unfitted(words: pd.DataFrame, matter: Matter, config: Config) -> sparse.csr_matrix:
    """Articles x terms that are not fitted, but not for being rare: what is in two articles goes with no theme."""
    article = pd.Index(matter.articles).get_indexer(pd.Index(words["article_id"]))
    left = (article >= 0) & ~words["term"].isin(matter.vocabulary).to_numpy(dtype=bool)
    term, terms = pd.factorize(words["term"][left], sort=True)
    found = count_matrix(article[left], term, (len(matter.articles), len(terms)))
    often = np.bincount(found.indices, minlength=len(terms)) >= config.min_articles
    return found[:, np.flatnonzero(often)]


def share_out(counts: sparse.csr_matrix, parts: Matrix) -> Matrix:
    """(parts,): how many of the words in `counts` (articles x terms) go with each of `parts` (articles x parts).

    The last part is what all articles share. Each term's uses are a sum of the parts, none below 0: non-negative
    factorisation with one factor given, by Kullback and Leibler's divergence, which is maximum likelihood for counts
    (Lee and Seung 2001).
    """
    from sklearn.decomposition import non_negative_factorization

    if not counts.shape[1]:
        return np.zeros(parts.shape[1])
    scaled = parts / np.maximum(parts.sum(axis=0), 1e-12)
    scaled[:, -1] *= FREE  # its weights are so small that it pays next to nothing
    weights, _, _ = non_negative_factorization(
        counts.T.astype(float).tocsr(),
        H=scaled.T,
        n_components=parts.shape[1],
        init="custom",
        update_H=False,
        solver="mu",
        beta_loss="kullback-leibler",
        max_iter=N_UPDATES,
        tol=SAME,
        alpha_W=SHARED_FIRST / len(parts),
        l1_ratio=1.0,
    )
    return np.asarray(weights.sum(axis=0) * scaled.sum(axis=0))
