"""The lines of a document with their places in it: what every rule of this room looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# Ends of lines and pages, and other control characters, which no kept text should hold. A byte order mark is blank.
LINE = re.compile(r"[^\n\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85]")
BLANKS = " \t\xa0\u200b\u200c\u200d\u2060\ufeff\u3000"
ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
PAGE_END = "\x0c"
DIGITS = re.compile(r"\d+")
NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, or a piece of one: [start, end) in the document, without blanks at its ends.

    key: the line as it is compared with others: case, spaces and punctuation put aside (symbols alone stay).
    gap: how many line ends stand before it since the line before; a blank line makes it 2.
    page: number of the page that it stands on, from 0.
    role: why it is dropped, where that is known from the start (a short code); else empty.
    """

    start: int
    end: int
    text: str
    key: str
    gap: int
    page: int
    role: str = ""


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, in order."""
    return list(walk_lines(text))


def walk_lines(text: str) -> Iterator[Line]:
    """Each line that is not blank, with its place."""
    before, page = 0, 0
    for found in LINE.finditer(text):
        bare = found.group().strip(BLANKS)
        if not bare:
            continue
        start = found.start() + found.group().index(bare)
        between = text[before:start]
        page += between.count(PAGE_END)
        gap = len(ENDS.findall(between))
        yield Line(start, start + len(bare), bare, line_key(bare), gap, page)
        before = start + len(bare)


def line_key(text: str) -> str:
    """The form in which lines are compared: letters and digits in lower case, or the symbols where there are none."""
    return NOT_LETTERS.sub(" ", text.casefold()).strip() or text


def piece(line: Line, start: int, end: int, *, role: str = "") -> Line | None:
    """The part [start, end) of a line, blanks at its ends left out; None where nothing is left."""
    text = line.text[start - line.start : end - line.start]
    bare = text.strip(BLANKS)
    if not bare:
        return None
    at = start + text.index(bare)
    gap = line.gap if start == line.start else 1
    return replace(line, start=at, end=at + len(bare), text=bare, key=line_key(bare), gap=gap, role=role)


def n_words(text: str) -> int:
    """Words: stretches between white space."""
    return len(text.split())
