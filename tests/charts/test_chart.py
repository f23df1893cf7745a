from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from pipeline.charts.canvas import open_canvas
from pipeline.charts.chart import Chart, Origin, Words, chart_files, csv_bytes

ORIGIN = Origin(("who",), pd.DataFrame({"who": "=1+1", "article_id": ["a", "b"], "share": [0.05, 0.2]}))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def chart():
    words = Words("Ferries <rose>", "Share & more", "Source: papers", "From 1 to 2.", "names")
    canvas = open_canvas(title=words.title, subtitle=words.subtitle, source=words.source, height=1)
    canvas.axes(0.5, 5).plot([1, 2], [1, 2])
    return Chart("ferries", words, pd.DataFrame({"who": ["=1+1"], "share": [0.25]}), canvas.figure, ORIGIN)


def test_the_files_of_one_name(chart):
    kinds = ["articles.csv", "csv", "json", "png", "svg"]
    assert sorted(chart_files(chart, dpi=72, most_rows=2)) == [f"ferries.{kind}" for kind in kinds]


def test_more_articles_than_a_spreadsheet_opens_are_not_written(chart):
    assert "ferries.articles.csv" not in chart_files(chart, dpi=72, most_rows=1)


def test_the_same_chart_gives_the_same_bytes(chart):
    assert chart_files(chart, dpi=72, most_rows=2) == chart_files(chart, dpi=72, most_rows=2)


def test_no_clock_or_software_in_the_files(chart):
    files = chart_files(chart, dpi=72, most_rows=2)
    assert set(Image.open(io.BytesIO(files["ferries.png"])).info) <= {"dpi", "Title"}
    assert b"matplotlib" not in files["ferries.png"].lower()
    for telltale in (b"<dc:date", b"Matplotlib v", b"<dc:creator"):
        assert telltale not in files["ferries.svg"]


def test_the_picture_is_not_blank_and_has_the_resolution(chart):
    picture = Image.open(io.BytesIO(chart_files(chart, dpi=300, most_rows=2)["ferries.png"]))
    assert round(picture.info["dpi"][0]) == 300
    assert len(set(np.asarray(picture.convert("L")).ravel())) > 10


def test_the_svg_says_what_it_shows(chart):
    root = ElementTree.fromstring(chart_files(chart, dpi=72, most_rows=2)["ferries.svg"])
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Ferries <rose>"
    assert root.find(f"{SVG}desc").text == "From 1 to 2."
    assert "Ferries <rose>" in {text.text for text in root.iter(f"{SVG}text")}


def test_the_facts_are_the_words(chart):
    facts = json.loads(chart_files(chart, dpi=72, most_rows=2)["ferries.json"])
    assert facts == {"title": "Ferries <rose>", "subtitle": "Share & more", "source": "Source: papers",
                     "alt": "From 1 to 2.", "people": "names", "is_empty": False}  # fmt: skip


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-3 of", "@sum", "\tx"])
def test_no_cell_is_a_formula(cell):
    rows = list(csv.reader(io.StringIO(csv_bytes(pd.DataFrame({"who": [cell, None]})).decode())))
    assert rows[1][0] == "'" + cell
    assert rows[2] in ([""], [])
