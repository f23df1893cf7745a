from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.corpus import Corpus, Publish
from pipeline.report.story import build_story
from tests.charts.made import config


def test_no_sentence_and_no_meaning_holds_a_digit():
    settings = config("report")
    for row in (*settings.sentences, *settings.glossary):
        assert None not in row, f"a comma without quotes in {row}"
        assert not any(re.search(r"\d", said) for said in row.values()), row


def test_a_chart_that_shows_nothing_is_left_out(story, figures):
    empty = {**figures, "sums": replace(figures["sums"], facts={"alt": "x", "is_empty": True})}
    told = replace(story, figures=empty)
    assert told.chart("sums") == []
    assert told.chart("never drawn") == []
    assert told.chart("people")[0]["alt"].startswith("A drawing")


@pytest.mark.parametrize(("drawn", "wanted", "is_shown"), [
    ("names", "names", True), ("names", "roles", False), ("names", "none", False), ("roles", "roles", True),
    ("roles", "names", True), ("none", "none", True),
])  # fmt: skip
def test_a_chart_that_shows_more_of_people_than_the_report_may_is_left_out(
    given, tell, figures, drawn, wanted, is_shown
):
    facts = {**figures["people"].facts, "people": drawn}
    told = replace(
        tell(given, publish=Publish(people=wanted)), figures={"people": replace(figures["people"], facts=facts)}
    )
    assert bool(told.chart("people")) == is_shown


def test_headlines_are_cut(story):
    assert len(story.headline("long " * 200, "x")) <= story.config.headline_chars


def test_a_hostile_title_is_plain_and_short(given, figures):
    corpus = Corpus(title="\u202e{x} " + "t" * 500)
    told = build_story(given, figures=figures, corpus=corpus, config=config("report"))
    assert "\u202e" not in told.corpus
    assert len(told.corpus) <= 120
