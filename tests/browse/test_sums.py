from __future__ import annotations

import pytest

from pipeline.browse.sums import concern_words, place_of, sum_columns, sum_words, total_rows
from tests.browse.made import text_at

SUM = {"value": 4500.0, "value_high": None, "currency": "GBP", "period": None, "qualifier": None, "kind": "amount"}


@pytest.mark.parametrize(("change", "said"), [
    ({}, "£4,500"),
    ({"qualifier": "approx"}, "about £4,500"),
    ({"period": "year", "qualifier": "over"}, "over £4,500 a year"),
    ({"value_high": 6000.0}, "£4,500 to £6,000"),
    ({"kind": "gap", "value": 3e9}, "a gap of £3 billion"),
    ({"value": None, "qualifier": "vague"}, "vague sum"),
    ({"currency": None}, "4,500"),
])  # fmt: skip
def test_a_sum_is_told_as_it_is_stated(voice, change, said):
    assert sum_words({**SUM, **change}, voice).replace("\N{NO-BREAK SPACE}", " ") == said


def test_an_identifier_states_the_place():
    assert place_of("02404606a0b8:0001:7758-7763") == (7758, 7763)


@pytest.mark.parametrize(("first", "last", "said"), [(2016, 2016, "2016"), (2016, 2019, "2016–2019"), (None, None, "")])
def test_the_years_that_a_sum_concerns(first, last, said):
    assert concern_words({"concerns_from": first, "concerns_to": last}) == said


def test_a_sum_leads_to_its_characters(given, keys, voice):
    columns = sum_columns(given, keys, voice)
    assert columns["value"] == sorted(given.sums["value"], reverse=True)
    for article, start, length in zip(columns["article"], columns["start"], columns["length"], strict=True):
        row = given.articles.iloc[article]
        assert text_at(row, row["start"] + start, row["start"] + start + length) == "£4,500"


def test_words_of_articles_and_names_go_where_they_must_not_stand(given, keys, speak):
    assert set(sum_columns(given, keys, speak(given, excerpts=False))["about"]) == {""}
    assert set(sum_columns(given, keys, speak(given, people="none"))["speaker"]) == {"[a person]"}


def test_totals_are_like_with_like(given, keys, voice):
    rows = total_rows(given.sum_totals, keys, voice)
    assert [row[:5] for row in rows] == [[0, 2016, "amounts", 3, 3], [0, 2016, "amounts a year", 1, 1]]
