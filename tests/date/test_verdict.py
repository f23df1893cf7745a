import dataclasses
import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.date.clues import Clue
from pipeline.date.grid import Grid
from pipeline.date.shapes import Likelihoods, Shape, parse_profiles
from pipeline.date.verdict import (
    NOTHING,
    PLACE,
    Verdict,
    decide,
    interval_days,
    precision_of,
    source_words,
    tell_neighbours,
    text_row,
    weigh_clues,
    year_shares,
)
from pipeline.settings import load_config

CONFIG = load_config("date", {})
GRID = Grid(2019, 2021)
LIKELIHOODS = Likelihoods(GRID, parse_profiles(CONFIG.profiles), kept=50)


def clue(profile, first, last=None, basis="text", words="words"):
    days = (dt.date.fromisoformat(first).toordinal(), dt.date.fromisoformat(last or first).toordinal())
    return Clue(basis, Shape((days,), profile), words)


def verdict(clues, beside="", row=None):
    row = text_row(clues, LIKELIHOODS, misleading=CONFIG.misleading) if row is None else row
    return decide(row, clues, LIKELIHOODS, beside, CONFIG)


def test_a_dateline_gives_its_day_and_says_so():
    found = verdict([clue("dateline", "2020-03-01", basis="dateline", words="dateline '1 March 2020'")])
    assert dt.date.fromordinal(found.best) == dt.date(2020, 3, 1)
    assert (found.earliest, found.latest, found.precision) == (found.best, found.best, "day")
    assert (found.basis, found.evidence) == ("dateline", "dateline '1 March 2020'")
    assert found.years[2020] > 0.99


def test_nothing_known_stays_unknown():
    found = verdict([])
    assert found.best is None
    assert (found.basis, found.evidence, found.years, found.precision) == ("none", NOTHING, {}, None)


def test_what_is_known_too_loosely_stays_unknown():
    strict = dataclasses.replace(CONFIG, widest=20)
    clues = [clue("title_year", "2020-01-01", "2020-12-31", "title", "headline says '2020'")]
    row = text_row(clues, LIKELIHOODS, misleading=0.0)
    found = decide(row, clues, LIKELIHOODS, "", strict)
    assert found.best is None
    assert "headline says '2020'" in found.evidence


def test_neighbours_are_the_basis_where_they_narrow_the_text():
    row = np.zeros(GRID.n_days)
    row[400:410] = 0.1
    clues = [clue("title_year", "2020-01-01", "2020-12-31", "title", "headline says '2020'")]
    found = verdict(clues, "between its neighbours", row)
    assert found.basis == "neighbours"
    assert found.evidence == "between its neighbours; headline says '2020'"


def test_the_text_is_the_basis_where_it_says_as_much():
    clues = [clue("dateline", "2020-03-01", basis="dateline", words="dateline")]
    found = verdict(clues, "between its neighbours")
    assert (found.basis, found.evidence) == ("dateline", "dateline; between its neighbours")


def test_the_strongest_clue_stands_first_and_a_contradicted_one_nowhere():
    row = np.zeros(GRID.n_days)
    row[425] = 1.0  # 1 March 2020
    clues = [
        clue("past", "2020-02-20"),
        clue("dateline", "2020-03-01", basis="dateline"),
        clue("dateline", "2019-03-01", basis="dateline"),
    ]
    assert weigh_clues(row, clues, LIKELIHOODS, least=0.3) == [clues[1], clues[0]]


def test_dates_in_the_text_mislead_together():
    title = clue("title_month", "2020-06-01", "2020-06-30", "title")
    spoken = [clue("past", "2019-03-05"), clue("future", "2019-04-01")]
    row = text_row([title, *spoken], LIKELIHOODS, misleading=0.05)
    june = slice(dt.date(2020, 6, 1).toordinal() - GRID.first, dt.date(2020, 6, 30).toordinal() - GRID.first)
    assert row[june].sum() > 0.04
    assert row.sum() == pytest.approx(1.0)


@pytest.mark.parametrize(("width", "precision"), [(0, "day"), (7, "day"), (8, "month"), (62, "month"), (63, "year")])
def test_precision_follows_the_width(width, precision):
    assert precision_of(width, CONFIG) == precision


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=60), st.floats(0.5, 0.99))
def test_an_interval_holds_its_median_and_about_its_coverage(weights, coverage):
    row = np.array(weights) / sum(weights)
    best, low, high = (int(days[0]) for days in interval_days(row[None, :], coverage))
    assert 0 <= low <= best <= high < len(row)
    mass = row[low : high + 1].sum()
    # nearer to the coverage than one end day more or less would bring it
    assert mass >= coverage - row.max() - 1e-9


def test_an_interval_of_equal_days_is_the_nearest_whole_number_of_them():
    _, low, high = interval_days(np.full((1, 10), 0.1), 0.9)
    assert int(high[0] - low[0]) + 1 == 9


def test_years_sum_to_one_and_the_unlikely_are_left_out():
    row = np.zeros(GRID.n_days)
    row[10], row[400], row[800] = 0.0005, 0.2, 0.7995
    assert year_shares(row, GRID, least=0.001) == pytest.approx({2020: 0.2 / 0.9995, 2021: 0.7995 / 0.9995})


def dated(day, width=0, parts=(PLACE,)):
    best = GRID.first + day
    return Verdict(best, best, best + width, "day", "neighbours", parts)


def test_neighbours_are_told_from_those_that_are_well_dated():
    # the third is dated by its neighbours only, the fourth's verdict contradicts its own text
    verdicts = [dated(0), dated(5, 20), dated(8), dated(40), dated(10), dated(12)]
    firm = np.array([0.0, np.nan, np.nan, 300.0, 10.0, np.nan])
    told = [each.evidence for each in tell_neighbours(verdicts, firm, GRID.first, nearby=3)]
    both = "between its neighbours dated 1 January 2019 and 11 January 2019"
    assert told == [
        "beside its neighbour dated 11 January 2019",
        both,
        both,
        both,
        "beside its neighbour dated 1 January 2019",
        "beside its neighbour dated 11 January 2019",
    ]


def test_without_well_dated_neighbours_only_the_place_is_told():
    verdicts = [dated(0, parts=("headline", PLACE))]
    (told,) = tell_neighbours(verdicts, np.array([np.nan]), GRID.first, nearby=3)
    assert told.evidence == "headline; from its place in the list"


def test_a_source_in_words():
    firm = np.array([10.0, np.nan, 0.0])
    assert source_words(firm, GRID.first) == "among articles of its source dated 1 January 2019 to 11 January 2019"


@pytest.mark.parametrize(("n_spoken", "n_stated"), [(1, 1), (4, 2), (9, 3)])
def test_dates_that_a_text_speaks_of_count_as_the_square_root_of_their_number(n_spoken, n_stated):
    spoken = [clue("past", "2020-06-01")] * n_spoken
    stated = [clue("past", "2020-06-01", basis="title")] * n_stated
    rows = [text_row(clues, LIKELIHOODS, misleading=0.0) for clues in (spoken, stated)]
    assert np.allclose(rows[0], rows[1])
