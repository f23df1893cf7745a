from __future__ import annotations

import numpy as np

from pipeline.charts.correlation import linked_pairs, signed
from pipeline.charts.roll import draw_chart


def test_pairs_apart_from_chance_are_kept_farthest_first():
    r = np.array([[1.0, 0.9, -0.02], [0.9, 1.0, -0.6], [-0.02, -0.6, 1.0]])
    pairs = linked_pairs(r, 40, {"a": "A", "b": "B", "c": "C"}, ["a", "b", "c"], chance=-0.05)
    assert list(zip(pairs["theme"], pairs["other"], strict=True)) == [("A", "B"), ("B", "C")]
    assert (pairs["low"] < pairs["correlation"]).all()
    assert (pairs["correlation"] < pairs["high"]).all()


def test_numbers_have_two_digits_and_a_true_minus():
    assert [signed(value) for value in (0.345, -0.05, -0.001)] == ["0.34", "−0.05", "0.00"]


def test_themes_of_different_articles_keep_apart(tables, scene):
    # what even articles have more of the first theme they have less of the second
    chart = draw_chart("correlation", tables, scene)
    assert chart.words.title == "Theme A0 keeps apart from Theme B1"
    assert chart.points["correlation"].iloc[0] < -0.9
    assert "Theme A0 and Theme B1: −" in chart.words.alt


def test_themes_that_never_vary_are_not_linked(tables, scene):
    flat = tables["article_topics"].assign(share=1 / 3)
    chart = draw_chart("correlation", {**tables, "article_topics": flat}, scene)
    assert chart.words.is_empty
    assert chart.words.title == "No two themes go together more than chance would have it"
