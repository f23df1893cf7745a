"""The order of a listing is learned and not assumed: reversed, shuffled, a tenth of it swapped (issue 3, acceptance 3).

`pytest tests/quality/test_order.py -s` prints the figures.
"""

import importlib.util

import numpy as np
import pandas as pd
import pytest

from tests.conftest import HERE
from tests.quality.rooms import corpus_of, dated, segmented

SHARED = HERE.parent / "shared"
CORPUS = HERE / "data/raw/corpus.toml"
DAYS = ["date", "date_earliest", "date_latest"]
SWAPPED = 0.1

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus does not stand beside the project"),
]


@pytest.fixture(scope="module")
def segments():
    return segmented(SHARED / "corpus").segments


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(CORPUS)


@pytest.fixture(scope="module")
def score():
    """The figures of dated articles against the annotation, by the scorer that stands with it."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold/score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = scorer.read_csv(SHARED / "gold/articles_dev.csv")
    return lambda articles: scorer.score_articles(articles, gold)[0]


def reorder(segments, order_of):
    """The segments as if each document held them in another order; `order_of` gives it for a number of articles.

    Returned with the ids that they had: the rows of the result are in their new order.
    """
    parts = []
    for document_id, rows in segments.sort_values(["document_id", "start"]).groupby("document_id", sort=True):
        moved = rows.iloc[order_of(len(rows))]
        numbers = range(1, len(moved) + 1)
        parts.append(
            moved.assign(
                was=moved["article_id"],
                article_id=[f"{document_id}:{number:04d}" for number in numbers],
                start=[number * 1000 for number in numbers],
                end=[number * 1000 + 900 for number in numbers],
            )
        )
    table = pd.concat(parts, ignore_index=True)
    now = dict(zip(table["was"], table["article_id"], strict=True))
    return table.drop(columns="was").assign(duplicate_of=table["duplicate_of"].map(now)), now


def date_reordered(segments, order_of, corpus):
    """The segments in their own order, dated as they are in another."""
    moved, now = reorder(segments, order_of)
    articles = dated(moved, corpus=corpus).set_index("article_id")
    found = articles.loc[segments["article_id"].map(now)].reset_index(drop=True)
    own = segments.reset_index(drop=True)
    return found.assign(article_id=own["article_id"], start=own["start"], end=own["end"])


def swap_tenth(draw):
    def order_of(n):
        order = np.arange(n)
        if n > 1:
            chosen = draw.choice(n, max(2, round(SWAPPED * n)), replace=False)
            order[chosen] = order[draw.permutation(chosen)]
        return order

    return order_of


def test_a_listing_reversed_gives_the_same_days(segments, corpus):
    as_is = dated(segments, corpus=corpus).set_index("article_id")
    turned = date_reordered(segments, lambda n: np.arange(n)[::-1], corpus).set_index("article_id")
    for column in DAYS:
        pd.testing.assert_series_equal(as_is[column], turned.loc[as_is.index, column])


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_each_article_stands_alone(segments, corpus, score, seed):
    figures = score(date_reordered(segments, np.random.default_rng(seed).permutation, corpus))
    print({key: round(figures[key], 3) for key in ("year_right", "interval_meets_best", "median_interval_days")})
    assert figures["year_right"] >= 0.74
    assert figures["interval_meets_best"] >= 0.93


@pytest.mark.parametrize("seed", range(10))
def test_intervals_hold_with_a_tenth_swapped(segments, corpus, score, seed):
    figures = score(date_reordered(segments, swap_tenth(np.random.default_rng(seed)), corpus))
    print({key: round(figures[key], 3) for key in ("year_right", "interval_meets_best", "median_interval_days")})
    assert figures["interval_meets_best"] >= 0.90
