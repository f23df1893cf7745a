from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from pipeline.browse.articles import article_columns, listed_chances, listed_shares, sum_order
from pipeline.browse.keys import build_keys
from pipeline.summary import article_themes
from tests.browse.made import text_at


def columns_of(given, voice):
    shares = article_themes(given.article_topics, given.topics, given.themes)
    return article_columns(given, shares, build_keys(given, people=voice.publish.people), voice)


def test_a_mark_leads_to_the_name_in_the_document(given, voice, keys):
    columns = columns_of(given, voice)
    names = {number: entity for entity, number in keys.names.items()}
    marks, begin = columns["marks"][0], columns["start"][0]
    said = [
        (names.get(number, "sum"), text_at(given.articles.iloc[0], begin + start, begin + start + length))
        for number, start, length in zip(marks[::3], marks[1::3], marks[2::3], strict=True)
    ]
    assert said == [("person:ada wren", "Ada Wren"), ("body:board of works", "Board of Works"), ("sum", "£4,500"),
                    ("person:bo lark", "Bo Lark"), ("body:river trust", "River Trust")]  # fmt: skip


def test_shares_are_in_thousandths_the_largest_first(keys, voice):
    shares = pd.DataFrame({"theme-02": [0.4446], "theme-01": [0.01], "theme-03": [0.5454]}, index=["a"])
    # the smallest is below what is worth a line
    assert listed_shares(shares, keys, voice) == {"a": [2, 545, 1, 445]}


def test_a_duplicate_names_the_article_that_counts_instead(given, voice):
    assert columns_of(given, voice)["duplicate"] == [None] * 23 + [0]


def test_only_years_in_doubt_are_listed(voice):
    doubt = pd.DataFrame({"article_id": ["a", "b", "b", "b"], "year": [2016, 2016, 2017, 2018],
                          "probability": [1.0, 0.3, 0.698, 0.002]})  # fmt: skip
    assert listed_chances(doubt, voice) == {"b": [2017, 698, 2016, 300]}


@pytest.mark.parametrize("mode", ["roles", "none"])
def test_authors_and_addresses_are_left_out_where_people_are_not_named(given, speak, mode):
    told = replace(given, articles=given.articles.assign(author="Ada Wren", url="https://x.example/ada-wren"))
    columns = columns_of(told, speak(given, people=mode))
    assert set(columns["author"]) == set(columns["url"]) == {""}
    assert set(columns_of(told, speak(given))["author"]) == {"Ada Wren"}


def test_evidence_quotes_the_text_only_where_that_may_be(given, speak):
    assert set(columns_of(given, speak(given))["evidence"]) == {"stated"}
    assert set(columns_of(given, speak(given, excerpts=False))["evidence"]) == {""}


def test_sums_go_by_frequency_of_currency_then_size_and_vague_ones_are_last():
    sums = pd.DataFrame({"mention_id": list("abcd"), "currency": ["EUR", "GBP", "GBP", None],
                         "value": [9e9, 1.0, 2.0, None]})  # fmt: skip
    assert sum_order(sums) == ["c", "b", "a", "d"]
