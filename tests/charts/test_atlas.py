from __future__ import annotations

import pandas as pd
import pytest

from pipeline.charts.atlas import largest_themes, stretched
from pipeline.charts.roll import draw_chart
from tests.charts.made import made_tables


def test_largest_themes_first_and_no_background():
    themes = pd.DataFrame(
        {"theme_id": ["a", "b", "c"], "share": [0.2, 0.3, 0.5], "kind": ["subject"] * 2 + ["background"]}
    )
    assert largest_themes(themes, 5)["theme_id"].tolist() == ["b", "a"]


def test_places_fill_the_length_between_its_edges():
    assert stretched(pd.Series([1.0, 3.0, 2.0]), 1.0, 6.0).tolist() == [1.0, 5.0, 3.0]
    assert stretched(pd.Series([2.0, 2.0]), 1.0, 6.0).tolist() == [1.0, 1.0]


def test_every_theme_has_a_disc_and_the_closest_is_named(tables, scene):
    chart = draw_chart("map", tables, scene)
    assert chart.points["theme_id"].tolist() == ["theme-01", "theme-02", "theme-03"]
    assert len(chart.figure.axes[0].collections[0].get_offsets()) == 3
    assert (chart.points["theme_id"] != chart.points["nearest_id"]).all()
    assert all(f"{row.theme}: {row.nearest}." in chart.words.alt for row in chart.points.itertuples())


@pytest.mark.parametrize("n_themes", [1, 2])
def test_two_themes_make_no_map(scene, n_themes):
    assert draw_chart("map", made_tables(n_themes=n_themes), scene).words.is_empty
