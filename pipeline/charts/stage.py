"""Charts: what the tables show, as pictures with their points and their words."""

from __future__ import annotations

from typing import Any

import matplotlib
import pandas as pd

from pipeline.charts.canvas import STYLE, use_own_fonts
from pipeline.charts.changes import draw_changes
from pipeline.charts.chart import Chart, chart_files
from pipeline.charts.config import Config
from pipeline.charts.coverage import draw_coverage, draw_dating
from pipeline.charts.names import draw_bodies, draw_people
from pipeline.charts.prevalence import draw_overview, draw_prevalence
from pipeline.charts.scene import Scene, build_scene
from pipeline.charts.sums import draw_sums
from pipeline.charts.terms import draw_persistence, draw_terms
from pipeline.corpus import Corpus


def charts(
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    topic_terms: pd.DataFrame,
    prevalence: pd.DataFrame,
    findings: pd.DataFrame,
    sums: pd.DataFrame,
    *,
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """The charts as files: for each its picture (.png, .svg), its points (.csv) and what it says (.json)."""
    use_own_fonts()
    scene: Scene = build_scene(articles, corpus=corpus, config=config)
    with matplotlib.rc_context(STYLE):
        drawn: tuple[Chart, ...] = (
            draw_coverage(articles, article_years, scene),
            draw_dating(articles, scene),
            draw_overview(prevalence, themes, findings, scene),
            draw_prevalence(prevalence, themes, findings, scene),
            draw_changes(findings, themes, scene),
            draw_terms(topic_terms, topics, themes, scene),
            draw_people(mentions, entities, articles, scene),
            draw_bodies(mentions, entities, articles, scene),
            draw_sums(sums, articles, themes, scene),
            draw_persistence(topics, themes, scene),
        )
    return {"files": {name: content for chart in drawn for name, content in chart_files(chart, dpi=config.dpi).items()}}
