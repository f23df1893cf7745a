import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus import Office
from pipeline.date.clues import Clue
from pipeline.date.shapes import Shape
from pipeline.date.terms import term_span, term_start, terms_told

MAY = Office("NLA President", "Ada Lane", dt.date(2017, 5, 20), dt.date(2018, 5, 19))
JUNE = Office("Guild President", "Bo Reed", dt.date(2016, 6, 1), dt.date(2017, 5, 31))
LONG = Office("Rail Secretary", "Cy Moss", dt.date(2016, 7, 14), dt.date(2018, 1, 8))
OPEN = Office("Town Mayor", "Di Fell", dt.date(2019, 5, 1), None)


def days(span):
    return tuple(dt.date.fromordinal(day).isoformat() for day in span)


@pytest.mark.parametrize(
    ("title", "offices", "span", "start"),
    [
        ("President", (), ("2018-04-01", "2019-03-31"), ("2018-04-01", "2018-07-31")),
        ("President", (MAY,), ("2018-05-20", "2019-05-19"), ("2018-05-20", "2018-05-20")),
        ("President", (MAY, JUNE), ("2018-05-20", "2019-05-31"), ("2018-05-20", "2018-06-01")),
        ("Vice President", (JUNE,), ("2018-06-01", "2019-05-31"), ("2018-06-01", "2018-06-01")),
        ("Chair", (MAY, JUNE), ("2018-04-01", "2019-03-31"), ("2018-04-01", "2018-07-31")),
        ("Secretary", (LONG,), ("2018-04-01", "2019-03-31"), ("2018-04-01", "2018-07-31")),
        ("Mayor", (OPEN,), ("2018-04-01", "2019-03-31"), ("2018-04-01", "2018-07-31")),
    ],
)
def test_a_term_runs_as_known_yearly_terms_of_its_title_do(title, offices, span, start):
    assert days(term_span(title, 2018, offices)) == span
    assert days(term_start(title, 2018, offices)) == start


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(1950, 2050))
def test_a_term_of_any_known_beginning_lasts_a_year(begin, year):
    known = Office("Mayor", "Di Fell", begin, begin + dt.timedelta(days=364))
    first, last = term_span("Mayor", year, [known])
    assert last - first + 1 in (365, 366)
    assert dt.date.fromordinal(first).year == year


@pytest.mark.parametrize("profile", ["signed_term", "term_recalled", "term_ahead"])
def test_the_split_year_of_a_term_is_told_as_from_april_to_march(profile):
    clue = Clue("office", Shape((term_start("Mayor", 2018, ()),), profile), "")
    assert [days(span) for span in terms_told(clue)] == [("2018-04-01", "2019-03-31")]


def test_the_days_of_an_office_tell_no_split_year():
    assert terms_told(Clue("office", Shape(((1, 2),), "office"), "")) == []
