import datetime as dt

import pytest

from pipeline.date.grid import Grid, learn_grid


def test_a_grid_holds_whole_years():
    grid = Grid(2020, 2021)
    assert grid.n_days == 366 + 365
    assert grid.holds(dt.date(2020, 1, 1).toordinal())
    assert grid.holds(dt.date(2021, 12, 31).toordinal())
    assert not grid.holds(dt.date(2022, 1, 1).toordinal())
    assert grid.year_starts().tolist() == [0, 366]


@pytest.mark.parametrize(
    ("firm", "hints", "expected"),
    [
        ([], [], None),
        ([2019], [], (2018, 2020)),
        ([2019, 2021], [2016], (2015, 2022)),
        ([], [2016], (2015, 2017)),
        # one article in 400 speaks of 1066: cut as an outlier
        ([2019] * 400, [1066] + [2018] * 399, (2017, 2020)),
        # nothing to tell an outlier by: the span is cut around the stated years
        ([2020], [1066], (2000, 2021)),
    ],
)
def test_the_period_is_learned_from_the_dates_that_are_there(firm, hints, expected):
    grid = learn_grid(firm, hints, margin=1, outliers=0.005, longest=40)
    assert (None if grid is None else (grid.first_year, grid.last_year)) == expected
