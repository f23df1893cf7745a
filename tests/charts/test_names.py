from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.text import Text

from pipeline.charts.names import draw_bodies, draw_people, name_points
from pipeline.corpus import Publish
from tests.charts.made import PEOPLE


def people_of(tables, scene, mode="names"):
    told = replace(scene, publish=Publish(people=mode))
    return draw_people(tables["mentions"], tables["entities"], tables["articles"], told)


def test_articles_count_once_a_name_and_duplicates_not_at_all(tables):
    known = tables["entities"][tables["entities"]["type"] == "PERSON"]
    points = name_points(known, tables["mentions"], tables["articles"], most=10)
    totals = points.drop_duplicates("name").set_index("name")["total"].to_dict()
    # the first person is in every article; the others in every third; the last of 24 articles is a duplicate
    assert totals == {PEOPLE[0]: 23, PEOPLE[1]: 8, PEOPLE[2]: 7}
    assert points.groupby("name")["n_articles"].sum().to_dict() == totals


def test_the_title_names_the_first_and_the_alt_text_the_totals(tables, scene):
    words = people_of(tables, scene).words
    assert words.title.replace("\N{NO-BREAK SPACE}", " ") == f"{PEOPLE[0]} is named most, in 23 articles"
    assert f"{PEOPLE[1]}: 8." in words.alt


@pytest.mark.parametrize("mode", ["roles", "none"])
def test_names_are_in_no_output_where_they_must_not_be(tables, scene, mode):
    chart = people_of(tables, scene, mode)
    drawn = [text.get_text() for text in chart.figure.findobj(Text)]
    said = " ".join([*map(str, chart.points.to_numpy().ravel()), chart.words.title, chart.words.alt, *drawn])
    assert not any(name in said for name in PEOPLE)
    assert ("Chair" in said) == (mode == "roles")


def test_bodies_are_bodies(tables, scene):
    points = draw_bodies(tables["mentions"], tables["entities"], tables["articles"], scene).points
    assert set(points["name"]) == {"Board of Works", "River Trust"}


def test_no_names_are_said(tables, scene):
    chart = draw_bodies(tables["mentions"].head(0), tables["entities"].head(0), tables["articles"], scene)
    assert chart.words.is_empty
