from __future__ import annotations

import pandas as pd

from pipeline.corpus import Publish
from pipeline.report.money import largest_sums, money_section


def rows_of(block, number):
    tables = [piece for piece in block["blocks"] if piece["kind"] == "table"]
    return [[" ".join(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in tables[number]["rows"]]


def test_largest_first_with_period_purpose_speaker_theme_and_year(given, story):
    block = money_section(given.sums, given.articles, {"theme-01": "Harbours"}, story)
    assert rows_of(block, 0) == [
        ["£3.1 billion", "the ferry", "Ada Wren", "Harbours", "2016"],
        ["£2.5 million a year", "the ferry", "Ada Wren", "Harbours", "2016"],
        ["£4,500", "the ferry", "Ada Wren", "Harbours", "2016"],
    ]


def test_sums_are_counted_never_added_up(given, story):
    block = money_section(given.sums, given.articles, {"theme-01": "Harbours"}, story)
    assert rows_of(block, 1) == [["Harbours", "GBP", "3", "£2.5 million", "£3.1 billion"]]
    assert rows_of(block, 2) == [["2016", "GBP", "3", "£2.5 million", "£3.1 billion"]]


def test_vague_sums_are_counted(given, story, words):
    said = words(money_section(given.sums, given.articles, {}, story))
    assert "3 sums with an amount, 1 rate among them, and 1 sum without one" in said


def test_sums_of_a_duplicate_do_not_count(given, story, words):
    twice = given.sums.assign(article_id=given.articles["article_id"].iloc[-1])
    assert "No sum of money" in words(money_section(twice, given.articles, {}, story))


def test_currencies_are_kept_apart_the_most_frequent_first():
    sums = pd.DataFrame({"mention_id": ["a", "b", "c"], "currency": ["EUR", "GBP", "GBP"], "value": [9e9, 1.0, 2.0]})
    assert largest_sums(sums)["mention_id"].tolist() == ["c", "b", "a"]


def test_speakers_are_covered_where_people_are_not_shown(given, tell, words):
    said = words(money_section(given.sums, given.articles, {}, tell(given, publish=Publish(people="roles"))))
    assert "Ada Wren" not in said
    assert "[Chair]" in said
