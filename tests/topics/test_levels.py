"""Levels: words that are not fitted go with the themes where they are used, or with none."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from pipeline.topics.levels import count_unfitted, sample_articles, share_out, theme_levels
from pipeline.topics.vocabulary import Matter

N_ARTICLES = 120


@pytest.fixture
def themes():
    """Articles x three themes: words that were fitted."""
    return np.random.default_rng(5).dirichlet([0.4, 0.4, 0.4], N_ARTICLES) * 60.0


def drawn(expected, seed=0):
    return sparse.csr_matrix(np.random.default_rng(seed).poisson(expected).astype(float))


def test_words_go_with_the_theme_that_they_follow_and_even_ones_with_none(themes):
    lengths = np.full(N_ARTICLES, 100.0)
    # ten terms used as the first theme is, five as the second; ten used everywhere alike
    follow = np.repeat(themes[:, :2] / 20.0, [10, 5], axis=1)
    given = share_out(drawn(np.hstack([follow, np.full((N_ARTICLES, 10), 2.0)])), np.column_stack([themes, lengths]))
    wanted = [themes[:, 0].sum() / 2, themes[:, 1].sum() / 4, 0.0, 20.0 * N_ARTICLES]
    assert given == pytest.approx(wanted, abs=0.1 * given.sum())
    assert given.sum() == pytest.approx(sum(wanted), rel=0.05)


def test_what_themes_and_shared_words_explain_equally_well_is_shared():
    themes = np.full((N_ARTICLES, 2), 30.0)
    given = share_out(drawn(np.full((N_ARTICLES, 4), 3.0)), np.column_stack([themes, np.full(N_ARTICLES, 90.0)]))
    assert given[:2].sum() < 0.3 * given[2]


def words_of(counts, first):
    """A table of words from counts (articles x terms); terms are numbered from `first`."""
    rows = [
        (f"a{article:03d}", f"w{first + term:03d}")
        for article, row in enumerate(counts)
        for term, number in enumerate(row)
        for _ in range(int(number))
    ]
    return pd.DataFrame(rows, columns=["article_id", "term"])


def matter_of(counts):
    articles = np.array([f"a{number:03d}" for number in range(len(counts))], dtype=object)
    vocabulary = np.array([f"w{number:03d}" for number in range(counts.shape[1])], dtype=object)
    matrix = sparse.csr_matrix(counts)
    return Matter(articles, vocabulary, matrix, np.arange(len(counts)), matrix)


def test_a_wide_theme_gets_back_the_words_that_were_not_fitted(themes, settings):
    fitted = np.random.default_rng(1).poisson(themes)
    # the first theme has three words that are not fitted for each that is, the others one for two
    left = np.random.default_rng(2).poisson(np.repeat(themes * [3.0, 0.5, 0.5] / 6.0, 6, axis=1))
    words = pd.concat([words_of(fitted, 0), words_of(left, 3)], ignore_index=True)
    levels = theme_levels(words, matter_of(fitted), fitted.astype(float), config=settings())
    assert levels == pytest.approx([4.0, 1.5, 1.5], rel=0.1)


def test_levels_do_not_depend_on_the_order_of_words(themes, settings):
    fitted = np.random.default_rng(1).poisson(themes)
    words = pd.concat([words_of(fitted, 0), words_of(fitted, 3)], ignore_index=True)
    shuffled = words.sample(frac=1.0, random_state=3).reset_index(drop=True)
    first, second = (theme_levels(each, matter_of(fitted), fitted.astype(float), config=settings())
                     for each in (words, shuffled))  # fmt: skip
    np.testing.assert_array_equal(first, second)


def test_where_all_is_fitted_a_word_stands_for_itself(themes, settings):
    fitted = np.random.default_rng(1).poisson(themes)
    empty_theme = np.column_stack([fitted, np.zeros(N_ARTICLES)]).astype(float)
    levels = theme_levels(words_of(fitted, 0), matter_of(fitted), empty_theme, config=settings())
    assert levels.tolist() == [1.0, 1.0, 1.0, 1.0]


def test_rare_words_go_with_no_theme(settings):
    words = pd.DataFrame(
        {"article_id": ["a000", "a001", "a000", "a001", "a002", "a009"], "term": ["x", "x", "y", "y", "y", "y"]}
    )
    found = count_unfitted(words, matter_of(np.ones((3, 2))), settings(min_articles=3))
    # x is in two articles; a009 is no article that was fitted
    assert found.toarray().tolist() == [[1], [1], [1]]


@pytest.mark.parametrize(("n_articles", "most", "wanted"), [(3, 5, 3), (5, 5, 5), (50, 5, 5)])
def test_a_sample_is_in_order_and_no_larger_than_asked(n_articles, most, wanted):
    rows = sample_articles(n_articles, most)
    assert len(rows) == wanted
    assert (np.diff(rows) > 0).all()
    np.testing.assert_array_equal(rows, sample_articles(n_articles, most))
