from __future__ import annotations

import re

import pytest

from pipeline.charts.scene import build_scene, theme_names
from pipeline.corpus import Corpus
from tests.charts.made import config, empty_tables, made_tables


def test_years_run_without_holes_over_articles_and_stated_period():
    articles = made_tables(years=(2017, 2020))["articles"]
    scene = build_scene(articles, corpus=Corpus(period=(2016, 2019)), config=config("charts"))
    assert scene.years == (2016, 2017, 2018, 2019, 2020)
    assert scene.period == "2016–2020"


def test_without_dates_there_are_no_years():
    scene = build_scene(
        empty_tables(["articles"])["articles"], corpus=Corpus(period=(2016, 2019)), config=config("charts")
    )
    assert scene.years == ()
    assert scene.period == "no dated article"


def test_duplicates_count_once_in_the_source_line(scene):
    assert "Harbour papers" in scene.source
    assert "23\N{NO-BREAK SPACE}articles" in scene.source


def test_no_sentence_holds_a_digit():
    for row in config("charts").sentences:
        assert None not in row, f"a comma without quotes in {row}"
        assert not re.search(r"\d", row["sentence"]), row["name"]


def test_a_chart_of_nothing_says_so(scene):
    chart = scene.nothing("sums", ["value"])
    assert chart.words.is_empty
    assert chart.words.title == "No sums of money with a stated amount were found"
    assert list(chart.points.columns) == ["value"]
    assert chart.points.empty


@pytest.mark.parametrize("title", ["", "   "])
def test_a_corpus_without_title_has_a_name(title):
    articles = empty_tables(["articles"])["articles"]
    assert build_scene(articles, corpus=Corpus(title=title), config=config("charts")).corpus == "the documents given"


def test_labels_that_are_cut_to_the_same_are_numbered():
    long = "word " * 40
    themes = made_tables()["themes"].assign(label=[long + "one", long + "two", "Ferries"])
    names = theme_names(themes)
    assert len(set(names.values())) == 3
    assert names["theme-02"].startswith("(2) word")
    assert names["theme-03"] == "Ferries"
