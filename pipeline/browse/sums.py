"""The sums of money of the page: a list a column, and what they come to by theme and year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.browse.articles import is_absent, said, sum_order
from pipeline.browse.given import Given
from pipeline.browse.keys import Keys
from pipeline.browse.voice import Voice
from pipeline.rows import Row, records
from pipeline.wording import money, plain, shorten

ABOUT_CHARS, NAME_CHARS = 200, 80


def sum_columns(given: Given, keys: Keys, voice: Voice) -> dict[str, list[Any]]:
    """The sums in the order of `sum_order`, a list for each column; `start` counts from the article's start."""
    starts = dict(zip(given.articles["article_id"], given.articles["start"], strict=True))
    order = sum_order(given.sums)
    numbers = {mention: place for place, mention in enumerate(order)}
    rows = records(given.sums.set_index("mention_id").loc[order].reset_index())
    places = [place_of(row["mention_id"]) for row in rows]
    return {
        "article": [keys.articles.get(row["article_id"]) for row in rows],
        "start": [start - int(starts[row["article_id"]]) for row, (start, _) in zip(rows, places, strict=True)],
        "length": [end - start for start, end in places],
        "value": [None if is_absent(row["value"]) else float(row["value"]) for row in rows],
        "said": [sum_words(row, voice) for row in rows],
        "currency": [said(row["currency"]) for row in rows],
        "rate": [int(isinstance(row["period"], str)) for row in rows],
        "kind": [row["kind"] for row in rows],
        "about": [shorten(voice.quote(row["about"], row["article_id"]), ABOUT_CHARS) for row in rows],
        "whose": [shorten(voice.quote(said(row["whose"]), row["article_id"]), NAME_CHARS) for row in rows],
        "speaker": [shorten(voice.veil.cover(said(row["speaker"]), row["article_id"]), NAME_CHARS) for row in rows],
        "concerns": [concern_words(row) for row in rows],
        "same": [numbers.get(row["same_as"]) if isinstance(row["same_as"], str) else None for row in rows],
        "theme": [keys.themes.get(str(row["theme_id"])) for row in rows],
        "year": [None if is_absent(row["year"]) else int(row["year"]) for row in rows],
    }


def place_of(mention_id: str) -> tuple[int, int]:
    """First character of a mention in its document and the one past the last, which its identifier states."""
    start, _, end = mention_id.rpartition(":")[2].partition("-")
    return int(start), int(end)


def sum_words(row: Row, voice: Voice) -> str:
    """A sum as it is stated: what modifies it, the amount or range, the period, and what kind of sum it is."""
    if is_absent(row["value"]):
        return voice.word("sums.vague")
    currency = said(row["currency"]) or None
    amount = money(row["value"], currency)
    if not is_absent(row["value_high"]):
        amount = voice.word("sums.range").format(low=amount, high=money(row["value_high"], currency))
    if isinstance(row["qualifier"], str):
        amount = voice.word(f"sums.{row['qualifier']}").format(amount=amount)
    if isinstance(row["period"], str):
        amount = voice.word("sums.rate").format(amount=amount, period=row["period"])
    return voice.word(f"sums.kind_{row['kind']}").format(amount=amount)


def concern_words(row: Row) -> str:
    """The years that a sum concerns, where its sentence says."""
    first, last = row["concerns_from"], row["concerns_to"]
    if is_absent(first) and is_absent(last):
        return ""
    years = list(dict.fromkeys(str(int(year)) for year in (first, last) if not is_absent(year)))
    return "\N{EN DASH}".join(years)


def total_rows(sum_totals: pd.DataFrame, keys: Keys, voice: Voice) -> list[list[Any]]:
    """Sums by theme, year, currency, period and kind: how many, how many distinct, their total, the largest."""
    rows = []
    for row in records(sum_totals):
        theme = keys.themes.get(str(row["theme_id"]))
        period = voice.word("sums.a_period").format(period=row["period"]) if isinstance(row["period"], str) else ""
        currency = said(row["currency"]) or None
        rows.append([
            theme,
            None if is_absent(row["year"]) else int(row["year"]),
            plain(f"{voice.word('sums.of_' + row['kind'])} {period}"),
            int(row["n_sums"]),
            int(row["n_distinct"]),
            "" if is_absent(row["total"]) else money(row["total"], currency),
            "" if is_absent(row["largest"]) else money(row["largest"], currency),
        ])  # fmt: skip
    return sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, row[1] is None, row[1] or 0, row[2], row[5]))
