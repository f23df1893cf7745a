import pytest

from pipeline.date.expressions import find_expressions
from pipeline.date.tense import compile_cues, judge
from pipeline.settings import load_config

CONFIG = load_config("date", {})
CUES = compile_cues(CONFIG.cues_past, CONFIG.cues_future, CONFIG.cues_decoy, CONFIG.cues_meeting)


def judged(text):
    return judge(text, find_expressions(text, month_first=False)[0], CUES)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The board met on 3 November 2017 in Leeds.", "past"),
        ("The summit took place on 16 November 2017.", "past"),
        ("Since September 2015 fees rose.", "past"),
        ("The scheme will open on 5 December 2017.", "future"),
        ("Replies are due by 27 October 2017.", "future"),
        ("The next meeting is planned for June 2018.", "future"),
        ("The council today, 28 April 2017, publishes its plan.", "today"),
        ("Today (8 June 2021) the report came out.", "today"),
        ("Copyright 2014 of the press.", "decoy"),
        ("The Harbours Act 2004 applies.", "decoy"),
        ("Figures, 2016", "past"),
        ("Budget 2017", "open"),
    ],
)
def test_the_nearest_cue_in_the_clause_gives_the_tense(text, tense):
    assert judged(text.replace("Figures", "previously")).tense == tense


@pytest.mark.parametrize(("text", "shift"), [("yesterday, 5 May 2021, they", 1), ("tomorrow (5 May 2021) they", -1)])
def test_a_day_nearby_shifts_the_day_of_writing(text, shift):
    found = judged(text)
    assert (found.tense, found.shift) == ("today", shift)


def test_a_cue_of_another_sentence_does_not_count():
    assert judged("It will rain. On 5 May 2021").tense == "open"


def test_no_cues_find_nothing():
    none = compile_cues([], [], [], [])
    text = "met on 3 May 2017"
    assert judge(text, find_expressions(text, month_first=False)[0], none).tense == "open"
