"""Units of work: consecutive articles of some length together, as paragraphs that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from pipeline.offsets import OffsetMap

SENTENCE_BREAK = re.compile(r"[.!?]['\"’”)\]]*\s+")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Paragraph:
    """A stretch of an article's text without line ends: its article's place in the unit, its offset in the document."""

    article: int
    offset: int
    text: str


@dataclass(frozen=True)
class Unit:
    """Articles that are parsed together."""

    article_ids: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def n_chars(self) -> int:
        """Characters to parse."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def cut_units(articles: pd.DataFrame, *, unit_chars: int, piece_chars: int) -> Iterator[Unit]:
    """The units of the articles in the order of article_id, each of at least `unit_chars` but the last."""
    ordered = articles.sort_values("article_id", kind="stable")
    names: list[str] = []
    paragraphs: list[Paragraph] = []
    size = 0
    for name, text, spans in zip(ordered["article_id"], ordered["text"], ordered["spans"], strict=True):
        found = find_paragraphs(text, OffsetMap(spans), article=len(names), piece_chars=piece_chars)
        names.append(name)
        paragraphs += found
        size += sum(len(paragraph.text) for paragraph in found)
        if size >= unit_chars:
            yield Unit(tuple(names), tuple(paragraphs))
            names, paragraphs, size = [], [], 0
    if names:
        yield Unit(tuple(names), tuple(paragraphs))


def find_paragraphs(text: str, places: OffsetMap, *, article: int, piece_chars: int) -> list[Paragraph]:
    """The paragraphs of an article's text in order.

    A line is a paragraph, so none reaches over two kept spans: a line end stands between those.
    """
    found = []
    start = 0
    for line in text.split("\n"):
        for begin, end in cut_line(line, piece_chars):
            place = places.to_document(start + begin, start + end)
            if place is not None and not line[begin:end].isspace():
                found.append(Paragraph(article, place[0], line[begin:end]))
        start += len(line) + 1
    return found


def cut_line(line: str, piece_chars: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the pieces of a line: all of it, or cut after a sentence, else at a space, else anywhere."""
    start = 0
    while len(line) - start > piece_chars:
        window = line[start : start + piece_chars]
        breaks = [match.end() for match in SENTENCE_BREAK.finditer(window)] or [
            match.end() for match in SPACE.finditer(window)
        ]
        end = start + (breaks[-1] if breaks and breaks[-1] > 0 else piece_chars)
        yield start, end
        start = end
    if start < len(line):
        yield start, len(line)
