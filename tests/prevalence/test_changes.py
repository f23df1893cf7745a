from dataclasses import replace

import numpy as np
import pytest

from pipeline.prevalence.changes import (
    Change,
    Yearly,
    control_false,
    find_changes,
    find_periods,
    pairs,
    period_means,
    pick_apart,
    visibility,
)
from pipeline.prevalence.sources import gather_sources


@pytest.mark.parametrize(
    ("years", "usable", "longest", "periods"),
    [
        ([2001, 2002, 2003], [1, 1, 1], 1, [(0, 0), (1, 1), (2, 2)]),
        ([2001, 2002, 2003], [1, 1, 1], 2, [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)]),
        ([2001, 2003], [1, 1], 3, [(0, 0), (1, 1)]),  # no period spans a gap
        ([2001, 2002, 2003], [1, 0, 1], 3, [(0, 0), (2, 2)]),  # nor a year too thin to use
        ([], [], 3, []),
    ],
)
def test_periods(years, usable, longest, periods):
    assert find_periods(years, np.array(usable, dtype=bool), longest=longest) == periods


def test_periods_are_paired_with_later_ones_only():
    periods = [(0, 0), (0, 1), (1, 1), (2, 2)]
    assert list(pairs(periods)) == [(0, [2, 3]), (1, [3]), (2, [3])]


def test_a_period_weighs_its_years_by_articles():
    yearly = np.array([[0.2, 0.5, 0.9]])
    assert period_means([(0, 1), (2, 2)], np.array([30.0, 10.0, 5.0]), yearly) == pytest.approx(
        np.array([[0.275, 0.9]])
    )


@pytest.mark.parametrize(
    ("chances", "kept"),
    [
        ([0.04, 0.9, 0.9, 0.9], []),  # 0.04 is above 0.05 x 1 / 4
        ([0.01, 0.9, 0.9, 0.9], [0]),
        ([0.9, 0.02, 0.012, 0.03], [1, 2, 3]),  # step-up: 0.03 is under 0.05 x 3 / 4, which takes the lower ones in
        ([], []),
        ([0.05], [0]),
    ],
)
def test_false_findings_are_held_over_themes(chances, kept):
    assert control_false(np.array(chances), 0.05) == kept


def test_a_theme_weighs_by_how_far_the_same_part_of_it_moves_in_angles():
    levels = np.tile([0.8, 0.2], (2, 1))
    yearly = yearly_of(levels)
    weights = visibility(yearly)
    moved = [np.arcsin(np.sqrt(share * 1.001)) - np.arcsin(np.sqrt(share)) for share in (0.8, 0.2)]
    assert weights[0] / weights[1] == pytest.approx(moved[0] / moved[1], rel=0.01)
    assert weights.mean() == pytest.approx(1.0)
    # years weigh by their articles, and no theme is no fault
    assert visibility(replace(yearly, share=np.array([[0.8, 0.2], [0.5, 0.5]]), articles=np.array([1.0, 0.0]))) == (
        pytest.approx(weights)
    )
    assert not len(visibility(yearly_of(np.zeros((2, 0)))))


def change(earlier, later, surprise):
    return Change(0, earlier, later, 0.1, 0.2, 0.05, 0.15, 0.99, surprise, "")


def test_the_strongest_changes_that_do_not_overlap_are_told_in_order_of_years():
    changes = [
        change((3, 3), (5, 5), 4.0),
        change((0, 1), (2, 4), 5.0),  # overlaps with the stronger ones at 3
        change((0, 0), (3, 3), 6.0),
        change((5, 5), (6, 6), 3.0),
    ]
    assert [(item.earlier, item.later) for item in pick_apart(changes, 2)] == [((0, 0), (3, 3)), ((3, 3), (5, 5))]
    assert len(pick_apart(changes, 9)) == 3
    assert pick_apart(changes, 0) == []


def yearly_of(levels, *, sd=0.02, seed=0, n_draws=500):
    """Draws around known levels (years, themes), forty articles a year, one source."""
    levels = np.array(levels)
    rng = np.random.default_rng(seed)
    agenda = levels + sd * rng.standard_normal((n_draws, *levels.shape))
    none = gather_sources(["a"], np.zeros(1, dtype=np.int64), np.ones((1, len(levels))), np.zeros(1))
    years = [2001 + year for year in range(len(levels))]
    return Yearly(years, np.full(len(levels), 40.0), levels, agenda, [none] * levels.shape[1])


def test_a_step_is_found_with_its_size_and_interval(config):
    yearly = yearly_of([[0.1, 0.3], [0.1, 0.3], [0.3, 0.3], [0.3, 0.3]])
    found = find_changes(yearly, np.ones(4, dtype=bool), config=config)
    assert [(item.theme, item.earlier, item.later) for item in found] == [(0, (0, 1), (2, 3))]
    assert found[0].after - found[0].before == pytest.approx(0.2)
    # two means of two years, each year with a deviation of 0.02: the change's is 0.02
    assert found[0].high - found[0].low == pytest.approx(2 * 1.645 * 0.02, rel=0.15)
    assert found[0].probability == 1.0


def test_noise_alone_is_rarely_a_finding(config):
    """Levels that truly do not change, seen with noise as large as their draws say: about one in twenty corpora."""
    found = []
    for seed in range(60):
        noise = 0.02 * np.random.default_rng([9, seed]).standard_normal((6, 8))
        yearly = yearly_of(0.2 + noise, seed=seed, n_draws=300)
        found.append(len(find_changes(yearly, np.ones(6, dtype=bool), config=config)) > 0)
    assert np.mean(found) <= 0.12


def test_years_that_are_not_usable_carry_no_finding(config):
    yearly = yearly_of([[0.1], [0.1], [0.9]])
    assert find_changes(yearly, np.array([True, True, False]), config=config) == []
