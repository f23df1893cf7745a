from __future__ import annotations

import pandas as pd

from pipeline.charts.changes import change_points
from pipeline.charts.roll import draw_chart


def findings_of(tables):
    first = tables["findings"]
    fall = first.assign(
        finding_id="theme-02:2016-2021", theme_id="theme-02", kind="fall", change=-0.2, low=-0.3, high=-0.1
    )
    lost = first.assign(finding_id="theme-99:2016-2021", theme_id="theme-99")
    return pd.concat([first, fall, lost], ignore_index=True)


def test_largest_change_first_and_unknown_themes_left_out(tables):
    points = change_points(findings_of(tables), tables["themes"])
    assert points["theme_id"].tolist() == ["theme-02", "theme-01"]


def test_title_counts_rises_and_falls(tables, scene):
    words = draw_chart("changes", {**tables, "findings": findings_of(tables)}, scene).words
    assert words.title.replace("\N{NO-BREAK SPACE}", " ") == "2 changes of share hold: 1 rise, 1 fall"
    assert "Theme B1, 2016 to 2021: −20 points (−30 to −10)." in words.alt


def test_intervals_are_drawn_in_points(tables, scene):
    axes = draw_chart("changes", {**tables, "findings": findings_of(tables)}, scene).figure.axes[0]
    spans = [tuple(round(x) for x, _ in path.vertices) for path in axes.collections[0].get_paths()]
    assert spans == [(-30, -10), (5, 20)]


def test_no_change_is_said(tables, scene):
    chart = draw_chart("changes", {**tables, "findings": tables["findings"].head(0)}, scene)
    assert chart.words.is_empty
    assert chart.words.title == "No change of a theme is certain enough to report"
