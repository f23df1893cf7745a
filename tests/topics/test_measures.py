"""Measures: values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from pipeline.topics.measures import coherence, exclusivity, frex, spread, top_terms


def test_npmi_is_1_for_words_that_always_meet_and_minus_1_for_words_that_never_do():
    counts = sparse.csr_matrix([[1, 2, 0], [3, 1, 0], [0, 0, 1], [0, 0, 2]])
    found = coherence(np.array([[0, 1], [0, 2]]), counts)
    assert found.tolist() == pytest.approx([1.0, -1.0])


def test_npmi_is_0_for_words_that_meet_by_chance():
    counts = sparse.csr_matrix([[1, 1], [1, 0], [0, 1], [0, 0]])
    assert coherence(np.array([[0, 1]]), counts).tolist() == pytest.approx([0.0])


@pytest.mark.parametrize(("top", "counts"), [([[0]], [[1], [1]]), ([[0, 1]], [[1, 1], [2, 1]])])
def test_npmi_is_0_where_nothing_can_be_told(top, counts):
    assert coherence(np.array(top), sparse.csr_matrix(counts)).tolist() == [0.0]


def test_exclusivity_is_the_share_of_use_that_is_the_topics_own():
    terms = np.array([[0.5, 0.5, 0.0], [0.5, 0.0, 0.5]])
    # term 0: 30 uses of 40 are the first topic's; term 1: all of its uses
    found = exclusivity(terms, np.array([60.0, 20.0]), top_terms(terms, 2))
    assert found.tolist() == pytest.approx([(0.75 + 1) / 2, (0.25 + 1) / 2])


def test_frex_prefers_a_terms_own_topic():
    scored = frex(np.array([[0.5, 0.4, 0.1], [0.5, 0.1, 0.4]]), weight=0.7)
    assert scored[0].argmax() == 1
    assert scored[1].argmax() == 2
    assert scored.min() > 0
    assert scored.max() <= 1


def test_spread_is_1_for_what_every_article_shares_and_low_for_a_subject():
    counts = np.full((50, 3), 5.0)
    counts[:, 1] = 0
    counts[:5, 1] = 50
    counts[:, 2] = 60 - counts[:, 0] - counts[:, 1]  # all articles of one length
    even, subject, _ = spread(counts)
    assert even == 1
    # 250 terms fall on 50 (1 - 6/e^5) = 48 articles twice or more by chance; this subject is in five
    assert subject == pytest.approx(5 / 48, abs=0.01)
