"""Vocabulary: which terms are fitted, and how articles are cut into passages."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from pipeline.topics.vocabulary import build_matter, evenness, split_passages


def test_evenness_tells_words_of_the_trade_from_subjects():
    counts = np.full((40, 3), 5)
    counts[:, 0] = 1  # once in every article
    counts[:, 1] = 0
    counts[:4, 1] = 10  # as often, in four articles
    counts[:, 2] = 20 - counts[:, 0] - counts[:, 1]  # all articles of one length
    even, bursty, _ = evenness(sparse.csr_matrix(counts))
    # 40 occurrences over 40 articles fall on 40 (1 - (39/40)^40) = 25.5 of them by chance
    assert even == pytest.approx(40 / 25.47, abs=0.01)
    assert bursty == pytest.approx(4 / 25.47, abs=0.01)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=12), st.integers(1, 40))
def test_passages_are_even_and_in_order(lengths, target):
    article = np.repeat(np.arange(len(lengths)), lengths)
    passage, owner = split_passages(article, len(lengths), target)
    assert (np.diff(passage) >= 0).all()
    assert (owner[passage] == article).all()
    sizes = np.bincount(passage)
    for number, length in enumerate(lengths):
        own = sizes[owner == number]
        assert own.max() - own.min() <= 1
        assert len(own) == max(1, round(length / target))


def words_of(articles):
    return pd.DataFrame(
        [(f"a{n:02d}", term) for n, terms in enumerate(articles) for term in terms.split()],
        columns=["article_id", "term"],
    )


def test_rare_terms_and_terms_everywhere_are_not_fitted(settings):
    articles = [f"common flood flood{' rare' * (n < 2)}" if n < 15 else "common rail rail" for n in range(30)]
    matter = build_matter(words_of(articles), config=settings(least_terms=1))
    assert matter.vocabulary_list == ["flood", "rail"]
    assert matter.counts.toarray()[0].tolist() == [2, 0]


def test_articles_with_too_few_terms_lose_their_row(settings):
    articles = ["flood flood flood"] * 6 + ["rail rail rail"] * 6 + ["rail"]
    matter = build_matter(words_of(articles), config=settings(least_terms=3))
    assert matter.articles.tolist() == [f"a{n:02d}" for n in range(12)]


def test_the_order_of_articles_does_not_matter(settings, planted):
    words, _, _ = planted
    turned = pd.concat([part for _, part in list(words.groupby("article_id"))[::-1]], ignore_index=True)
    one, other = (build_matter(frame, config=settings()) for frame in (words, turned))
    assert (one.passages != other.passages).nnz == 0
    assert one.articles.tolist() == other.articles.tolist()


def test_no_words_give_no_articles(settings):
    assert len(build_matter(words_of([]), config=settings()).articles) == 0
