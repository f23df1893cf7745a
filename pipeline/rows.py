"""Rows of a table as dictionaries, one by one or the one that stands out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, cast

import pandas as pd

Row = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Row]:
    """All rows, in order."""
    return cast(list[Row], frame.to_dict("records"))


def highest(frame: pd.DataFrame, column: str) -> Row:
    """The row with the largest value in `column`, the first of equals."""
    return records(frame)[int(frame[column].to_numpy(dtype=float).argmax())]


def lowest(frame: pd.DataFrame, column: str) -> Row:
    """The row with the smallest value in `column`, the first of equals."""
    return records(frame)[int(frame[column].to_numpy(dtype=float).argmin())]


def corpus_mark(article_ids: Iterable[str]) -> str:
    """Twelve hexadecimal digits that stand for a corpus: a hash of its article_ids, which stand for its documents."""
    return hashlib.sha256("\n".join(sorted(article_ids)).encode("utf-8", "surrogateescape")).hexdigest()[:12]
