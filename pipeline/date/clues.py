"""What speaks for an article's date: one clue each, with its likelihood over days and its words for a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.date.shapes import Shape, Span

URL = re.compile(r"\b(?:https?://|www\.)\S+")
MOST_WORDS = 80
LONGEST_HEADLINE = 300
# Straight quotes of the same length, so that offsets stay true.
QUOTES = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True)
class Clue:
    """One piece of evidence; `basis` as pipeline/tables has it, `is_repost` where the text is older than its page."""

    basis: str
    shape: Shape
    words: str
    is_repost: bool = False


@dataclass(frozen=True)
class Reading:
    """An article as its clues are sought in it: stated facts, headline, and the text without the headline or URLs."""

    title: str
    body: str
    raw_body: str
    published: str | None
    url: str | None


def read_article(title: str, text: str, published: str | None, url: str | None) -> Reading:
    """The parts of one article; the text's first line is left out where it repeats the headline."""
    first, _, rest = text.partition("\n")
    body = rest if is_headline(first, title) else text
    return Reading(plain(title), URL.sub(blank, plain(body)), body, published, url)


def is_headline(line: str, title: str) -> bool:
    """Whether a line is the headline, the part of it that the scrape kept, or the whole of one that was cut."""
    known, seen = folded(title), folded(line)
    if not known or not seen:
        return False
    was_cut = title.rstrip().endswith(("...", "…")) and len(seen) <= LONGEST_HEADLINE
    return known.startswith(seen) or (was_cut and seen.startswith(known))


def folded(text: str) -> str:
    """`text` for comparing headlines: no case, no ends, single spaces."""
    return " ".join(plain(text).casefold().rstrip(".… ").split())


def plain(text: str) -> str:
    """`text` with straight quotes; every character keeps its place."""
    return text.translate(QUOTES)


def blank(match: re.Match[str]) -> str:
    """Spaces of the length of a match: the numbers of an address are no dates."""
    return " " * len(match.group())


def shape_of(spans: Iterable[Span], profile: str) -> Shape:
    """A shape with its spans in order, each once."""
    return Shape(tuple(sorted(set(spans))), profile)


def quoted(words: str) -> str:
    """Words of a document as evidence quotes them: one line, cut to a readable length."""
    line = " ".join(words.split())
    return f"'{line}'" if len(line) <= MOST_WORDS else f"'{line[: MOST_WORDS - 1]}…'"
