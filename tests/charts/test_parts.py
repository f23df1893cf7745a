from __future__ import annotations

import pandas as pd
import pytest

from pipeline.charts.parts import mean_parts, theme_parts


def test_an_articles_topics_are_summed_to_themes_and_duplicates_left_out():
    shares = pd.DataFrame(
        {"article_id": ["a", "a", "a", "b"], "topic_id": ["t1", "t2", "t3", "t1"], "share": [0.2, 0.3, 0.5, 1.0]}
    )
    topics = pd.DataFrame({"topic_id": ["t1", "t2", "t3"], "theme_id": ["x", "x", "y"]})
    articles = pd.DataFrame({"article_id": ["a", "b"], "duplicate_of": [None, "a"]})
    parts = theme_parts(shares, topics, articles)
    assert parts.index.tolist() == ["a"]
    assert parts.loc["a"].to_dict() == pytest.approx({"x": 0.5, "y": 0.5})


def test_parts_add_up_to_the_mean():
    parts = pd.DataFrame({"x": [0.5, 0.1], "y": [0.5, 0.9]}, index=["a", "b"])
    rows = mean_parts(parts)
    assert rows.groupby("theme_id")["theme_share"].sum().to_dict() == pytest.approx({"x": 0.3, "y": 0.7})
    assert rows["article_id"].tolist() == ["a", "b", "b", "a"]  # the largest part first
