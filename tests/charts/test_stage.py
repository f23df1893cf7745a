from __future__ import annotations

import json

import pandas as pd
import pytest

from pipeline.charts.roll import ROLL
from pipeline.charts.stage import charts
from pipeline.corpus import Corpus
from tests.charts.made import CHART_TABLES, chart_inputs, config, empty_tables, made_tables

KINDS = ("png", "svg", "csv", "json")
HOSTILE = '#eval("x") $x^2$ <b>& \u202ertl\u202c \U0001f600 \u4e2d \x07 =1+1 ' + "W" * 10_000 + " "


def draw(tables, **overlay):
    made = charts(
        **chart_inputs(tables), corpus=Corpus(title="Harbour papers"), config=config("charts", dpi=72, **overlay)
    )
    return made["files"]


@pytest.mark.parametrize("tables", [
    pytest.param(made_tables(), id="usual"),
    pytest.param(made_tables(n_articles=1, years=(2020,), n_themes=1), id="one article"),
    pytest.param(made_tables(n_articles=60, years=range(1985, 2025), n_themes=30), id="many themes and years"),
    pytest.param(made_tables(word=HOSTILE), id="hostile text"),
    pytest.param(empty_tables(CHART_TABLES), id="nothing"),
])  # fmt: skip
def test_every_chart_is_drawn_with_its_four_files(tables):
    files = draw(tables)
    assert {file for file in files if not file.endswith(".articles.csv")} == {f"{n}.{k}" for n in ROLL for k in KINDS}
    assert all(files.values())
    for name in ROLL:
        facts = json.loads(files[f"{name}.json"])
        assert facts["title"]
        assert facts["alt"]
        assert len(facts["title"].split()) <= 16  # hostile labels aside, ten


def test_the_same_tables_give_the_same_bytes_in_any_order_of_rows(tables):
    turned = {name: table.iloc[::-1].reset_index(drop=True) for name, table in tables.items()}
    once, again = draw(tables), draw(turned)
    assert [name for name, content in once.items() if content != again[name]] == []


def test_arguments_are_left_as_they_were():
    tables = made_tables()
    before = {name: table.copy() for name, table in tables.items()}
    draw(tables)
    for name, table in tables.items():
        pd.testing.assert_frame_equal(table, before[name])
