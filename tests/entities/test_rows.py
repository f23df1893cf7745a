"""Rows of the two tables."""

from __future__ import annotations

import pandas as pd

from pipeline.checks import arrange, check
from pipeline.entities.mentions import Mention
from pipeline.entities.money import Sum
from pipeline.entities.rows import entity_rows, mention_rows

ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b"], "duplicate_of": [None, "a"], "date": pd.to_datetime(["2020-01-02", None])}
)


def named(article: str, start: int, surface: str, role: str | None = None) -> Mention:
    return Mention(
        article, "s", "PERSON", start, start + len(surface), surface, "given", role=role,
        entity_id="person:jane dale", canonical="Jane Dale",
    )  # fmt: skip


def test_a_sum_s_row_has_its_value_and_no_entity() -> None:
    found = Mention("a", "s", "MONEY", 0, 3, "£5m", "grammar", sum=Sum(0, 3, 5e6, None, "GBP", "year", "over"))
    rows = mention_rows([found])
    check("mentions", arrange("mentions", rows))
    row = rows.iloc[0]
    assert (row["mention_id"], row["value"], row["currency"], row["period"], row["qualifier"]) == (
        "a:0-3",
        5e6,
        "GBP",
        "year",
        "over",
    )
    assert pd.isna(row["entity_id"])


def test_only_articles_that_count_are_counted() -> None:
    rows = entity_rows(
        [named("a", 0, "Jane Dale", "mayor"), named("b", 0, "Jane Dale"), named("b", 20, "Dale")], ARTICLES
    )
    check("entities", arrange("entities", rows))
    row = rows.iloc[0]
    assert (row["n_mentions"], row["n_articles"], row["role"], list(row["aliases"])) == (1, 1, "mayor", ["Dale"])
    assert row["first_date"] == row["last_date"] == pd.Timestamp("2020-01-02")


def test_no_mentions_make_empty_tables() -> None:
    check("mentions", arrange("mentions", mention_rows([])))
    check("entities", arrange("entities", entity_rows([], ARTICLES)))
