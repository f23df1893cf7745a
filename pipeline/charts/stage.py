"""Charts: what the tables show, as pictures with their points and their words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.charts.canvas import house_style
from pipeline.charts.chart import chart_files
from pipeline.charts.config import Config
from pipeline.charts.roll import ROLL, draw_chart
from pipeline.charts.scene import build_scene
from pipeline.corpus import Corpus

TABLES = (
    "articles", "article_years", "mentions", "entities", "topics", "themes", "topic_terms", "article_topics", "ladder",
    "prevalence", "contributions", "findings", "sums",
)  # fmt: skip


def charts(
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    topic_terms: pd.DataFrame,
    article_topics: pd.DataFrame,
    ladder: pd.DataFrame,
    prevalence: pd.DataFrame,
    contributions: pd.DataFrame,
    findings: pd.DataFrame,
    sums: pd.DataFrame,
    *,
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """The charts as files: for each its picture (.png, .svg), its points and articles (.csv) and its words (.json)."""
    given = (articles, article_years, mentions, entities, topics, themes, topic_terms, article_topics, ladder,
             prevalence, contributions, findings, sums)  # fmt: skip
    tables = dict(zip(TABLES, given, strict=True))
    scene = build_scene(articles, corpus=corpus, config=config)
    files: dict[str, bytes] = {}
    with house_style():
        for name in ROLL:
            chart = draw_chart(name, tables, scene)
            files |= chart_files(chart, dpi=config.dpi, most_rows=config.most_rows)
    return {"files": files}
