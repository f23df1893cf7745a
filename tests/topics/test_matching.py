"""Matching: another fit's topics go to the theme that they are like, in whole or in part, or to none."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.chains import Chain
from pipeline.topics.matching import Shown, align, gather, match_themes, theme_shares
from pipeline.topics.vocabulary import Matter


def names(prefix, number):
    return np.array([f"{prefix}{n}" for n in range(number)], dtype=object)


@pytest.fixture
def shown():
    """Three topics of two terms and two articles each; the first two are one theme."""
    terms = np.kron(np.eye(3), [0.5, 0.5])
    counts = np.kron(np.eye(3), [[10.0], [10.0]])
    return Shown(names("a", 6), names("w", 6), terms, counts, np.array([1, 1, 0]), ("other", "water"), np.ones(2))


def chain(terms, counts):
    counts = np.asarray(counts, dtype=np.float32)
    return Chain(np.asarray(terms, dtype=np.float32), counts, np.zeros((0, *counts.shape), dtype=np.float32))


def test_a_fine_topic_goes_with_its_part_and_a_coarse_one_with_the_whole(shown):
    fine = chain(shown.terms, shown.counts)
    assert match_themes(fine, shown, least=0.5).tolist() == [1, 1, 0]
    whole = chain([[0.25] * 4 + [0] * 2, [0] * 4 + [0.5] * 2], [[10, 0]] * 4 + [[0, 10]] * 2)
    assert match_themes(whole, shown, least=0.9).tolist() == [1, 0]


def test_a_topic_that_is_like_none_matches_none_and_its_mass_is_left_out(shown):
    even = chain([[1 / 6] * 6, *shown.terms[:1]], [[5, 5]] + [[0, 10]] * 5)
    assert match_themes(even, shown, least=0.7).tolist() == [-1, 1]
    shares = theme_shares([even], shown, least=0.7)
    np.testing.assert_allclose(shares[0], [0, 0.5])
    np.testing.assert_allclose(shares[1:], [[0, 1]] * 5)


def test_chains_are_averaged_and_an_article_without_terms_is_unknown(shown):
    one, other = chain(shown.terms, shown.counts), chain(shown.terms, shown.counts * [1, 1, 0])
    shares = theme_shares([one, other], shown, least=0.5)
    np.testing.assert_allclose(shares[4], [1, 0])
    assert np.isnan(theme_shares([other], shown, least=0.5)[4]).all()


def test_another_order_of_terms_and_articles_is_put_in_ours(shown):
    turned = chain(shown.terms[:, ::-1], shown.counts[::-1])
    matter = Matter(shown.articles[::-1], shown.vocabulary[::-1], None, None, None)
    back = align(turned, matter, shown)
    np.testing.assert_array_equal(back.terms, shown.terms.astype(np.float32))
    np.testing.assert_array_equal(back.counts, shown.counts.astype(np.float32))


def test_what_is_not_ours_is_left_out(shown):
    matter = Matter(np.array(["a0", "new"], object), np.array(["w1", "strange"], object), None, None, None)
    back = align(chain([[0.4, 0.6]], [[3.0], [4.0]]), matter, shown)
    np.testing.assert_allclose(back.terms, [[0, 0.4, 0, 0, 0, 0]], rtol=1e-6)
    assert back.counts.sum() == 3


def test_columns_that_match_no_theme_are_not_gathered():
    assert gather(np.array([[1.0, 2.0, 4.0]]), np.array([1, -1, 1]), 2).tolist() == [[0.0, 5.0]]


def test_where_nothing_is_shown_nothing_matches():
    nothing = Shown(
        names("a", 2), names("w", 2), np.zeros((0, 2)), np.zeros((2, 0)), np.array([], int), ("rest",), np.ones(1)
    )
    assert match_themes(chain([[0.5, 0.5]], [[1], [1]]), nothing, least=0.5).tolist() == [-1]


def test_words_count_at_the_level_of_their_theme():
    two = Shown(
        names("a", 2), names("w", 4), np.kron(np.eye(2), [0.5, 0.5]), np.full((2, 2), 5.0), np.array([0, 1]),
        ("rail", "water"), np.array([1.0, 3.0]),
    )  # fmt: skip
    fitted = chain([[0.5, 0.5, 0, 0], [0, 0, 0.5, 0.5]], [[6, 2], [4, 4]])
    # six words of rail beside two of water that stand for three each
    assert theme_shares([fitted], two, least=0.1) == pytest.approx(np.array([[0.5, 0.5], [0.25, 0.75]]))
