"""An article as it is found, and a document cut into such articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.segment.config import Config
from pipeline.segment.lines import Line, n_words

# So many words before the first article are the head of the page.
MAX_PAGE_HEAD_WORDS = 12


@dataclass(frozen=True)
class Draft:
    """An article as it was found: its lines [first, last) of the document, and what the source states of it."""

    first: int
    last: int
    title: str = ""
    url: str | None = None
    author: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Layout:
    """How a document is cut: its articles, the keys of the lines that separate them, and by what they were found."""

    drafts: tuple[Draft, ...]
    separators: frozenset[str] = frozenset()
    kind: str = "whole"


def piece_words(lines: Sequence[Line], draft: Draft) -> int:
    """Words of an article's lines."""
    return sum(n_words(line.text) for line in lines[draft.first : draft.last])


def cut_at_heads(lines: Sequence[Line], heads: Sequence[int], *, kind: str, config: Config) -> Layout:
    """The cut at the lines `heads`, with what stands before the first; no drafts where it is no bundle of articles."""
    if len(heads) < config.min_datelines:
        return Layout(())
    drafts = [Draft(first, last) for first, last in pairwise([*heads, len(lines)])]
    if median(piece_words(lines, draft) for draft in drafts) < config.min_article_words:
        return Layout(())
    preamble = Draft(0, heads[0])
    is_article = piece_words(lines, preamble) > MAX_PAGE_HEAD_WORDS
    return Layout((preamble, *drafts) if is_article else tuple(drafts), kind=kind)
