"""Segment: from documents to the articles in them, without furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from pipeline.offsets import kept_text
from pipeline.progress import follow
from pipeline.segment.config import Config
from pipeline.segment.drafts import Draft, Layout
from pipeline.segment.dumps import find_dump
from pipeline.segment.duplicates import Candidate, find_duplicates
from pipeline.segment.furniture import SEPARATOR, judge_lines
from pipeline.segment.headlines import complete_title, find_author, find_title
from pipeline.segment.items import SEPARATOR as ITEM_SEPARATOR
from pipeline.segment.items import find_items
from pipeline.segment.labelled import find_labelled
from pipeline.segment.layout import find_layout
from pipeline.segment.lines import CONTROL, Line, split_lines
from pipeline.segment.pages import mark_pages
from pipeline.segment.repeats import Repeats, Tally, find_repeats, tally_article
from pipeline.segment.shapes import Shapes, load_shapes

ID_COLUMNS = ["article_id", "document_id", "source", "start", "end"]
COLUMNS = [*ID_COLUMNS, "title", "url", "author", "published", "spans", "text", "n_words", "duplicate_of"]
DOCUMENT_COLUMNS = ["document_id", "source", "text"]
REJECT_COLUMNS = ["row_id", "reason", "text"]


@dataclass(frozen=True)
class Document:
    """What of a row of the table documents is used here."""

    document_id: str
    source: str
    text: str


@dataclass(frozen=True)
class Cut:
    """A document cut into lines and articles."""

    lines: tuple[Line, ...]
    layout: Layout


@dataclass(frozen=True)
class Learned:
    """What the corpus as a whole teaches: furniture by folder, separators, lines that open several documents."""

    repeats: Mapping[str, Repeats]
    separators: frozenset[str]
    openers: frozenset[str]


def segment(documents: pd.DataFrame, *, config: Config) -> dict[str, pd.DataFrame]:
    """Articles (table segments) and rejects: every line that was dropped, with the reason.

    Two passes over the documents, so that no more than one of them is held as lines at a time.
    """
    shapes = load_shapes(config)
    ordered = [
        Document(**row) for row in records(documents[DOCUMENT_COLUMNS].sort_values("document_id", kind="stable"))
    ]
    learned = learn_corpus(ordered, shapes=shapes, config=config)
    rows: list[dict[str, object]] = []
    rejects: list[tuple[str, str, str]] = []
    for document in follow(ordered, "segment: documents", total=len(ordered)):
        made, dropped = read_articles(document, learned=learned, shapes=shapes, config=config)
        rows += made
        rejects += dropped
    segments = mark_duplicates(pd.DataFrame(rows, columns=COLUMNS), config=config)
    return {"segments": segments, "rejects": pd.DataFrame(rejects, columns=REJECT_COLUMNS, dtype=str)}


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as dicts by column."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def cut_document(document: Document, *, shapes: Shapes, config: Config) -> Cut:
    """The lines of a document and the articles among them, by the first layout that it has: items, a feed, lines."""
    text = document.text
    lines = split_lines(text)
    if text.startswith(ITEM_SEPARATOR):
        pieces, layout = find_items(text, lines)
        return Cut(tuple(pieces), layout)
    pieces, layout = find_dump(lines)
    if layout.drafts:
        return Cut(tuple(pieces), layout)
    pieces, layout = find_labelled(lines, config=config)
    if layout.drafts:
        return Cut(tuple(pieces), layout)
    marked = mark_pages(lines, shapes=shapes)
    kept = [index for index, line in enumerate(marked) if not line.role]
    layout = find_layout([marked[index] for index in kept], shapes=shapes, config=config)
    drafts = tuple(Draft(kept[draft.first], kept[draft.last - 1] + 1) for draft in layout.drafts if draft.last)
    return Cut(tuple(marked), Layout(drafts, layout.separators, layout.kind))


def learn_corpus(documents: Iterable[Document], *, shapes: Shapes, config: Config) -> Learned:
    """Furniture that shows only across documents; each is cut and let go again."""
    openers: Counter[str] = Counter()
    separators: set[str] = set()
    tallies: dict[str, Tally] = {}
    for document in documents:
        cut = cut_document(document, shapes=shapes, config=config)
        separators |= cut.layout.separators
        openers.update({line.key for line in cut.lines[:1]})
        tally = tallies.setdefault(folder_of(document), Tally())
        for draft in cut.layout.drafts:
            tally_article(tally, cut.lines[draft.first : draft.last], edges_only=True)
    repeats = {folder: find_repeats(tally, config=config) for folder, tally in tallies.items()}
    return Learned(repeats, frozenset(separators), frozenset(key for key, n in openers.items() if n > 1))


def folder_of(document: Document) -> str:
    """The folder that a document stands in: pages of one site share furniture."""
    return str(PurePosixPath(document.source).parent)


def read_articles(
    document: Document, *, learned: Learned, shapes: Shapes, config: Config
) -> tuple[list[dict[str, object]], list[tuple[str, str, str]]]:
    """The articles of one document, and what was dropped of it."""
    cut = cut_document(document, shapes=shapes, config=config)
    drafts = cut.layout.drafts
    pieces = [cut.lines[draft.first : draft.last] for draft in drafts]
    tally = Tally()
    for lines in pieces:
        tally_article(tally, lines, edges_only=False)
    repeats = (learned.repeats[folder_of(document)], find_repeats(tally, config=config))
    titled = cut.layout.kind != "whole"
    rows: list[dict[str, object]] = []
    outside = set(range(len(cut.lines)))
    rejects = []
    for draft, lines in zip(drafts, pieces, strict=True):
        outside -= set(range(draft.first, draft.last))
        reasons = judge_lines(
            lines,
            titled=titled,
            is_stated=bool(draft.title),
            repeats=repeats,
            separators=learned.separators,
            openers=learned.openers,
            shapes=shapes,
            config=config,
        )
        row = article_row(document, len(rows) + 1, draft, lines, reasons, titled=titled, config=config)
        if row is None:
            reasons = [reason or "empty_article" for reason in reasons]
        else:
            rows.append(row)
        rejects += [(line, reason) for line, reason in zip(lines, reasons, strict=True) if reason]
    rejects += [(cut.lines[index], cut.lines[index].role or SEPARATOR) for index in sorted(outside)]
    return rows, [reject_row(document, line, reason) for line, reason in rejects]


def reject_row(document: Document, line: Line, reason: str) -> tuple[str, str, str]:
    """A reject: the line's place as `document_id:start-end`, the reason, the line."""
    return f"{document.document_id}:{line.start:09d}-{line.end:09d}", reason, line.text


def article_row(
    document: Document,
    number: int,
    draft: Draft,
    lines: Sequence[Line],
    reasons: Sequence[str],
    *,
    titled: bool,
    config: Config,
) -> dict[str, object] | None:
    """A row of the table segments; None where nothing is kept of the article."""
    kept = [line for line, reason in zip(lines, reasons, strict=True) if not reason]
    if not any(char.isalnum() for line in kept for char in line.text):
        return None
    text = document.text
    spans = kept_spans(text, lines, reasons)
    title = draft.title or find_title(kept, titled=titled, config=config)
    whole = kept_text(text, spans)
    return {
        "article_id": f"{document.document_id}:{number:04d}",
        "document_id": document.document_id,
        "source": document.source,
        "start": kept[0].start,
        "end": kept[-1].end,
        "title": complete_title(title, kept, config=config),
        "url": draft.url,
        "author": draft.author or find_author(lines),
        "published": draft.published,
        "spans": spans,
        "text": whole,
        "n_words": len(whole.split()),
        "duplicate_of": None,
    }


def kept_spans(text: str, lines: Sequence[Line], reasons: Sequence[str]) -> list[list[int]]:
    """[start, end] of each run of kept lines, with the blank lines between them; page ends and the like break a run."""
    spans: list[list[int]] = []
    goes_on = False
    for line, reason in zip(lines, reasons, strict=True):
        if reason:
            goes_on = False
        elif goes_on and line.gap and not CONTROL.search(text, spans[-1][1], line.start):
            spans[-1][1] = line.end
        else:
            spans.append([line.start, line.end])
            goes_on = True
    return spans


def mark_duplicates(segments: pd.DataFrame, *, config: Config) -> pd.DataFrame:
    """The segments with duplicate_of filled in.

    Of a group counts the one whose time is stated, then the one with more neighbours (they help to date it), then the
    longest.
    """
    size = Counter(segments["document_id"])
    candidates = [
        Candidate(row["article_id"], row["title"], row["text"], rank_of(row, size[row["document_id"]]))
        for row in records(segments)
    ]
    counted = find_duplicates(candidates, config=config)
    return segments.assign(duplicate_of=segments["article_id"].map(dict(counted)))


def rank_of(row: Mapping[str, object], n_neighbours: int) -> tuple[object, ...]:
    """What decides which of several duplicates counts; the smallest does."""
    return not isinstance(row["published"], str), -n_neighbours, -int(str(row["n_words"]))
