import pytest

from pipeline.corpus import Corpus
from pipeline.date.gather import (
    duplicate_groups,
    find_calendar,
    find_grid,
    gather_clues,
    read_segments,
    share_clues,
)
from pipeline.date.grid import Grid
from pipeline.errors import CorpusError
from pipeline.settings import load_config

CONFIG = load_config("date", {})


def test_a_calendar_is_chosen_by_name():
    assert len(find_calendar("uk", CONFIG)) > 300
    assert find_calendar("UK", CONFIG) == find_calendar("uk", CONFIG)
    assert find_calendar("", CONFIG) == ()


def test_an_unknown_calendar_is_told_with_those_that_there_are():
    with pytest.raises(CorpusError, match=r"calendar is 'atlantis' \(want uk\)"):
        find_calendar("atlantis", CONFIG)


def grid_of(segments, period=None):
    _, grid = find_grid(read_segments(segments), period, CONFIG)
    return None if grid is None else (grid.first_year, grid.last_year)


def test_a_given_period_is_kept(segments_of):
    assert grid_of(segments_of([("a", "Pier", "Met in 1987.")]), (2016, 2025)) == (2016, 2025)


def test_the_period_is_learned_from_stated_and_spoken_dates(segments_of):
    rows = [
        ("a", "Harbour update - May 2017", "Ropes."),
        ("b", "Pier", "3 July 2019\nRopes."),
        ("c", "Pier", "The crew met in June 2014 and will meet in 2050."),
        ("d", "Pier", "Ropes.", "2018-03-01"),
        ("e", "Pier", "No date at all."),
    ]
    assert grid_of(segments_of(rows)) == (2013, 2020)


def test_an_empty_clock_does_not_stretch_the_period(segments_of):
    rows = [("a", "Pier", "Ropes.", "1970-01-01T00:00:00Z"), ("b", "Pier", "Ropes.", "2018-03-01")]
    assert grid_of(segments_of(rows)) == (2017, 2019)


def test_no_dates_no_period(segments_of):
    assert grid_of(segments_of([("a", "Pier", "Ropes.")])) is None
    assert grid_of(segments_of([])) is None


def clues_of(segments):
    return gather_clues(read_segments(segments), Corpus(), grid=Grid(2015, 2020), month_first=False, config=CONFIG)


def test_a_timestamp_makes_other_clues_needless(segments_of):
    clues = clues_of(segments_of([("a", "Harbour update - May 2017", "The crew met in May 2016.", "2018-03-01")]))
    assert [clue.basis for clue in clues["a:0001"]] == ["feed"]


def test_near_duplicates_share_what_the_text_says(segments_of):
    text = "Ropes were bought in May 2016."
    segments = segments_of([("a", "Pier", text), ("b", "Pier", "Ropes.", None, "a:0001"), ("c", "Pier", "Ropes.")])
    assert duplicate_groups(segments) == [["a:0001", "b:0001"]]
    shared = share_clues(clues_of(segments), segments)
    assert shared["b:0001"] == shared["a:0001"] != []
    assert shared["c:0001"] == []


@pytest.mark.parametrize(
    "copy", [("a", "Pier", "3 July 2019\nRopes."), ("a", "Pier", "Ropes.", "2019-07-03T09:00:00Z")]
)
def test_a_stated_day_is_that_of_its_own_page_and_a_bound_for_its_copies(segments_of, copy):
    segments = segments_of([copy, ("b", "Pier", "Ropes.", None, "a:0001")])
    clues = clues_of(segments)
    shared = share_clues(clues, segments)
    assert shared["a:0001"] == clues["a:0001"]
    (bound,) = shared["b:0001"]
    assert (bound.basis, bound.shape.profile) == ("text", "copy")
    assert bound.shape.spans == clues["a:0001"][0].shape.spans


def test_a_duplicate_of_an_article_that_is_gone_stands_alone(segments_of):
    assert duplicate_groups(segments_of([("b", "Pier", "Ropes.", None, "gone:0001")])) == []
