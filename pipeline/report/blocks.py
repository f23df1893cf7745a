"""The pieces a page is made of, as plain values that the template lays out; all text in them is shown as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.wording import breakable, plain, shorten

Block = dict[str, Any]
# No paragraph of the report is longer than this; what is longer came out of a document as one endless line.
MOST_CHARS = 1500


def text(said: str) -> Block:
    """A paragraph."""
    return {"kind": "text", "text": shown(said)}


def note(said: str) -> Block:
    """A remark in a box of its own."""
    return {"kind": "note", "text": shown(said)}


def heading(said: str) -> Block:
    """A heading within a section."""
    return {"kind": "heading", "text": shown(said)}


def points(said: Iterable[str | tuple[str, str]]) -> Block:
    """A list of points; a pair has a first part that stands out."""
    pairs = [("", item) if isinstance(item, str) else item for item in said]
    return {"kind": "points", "items": [{"lead": shown(lead), "text": shown(rest)} for lead, rest in pairs]}


def figure(name: str, alt: str, caption: str) -> Block:
    """A chart by its name, with the picture in words and what it tells."""
    return {"kind": "figure", "name": name, "alt": plain(alt), "caption": shown(caption)}


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, widths: str, caption: str) -> Block:
    """A table; a cell that is a tuple has a line for each part.

    `widths` holds a letter a column: l text as wide as it needs, w and W text that may wrap, r numbers, c centred.
    """
    cells = [[[shown(part) for part in (cell if isinstance(cell, tuple) else (cell,))] for cell in row] for row in rows]
    return {"kind": "table", "columns": list(columns), "rows": cells, "widths": list(widths), "caption": shown(caption)}


def terms(pairs: Iterable[tuple[str, str]]) -> Block:
    """Terms, each with its meaning."""
    return {"kind": "terms", "items": [{"term": shown(term), "meaning": shown(meaning)} for term, meaning in pairs]}


def section(title: str, blocks: Iterable[Block]) -> Block:
    """A section with its heading."""
    return {"title": shown(title), "blocks": list(blocks)}


def shown(said: object) -> str:
    """Text on one line, of bounded length, without unseen characters; very long words may break."""
    # a number keeps its sign of per cent beside it
    return breakable(shorten(plain(said), MOST_CHARS)).replace(" %", "\N{NO-BREAK SPACE}%")
