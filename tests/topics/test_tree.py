"""The tree: like topics share a theme, a series has its own."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.tree import group_topics, settle_topics

# topics 0 and 1 share terms and articles, so do 2 and 3; 4 stands alone
TERMS = np.array(
    [
        [4, 3, 2, 1, 0, 0, 0, 0, 0, 0],
        [3, 4, 1, 2, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 4, 3, 2, 1, 0, 0],
        [0, 0, 0, 0, 3, 4, 1, 2, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0, 5, 5],
    ]
) / 10  # fmt: skip
NONE = np.zeros(5, dtype=bool)
SHARES = np.array([[0.5, 0.5, 0, 0, 0], [0.4, 0.6, 0, 0, 0], [0, 0, 0.5, 0.5, 0], [0, 0, 0.6, 0.4, 0], [0, 0, 0, 0, 1]])


def groups(home):
    return sorted(sorted(np.flatnonzero(home == number).tolist()) for number in np.unique(home))


@pytest.mark.parametrize(
    ("n_themes", "same_theme", "expected"),
    [
        (3, 0, [[0, 1], [2, 3], [4]]),
        (5, 0, [[0], [1], [2], [3], [4]]),
        (5, 0.5, [[0, 1], [2, 3], [4]]),
        (1, 0, [[0, 1, 2, 3, 4]]),
    ],
)
def test_like_topics_are_grouped(settings, n_themes, same_theme, expected):
    config = settings(n_themes=n_themes, same_theme=same_theme)
    assert groups(group_topics(TERMS, SHARES, np.zeros((5, 0)), NONE, config=config)) == expected


def test_topics_of_one_series_share_a_theme_that_holds_nothing_else(settings):
    profiles = np.array([[1.0], [0], [1.0], [0], [0]])
    config = settings(n_themes=3, same_theme=0, leaves_series=100)
    # 0 and 2 have a word in common that no other topic has
    terms = np.hstack([TERMS / 2, np.array([[0.5], [0], [0.5], [0], [0]])])
    home = group_topics(terms, SHARES, profiles, NONE, config=config)
    assert [0, 2] in groups(home)
    assert len(groups(home)) == 3


def test_a_series_without_words_of_its_own_goes_to_the_subjects_and_leaves_no_gap(settings):
    profiles = np.array([[1.0], [0], [1.0], [0], [0]])
    home = group_topics(TERMS, SHARES, profiles, NONE, config=settings(n_themes=4, same_theme=0))
    assert groups(home) == [[0, 1], [2, 3], [4]]
    assert sorted(np.unique(home)) == [0, 1, 2]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ([0, 1, 0, 0, 2], [[0, 1], [2, 3], [4]]),  # 0 was merged too early
        ([0, 0, 1, 1, 2], [[0, 1], [2, 3], [4]]),
        ([0, 0, 0, 0, 0], [[0, 1, 2, 3, 4]]),
        ([0, 1, 2, 3, 4], [[0], [1], [2], [3], [4]]),
    ],
)
def test_topics_settle_where_they_lose_least_and_no_theme_empties(start, expected):
    views = [(TERMS, 0.5), (SHARES.T / SHARES.sum(axis=0)[:, None], 0.5)]
    home = np.array(start)
    settled = settle_topics(views, SHARES.mean(axis=0), home, mass_power=1.0)
    assert groups(settled) == expected
    assert home.tolist() == start


def test_one_topic_is_one_theme(settings):
    assert group_topics(TERMS[:1], SHARES[:, :1], np.zeros((1, 0)), NONE[:1], config=settings()).tolist() == [0]


def test_the_arguments_stay_as_they_are(settings):
    terms, shares = TERMS.copy(), SHARES.copy()
    group_topics(terms, shares, np.zeros((5, 0)), NONE, config=settings(n_themes=2))
    np.testing.assert_array_equal(terms, TERMS)
    np.testing.assert_array_equal(shares, SHARES)


def test_a_word_that_is_a_little_commoner_in_both_does_not_join_two_subjects(settings):
    # 0 and 1 share the word 0, which others use half as much; 0 and 2 share little-used words of their own
    terms = np.array([[8, 4, 4, 0, 0, 4], [8, 0, 0, 6, 0, 6], [2, 5, 5, 0, 2, 6], [4, 0, 0, 0, 8, 8]]) / 20
    config = settings(n_themes=3, same_theme=0, terms_weight=1.0)
    home = group_topics(terms, np.eye(4), np.zeros((4, 0)), NONE[:4], config=config)
    assert [0, 2] in groups(home)
