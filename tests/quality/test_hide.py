"""The intervals of the demonstration corpus are honest where dates are hidden; `python -m tests.quality.hide` tells."""

import pandas as pd
import pytest

from tests.quality.hide import hide, load_demo, measure, without_day

MIN_COVERED, MAX_COVERED = 0.85, 0.97  # of some 90 articles; over six draws the share lies within 0.85 to 0.95


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Posted: 4 May 2020\nThe board met.", "\nThe board met."),
        ("The board, which last met on 4 May 2020, met.", "The board, which last met on , met."),
        ("14 May 2020", "14 May 2020"),
    ],
)
def test_a_day_is_taken_out_of_a_text(text, bare):
    assert without_day(text, pd.Timestamp("2020-05-04")) == bare


def test_intervals_cover_what_they_say_and_are_narrower_than_neighbours_alone():
    known = load_demo()
    bare, hidden = hide(known, seed=0)
    assert hidden.sum() > 0.2 * known.segments["known"].notna().sum()
    assert bare.loc[hidden, "published"].isna().all()
    found = measure(known, draws=2)
    assert MIN_COVERED <= found.covered <= MAX_COVERED
    assert found.width < found.neighbours
