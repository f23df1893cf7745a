"""Where a place in an article's text stands in its document: the map through the kept spans.

An article's text is its kept spans joined by one newline each (segments.spans, segments.text). Every room that finds
something in that text must say where it stands in the document; this is the one piece of arithmetic that they share.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

Span = tuple[int, int]


class OffsetMap:
    """Maps offsets in an article's text to offsets in its document's text."""

    def __init__(self, spans: Sequence[Sequence[int]]) -> None:
        self.spans: list[Span] = [(int(start), int(end)) for start, end in spans]
        # Where each kept span begins in the article's text: a newline stands between two spans.
        lengths = [end - start + 1 for start, end in self.spans]
        self.begins: list[int] = [0, *accumulate(lengths)][: len(self.spans)]

    def to_document(self, start: int, end: int) -> Span | None:
        """(start, end) in the document, or None where the stretch is empty or reaches over two kept spans."""
        index = bisect_right(self.begins, start) - 1
        if index < 0 or end <= start:
            return None
        kept_start, kept_end = self.spans[index]
        shift = kept_start - self.begins[index]
        if end + shift > kept_end:
            return None
        return start + shift, end + shift

    def to_article(self, start: int, end: int) -> Span | None:
        """(start, end) in the article's text for a stretch of the document, or None where it was not kept whole."""
        for begin, (kept_start, kept_end) in zip(self.begins, self.spans, strict=True):
            if kept_start <= start and end <= kept_end:
                return start - kept_start + begin, end - kept_start + begin
        return None


def kept_text(text: str, spans: Sequence[Sequence[int]]) -> str:
    """The text of an article: its kept spans of the document's `text`, a newline between two."""
    return "\n".join(text[int(start) : int(end)] for start, end in spans)
