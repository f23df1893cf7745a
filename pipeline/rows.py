"""Rows of a table as dictionaries, one by one or the one that stands out."""

from __future__ import annotations

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
