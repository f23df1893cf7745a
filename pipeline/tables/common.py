"""Columns that several tables share."""

from __future__ import annotations

from pipeline.columns import count, text

ARTICLE_ID = text("`document_id:0001` in reading order")
OFFSET_START = count("first character, an index into the document's text")
OFFSET_END = count("one past the last character")
