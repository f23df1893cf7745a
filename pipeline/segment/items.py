"""The items that `read` wrote into one text: U+001E, header lines, an empty line, the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.drafts import Draft, Layout
from pipeline.segment.dumps import iso_time
from pipeline.segment.lines import Line, piece

SEPARATOR = "\x1e"
FIELD = re.compile(r"^(title|published|url|author): (?=\S)")
HEADER = "item_header"


def find_items(text: str, lines: Sequence[Line]) -> tuple[list[Line], Layout]:
    """The lines, header fields marked as such, and a draft for each item."""
    marks = [found.start() for found in re.finditer(SEPARATOR, text)]
    pieces: list[Line] = []
    drafts: list[Draft] = []
    at = 0
    for start, end in zip(marks, [*marks[1:], len(text)], strict=True):
        while at < len(lines) and lines[at].start < start:
            at += 1
        first = len(pieces)
        fields: dict[str, str] = {}
        in_header = True
        while at < len(lines) and lines[at].start < end:
            line = lines[at]
            found = FIELD.match(line.text) if in_header else None
            in_header = in_header and (found is not None) and not (len(pieces) > first and line.gap > 1)
            if found and in_header:
                fields[found.group(1)] = line.text[found.end() :]
                pieces += header_pieces(line, found)
            else:
                pieces.append(line)
            at += 1
        if len(pieces) > first:
            drafts.append(item_draft(pieces, first, fields))
    return pieces, Layout(tuple(drafts), kind="items")


def header_pieces(line: Line, found: re.Match[str]) -> list[Line]:
    """A header line as pieces: of a title, or a time in other words, only the label is dropped; else all of it."""
    value = line.text[found.end() :]
    if found.group(1) != "title" and not (found.group(1) == "published" and iso_time(value) is None):
        return [replace(line, role=HEADER)]
    label = piece(line, line.start, line.start + found.end(), role=HEADER)
    title = piece(line, line.start + found.end(), line.end)
    return [part for part in (label, title) if part]


def item_draft(pieces: Sequence[Line], first: int, fields: dict[str, str]) -> Draft:
    """The draft of an item that begins at its first piece."""
    published = fields.get("published", "")
    return Draft(
        first,
        len(pieces),
        title=fields.get("title", ""),
        url=fields.get("url"),
        author=fields.get("author"),
        published=iso_time(published) if published else None,
    )
