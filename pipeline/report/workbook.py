"""The tables in one Excel file: a cover sheet, notes on the columns, a sheet a table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from pipeline.report.story import Story
from pipeline.tables import TABLES
from pipeline.wording import shorten

# openpyxl's write-only worksheet: its published types leave out the widths and filters that it has.
Page = Any

# What Excel takes at most (its specifications and limits): rows of a sheet, characters of a cell.
MOST_ROWS, MOST_CHARS = 1_048_576, 32_767
# Widths of columns in characters: no narrower than a heading reads, no wider than a screen holds beside others.
NARROWEST, WIDEST, ROWS_MEASURED = 8, 60, 200
# Sheets whose columns are those of a table by another name.
TABLE_OF = {"people": "entities", "bodies": "entities", "groups": "prevalence_by", "totals": "sum_totals",
            "engines": "crosscheck"}  # fmt: skip
NO_CLOCK = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can state
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2
SHARE_FORMAT, WHOLE_FORMAT, NUMBER_FORMAT, DAY_FORMAT = "0.0%", "#,##0", "#,##0.00##", "yyyy-mm-dd"
# Shares are shown as per cent: columns of these names hold no money and no counts.
SHARES = frozenset(["share", "low", "high", "agenda_low", "agenda_high", "theme_share", "persistence", "exclusivity",
                    "probability", "change", "whole_share", "whole_low", "whole_high",
                    "from_weight", "to_weight", "from_share", "to_share", "mix", "within"])  # fmt: skip


def workbook_bytes(sheets: Mapping[str, pd.DataFrame], story: Story) -> bytes:
    """The sheets as an .xlsx file; the same sheets give the same bytes.

    Text is written as text, so that none is run as a formula. A sheet with more rows than Excel takes holds the first
    ones, and the cover says so.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = story.corpus
    book.properties.creator = story.word("workbook.creator")
    write_cover(book.create_sheet(story.word("workbook.cover")), sheets, story)
    write_notes(book.create_sheet(story.word("workbook.notes")), sheets, story)
    for name, sheet in sheets.items():
        write_sheet(book.create_sheet(name), sheet.head(MOST_ROWS - 1))
    buffer = io.BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())


def write_cover(page: Page, sheets: Mapping[str, pd.DataFrame], story: Story) -> None:
    """The cover: what the file is, what each sheet holds, what to keep in mind."""
    set_widths(page, (18, 12, 90))
    page.append(cells(page, [story.corpus], bold=True))
    said = [story.say("workbook.subtitle")]
    if story.is_demonstration:
        said.append(story.say("any.demonstration"))
    for line in said:
        page.append(cells(page, [line]))
    page.append([])
    page.append(cells(page, story.columns("workbook.columns"), bold=True))
    for name, sheet in sheets.items():
        cut = story.word("workbook.cut") if len(sheet) >= MOST_ROWS else ""
        page.append(cells(page, [name, len(sheet), f"{story.word(f'tables.{name}').partition(': ')[2]}{cut}"]))
    page.append([])
    for name in ("workbook.intervals", "workbook.corpus", "workbook.blank"):
        page.append(cells(page, [story.say(name)]))


def write_notes(page: Page, sheets: Mapping[str, pd.DataFrame], story: Story) -> None:
    """What each column of each sheet means."""
    set_widths(page, (18, 22, 90))
    freeze(page, n_columns=3, n_rows=sum(sheet.shape[1] for sheet in sheets.values()))
    page.append(cells(page, story.columns("workbook.note_columns"), bold=True))
    notes = {(row["table"], row["column"]): row["meaning"] for row in story.config.notes}
    for name, sheet in sheets.items():
        for column in sheet.columns:
            page.append(cells(page, [name, column, column_note(name, str(column), notes)]))


def column_note(sheet: str, column: str, notes: Mapping[tuple[str, str], str]) -> str:
    """What a column means: as said for the sheet, else as its table's contract has it, else as said for all sheets."""
    contract = TABLES.get(TABLE_OF.get(sheet, sheet))
    meant = contract.columns[column].meaning if contract and column in contract.columns else ""
    return notes.get((sheet, column)) or meant or notes.get(("", column), "")


def write_sheet(page: Page, sheet: pd.DataFrame) -> None:
    """One table: headings that stay in view and filter, widths that fit, numbers as numbers."""
    columns = [str(column) for column in sheet.columns]
    set_widths(page, [column_width(sheet[column], column) for column in sheet.columns])
    freeze(page, n_columns=len(columns), n_rows=len(sheet))
    page.append(cells(page, columns, bold=True))
    formats = [number_format(column, sheet[column]) for column in sheet.columns]
    for row in sheet.itertuples(index=False, name=None):
        page.append(cells(page, row, formats=formats))


def cells(page: Page, values: Iterable[object], *, bold: bool = False, formats: Sequence[str] = ()) -> list[Any]:
    """The cells of a row; text is marked as text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    made = []
    for place, value in enumerate(values):
        cell = WriteOnlyCell(page, cell_value(value))
        if isinstance(cell.value, str):
            cell.data_type = "s"
        if bold:
            cell.font = Font(bold=True)
        elif formats and formats[place]:
            cell.number_format = formats[place]
        made.append(cell)
    return made


def cell_value(value: Any) -> Any:
    """A value as Excel holds it: None for what is missing, days without a time, lists joined, text without marks."""
    if isinstance(value, list | tuple) or (hasattr(value, "tolist") and not hasattr(value, "item")):
        return cell_value("; ".join(map(str, value)))
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value):  # NaN
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(value, str):
        return shorten(UNWRITABLE.sub("", value), MOST_CHARS)
    return value.item() if hasattr(value, "item") else value


def number_format(column: str, values: pd.Series[Any]) -> str:
    """How a column's numbers are shown; years and counts as they are."""
    if pd.api.types.is_datetime64_any_dtype(values):
        return DAY_FORMAT
    if not pd.api.types.is_float_dtype(values):
        return ""
    if column in SHARES:
        return SHARE_FORMAT
    return WHOLE_FORMAT if (values.dropna() % 1 == 0).all() else NUMBER_FORMAT


def column_width(values: pd.Series[Any], column: str) -> float:
    """A width in characters that shows most of a column's first values."""
    if not (pd.api.types.is_string_dtype(values) or values.dtype == object):
        return float(max(NARROWEST, len(column) + 2, 11))
    longest = max((len(str(value)) for value in values.head(ROWS_MEASURED)), default=0)
    return float(min(WIDEST, max(NARROWEST, len(column) + 2, longest)))


def set_widths(page: Page, widths: Iterable[float]) -> None:
    """Set the widths of a page's columns, which a write-only page wants before its rows."""
    from openpyxl.utils import get_column_letter

    for place, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(place)].width = width


def freeze(page: Page, *, n_columns: int, n_rows: int) -> None:
    """Keep the headings in view and let them filter."""
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "A2"
    if n_columns:
        page.auto_filter.ref = f"A1:{get_column_letter(n_columns)}{n_rows + 1}"


def without_clock(content: bytes) -> bytes:
    """The same workbook without the moment at which it was made: in its properties and in its archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, NO_CLOCK)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, part)
    return made.getvalue()
