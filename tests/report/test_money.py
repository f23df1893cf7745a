from __future__ import annotations

import pandas as pd

from pipeline.corpus import Publish
from pipeline.report.money import first_named, largest_sums, money_section


def rows_of(block, number):
    tables = [piece for piece in block["blocks"] if piece["kind"] == "table"]
    return [[" ".join(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in tables[number]["rows"]]


def test_largest_first_with_period_purpose_owner_speaker_theme_and_year(given, story):
    block = money_section(given.sums, given.sum_totals, given.articles, {"theme-01": "Harbours"}, story)
    rest = ["the ferry", "Ferry Board", "Ada Wren", "Harbours", "1", "2016"]
    assert rows_of(block, 0) == [["£3.1 billion", *rest], ["£2.5 million a year", *rest], ["£4,500", *rest]]


def test_only_plain_amounts_are_added_up(given, story):
    block = money_section(given.sums, given.sum_totals, given.articles, {"theme-01": "Harbours"}, story)
    # three amounts without a period, one of them vague, and a rate: 3.1 billion and 4,500 make the total
    assert rows_of(block, 1) == [["Harbours", "GBP", "4", "4", "£3.1 billion", "£3.1 billion"]]
    assert rows_of(block, 2) == [["2016", "GBP", "4", "4", "£3.1 billion", "£3.1 billion"]]


def test_a_sum_announced_again_stands_once(given):
    rows = given.sums.assign(value=5.0).head(3)
    again = rows.assign(same_as=[None, rows["mention_id"].iloc[0], "a mention that is not shown"])
    first = first_named(again)
    assert first["mention_id"].tolist() == [rows["mention_id"].iloc[0], rows["mention_id"].iloc[2]]
    assert first["times"].tolist() == [2, 1]


def test_vague_sums_are_counted(given, story, words):
    said = words(money_section(given.sums, given.sum_totals, given.articles, {}, story))
    assert "3 sums with an amount, 1 rate among them, and 1 sum without one" in said


def test_sums_of_a_duplicate_do_not_count(given, story, words):
    twice = given.sums.assign(article_id=given.articles["article_id"].iloc[-1])
    assert "No sum of money" in words(money_section(twice, given.sum_totals, given.articles, {}, story))


def test_currencies_are_kept_apart_the_most_frequent_first():
    sums = pd.DataFrame({"mention_id": ["a", "b", "c"], "currency": ["EUR", "GBP", "GBP"], "value": [9e9, 1.0, 2.0]})
    assert largest_sums(sums)["mention_id"].tolist() == ["c", "b", "a"]


def test_speakers_are_covered_where_people_are_not_shown(given, tell, words):
    said = words(
        money_section(given.sums, given.sum_totals, given.articles, {}, tell(given, publish=Publish(people="roles")))
    )
    assert "Ada Wren" not in said
    assert "[Chair]" in said
