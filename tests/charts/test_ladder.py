from __future__ import annotations

from pipeline.charts.ladder import ladder_points, written
from pipeline.charts.roll import draw_chart


def test_a_measure_that_an_engine_lacks_has_no_point(tables):
    points = ladder_points(tables["ladder"])
    engines = points.groupby("measure")["engine"].apply(set).to_dict()
    assert engines["persistence"] == {"tomotopy"}
    assert engines["npmi"] == {"tomotopy", "gensim"}


def test_the_title_says_how_much_recurs_at_the_number_that_is_shown(tables, scene):
    words = draw_chart("ladder", tables, scene).words
    assert (
        words.title.replace("\N{NO-BREAK SPACE}", " ") == "With 30 topics, 70 % of the text lies in topics that recur"
    )
    assert "highest 80\N{NO-BREAK SPACE}% at 10 topics, lowest 70\N{NO-BREAK SPACE}% at 30 topics" in words.alt


def test_engines_differ_in_shape_and_the_shown_number_is_filled(tables, scene):
    panel = draw_chart("ladder", tables, scene).figure.axes[2]  # after the key and the first measure
    marks = {(line.get_marker(), str(line.get_markerfacecolor()) != "#FFFFFF") for line in panel.get_lines()[1:]}
    assert marks == {("o", True), ("o", False), ("s", False)}


def test_shares_begin_at_zero(tables, scene):
    axes = draw_chart("ladder", tables, scene).figure.axes
    assert axes[1].get_ylim()[0] == axes[2].get_ylim()[0] == 0


def test_numbers_are_written_as_their_measure_is():
    assert [written(0.5, "persistence"), written(-8.1234, "held_out")] == ["50\N{NO-BREAK SPACE}%", "−8.12"]


def test_a_measure_unknown_throughout_says_so(tables, scene):
    unknown = tables["ladder"].assign(held_out=None)
    figure = draw_chart("ladder", {**tables, "ladder": unknown.astype({"held_out": "float64"})}, scene).figure
    assert "too few articles" in [text.get_text() for text in figure.axes[4].texts]


def test_nothing_is_said(tables, scene):
    assert draw_chart("ladder", {**tables, "ladder": tables["ladder"].head(0)}, scene).words.is_empty
