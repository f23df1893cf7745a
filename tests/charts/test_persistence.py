from __future__ import annotations

from pipeline.charts.roll import draw_chart


def test_persistence_counts_firm_themes(tables, scene):
    # persistence of the three themes is 1, 0.75 and 0.5; firm begins at 0.8
    chart = draw_chart("persistence", tables, scene)
    assert chart.words.title.replace("\N{NO-BREAK SPACE}", " ") == "1 of 3 themes recur in at least 80 % of chains"
    assert chart.points["level"].value_counts().to_dict() == {"theme": 3, "topic": 3}
    assert chart.figure.axes[0].get_xlim()[0] == 0


def test_firm_and_loose_differ_in_shape_too(tables, scene):
    axes = draw_chart("persistence", tables, scene).figure.axes[0]
    large = [line.get_marker() for line in axes.get_lines() if line.get_markersize() > 5]
    assert sorted(mark for mark in large if mark != "None") == ["o", "s", "s"]


def test_nothing_is_said(tables, scene):
    none = {name: tables[name].head(0) for name in ("topics", "themes")}
    assert draw_chart("persistence", {**tables, **none}, scene).words.is_empty
