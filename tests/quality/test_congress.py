"""Splitting and dating held against a public corpus that no rule was written for (../shared/corpora/congress).

Issue 3, acceptance 2. `pytest tests/quality/test_congress.py -s` prints the figures.
"""

import pandas as pd
import pytest

from tests.conftest import HERE
from tests.quality.rooms import dated, segmented

FOLDER = HERE.parent / "shared" / "corpora" / "congress"
MIN_BOUNDARY_F1 = 0.95
MIN_TITLED = 0.99
MIN_EXACT_DAYS = 0.97

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared corpora do not stand beside the project"),
]


@pytest.fixture(scope="module")
def gold():
    table = pd.read_csv(FOLDER / "gold.csv", keep_default_na=False)
    return table.set_index(["source", "start_line"])


@pytest.fixture(scope="module")
def articles():
    """The articles found without corpus.toml, by source and first line."""
    found = segmented(FOLDER, only=".txt")
    texts = found.texts
    lines = [texts[row.source].count("\n", 0, row.start) + 1 for row in found.segments.itertuples()]
    table = dated(found.segments).assign(start_line=lines)
    return table.set_index(["source", "start_line"])


def test_boundaries_are_exact(articles, gold):
    hits = articles.index.intersection(gold.index)
    f1 = 2 * len(hits) / (len(articles) + len(gold))
    print(f"congress: {len(articles)} articles found of {len(gold)}, boundary F1 {f1:.3f}")
    assert f1 >= MIN_BOUNDARY_F1


def test_headlines_are_exact(articles, gold):
    hits = articles.index.intersection(gold.index)
    found, wanted = (table.loc[hits, "title"].str.split().str.join(" ") for table in (articles, gold))
    assert (found == wanted).mean() >= MIN_TITLED


def test_days_are_exact_where_a_date_line_stands(articles, gold):
    stated = gold[gold["date_raw"] != ""]
    hits = articles.index.intersection(stated.index)
    right = articles.loc[hits, "date"].dt.strftime("%Y-%m-%d") == stated.loc[hits, "date"]
    exact = right.sum() / len(stated)  # an article that was not found has no exact day
    print(f"congress: {exact:.3f} of {len(stated)} date lines read to the day")
    assert exact >= MIN_EXACT_DAYS
