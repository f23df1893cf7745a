import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.date.honesty import MOST, find_depths, fit_level


def test_a_day_at_the_median_lies_at_no_depth_and_one_at_the_end_deep():
    flat = np.full((3, 101), 1 / 101)
    assert find_depths(flat, flat, np.array([50.0, 0, 100])) == pytest.approx([0, 1, 1], abs=0.02)


def test_a_distribution_of_one_day_holds_it_at_no_depth():
    row = np.eye(5)[[2]]
    assert find_depths(row, np.full((1, 5), 0.2), np.array([2.0])) == pytest.approx([0])


def test_place_and_text_count_together():
    # the place allows days 0 to 4, the text 4 to 9: together they leave day 4
    by_place = np.array([[0.2] * 5 + [0.0] * 5])
    hidden = np.array([[0.0] * 4 + [1 / 6] * 6])
    assert find_depths(by_place, hidden, np.array([4.0])) == pytest.approx([0])


def test_without_stated_days_distributions_are_taken_as_they_are():
    assert fit_level(np.zeros(0), 0.9, weight=20) == pytest.approx(0.9)


def test_uniform_depths_change_nothing():
    assert fit_level(np.linspace(0, 1, 400), 0.9, weight=20) == pytest.approx(0.9, abs=0.01)


def test_distributions_that_are_too_wide_or_narrow_are_made_up_for():
    assert fit_level(np.linspace(0, 0.5, 400), 0.9, weight=20) == pytest.approx(0.45, abs=0.03)
    assert fit_level(np.full(400, 0.97), 0.9, weight=20) == pytest.approx(0.97)
    assert fit_level(np.ones(400), 0.9, weight=20) == MOST


@given(st.lists(st.floats(0, 1), max_size=50), st.floats(0.5, 0.95), st.floats(1, 50))
def test_the_level_covers_the_share_asked_for(depths, coverage, weight):
    level = fit_level(np.array(depths), coverage, weight=weight)
    covered = sum(depth <= level + 1e-9 for depth in depths) + weight * level
    assert covered >= coverage * (len(depths) + weight) - 1e-6 or level == MOST
    # a little less would not do, unless the level stands at an article's own depth
    below = sum(depth < level - 1e-6 for depth in depths) + weight * level
    assert below <= coverage * (len(depths) + weight) + 1e-3 or not depths
