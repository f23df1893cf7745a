"""The articles' texts as the page shows them, with the way back to the raw file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from pipeline.browse.voice import Voice
from pipeline.offsets import OffsetMap
from pipeline.rows import Row, records

Run = tuple[int, int, int]  # first character in the text shown, the same in the document, length
Chunk = list[list[Any]]


def text_chunks(articles: pd.DataFrame, voice: Voice) -> list[Chunk]:
    """Texts of the articles in pieces of about chunk_kb; none where no text may be shown or there is too much.

    A text is a pair: what is shown, and its runs one after the other (first character shown, in the document, length).
    """
    most = voice.config.most_text_mb * 1_000_000
    if not voice.publish.excerpts or int(articles["text"].str.len().sum()) > most:
        return []
    chunks: list[Chunk] = []
    size = room = voice.config.chunk_kb * 1000
    for row in records(articles.sort_values("article_id", kind="stable")):
        shown, runs = shown_text(row, voice)
        if size >= room:
            chunks.append([])
            size = 0
        chunks[-1].append([shown, [part for run in runs for part in run]])
        size += len(json.dumps(shown, ensure_ascii=False))
    return chunks


def shown_text(row: Row, voice: Voice) -> tuple[str, list[Run]]:
    """An article's text as it may be shown, and the runs of it that stand in the document as they are."""
    text = str(row["text"])
    mapping = OffsetMap(row["spans"])
    kept = [(begin, start, end - start) for begin, (start, end) in zip(mapping.begins, mapping.spans, strict=True)]
    covered = list(voice.veil.places(text, row["article_id"]))
    if not covered:
        return text, kept
    pieces: list[str] = []
    runs: list[Run] = []
    at = done = 0
    for start, end, stand_in in [*covered, (len(text), len(text), "")]:
        runs += [(at + begin - done, place, length) for begin, place, length in parts(kept, done, start)]
        pieces += [text[done:start], stand_in]
        at += start - done + len(stand_in)
        done = end
    return "".join(pieces), runs


def parts(runs: Sequence[Run], first: int, last: int) -> Iterator[Run]:
    """What of the runs lies within [first, last) of the text."""
    for begin, place, length in runs:
        low, high = max(begin, first), min(begin + length, last)
        if low < high:
            yield low, place + low - begin, high - low
