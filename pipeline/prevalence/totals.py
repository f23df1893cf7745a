"""Totals of sums: only what can be compared is added, and no sum twice."""

from __future__ import annotations

import pandas as pd

from pipeline.prevalence.kinds import AMOUNT

KEY = ["theme_id", "year", "currency", "period", "kind"]
COLUMNS = [*KEY, "n_sums", "n_distinct", "n_added", "total", "largest"]


def total_sums(sums: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """A row for each theme, year, currency, period and kind with sums in articles that count.

    A sum announced again counts in n_sums and in nothing else. Added are amounts with one stated value, those of one
    currency and one period: no sums for each, changes, gaps, ranges or vague sums. A total is of sums named, which may
    be plans, parts of one another or refused: it is not money spent.
    """
    counted = set(articles.loc[articles["duplicate_of"].isna(), "article_id"])
    named = sums[sums["article_id"].isin(counted)]
    first = named["same_as"].isna() | ~named["same_as"].isin(set(named["mention_id"]))
    added = first & named["value"].notna() & named["value_high"].isna() & (named["kind"] == AMOUNT)
    marked = named.assign(
        n_sums=1,
        n_distinct=first.astype(int),
        n_added=added.astype(int),
        total=named["value"].where(added),
        largest=named[["value", "value_high"]].max(axis=1).where(first),
    )
    grouped = marked.groupby(KEY, dropna=False, sort=False)
    rows = pd.concat(
        [
            grouped[["n_sums", "n_distinct", "n_added"]].sum(),
            grouped["total"].sum(min_count=1),
            grouped["largest"].max(),
        ],
        axis=1,
    )
    return rows.reset_index()[COLUMNS]
