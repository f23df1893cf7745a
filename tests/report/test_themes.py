from __future__ import annotations

import pandas as pd
import pytest

from pipeline.report.themes import article_themes, main_themes, names_by_theme, order_themes, theme_terms


def test_an_articles_shares_add_up_over_themes(given):
    shares = article_themes(given.article_topics, given.topics, given.themes)
    assert shares.shape == (24, 3)
    assert shares.sum(axis=1).tolist() == pytest.approx([1.0] * 24)


def test_topics_of_one_theme_are_joined():
    topics = pd.DataFrame({"topic_id": ["a", "b"], "theme_id": ["x", "x"]})
    themes = pd.DataFrame({"theme_id": ["x"], "share": [1.0], "kind": ["subject"]})
    parts = pd.DataFrame({"article_id": ["1", "1"], "topic_id": ["a", "b"], "share": [0.3, 0.2]})
    assert article_themes(parts, topics, themes).loc["1", "x"] == pytest.approx(0.5)


def test_the_main_theme_is_the_strongest():
    shares = pd.DataFrame({"x": [0.2, 0.9], "y": [0.8, 0.1]}, index=["1", "2"])
    assert main_themes(shares)["theme_id"].tolist() == ["y", "x"]
    assert main_themes(shares.head(0)).empty


def test_background_is_last_and_size_goes_before():
    themes = pd.DataFrame(
        {"theme_id": ["a", "b", "c"], "share": [0.6, 0.1, 0.3], "kind": ["background", "subject", "series"]}
    )
    assert order_themes(themes)["theme_id"].tolist() == ["c", "b", "a"]


def test_terms_are_weighed_by_their_topics_share(given):
    terms = theme_terms(given.topic_terms, given.topics)
    assert len(terms["theme-01"]) == 6
    assert "school place" in terms["theme-01"]  # phrases are shown with spaces


def test_a_name_goes_with_the_theme_of_its_articles():
    shares = pd.DataFrame({"x": [0.9, 0.8, 0.1, 0.0], "y": [0.1, 0.2, 0.9, 1.0]}, index=["1", "2", "3", "4"])
    pairs = [("1", "p"), ("2", "p"), ("3", "q"), ("4", "q"), ("1", "r")]
    mentions = pd.DataFrame(pairs, columns=["article_id", "entity_id"])
    entities = pd.DataFrame({"entity_id": ["p", "q", "r"], "type": "PERSON", "n_articles": [2, 2, 1],
                             "canonical": ["Pia", "Quin", "Rae"]})  # fmt: skip
    found = names_by_theme(shares, mentions, entities, kind="PERSON", most=3)
    assert found == {"x": ["Pia"], "y": ["Quin"]}  # Rae is named once, which says nothing
