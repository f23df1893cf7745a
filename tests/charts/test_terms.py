from __future__ import annotations

import pandas as pd
import pytest

from pipeline.charts.roll import draw_chart
from pipeline.charts.terms import theme_terms


def test_a_terms_weight_is_that_of_its_topics_by_their_share():
    topics = pd.DataFrame({"topic_id": ["a", "b"], "theme_id": "x", "share": [0.3, 0.1]})
    themes = pd.DataFrame({"theme_id": ["x"], "label": "Ferries", "kind": "subject", "share": 0.4})
    terms = pd.DataFrame({"topic_id": ["a", "b", "b"], "rank": [1, 1, 2], "term": ["ferry", "ferry", "sea_lane"],
                          "weight": [0.2, 0.4, 0.1], "frex": [0.5, 0.9, 0.2]})  # fmt: skip
    found = theme_terms(terms, topics, themes, shown=5).set_index("term")
    assert found.loc["ferry", "weight"] == pytest.approx(0.75 * 0.2 + 0.25 * 0.4)
    assert found.loc["ferry", "frex"] == 0.9
    assert found.loc["ferry", "own"] == 1
    assert found.loc["sea lane", "weight"] == pytest.approx(0.25 * 0.1)


def test_a_term_of_two_themes_is_owned_by_each_in_part():
    topics = pd.DataFrame({"topic_id": ["a", "b"], "theme_id": ["x", "y"], "share": [0.3, 0.1]})
    themes = pd.DataFrame({"theme_id": ["x", "y"], "label": ["X", "Y"], "kind": "subject", "share": [0.3, 0.1]})
    terms = pd.DataFrame({"topic_id": ["a", "b"], "rank": 1, "term": "ferry", "weight": [0.2, 0.2], "frex": 1.0})
    assert theme_terms(terms, topics, themes, shown=5)["own"].tolist() == pytest.approx([0.75, 0.25])


def test_terms_are_as_many_as_asked_and_the_alt_text_names_them(tables, scene):
    chart = draw_chart("terms", tables, scene)
    assert chart.points.groupby("theme").size().tolist() == [6, 6, 6]
    # every theme lists the same six terms, so that none is one theme's own
    assert chart.words.title == "0 of 18 leading terms belong to one theme alone"
    assert all(term in chart.words.alt for term in chart.points["term"])


def test_nothing_is_said(tables, scene):
    assert draw_chart("terms", {**tables, "topic_terms": tables["topic_terms"].head(0)}, scene).words.is_empty
