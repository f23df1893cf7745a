"""The articles of the page: a list a column, and what each names and is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipeline.browse.given import Given
from pipeline.browse.keys import Keys
from pipeline.browse.voice import Voice
from pipeline.rows import Row, records
from pipeline.wording import plain, shorten

PER_MILLE = 1000
EVIDENCE_CHARS, ADDRESS_CHARS = 300, 300


def article_columns(given: Given, shares: pd.DataFrame, keys: Keys, voice: Voice) -> dict[str, list[Any]]:
    """The articles in the order of their identifiers, a list for each column.

    `shares` holds theme and share in thousandths, one after the other, largest first; `years` likewise year and chance
    in thousandths, where the year is in doubt; `marks` of each mention its name's or sum's number, its first character
    counted from the article's, and its length. Sums are numbered on from the names.
    """
    rows = records(given.articles.sort_values("article_id", kind="stable"))
    themes = listed_shares(shares, keys, voice)
    chances = listed_chances(given.article_years, voice)
    marks = listed_marks(given, keys)
    named = voice.publish.is_named
    return {
        "id": [row["article_id"] for row in rows],
        "document": [keys.documents.get(row["document_id"]) for row in rows],
        "title": [voice.headline(row["title"], row["article_id"]) for row in rows],
        "start": [int(row["start"]) for row in rows],
        "end": [int(row["end"]) for row in rows],
        "words": [int(row["n_words"]) for row in rows],
        "year": [None if pd.isna(row["year"]) else int(row["year"]) for row in rows],
        "date": [day(row["date"]) for row in rows],
        "earliest": [day(row["date_earliest"]) for row in rows],
        "latest": [day(row["date_latest"]) for row in rows],
        "precision": [said(row["date_precision"]) for row in rows],
        "basis": [row["date_basis"] for row in rows],
        "evidence": [shorten(voice.quote(row["date_evidence"], row["article_id"]), EVIDENCE_CHARS) for row in rows],
        "published": [said(row["published"]) for row in rows],
        # an address and an author's name may name people whom the page may not
        "url": [shorten(said(row["url"]), ADDRESS_CHARS) if named else "" for row in rows],
        "author": [said(row["author"]) if named else "" for row in rows],
        "duplicate": [keys.articles.get(str(row["duplicate_of"])) for row in rows],
        "shares": [themes.get(row["article_id"], []) for row in rows],
        "years": [chances.get(row["article_id"], []) for row in rows],
        "marks": [marks.get(row["article_id"], []) for row in rows],
    }


def day(value: Any) -> str:
    """A day as ISO 8601, or nothing."""
    return "" if pd.isna(value) else f"{value:%Y-%m-%d}"


def is_absent(value: Any) -> bool:
    """Whether a cell holds nothing."""
    return bool(pd.isna(value))


def said(value: object) -> str:
    """Text on one line, or nothing."""
    return plain(value) if isinstance(value, str) else ""


def listed_shares(shares: pd.DataFrame, keys: Keys, voice: Voice) -> dict[str, list[int]]:
    """Theme and share in thousandths of each article, largest first, those that are worth a line."""
    numbers = [keys.themes[str(theme)] for theme in shares.columns]
    found = {}
    for article, row in zip(shares.index, shares.to_numpy(), strict=True):
        pairs = [(round(PER_MILLE * share), number) for share, number in zip(row, numbers, strict=True)
                 if share >= voice.config.least_share]  # fmt: skip
        ordered = sorted(pairs, key=lambda pair: (-pair[0], pair[1]))
        found[str(article)] = [part for share, number in ordered for part in (number, share)]
    return found


def listed_chances(article_years: pd.DataFrame, voice: Voice) -> dict[str, list[int]]:
    """Year and chance in thousandths of the articles whose year is in doubt, likeliest first."""
    doubtful = article_years[article_years["probability"].between(voice.config.least_chance, 1 - 1e-9)]
    ordered = doubtful.sort_values(["article_id", "probability", "year"], ascending=[True, False, True], kind="stable")
    found: dict[str, list[int]] = {}
    for row in records(ordered):
        found.setdefault(row["article_id"], []).extend((int(row["year"]), round(PER_MILLE * row["probability"])))
    return found


def listed_marks(given: Given, keys: Keys) -> dict[str, list[int]]:
    """What each article names and where, in the order of its text."""
    starts: Mapping[str, int] = dict(zip(given.articles["article_id"], given.articles["start"], strict=True))
    numbers = {mention: len(set(keys.names.values())) + place for place, mention in enumerate(sum_order(given.sums))}
    found: dict[str, list[int]] = {}
    for row in records(given.mentions.sort_values(["article_id", "start", "end"], kind="stable")):
        number = mark_number(row, keys, numbers)
        if number is not None and row["article_id"] in starts:
            place = int(row["start"]) - int(starts[row["article_id"]])
            found.setdefault(row["article_id"], []).extend((number, place, int(row["end"]) - int(row["start"])))
    return found


def mark_number(mention: Row, keys: Keys, sums: Mapping[str, int]) -> int | None:
    """The number of the name or sum that is mentioned; None where the page does not list it."""
    if mention["type"] == "MONEY":
        return sums.get(mention["mention_id"])
    return keys.names.get(mention["entity_id"]) if isinstance(mention["entity_id"], str) else None


def sum_order(sums: pd.DataFrame) -> list[str]:
    """The sums in the order of the page: the most frequent currency first, by falling value; vague ones last."""
    currency = sums["currency"].fillna("")
    ordered = sums.assign(often=currency.map(currency.value_counts()), code=currency, vague=sums["value"].isna())
    by = ["vague", "often", "code", "value", "mention_id"]
    return [str(key) for key in ordered.sort_values(by, ascending=[True, False, True, False, True])["mention_id"]]
