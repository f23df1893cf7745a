"""The ladder: splits, merges and persistence, counted on topics made to split and merge."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from pipeline.topics.chains import Chain
from pipeline.topics.consensus import Consensus
from pipeline.topics.ladder import count_splits, ladder_rows, mass_that_lasts, measure_topics
from pipeline.topics.matching import Shown
from pipeline.topics.trials import Trial, Tried
from pipeline.topics.vocabulary import Matter


def names(prefix, number):
    return np.array([f"{prefix}{n}" for n in range(number)], dtype=object)


def consensus(terms, counts, persistence=(1.0,), *, has_rest=False):
    counts = np.asarray(counts, dtype=float)
    persistence = np.broadcast_to(np.asarray(persistence), len(terms)).copy()
    return Consensus(np.asarray(terms, float), counts, counts[None].astype(np.float32), persistence, has_rest)


@pytest.fixture
def shown():
    """Four topics with two terms and two articles of their own each."""
    return Shown(
        names("a", 8),
        names("w", 8),
        np.kron(np.eye(4), [0.5, 0.5]),
        np.kron(np.eye(4), [[10.0], [10.0]]),
        np.arange(4),
        ("a", "b", "c", "d"),
        np.ones(4),
    )


def test_the_same_topics_neither_split_nor_merge(shown):
    assert count_splits(consensus(shown.terms, shown.counts), shown, least=0.5) == {"n_splits": 0, "n_merges": 0}


def test_two_topics_in_one_are_a_merger(shown):
    coarse = np.array([[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    merged = consensus(coarse @ shown.terms, shown.counts @ coarse.T)
    assert count_splits(merged, shown, least=0.5) == {"n_splits": 0, "n_merges": 1}


def test_a_topic_in_two_is_a_split(shown):
    fine = np.vstack([shown.terms[:1], shown.terms])
    counts = np.hstack([shown.counts[:, :1] / 2, shown.counts[:, :1] / 2, shown.counts[:, 1:]])
    assert count_splits(consensus(fine, counts), shown, least=0.5) == {"n_splits": 1, "n_merges": 0}


def test_the_rest_is_no_topic_and_does_not_last(shown):
    lasting = consensus(shown.terms, shown.counts, [1.0, 0.5, 0.5, 1.0], has_rest=True)
    # four topics of equal mass: 1, a half, a half, and the rest
    assert mass_that_lasts(lasting) == pytest.approx(0.5)
    assert count_splits(lasting, shown, least=0.5) == {"n_splits": 0, "n_merges": 0}


def test_topics_of_words_that_keep_together_cohere(shown):
    counts = sparse.csr_matrix(np.kron(np.eye(4), np.ones((2, 2), dtype=int)))
    found = measure_topics(consensus(shown.terms, shown.counts), counts)
    assert found["exclusivity"] > 0.99 / 4, "two of eight top terms are a topic's own"
    assert measure_topics(consensus(np.zeros((1, 8)), np.zeros((8, 1)), has_rest=True), counts)["npmi"] == 0


def test_rungs_and_engines_have_rows_and_other_variants_none(shown, settings):
    chain = Chain(
        shown.terms.astype(np.float32), shown.counts.astype(np.float32), shown.counts[None].astype(np.float32)
    )
    matter = Matter(shown.articles, shown.vocabulary, None, None, None)

    def tried(setting, engine, chains, *, is_rung=True):
        return Tried(Trial(setting, engine, matter, (), (), 4, is_rung, True), chains, [])

    given = [
        tried("4 topics", "tomotopy", []),
        tried("gensim", "gensim", [chain]),
        tried("nouns only", "tomotopy", [chain], is_rung=False),
    ]
    counts = sparse.csr_matrix(np.kron(np.eye(4), np.ones((2, 2), dtype=int)))
    rows = ladder_rows(given, [chain, chain], [], shown, counts, config=settings()).set_index("setting")
    assert list(rows.index) == ["4 topics", "gensim"]
    assert rows["is_shipped"].tolist() == [True, False]
    assert rows.loc["4 topics", "persistence"] == 1
    assert rows["held_out"].isna().all(), "nothing was set aside"
    assert rows.loc["gensim", ["n_splits", "n_merges"]].tolist() == [0, 0]
