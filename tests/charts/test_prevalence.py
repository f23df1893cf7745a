from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.charts.canvas import NAVY, PAPER
from pipeline.charts.prevalence import smooth, theme_shares
from pipeline.charts.roll import draw_chart
from tests.charts.made import made_tables


def dots(axes):
    return [line for line in axes.get_lines() if line.get_marker() == "o" and len(line.get_xdata())]


@pytest.fixture
def chart(tables, scene):
    return draw_chart("prevalence", tables, scene)


def test_points_are_the_themes_as_wholes(chart, tables):
    whole = tables["prevalence"][tables["prevalence"]["topic_id"].isna()]
    assert len(chart.points) == len(whole)
    assert chart.points["share"].sum() == pytest.approx(whole["share"].sum())


def test_what_is_drawn_is_the_points(chart):
    panel = chart.figure.axes[1]  # the first axes hold the key
    first = chart.points[chart.points["theme"] == chart.points["theme"].iloc[0]]
    drawn = sorted((x, y) for line in dots(panel) for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True))
    assert drawn == sorted(zip(first["year"], first["share"], strict=True))


def test_a_sparse_year_is_hollow(chart):
    faces = {tuple(line.get_xdata()): line.get_markerfacecolor() for line in dots(chart.figure.axes[1])}
    assert faces == {(2016, 2017, 2020): NAVY, (2021,): PAPER}


def test_no_line_is_drawn_across_a_gap(chart):
    trends = [list(line.get_xdata()) for line in chart.figure.axes[1].get_lines() if line.get_marker() == "None"]
    assert trends == [[2016, 2017], [2020, 2021]]


def test_scales_begin_at_zero_and_are_shared_in_a_row(chart):
    limits = {axes.get_ylim() for axes in chart.figure.axes[1:4]}
    assert len(limits) == 1
    assert limits.pop()[0] == 0


def test_the_title_states_the_finding(chart):
    assert chart.words.title == "Theme A0 rose most: 12 points, 2016 to 2021"
    assert len(chart.words.title.split()) <= 10


def test_without_findings_the_title_says_that_too(tables, scene):
    words = draw_chart("prevalence", {**tables, "findings": tables["findings"].head(0)}, scene).words
    assert words.title == "No change of a theme is certain enough to report"


def test_the_alt_text_holds_first_last_highest_and_lowest_with_intervals(tables, scene):
    prevalence = tables["prevalence"]
    one = prevalence[(prevalence["theme_id"] == "theme-01") & prevalence["topic_id"].isna()]
    shares = [0.11, 0.42, 0.03, 0.23]
    changed = one.assign(share=shares, low=[s - 0.02 for s in shares], high=[s + 0.04 for s in shares])
    alt = draw_chart("prevalence", {**tables, "prevalence": changed}, scene).words.alt.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    for said in ("11 % in 2016 (9 to 15 %)", "23 % in 2021 (21 to 27 %)", "highest 42 % in 2017 (40 to 46 %)",
                 "lowest 3 % in 2020 (1 to 7 %)"):  # fmt: skip
        assert said in alt


def test_the_overview_begins_with_what_changed(scene):
    tables = made_tables(n_themes=9)
    moved = tables["findings"].assign(theme_id="theme-07")
    points = draw_chart("overview", {**tables, "findings": moved}, scene).points
    assert points["theme_id"].nunique() == 6
    assert "theme-07" in set(points["theme_id"])


def test_background_comes_last(tables):
    themes = tables["themes"].assign(kind=["background", "subject", "subject"])
    assert theme_shares(tables["prevalence"], themes)["theme_id"].iloc[-1] == "theme-01"


def test_the_trend_of_a_constant_is_that_constant():
    part = pd.DataFrame({"share": [0.2] * 5, "n_effective": [1.0, 50.0, 3.0, 0.0, 9.0]})
    assert np.allclose(smooth(part), 0.2)


def test_a_year_of_few_articles_pulls_little():
    part = pd.DataFrame({"share": [0.1, 0.9, 0.1], "n_effective": [40.0, 1.0, 40.0]})
    assert smooth(part)[0] < 0.12
