"""Verdicts as the tables `articles` and `article_years`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from pipeline.date.verdict import Verdict


def write_articles(segments: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> pd.DataFrame:
    """The segments with the columns of their dates."""
    found = [verdicts[article] for article in segments["article_id"]]
    return segments.assign(
        date=days([each.best for each in found]),
        date_earliest=days([None if each.best is None else each.earliest for each in found]),
        date_latest=days([None if each.best is None else each.latest for each in found]),
        date_precision=pd.Series([each.precision for each in found], index=segments.index, dtype="str"),
        date_basis=pd.Series([each.basis for each in found], index=segments.index, dtype="str"),
        date_evidence=pd.Series([each.evidence for each in found], index=segments.index, dtype="str"),
        year=pd.array([None if each.best is None else year_of(each.best) for each in found], dtype="Int64"),
    )


def days(ordinals: list[int | None]) -> pd.arrays.DatetimeArray:
    """Ordinals as timestamps of whole days, None as missing."""
    stamps = [pd.NaT if day is None else dt.datetime.fromordinal(day) for day in ordinals]
    return pd.array(stamps, dtype="datetime64[ms]")


def year_of(ordinal: int) -> int:
    """Calendar year of an ordinal."""
    return dt.date.fromordinal(ordinal).year


def write_years(verdicts: Mapping[str, Verdict]) -> pd.DataFrame:
    """A row for each article and year that it may be of."""
    rows = [
        (article, year, share) for article, verdict in sorted(verdicts.items()) for year, share in verdict.years.items()
    ]
    return pd.DataFrame(
        {
            "article_id": pd.Series([row[0] for row in rows], dtype="str"),
            "year": pd.Series([row[1] for row in rows], dtype="int64"),
            "probability": pd.Series([row[2] for row in rows], dtype="float64"),
        }
    )
