from __future__ import annotations

import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from pipeline.report.sheets import build_sheets
from pipeline.report.workbook import MOST_CHARS, cell_value, column_note, number_format, workbook_bytes
from pipeline.summary import article_themes


def load(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def sheets(given, story):
    return build_sheets(given, article_themes(given.article_topics, given.topics, given.themes), story)


@pytest.fixture(scope="module")
def book(sheets, story):
    return load(workbook_bytes(sheets, story))


def test_a_cover_notes_and_a_sheet_a_table(book, sheets):
    assert book.sheetnames == ["Cover", "Columns", *sheets]
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True) if row and row[0]}
    assert {name: cover[name] for name in sheets} == {name: len(sheet) for name, sheet in sheets.items()}


def test_every_column_of_every_sheet_has_a_note(book, sheets):
    noted = {(row[0], row[1]): row[2] for row in book["Columns"].iter_rows(min_row=2, values_only=True)}
    assert set(noted) == {(name, column) for name, sheet in sheets.items() for column in sheet.columns}
    assert all(noted.values())


def test_a_sheet_holds_what_the_table_holds(book, sheets):
    rows = list(book["prevalence"].iter_rows(values_only=True))
    assert list(rows[0]) == list(sheets["prevalence"].columns)
    place = rows[0].index("share")
    assert [row[place] for row in rows[1:]] == pytest.approx(sheets["prevalence"]["share"].tolist())
    assert book["prevalence"].freeze_panes == "A2"
    assert book["prevalence"].auto_filter.ref.endswith(str(len(rows)))


HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\u202eabc", "a\x00b", "x" * 40_000, "<b>&"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_documents_is_text(text, story):
    content = workbook_bytes({"sums": pd.DataFrame({"about": [text], "value": [1.5]})}, story)
    cell = load(content)["sums"]["A2"]
    assert cell.data_type in ("s", "inlineStr")
    assert len(cell.value or "") <= MOST_CHARS
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist()), "no formula stands in the file"


def test_same_tables_same_bytes(sheets, story):
    content = workbook_bytes(sheets, story)
    assert content == workbook_bytes(sheets, story)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_tables_without_rows_are_sheets_with_headings(story):
    book = load(workbook_bytes({"findings": pd.DataFrame(columns=["theme", "change"])}, story))
    assert [cell.value for cell in book["findings"][1]] == ["theme", "change"]


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (None, None),
        (float("nan"), None),
        (pd.NaT, None),
        (pd.NA, None),
        (pd.Timestamp("2020-02-29"), pd.Timestamp("2020-02-29").date()),
        (["a", "b"], "a; b"),
        (3, 3),
        (True, True),
        ("a\x0bb", "ab"),
    ],
)
def test_values_are_held_as_excel_has_them(value, held):
    assert cell_value(value) == held


@pytest.mark.parametrize(
    ("column", "values", "shown"),
    [
        ("share", [0.5], "0.0%"),
        ("value", [0.5], "#,##0.00##"),
        ("value", [4500.0, None], "#,##0"),
        ("mix", [0.5], "0.0%"),
        ("year", [2016], ""),
        ("date", [pd.Timestamp("2020-01-01")], "yyyy-mm-dd"),
    ],
)
def test_numbers_are_shown_as_what_they_are(column, values, shown):
    assert number_format(column, pd.Series(values)) == shown


def test_a_note_for_the_sheet_comes_before_the_contract():
    notes = {("articles", "theme_id"): "the main theme", ("", "theme"): "the label"}
    assert column_note("articles", "theme_id", notes) == "the main theme"
    assert column_note("sums", "theme", notes) == "the label"
    assert column_note("people", "canonical", notes) == "fullest name, no leading article"
