from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.colors import rgb_to_hsv
from matplotlib.patches import Rectangle

from pipeline.charts.heat import SHADES, by_mean_year, highest_share, ink_on, luminance
from pipeline.charts.roll import draw_chart


def test_themes_of_early_years_come_first_and_the_background_last():
    shares = pd.DataFrame(
        {"theme_id": ["a", "a", "b", "b", "c", "c"], "year": [2001, 2002] * 3, "share": [0.1, 0.3, 0.3, 0.1, 0.9, 0.0]}
    )
    themes = pd.DataFrame({"theme_id": ["a", "b", "c"], "kind": ["subject", "subject", "background"]})
    assert by_mean_year(shares, themes)["theme_id"].unique().tolist() == ["b", "a", "c"]


def test_a_sparse_year_makes_no_title_where_another_can():
    points = pd.DataFrame({"share": [0.9, 0.2], "is_sparse": [True, False]})
    assert highest_share(points)["share"] == 0.2
    assert highest_share(points.head(1))["share"] == 0.9


def test_numbers_stand_out_from_every_shade():
    for step in range(101):
        shade = SHADES(step / 100)
        light, dark = sorted((luminance(shade), luminance(ink_on(shade))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_larger_share_is_darker_in_grey_too():
    light = [luminance(SHADES(step / 20)) for step in range(21)]
    assert light == sorted(light, reverse=True)
    assert min(before - after for before, after in pairwise(light)) > 0.01
    assert 0.5 < rgb_to_hsv(SHADES(0.7)[:3])[0] < 0.7  # one hue, a blue


def test_years_without_articles_are_hatched_and_not_nought(tables, scene):
    chart = draw_chart("heat", tables, scene)
    axes = chart.figure.axes[-1]
    columns = [patch for patch in axes.patches if isinstance(patch, Rectangle) and patch.get_hatch()]
    assert [patch.get_x() + 0.5 for patch in columns] == [2018, 2019]
    assert set(chart.points["year"]) == {2016, 2017, 2020, 2021}


def test_the_title_is_the_largest_share_and_the_alt_text_tells_every_theme(tables, scene):
    words = draw_chart("heat", tables, scene).words
    # 2021 is sparse; in other years the first theme has 4/9
    said = words.title.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Theme A0 filled 44 % of 2016, most outside sparse years"
    assert all(f"Theme {name}:" in words.alt for name in ("A0", "B1", "C2"))


@pytest.mark.parametrize("name", ["heat"])
def test_nothing_is_said(tables, scene, name):
    assert draw_chart(name, {**tables, "prevalence": tables["prevalence"].head(0)}, scene).words.is_empty
