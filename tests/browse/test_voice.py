from __future__ import annotations

import re

import pytest

from tests.charts.made import config


def test_no_sentence_and_no_meaning_holds_a_digit():
    settings = config("browse")
    for row in (*settings.sentences, *settings.glossary):
        assert None not in row, f"a comma without quotes in {row}"
        assert not any(re.search(r"\d", said) for said in row.values()), row


def test_the_glossary_is_that_of_the_report():
    assert config("browse").glossary == config("report").glossary


@pytest.mark.parametrize(("path", "shown"), [
    ("papers/ada_wren-speech.txt", "the first"),
    ("papers/Bo Lark.txt", "the first"),
    ("papers/minutes.txt", "papers/minutes.txt"),
])  # fmt: skip
def test_a_path_that_names_a_person_is_not_shown_where_people_are_not(given, speak, path, shown):
    assert speak(given, people="none").path(path, "the first") == shown
    assert speak(given).path(path, "the first") == path


def test_texts_are_quoted_only_where_they_may_be(given, speak):
    article = given.articles["article_id"].iloc[0]
    assert speak(given).quote("Ada Wren spoke", article) == "Ada Wren spoke"
    assert speak(given, people="roles").quote("Ada Wren spoke", article) == "[Chair] spoke"
    assert speak(given, excerpts=False).quote("Ada Wren spoke", article) == ""


def test_the_years_are_those_of_the_period_without_holes(voice):
    assert voice.years == (2016, 2017, 2018, 2019, 2020, 2021)
    assert voice.period == "2016–2021"
