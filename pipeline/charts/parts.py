"""How much of each article each theme takes up: what model-wide figures are made from."""

from __future__ import annotations

import pandas as pd


def theme_parts(article_topics: pd.DataFrame, topics: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """A row for each fitted article that counts, a column a theme: the article's share of it; rows sum to 1."""
    counted = articles.loc[articles["duplicate_of"].isna(), "article_id"]
    known = article_topics[article_topics["article_id"].isin(counted)]
    joined = known.merge(topics[["topic_id", "theme_id"]], on="topic_id")
    wide = joined.pivot_table(index="article_id", columns="theme_id", values="share", aggfunc="sum", fill_value=0.0)
    return wide.sort_index().sort_index(axis=1)


def mean_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """A row for each theme and article: theme_id, article_id, and what the article adds to the theme's mean share."""
    means = (parts / max(len(parts), 1)).rename_axis(index="article_id", columns=None).reset_index()
    rows = means.melt(id_vars="article_id", var_name="theme_id", value_name="theme_share")
    rows = rows[["theme_id", "article_id", "theme_share"]]
    return rows.sort_values(
        ["theme_id", "theme_share", "article_id"], ascending=[True, False, True], kind="stable", ignore_index=True
    )
