"""Document completion: topics that are true foretell best, whatever engine found them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from pipeline.topics.completion import find_shares, held_out, split_articles
from pipeline.topics.vocabulary import build_matter


@pytest.fixture
def matter(planted, settings):
    words, _, _ = planted
    return build_matter(words, config=settings())


def split(matter, **changes):
    return split_articles(matter, **{"n_splits": 2, "unseen_share": 0.25, "seed": 1, **changes})


def test_what_is_unseen_is_not_fitted_and_halves_make_wholes(matter):
    for each in split(matter):
        n_unseen = each.shown.shape[0]
        assert n_unseen == 30
        assert len(each.fitted.articles) == 90
        halves = each.shown + each.hidden
        assert halves.sum() + each.fitted.counts.sum() == matter.counts.sum()
        assert each.fitted.passages.sum() == each.fitted.counts.sum()
        assert each.hidden.data.min() >= 0


def test_splits_are_of_the_seed_and_differ_among_themselves(matter):
    one, same, other = split(matter), split(matter), split(matter, seed=2)
    assert list(one[0].fitted.articles) == list(same[0].fitted.articles)
    assert list(one[0].fitted.articles) != list(one[1].fitted.articles)
    assert list(one[0].fitted.articles) != list(other[0].fitted.articles)


def test_true_topics_foretell_better_than_one_topic_and_one_better_than_wrong_ones(matter, planted):
    _, _, topics = planted
    names = [int(name[1:]) for name in matter.vocabulary]
    true = topics[:, names] / topics[:, names].sum(axis=1, keepdims=True)
    whole = np.asarray(matter.counts.sum(axis=0), dtype=float)
    wrong = true[:, np.random.default_rng(0).permutation(true.shape[1])]
    splits = split(matter)
    scores = [held_out([terms.astype(np.float32)] * 2, splits) for terms in (true, whole / whole.sum(), wrong)]
    assert scores[0] > scores[1] + 0.5
    assert scores[1] > scores[2]
    assert scores[0] < 0


def test_a_handful_of_articles_is_not_split_and_has_no_score(matter):
    from pipeline.topics.vocabulary import take_articles

    assert split(take_articles(matter, np.arange(4))) == []
    assert np.isnan(held_out([], []))


def test_shares_follow_the_terms_of_an_article():
    terms = np.array([[0.5, 0.5, 0.0, 0.0], [0.0, 0.0, 0.5, 0.5]])
    counts = sparse.csr_matrix(np.array([[10, 10, 0, 0], [0, 0, 10, 10], [10, 0, 10, 0], [0, 0, 0, 0]]))
    shares = find_shares(counts, terms, 0.02)
    np.testing.assert_allclose(shares[:3], [[1, 0], [0, 1], [0.5, 0.5]], atol=0.01)
    np.testing.assert_allclose(shares[3], [0.5, 0.5])
