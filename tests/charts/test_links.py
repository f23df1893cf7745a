from __future__ import annotations

import pytest

from pipeline.charts.roll import draw_chart


def test_a_body_is_linked_to_the_theme_of_the_articles_that_name_it(tables, scene):
    # even articles name the first body and have more of the first theme; odd ones the second body and second theme
    points = draw_chart("links", tables, scene).points
    assert list(zip(points["theme"], points["name"], strict=True)) == [
        ("Theme A0", "Board of Works"),
        ("Theme B1", "River Trust"),
    ]
    assert (points["low"] > points["usual"]).all()
    assert ((points["low"] >= 0) & (points["high"] <= 1)).all()
    assert points["usual"].tolist() == pytest.approx([4 / 9, 1 / 3])


def test_the_alt_text_gives_share_interval_and_usual_share(tables, scene):
    alt = draw_chart("links", tables, scene).words.alt.replace("\N{NO-BREAK SPACE}", " ")
    assert "Theme A0, Board of Works (12 articles):" in alt
    assert "usual 44 %." in alt


def test_scales_begin_at_zero(tables, scene):
    axes = draw_chart("links", tables, scene).figure.axes[1:]
    assert {panel.get_xlim()[0] for panel in axes} == {0}


def test_bodies_of_few_articles_are_not_judged(tables, scene):
    few = tables["mentions"].groupby("entity_id").head(4)
    assert draw_chart("links", {**tables, "mentions": few}, scene).words.is_empty
