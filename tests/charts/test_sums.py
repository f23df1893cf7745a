from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.charts.sums import JITTER, draw_sums, spread
from pipeline.corpus import Publish


def draw(tables, scene, sums=None):
    return draw_sums(tables["sums"] if sums is None else sums, tables["articles"], tables["themes"], scene)


def test_stated_sums_are_drawn_largest_first_on_a_log_scale(tables, scene):
    chart = draw(tables, scene)
    assert chart.points["value"].tolist() == [3.1e9, 2.5e6, 4500.0]
    assert chart.figure.axes[0].get_yscale() == "log"
    assert chart.words.title.replace("\N{NO-BREAK SPACE}", " ") == "3 sums of money, the largest £3.1 billion"


def test_rates_are_hollow(tables, scene):
    lines = chart_lines = draw(tables, scene).figure.axes[0].get_lines()
    assert [len(line.get_xdata()) for line in chart_lines] == [2, 1]
    assert lines[0].get_markerfacecolor() != lines[1].get_markerfacecolor()


def test_other_currencies_vague_sums_and_duplicates_are_counted_as_left_out(tables, scene):
    other = tables["sums"].head(1).assign(mention_id="z", currency="EUR")
    twice = tables["sums"].head(1).assign(mention_id="y", article_id=tables["articles"]["article_id"].iloc[-1])
    chart = draw(tables, scene, pd.concat([tables["sums"], other, twice], ignore_index=True))
    assert len(chart.points) == 3
    assert "2 sums in other currencies or vague left out" in chart.words.subtitle.replace("\N{NO-BREAK SPACE}", " ")


def test_sums_without_year_stand_aside(tables, scene):
    undated = tables["sums"].assign(year=pd.array([None] * 4, dtype="Int64"))
    axes = draw(tables, scene, undated).figure.axes[0]
    assert axes.get_xticklabels()[-1].get_text() == "no year"


@pytest.mark.parametrize("publish", [Publish(people="roles"), Publish(excerpts=False)])
def test_quoted_words_go_where_people_or_texts_are_not_shown(tables, scene, publish):
    chart = draw(tables, replace(scene, publish=publish))
    assert set(chart.points["about"]) == {""}


def test_no_sums_are_said(tables, scene):
    assert draw(tables, scene, tables["sums"].head(0)).words.is_empty
    assert draw(tables, scene, tables["sums"].tail(1)).words.is_empty  # vague, without an amount


@given(st.text())
def test_the_place_within_a_year_depends_on_the_mention_alone(mention):
    assert spread(mention) == spread(mention)
    assert abs(spread(mention)) <= JITTER
