from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.charts.similarity import (
    chance_of,
    correlate,
    fisher_limits,
    hold_false,
    kept_order,
    pair_distances,
    place,
    theme_vectors,
)


def test_themes_of_the_same_terms_are_at_no_distance_and_of_no_common_ones_at_1():
    terms = pd.DataFrame({"topic_id": ["a", "b", "c"], "term": ["sea", "sea", "sky"], "weight": [0.2, 0.4, 0.3]})
    topics = pd.DataFrame({"topic_id": ["a", "b", "c"], "theme_id": ["x", "y", "z"], "share": [0.5, 0.3, 0.2]})
    distances = pair_distances(theme_vectors(terms, topics, ["x", "y", "z"]))
    assert distances == pytest.approx(np.array([[0, 0, 1], [0, 0, 1], [1, 1, 0]]))


def test_distances_that_fit_a_page_are_kept():
    corners = np.array([[0.0, 0.0], [3.0, 0.0], [3.0, 4.0], [0.0, 4.0], [1.0, 2.0]])
    distances = np.linalg.norm(corners[:, None] - corners[None, :], axis=2)
    found = place(distances)
    assert np.linalg.norm(found[:, None] - found[None, :], axis=2) == pytest.approx(distances, abs=1e-6)
    assert kept_order(distances, found) == pytest.approx(1.0)


def test_four_points_all_as_far_apart_cannot_be_kept_whole():
    distances = 1.0 - np.eye(4)
    apart = np.linalg.norm(place(distances)[:, None] - place(distances)[None, :], axis=2)[np.triu_indices(4, 1)]
    assert apart.std() > 0.05


def test_correlations_are_those_of_numpy_and_a_constant_has_none():
    rng = np.random.default_rng(2)
    parts = pd.DataFrame({"a": rng.random(30), "b": rng.random(30), "c": 0.1})
    found, scores = correlate(parts)
    assert found[0, 1] == pytest.approx(np.corrcoef(parts["a"], parts["b"])[0, 1])
    assert found[0, 2] == 0
    assert (scores[:, 0] * scores[:, 1] / 30).sum() == pytest.approx(found[0, 1], abs=1e-12)


def test_the_interval_is_fishers():
    low, high = fisher_limits(np.array([0.5]), 28)
    # atanh 0.5 = 0.5493, 1.645 / 5 = 0.329
    assert (low[0], high[0]) == pytest.approx((np.tanh(0.2203), np.tanh(0.8783)), abs=1e-3)


def test_chance_is_that_of_a_normal_law():
    # atanh r = 1.96 / 5 for n = 28: five in a hundred lie as far
    assert chance_of(np.array([np.tanh(1.96 / 5)]), 28, usual=-0.1)[0] == pytest.approx(0.05, abs=1e-3)
    # what sums to one correlates a little below 0 without a link
    assert chance_of(np.array([-0.06, 0.0]), 28, usual=-0.1).tolist() == [1.0, 1.0]


def test_surprises_are_kept_up_to_the_step_that_holds():
    # of four, the bars are 0.025, 0.05, 0.075, 0.1
    assert hold_false(np.array([0.06, 0.001, 0.5, 0.07])).tolist() == [True, True, False, True]
    assert hold_false(np.array([0.2, 0.3])).tolist() == [False, False]
    assert hold_false(np.array([])).tolist() == []
