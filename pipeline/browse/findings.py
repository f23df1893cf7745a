"""The changes that hold: their words, how surely, in how many other settings, and which sources make them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.browse.given import Given
from pipeline.browse.keys import Keys
from pipeline.browse.themes import rounded
from pipeline.browse.voice import Voice
from pipeline.rows import records
from pipeline.summary import finding_words, order_findings
from pipeline.wording import percent

CERTAIN = 0.999  # all of a finite number of draws is no certainty
SENTENCE_CHARS = 600
PARTS = ("from_weight", "to_weight", "from_share", "to_share", "mix", "within")


def finding_rows(given: Given, keys: Keys, voice: Voice) -> list[dict[str, Any]]:
    """The changes that hold, the surest first."""
    labels = dict(zip(given.themes["theme_id"], given.themes["label"], strict=True))
    splits = split_rows(given.splits, voice)
    rows = []
    for row in records(order_findings(given.findings)):
        odds = voice.say("changes.odds", {"odds": percent(min(row["probability"], CERTAIN))})
        rows.append(
            {
                "theme": keys.themes.get(row["theme_id"]),
                "kind": row["kind"],
                "from": int(row["from_year"]),
                "to": int(row["to_year"]),
                "change": rounded(row["change"]),
                "low": rounded(row["low"]),
                "high": rounded(row["high"]),
                "said": voice.name(finding_words(row, labels)[1], SENTENCE_CHARS),
                "odds": odds,
                "splits": splits.get(row["finding_id"], []),
            }
        )
    return [row for row in rows if row["theme"] is not None]


def split_rows(splits: pd.DataFrame, voice: Voice) -> dict[str, list[list[Any]]]:
    """For each finding its sources: path, weights and shares of both periods, parts by mix and within."""
    found: dict[str, list[list[Any]]] = {}
    for row in records(splits.sort_values(["finding_id", "source"], kind="stable")):
        parts = [None if pd.isna(row[name]) else rounded(row[name]) for name in PARTS]
        source = voice.path(row["source"], voice.word("any.source"))
        found.setdefault(row["finding_id"], []).append([source, *parts])
    return found
