"""Every chart of the roll: its tables, and the way from each point to its articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.charts.roll import ROLL, draw_chart, tables_drawn
from pipeline.charts.scene import build_scene
from pipeline.corpus import Corpus
from tests.charts.made import CHART_TABLES, config, made_tables

HERE = Path(__file__).parent.parent.parent


def assert_traced(chart):
    """Every point has articles, and what they have adds up to what the point has."""
    by, articles, points = list(chart.origin.by), chart.origin.articles, chart.points
    figures = [column for column in articles.columns if column in points.columns and column not in by]
    for _, point in points.iterrows():
        own = articles
        for key in by:
            own = own[own[key].isna() if point.isna()[key] else own[key] == point[key]]
        counts = [point[name] for name in figures if name.startswith("n_")]
        assert len(own) > 0 or counts == [0] * len(counts) != [], f"{chart.name}: no article behind {point.to_dict()}"
        assert own["article_id"].is_unique or chart.name == "changes"
        for name in figures:
            if not (point.isna()[name] and own[name].isna().all()):
                assert abs(own[name].sum() - point[name]) < 1e-9, f"{chart.name}: {name} of {point.to_dict()}"


@pytest.mark.parametrize("name", ROLL)
@pytest.mark.parametrize("shape", [{}, {"n_articles": 60, "years": range(1985, 2025), "n_themes": 30}])
def test_every_point_leads_to_its_articles(name, shape):
    tables = made_tables(**shape)
    scene = build_scene(tables["articles"], corpus=Corpus(), config=config("charts"))
    chart = draw_chart(name, tables, scene)
    assert len(chart.points) > 0
    assert_traced(chart)


@pytest.mark.parametrize("name", ROLL)
def test_a_chart_wants_tables_that_the_stage_has(name):
    assert set(tables_drawn(name)) <= set(CHART_TABLES)


def test_make_waits_for_every_chart():
    listed = re.search(r"FIGURES := [^\n]*\n([^)]*)\)", (HERE / "Makefile").read_text(encoding="utf-8"))[1]
    assert listed.split() == list(ROLL)
