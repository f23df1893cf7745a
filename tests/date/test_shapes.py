import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.date.grid import Grid
from pipeline.date.shapes import Likelihoods, Profile, Shape, parse_profiles, passed
from pipeline.errors import SettingError
from pipeline.settings import load_config

GRID = Grid(2015, 2025)
PROFILES = parse_profiles(load_config("date", {}).profiles)


def ordinal(year, month, day):
    return dt.date(year, month, day).toordinal()


def row(spans, profile):
    return Likelihoods(GRID, {"p": profile}, kept=4).row(Shape(tuple(spans), "p"))


def test_a_point_keeps_its_share_on_the_day_and_its_floor_elsewhere():
    day = ordinal(2020, 6, 1)
    found = row([(day, day)], Profile(1.0, (), (), 0.1))
    assert found[day - GRID.first] == pytest.approx(0.9 + 0.1 / GRID.n_days)
    assert found[0] == pytest.approx(0.1 / GRID.n_days)


def test_tails_fall_on_their_own_side():
    day = ordinal(2020, 6, 1)
    after = row([(day, day)], Profile(0.0, ((1.0, 10.0),), (), 0.0))
    place = day - GRID.first
    assert after[:place].sum() == pytest.approx(0.0, abs=1e-12)
    assert after[place] > after[place + 1] > after[place + 20]
    before = row([(day, day)], Profile(0.0, (), ((1.0, 10.0),), 0.0))
    assert before[place + 1 :].sum() == pytest.approx(0.0, abs=1e-12)
    np.testing.assert_allclose(before[: place + 1][::-1][:100], after[place:][:100], atol=1e-12)


def test_a_span_of_many_days_is_the_mean_of_its_days():
    first, last = ordinal(2020, 6, 1), ordinal(2020, 6, 5)
    profile = Profile(0.3, ((0.5, 20.0),), ((0.2, 7.0),), 0.05)
    singles = np.mean([row([(day, day)], profile) for day in range(first, last + 1)], axis=0)
    np.testing.assert_allclose(row([(first, last)], profile), singles, atol=1e-12)


def test_a_clue_outside_the_grid_says_almost_nothing():
    day = ordinal(1950, 1, 1)
    found = row([(day, day)], PROFILES["past"])
    assert found.max() / found.min() < 1.5


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_every_profile_is_a_likelihood_that_excludes_no_day(name):
    found = row([(ordinal(2019, 5, 1), ordinal(2019, 5, 31))], PROFILES[name])
    assert found.min() > 0
    assert found.sum() == pytest.approx(1.0, abs=0.2)


def test_shares_must_sum_to_one():
    bad = {"name": "bad", "at": "0.5", "after": "0.4@3", "before": "", "floor": "0"}
    with pytest.raises(SettingError, match=r"profiles.csv: shares of bad sum to 0.9 \(want 1\)"):
        parse_profiles([bad])


@given(st.floats(0.5, 500), st.integers(0, 2000))
def test_a_lag_is_reached_more_and_more(scale, lag):
    now, later = passed(np.array([float(lag), lag + 1.0]), scale)
    assert 0 < now <= later <= 1
