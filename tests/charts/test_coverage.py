from __future__ import annotations

import pandas as pd
import pytest

from pipeline.charts.coverage import coverage_points, dating_points, draw_coverage, draw_dating
from pipeline.charts.scene import build_scene
from pipeline.corpus import Corpus
from tests.charts.made import config, empty_tables, made_tables


def test_each_year_has_its_articles_duplicates_once(tables):
    points = coverage_points(tables["articles"], tables["article_years"], tuple(range(2016, 2022)))
    # 24 articles over four years, the last a duplicate of the first
    assert points["n_articles"].tolist() == [6, 6, 0, 0, 6, 5]
    assert points["n_expected"].tolist() == [6, 6, 0, 0, 6, 5]


def test_undated_articles_stand_apart(tables):
    articles = tables["articles"].assign(year=pd.array([None] * 2 + [2016] * 22, dtype="Int64"))
    points = coverage_points(articles, tables["article_years"].head(0), (2016,))
    assert points["n_articles"].tolist() == [21, 2]
    assert pd.isna(points["year"].iloc[1])


def test_the_title_names_the_gaps_and_the_alt_text_the_values(tables, scene):
    words = draw_coverage(tables["articles"], tables["article_years"], scene).words
    assert "2018–2019" in words.title
    for value in ("6\N{NO-BREAK SPACE}articles in 2016", "5\N{NO-BREAK SPACE}articles in 2021", "2018–2019"):
        assert value in words.alt


def test_the_axis_of_numbers_begins_at_zero(tables, scene):
    axes = draw_coverage(tables["articles"], tables["article_years"], scene).figure.axes[0]
    assert axes.get_ylim()[0] == 0


@pytest.mark.parametrize(("before", "after", "name"), [
    (0, 0, "to the day"), (1, 1, "within a month"), (15, 16, "within a month"), (16, 16, "within a year"),
    (183, 183, "within a year"), (200, 200, "more widely"),
])  # fmt: skip
def test_closeness_is_the_width_of_the_interval(before, after, name):
    articles = made_tables(n_articles=1)["articles"]
    articles = articles.assign(
        date_earliest=articles["date"] - pd.Timedelta(days=before),
        date_latest=articles["date"] + pd.Timedelta(days=after),
    )
    points = dating_points(articles)
    assert points.loc[(points["group"] == "closeness") & (points["n_articles"] == 1), "class"].tolist() == [name]


def test_every_counted_article_is_in_one_class_of_each_kind(tables, scene):
    points = draw_dating(tables["articles"], scene).points
    assert points.groupby("group")["n_articles"].sum().to_dict() == {"closeness": 23, "evidence": 23}


def test_no_articles_give_an_honest_line():
    made = empty_tables(["articles", "article_years"])
    scene = build_scene(made["articles"], corpus=Corpus(), config=config("charts"))
    assert draw_coverage(made["articles"], made["article_years"], scene).words.is_empty
    assert draw_dating(made["articles"], scene).words.is_empty
