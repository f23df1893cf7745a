import datetime as dt

import pytest

from pipeline.date.clues import read_article
from pipeline.date.grid import Grid
from pipeline.date.mentions import find_mentioned
from pipeline.date.tense import compile_cues
from pipeline.settings import load_config

CONFIG = load_config("date", {})
CUES = compile_cues(CONFIG.cues_past, CONFIG.cues_future, CONFIG.cues_decoy, CONFIG.cues_meeting)
FILLER = "The quay was painted and the ropes were mended by the crew. " * 10


def found(text, known=()):
    reading = read_article("Pier", text, None, None)
    clues = find_mentioned(reading, known, grid=Grid(2010, 2025), cues=CUES, month_first=False)
    return {clue.shape.profile: [dt.date.fromordinal(a).isoformat() for a, _ in clue.shape.spans] for clue in clues}


def test_what_the_text_calls_today_is_its_day():
    assert found("The council today, 28 April 2017, opens the pier.") == {"today": ["2017-04-28"]}


def test_yesterday_is_the_day_before():
    assert found("The pier shut yesterday, 28 April 2017.")["today"] == ["2017-04-29"]


def test_the_opening_names_the_day_reported_on():
    assert found("On Thursday 6 July 2017 the mayor spoke.")["opening_day"] == ["2017-07-06"]


@pytest.mark.parametrize(
    "text",
    [
        "The committee met on Friday 7 July 2017.",
        "Crews came together in Leith on 7 July 2017.",
        "At its meeting of 7 July 2017 the board agreed the levy.",
    ],
)
def test_a_meeting_in_the_opening_is_older_than_its_report(text):
    assert found(text) == {"meeting_day": ["2017-07-07"]}


def test_a_meeting_day_without_its_year_counts_once():
    # 7 July is a Friday in 2017 and 2023
    assert found("The committee met on Friday 7 July.") == {"meeting_day": ["2017-07-07", "2023-07-07"]}


def test_the_latest_past_and_first_future_date_count():
    text = FILLER + (
        "The crew met in June 2016. It met on 18 September 2017. The next ship will come on 5 March 2018. "
        "Another will come in May 2019."
    )
    assert found(text) == {"past": ["2017-09-18"], "future": ["2018-03-05"]}


def test_a_count_is_no_year():
    assert found(FILLER + "The plan needs 2000 ropes.") == {}


def test_decoys_do_not_count():
    assert found(FILLER + "The Harbours Act 2014 applies.") == {}


def test_a_date_that_another_clue_has_told_does_not_count_twice():
    year = (dt.date(2017, 1, 1).toordinal(), dt.date(2017, 12, 31).toordinal())
    text = FILLER + "The pier was shut in 2017."
    assert found(text) == {"past_year": ["2017-01-01"]}
    assert found(text, known={year}) == {}


@pytest.mark.parametrize(
    ("text", "profile", "n_years"),
    [
        ("The crew met in October.", "past_annual", 16),
        ("The crew met on 3 October.", "past_annual_day", 16),
        # 24 September is a Thursday in 2015 and 2020
        ("The crew met on Thursday 24 September.", "past_weekday", 2),
        ("The crew will meet in October.", "future_annual", 16),
    ],
)
def test_days_without_a_year_recur_in_every_year_that_fits(text, profile, n_years):
    (spans,) = [spans for name, spans in found(FILLER + text).items() if name == profile]
    assert len(spans) == n_years
