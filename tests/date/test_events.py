import csv
import datetime as dt
from pathlib import Path

import pytest

import pipeline.date
from pipeline.corpus import Corpus, Event
from pipeline.date.clues import read_article
from pipeline.date.events import build_almanac, find_events
from pipeline.date.grid import Grid
from pipeline.date.shapes import parse_profiles
from pipeline.settings import load_config

CONFIG = load_config("date", {})
UK = CONFIG.calendar_uk
GRID = Grid(2012, 2025)


def found(title="", text="", *, corpus=None, rows=UK):
    clues = find_events(read_article(title, text, None, None), build_almanac(rows, corpus or Corpus()), grid=GRID)
    return [(clue.shape.profile, [dt.date.fromordinal(a).isoformat() for a, _ in clue.shape.spans]) for clue in clues]


@pytest.mark.parametrize(
    ("title", "profile", "days"),
    [
        ("Reply to the Spring Statement 2022", "event_announcement", ["2022-03-23"]),
        ("Reply to the 2019 Spring Statement", "event_announcement", ["2019-03-13"]),
        ("Reply to yesterday's Spring Statement 2022", "event_today", ["2022-03-24"]),
        ("Reply to today's King's Speech 2024", "event_today", ["2024-07-17"]),
        ("Ahead of the Spring Statement 2022", "event_ahead", ["2022-03-23"]),
        ("New Year Honours 2016: a member named", "event_honours", ["2016-12-30"]),
    ],
)
def test_a_headline_names_an_event(title, profile, days):
    assert found(title) == [(profile, days)]


def test_an_event_without_a_year_recurs():
    ((profile, days),) = found("Reply to the King's Speech")
    assert profile == "event_announcement"
    assert days == ["2023-11-07", "2024-07-17"]


def test_a_word_in_small_letters_is_not_the_event_with_a_capital():
    assert found("Cuts to the budget of harbours") == []


def test_a_year_that_the_calendar_does_not_have_tells_nothing():
    assert found("Reply to the King's Speech 2015") == []


def test_deep_in_the_text_an_event_is_not_what_is_reported():
    filler = "The quay was painted. " * 30
    assert found(text=f"{filler}After the King's Speech they left.") == []
    assert found(text=f"{filler}They heard today's King's Speech.")[0][0] == "event_today"


def test_what_began_on_a_day_bounds_the_text_wherever_it_stands():
    filler = "The quay was painted. " * 30
    assert found(text=f"{filler}Then came Covid-19.") == [("event_begins", ["2020-02-05"])]


def test_events_of_the_corpus_join_the_calendar():
    event = Event("the Pier Review", dt.date(2019, 5, 2), None, ("Pier Review",))
    fair = Event("the fair", dt.date(2019, 6, 1), dt.date(2019, 6, 3), ("Pier Fair",))
    corpus = Corpus(events=(event, fair))
    assert found("On the Pier Review", corpus=corpus, rows=()) == [("event_announcement", ["2019-05-02"])]
    assert found("At the Pier Fair", corpus=corpus, rows=()) == [("event_conference", ["2019-06-01"])]


def test_the_calendar_is_in_order():
    path = Path(pipeline.date.__file__).parent / "calendar_uk.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    profiles = parse_profiles(CONFIG.profiles)
    for row in rows:
        first = dt.date.fromisoformat(row["from"])
        assert not row["to"] or dt.date.fromisoformat(row["to"]) >= first, row
        assert row["source"].strip(), row
        assert all(word.strip() for word in row["words"].split("|")), row
        assert row["kind"] == "office" or f"event_{row['kind']}" in profiles, row
        if row["kind"] not in ("office", "begins", "span"):
            assert 2010 <= first.year <= 2025, row
            assert f"event_{row['kind']}_opening" in profiles


def test_no_two_holders_of_an_office_overlap_for_long():
    # ministers change within a day or two
    terms = {}
    for row in (row for row in UK if row["kind"] == "office"):
        terms.setdefault(row["words"], []).append((row["from"], row["to"] or "9999-12-31"))
    for office, held in terms.items():
        for (_, end), (start, _) in zip(sorted(held), sorted(held)[1:], strict=False):
            assert start >= end, office


def test_two_names_of_one_event_are_one_clue():
    clues = found("Ada Lane receives CBE", "She was named in the New Year Honours 2016 list.")
    assert clues == [("event_honours_opening", ["2016-12-30"])]
