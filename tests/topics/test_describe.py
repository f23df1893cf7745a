"""Description: ids in order, kinds and themes of the topics."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.topics.consensus import Consensus
from pipeline.topics.describe import (
    add_rows,
    describe_themes,
    mark_kinds,
    place_thin,
    theme_homes,
    topic_ids,
    topic_kinds,
)


@pytest.mark.parametrize(("n_topics", "last"), [(1, "t01"), (9, "t09"), (57, "t57"), (120, "t120")])
def test_ids_sort_in_their_order(n_topics, last):
    ids = topic_ids(n_topics)
    assert ids == sorted(ids)
    assert ids[-1] == last


@pytest.fixture
def consensus():
    """40 articles: a subject in the first ten, another in the next ten, words that all share evenly, and a rest."""
    counts = np.zeros((40, 4))
    counts[:10, 0], counts[10:20, 1], counts[:, 2], counts[:, 3] = 30, 30, 6, 1
    terms = np.eye(4)
    return Consensus(terms, counts, counts[None].astype(np.float32), np.array([1, 1, 1, 1.0]), has_rest=True)


def test_shared_vocabulary_and_the_rest_are_background(consensus, settings):
    shares = consensus.counts / consensus.counts.sum(axis=1, keepdims=True)
    top = np.array([["flood"], ["rail"], ["thing"], ["else"]], dtype=object)
    kinds, profiles = topic_kinds(consensus, shares, ["A story"] * 40, top, settings())
    assert kinds == ["subject", "subject", "background", "background"]
    assert profiles.sum() == 0


def test_background_has_a_theme_of_its_own(consensus, settings):
    shares = consensus.counts / consensus.counts.sum(axis=1, keepdims=True)
    kinds = ["subject", "subject", "background", "background"]
    home = theme_homes(consensus.terms, shares, np.zeros((4, 0)), kinds, settings(same_theme=0))
    assert home[2] == home[3]
    assert len({home[0], home[1], home[2]}) == 3


def test_a_themes_kind_is_that_of_most_of_its_share():
    found = pd.DataFrame(
        {"share": [0.5, 0.1, 0.4], "persistence": [1.0, 0.4, 0.5], "kind": ["subject", "series", "background"]}
    )
    themes = describe_themes(found, np.array([0, 0, 1]))
    assert themes["kind"].tolist() == ["subject", "background"]
    assert themes["share"].tolist() == pytest.approx([0.6, 0.4])
    assert themes["persistence"].tolist() == pytest.approx([(0.5 + 0.04) / 0.6, 0.5])


def test_rows_are_added_by_home():
    added = add_rows(np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([1, 0, 1]))
    assert added.tolist() == [[3, 4], [6, 8]]


def test_a_subject_that_hardly_owns_its_terms_goes_with_the_background(settings):
    kinds = ["subject", "subject", "series", "background"]
    found = pd.DataFrame({"kind": kinds, "exclusivity": [0.3, 0.02, 0.02, 0.02]})
    asked = settings(least_own=1.0, least_articles=20)  # four topics: an even part is a quarter
    assert place_thin(found, 20, asked) == ["subject", "background", "series", "background"]
    assert place_thin(found, 19, asked) == kinds, "in a handful of articles nothing can be told"
    assert place_thin(found.iloc[[1, 3]], 20, asked) == ["subject", "background"], "something must be left"


def test_a_topic_that_joins_the_background_is_marked_so():
    found = pd.DataFrame({"kind": ["subject", "subject"], "is_background": [False, False]})
    marked = mark_kinds(found, ["subject", "background"])
    assert marked["is_background"].tolist() == [False, True]
    assert marked["kind"].tolist() == ["subject", "background"]
    assert found["is_background"].tolist() == [False, False], "the argument stays as it is"
