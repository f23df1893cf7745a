from __future__ import annotations

import pandas as pd
import pytest

from pipeline.charts.terms import draw_persistence, draw_terms, theme_terms


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
    chart = draw_terms(tables["topic_terms"], tables["topics"], tables["themes"], scene)
    assert chart.points.groupby("theme").size().tolist() == [6, 6, 6]
    assert chart.words.title.replace("\N{NO-BREAK SPACE}", " ") == "3 themes, told apart by their terms"
    assert all(term in chart.words.alt for term in chart.points["term"])


def test_persistence_counts_firm_themes(tables, scene):
    # persistence of the three themes is 1, 0.75 and 0.5; firm begins at 0.8
    chart = draw_persistence(tables["topics"], tables["themes"], scene)
    assert chart.words.title.replace("\N{NO-BREAK SPACE}", " ") == "1 of 3 themes recur in at least 80 % of chains"
    assert chart.points["level"].value_counts().to_dict() == {"theme": 3, "topic": 3}
    assert chart.figure.axes[0].get_xlim()[0] == 0


def test_firm_and_loose_differ_in_shape_too(tables, scene):
    axes = draw_persistence(tables["topics"], tables["themes"], scene).figure.axes[0]
    large = [line.get_marker() for line in axes.get_lines() if line.get_markersize() > 5]
    assert sorted(mark for mark in large if mark != "None") == ["o", "s", "s"]


def test_nothing_is_said(tables, scene):
    none = {name: tables[name].head(0) for name in ("topic_terms", "topics", "themes")}
    assert draw_terms(none["topic_terms"], none["topics"], none["themes"], scene).words.is_empty
    assert draw_persistence(none["topics"], none["themes"], scene).words.is_empty
