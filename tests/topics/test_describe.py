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
    place_background,
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
    assert kinds == ["subject", "subject", "subject", "background"]
    found = pd.DataFrame({"kind": kinds, "exclusivity": 1.0})
    kinds = place_background(found, consensus.counts, settings())
    assert kinds == ["subject", "subject", "background", "background"]
    assert profiles.sum() == 0


def test_what_names_its_genre_is_a_kind_of_document_though_its_headlines_are_dated(consensus, settings):
    shares = consensus.counts / consensus.counts.sum(axis=1, keepdims=True)
    titles = [f"Speech, May {2001 + year}" for year in range(10)] + [f"News of {2001 + year}" for year in range(10)]
    top = np.array([["speech"], ["rail"], ["thing"], ["else"]], dtype=object)
    kinds, profiles = topic_kinds(consensus, shares, [*titles, *["A story"] * 20], top, settings())
    assert kinds == ["document_kind", "series", "subject", "background"]
    assert (profiles.sum(axis=1) > 0).tolist() == [True, True, False, False]


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


STEPS = {"background_spread": [0.45, 0.7], "background_own": [0.5, 1.0], "least_articles": 20, "owns_enough": 0.4}


def lying_in(*shares_of_articles):
    """40 articles; each topic has twenty words in the first so many of them, and a last one fills all."""
    counts = np.zeros((40, len(shares_of_articles) + 1))
    for topic, share in enumerate(shares_of_articles):
        counts[: round(40 * share), topic] = 20
    counts[:, -1] = 30
    return counts


@pytest.mark.parametrize(
    ("own", "share", "kind"),
    [
        (0.2, 0.2, "subject"),  # owns little, in few articles: a small subject
        (0.2, 0.5, "background"),  # owns little and lies wide: words that fill spare room
        (0.3, 0.5, "subject"),
        (0.3, 0.75, "background"),
        (0.45, 0.75, "subject"),  # less than an even part, but owns enough
        (0.6, 0.75, "subject"),  # lies wide and owns its terms: a large subject
        (0.6, 1.0, "background"),  # everywhere: what all articles share
    ],
)
def test_a_subject_that_lies_wide_must_own_its_terms(own, share, kind, settings):
    found = pd.DataFrame({"kind": ["subject", "series"], "exclusivity": [own, 0.5]})  # an even part is a half
    assert place_background(found, lying_in(share), settings(**STEPS)) == [kind, "series"]


def test_what_is_of_a_kind_stays_so_and_something_is_left(settings):
    counts = lying_in(1.0, 1.0)
    for kinds in (["series", "document_kind", "background"], ["subject", "subject", "subject"]):
        found = pd.DataFrame({"kind": kinds, "exclusivity": 0.01})
        assert place_background(found, counts, settings(**STEPS)) == kinds
    few = pd.DataFrame({"kind": ["subject", "subject"], "exclusivity": [0.01, 0.9]})
    assert place_background(few, lying_in(1.0)[:19], settings(**STEPS)) == ["subject", "subject"]


def test_a_topic_that_joins_the_background_is_marked_so():
    found = pd.DataFrame({"kind": ["subject", "subject"], "is_background": [False, False]})
    marked = mark_kinds(found, ["subject", "background"])
    assert marked["is_background"].tolist() == [False, True]
    assert marked["kind"].tolist() == ["subject", "background"]
    assert found["is_background"].tolist() == [False, False], "the argument stays as it is"
