"""The rows of .csv, .tsv, .jsonl and .json files as items."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.read.faults import UnreadableError
from pipeline.read.html import fragment_text
from pipeline.read.items import Item, items_text
from pipeline.read.times import iso_times

FIELDS = ("text", "title", "date", "url", "author")
DELIMITERS = ",;\t|"
# The csv module's own limit (128 KiB) is less than a long article.
MAX_CELL_CHARS = 16_777_216
# A column that is not named as text by anyone is taken for it where its cells are this long on average.
MIN_TEXT_CHARS = 40
Record = Mapping[str, str]
Rejects = tuple[tuple[str, str, str], ...]


def read_records(
    text: str, media_type: str, encoding: str, *, columns: Mapping[str, str], names: Sequence[Mapping[str, str]]
) -> tuple[str, str, str, Rejects]:
    """Text, media type, encoding and rejected rows of a table. `columns` (corpus.toml) goes before `names`."""
    rows = list(read_csv(text) if media_type == "text/csv" else read_json(text))
    records = [(number, row) for number, row, _ in rows if row is not None]
    rejects = [(str(number), "broken_row", what) for number, row, what in rows if row is None]
    if not records:
        raise UnreadableError("no_rows", "no row could be read")
    found = find_columns([row for _, row in records], columns=columns, names=names)
    times = iso_times([row.get(found.get("date", ""), "") for _, row in records])
    kept = []
    for (number, row), time in zip(records, times, strict=True):
        item = record_item(row, found, published=time)
        if item.title or item.body:
            kept.append(item)
        else:
            rejects.append((str(number), "empty_row", str(dict(row))[:200]))
    return items_text(kept), media_type, encoding, tuple(rejects)


def read_csv(text: str) -> Iterator[tuple[int, Record | None, str]]:
    """(row number from 1, cells by column or None, what is wrong) of each row below the head."""
    csv.field_size_limit(MAX_CELL_CHARS)
    plain = text.removeprefix("\ufeff").replace("\x00", "")
    head = plain.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(plain, newline=""), delimiter=delimiter)
    try:
        names = next(rows, [])
        for number, cells in enumerate(rows, 1):
            if cells:
                yield number, {name.strip(): cell for name, cell in zip(names, cells, strict=False)}, ""
    except csv.Error as fault:
        yield rows.line_num, None, f"the rest cannot be read ({fault})"


def read_json(text: str) -> Iterator[tuple[int, Record | None, str]]:
    """The same for JSON lines, or for one JSON list of objects."""
    plain = text.removeprefix("\ufeff")
    if plain.lstrip().startswith("["):
        try:
            listed = json.loads(plain)
        except (ValueError, RecursionError) as fault:
            raise UnreadableError("broken_json", f"not whole or not well formed ({fault})") from fault
        for number, row in enumerate(listed, 1):
            yield number, as_record(row), f"no object: {str(row)[:80]}"
        return
    for number, line in enumerate(plain.split("\n"), 1):
        if line.strip():
            try:
                yield number, as_record(json.loads(line)), f"no object: {line[:80]}"
            except (ValueError, RecursionError) as fault:
                yield number, None, f"{fault}: {line[:80]}"


def as_record(row: Any) -> Record | None:
    """An object's plain values as text (lists of texts joined), or None for anything else."""
    if not isinstance(row, dict):
        return None
    cells = {}
    for name, value in row.items():
        values = value if isinstance(value, list) else [value]
        cells[name] = ", ".join(str(part) for part in values if isinstance(part, str | int | float))
    return cells


def find_columns(
    records: Sequence[Record], *, columns: Mapping[str, str], names: Sequence[Mapping[str, str]]
) -> dict[str, str]:
    """The column of each of FIELDS: as corpus.toml says, by its usual names, or the one with the longest text."""
    present = {name.casefold().strip(): name for record in records for name in record}
    found = {}
    for field in FIELDS:
        usual = [row["name"] for row in names if row["field"] == field]
        wanted = [columns[field]] if field in columns else usual
        named = [present[name.casefold()] for name in wanted if name.casefold() in present]
        if named:
            found[field] = named[0]
    if "text" not in found:
        lengths: Counter[str] = Counter()
        for record in records:
            lengths.update({name: len(cell) for name, cell in record.items()})
        others = set(present.values()) - set(found.values())
        longest = max(others, key=lambda name: (lengths[name], name), default="")
        if not longest or lengths[longest] < MIN_TEXT_CHARS * len(records):
            raise UnreadableError(
                "no_text_column", f"no column of text among {', '.join(sorted(present)[:10])}; see [columns]"
            )
        found["text"] = longest
    return found


def record_item(row: Record, found: Mapping[str, str], *, published: str) -> Item:
    """One row as an item; HTML in the cells becomes text."""
    cells = {field: row.get(name, "").strip() for field, name in found.items()}
    return Item(
        body=fragment_text(cells.get("text", "")),
        title=fragment_text(cells.get("title", "")),
        published=published,
        url=cells.get("url", ""),
        author=cells.get("author", ""),
    )
