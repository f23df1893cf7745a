import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.date.expressions import find_expressions, is_month_first


def spans(text, *, month_first=False):
    return [
        tuple(dt.date.fromordinal(day).isoformat() for day in found.span) if found.span else (found.month, found.day)
        for found in find_expressions(text, month_first=month_first)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Thursday 6 July 2017, she", [("2017-07-06", "2017-07-06")]),
        ("on the 1st of December 2017", [("2017-12-01", "2017-12-01")]),
        ("July 23, 2024", [("2024-07-23", "2024-07-23")]),
        ("Sept. 21, 2023", [("2023-09-21", "2023-09-21")]),
        ("Wed, 02 Nov 22 10:00", [("2022-11-02", "2022-11-02")]),
        ("2024-02-29", [("2024-02-29", "2024-02-29")]),
        ("in November 2017", [("2017-11-01", "2017-11-30")]),
        ("between April and June 2020", [("2020-04-01", "2020-06-30")]),
        ("for 2016/17", [("2016-04-01", "2017-03-31")]),
        ("from 2015-2017", [("2015-01-01", "2017-12-31")]),
        ("summer 2021", [("2021-06-01", "2021-08-31")]),
        ("in 2019", [("2019-01-01", "2019-12-31")]),
        ("on 3 November", [(11, 3)]),
        ("in October", [(10, 0)]),
        ("on 31 November 2016", []),
        ("on 29 February 2023", []),
        ("Theresa May said", []),
        ("they march on", []),
        ("in May", [(5, 0)]),
        ("paid £2019 for it", []),
        ("2019% more", []),
        ("room 20191", []),
    ],
)
def test_expressions_mean_their_days(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "month_first", "expected"),
    [
        ("07/08/24", True, "2024-07-08"),
        ("07/08/24", False, "2024-08-07"),
        ("07/23/24", False, "2024-07-23"),
        ("23/07/2024", True, "2024-07-23"),
        ("23.07.2024", False, "2024-07-23"),
    ],
)
def test_numeric_dates_follow_the_locale_unless_only_one_reading_exists(text, month_first, expected):
    assert spans(text, month_first=month_first) == [(expected, expected)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/04/24", "07/23/24"], True),
        (["03/04/24", "23/07/24"], False),
        (["03/04/24", "July 23, 2024"], True),
        (["03/04/24", "23 July 2024"], False),
        ([], False),
    ],
)
def test_the_locale_is_judged_from_the_corpus(texts, expected):
    assert is_month_first(texts) is expected


def test_a_weekday_keeps_the_years_in_which_it_agrees():
    (found,) = find_expressions("on Thursday 24 September", month_first=False)
    years = [dt.date.fromordinal(first).year for first, _ in found.spans_within(range(2014, 2027))]
    assert years == [2015, 2020, 2026]


@given(st.dates(min_value=dt.date(1600, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_a_written_day_is_found_whole_in_both_orders(day):
    for text in (f"on {day.day} {day:%B} {day.year:04d}.", f"on {day:%B} {day.day}, {day.year:04d}."):
        (found,) = find_expressions(text, month_first=False)
        assert found.span == (day.toordinal(), day.toordinal())
        assert text[found.start : found.end] == text[3:-1]


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text):
    for found in find_expressions(text, month_first=True):
        assert 0 <= found.start < found.end <= len(text)
