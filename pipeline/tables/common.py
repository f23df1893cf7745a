"""Columns that several tables share."""

from __future__ import annotations

from pipeline.columns import count, text

ARTICLE_ID = text("`document_id:0001` in reading order")
OFFSET_START = count("first character, an index into the document's text")
OFFSET_END = count("one past the last character")
PERIOD = text("of a rate", nullable=True, choices=("year", "month", "week", "day"))
QUALIFIER = text(
    "a word that modifies the amount", nullable=True, choices=("approx", "over", "up_to", "under", "vague")
)
