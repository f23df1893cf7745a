"""The tree: topics grouped into themes for readers, without any list of themes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from pipeline.topics.consensus import unit_rows

Matrix = NDArray[np.float64]


def group_topics(similarity: Matrix, n_themes: int) -> NDArray[np.intp]:
    """The number of each topic's theme, from 0, by complete linkage into at most `n_themes`."""
    n_topics = len(similarity)
    if n_topics <= n_themes:
        return np.arange(n_topics)
    distance = similarity.max() - (similarity + similarity.T) / 2
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "complete")
    return fcluster(tree, n_themes, "maxclust").astype(np.intp) - 1


def topic_similarity(terms: Matrix, shares: Matrix, profiles: Matrix) -> Matrix:
    """How alike topics are, 0 to 1: by their lifted terms, by the articles that they meet in, by their series.

    Each is taken by rank, so that neither outweighs the other; two topics of one series are alike as far as their
    headlines are.
    """
    joined = (rank_pairs(lifted_cosine(terms, shares)) + rank_pairs(article_correlation(shares))) / 2
    series = unit_rows(profiles) @ unit_rows(profiles).T
    return np.maximum(joined, series)


def lifted_cosine(terms: Matrix, shares: Matrix) -> Matrix:
    """Cosine of topics' terms, weighted by how much likelier a term is in the topic than overall."""
    overall = shares.mean(axis=0) @ terms
    lift = np.log(np.maximum(terms, 1e-300) / np.maximum(overall, 1e-300))
    lifted = unit_rows(terms * np.maximum(lift, 0))
    return np.asarray(lifted @ lifted.T)


def article_correlation(shares: Matrix) -> Matrix:
    """Correlation of topics' shares over articles; 0 for a topic that does not vary."""
    centred = unit_rows((shares - shares.mean(axis=0)).T)
    return np.asarray(centred @ centred.T)


def rank_pairs(similarity: Matrix) -> Matrix:
    """The same pairs by rank, 0 for the least alike, 1 for the most."""
    first, second = np.triu_indices(len(similarity), 1)
    order = np.argsort(similarity[first, second], kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.linspace(0, 1, len(order))
    ranked = np.eye(len(similarity))
    ranked[first, second] = ranked[second, first] = ranks
    return ranked
