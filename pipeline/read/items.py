"""How several articles stand in one extracted text: the form in which feeds, tables and web pages are handed on.

An item begins with U+001E (record separator, alone on its line); then come lines `title: `, `published: `, `url: ` and
`author: ` as far as they are known, an empty line, and the body. Segment reads this form; no other text begins so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.errors import one_line

SEPARATOR = "\x1e"
# Characters that would end a line or an item inside a body that comes from elsewhere.
PLAIN = str.maketrans({"\x1e": " ", "\x0c": "\n", "\x0b": "\n", "\r": "\n", "\x00": None})


@dataclass(frozen=True)
class Item:
    """One article of a feed, a table or a page, as its source states it."""

    body: str
    title: str = ""
    published: str = ""
    url: str = ""
    author: str = ""


def items_text(items: Iterable[Item]) -> str:
    """The items in one text, in their order."""
    return "\n\n".join(map(item_text, items))


def item_text(item: Item) -> str:
    """One item: separator, header lines, an empty line, the body."""
    header = [("title", item.title), ("published", item.published), ("url", item.url), ("author", item.author)]
    lines = [f"{name}: {one_line(value.translate(PLAIN))}" for name, value in header if value.strip()]
    body = item.body.replace("\r\n", "\n").translate(PLAIN).strip("\n")
    return "\n".join([SEPARATOR, *lines, "", body])
