import datetime as dt

import pytest

from pipeline.date.clues import read_article
from pipeline.date.grid import Grid
from pipeline.date.tense import compile_cues
from pipeline.date.titles import find_titled

CUES = compile_cues(["since"], ["will"], ["Act", "reforms"], [])


def found(title):
    clues = find_titled(read_article(title, "", None, None), (), grid=Grid(2010, 2025), cues=CUES, month_first=False)
    return [(clue.shape.profile, dt.date.fromordinal(clue.shape.spans[0][0]).isoformat()) for clue in clues]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbour update - November 2017", [("title_month", "2017-11-01")]),
        ("Harbour talk, 8 July 2021", [("title_day", "2021-07-08")]),
        ("Annual Conference 2017 speeches", [("title_about", "2017-01-01")]),
        ("Annual Conference 2017", [("title_year", "2017-01-01")]),
        ("Annual Conference 2017 Presentations", [("title_year", "2017-01-01")]),
        ("Harbour Review 2016-17", [("title_split", "2016-04-01")]),
        ("Guild Vice President 2016-17", [("term_ahead", "2016-04-01")]),
        ("A new Mayor for 2016/17", [("term_ahead", "2016-04-01")]),
        ("Reply on 2022/23 harbour dues", [("title_about", "2022-04-01")]),
        ("Comment on 2021 harbour plans", [("title_about", "2021-01-01")]),
        ("Reply to the 2014 reforms", []),
        ("Harbours in the Act of 2014", []),
        ("Harbours before 1900", []),
        ("A word on harbours", []),
    ],
)
def test_what_a_headline_says_of_its_date(title, expected):
    assert found(title) == expected
