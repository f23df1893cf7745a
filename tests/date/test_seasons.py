import datetime as dt

import pytest

from pipeline.date.clues import read_article
from pipeline.date.grid import Grid
from pipeline.date.seasons import Seasons, find_seasons, season_span
from pipeline.settings import load_config

SEASONS = Seasons(load_config("date", {}).seasons)


def found(text):
    return find_seasons(read_article("", text, None, None), SEASONS, grid=Grid(2016, 2017))


def test_a_phrase_tells_the_time_of_year():
    (clue,) = found("The pier will open later this year.")
    months = {dt.date.fromordinal(day).month for first, last in clue.shape.spans for day in (first, last)}
    assert months <= set(range(2, 12))
    assert clue.words == "says 'later this year'"


def test_phrases_of_other_words_do_not_count():
    assert found("Many years ago, and so far away") == []


def test_at_most_two_are_heard():
    assert len(found("Early this year, this spring, this summer, this autumn.")) == 2


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [("02-15", "05-31", ("2016-02-15", "2016-05-31")), ("11-01", "01-15", ("2016-11-01", "2017-01-15"))],
)
def test_a_season_may_run_into_the_next_year(first, last, expected):
    assert tuple(dt.date.fromordinal(day).isoformat() for day in season_span(2016, first, last)) == expected
