"""Boxes that a site sets into its articles to win readers over: nominate, subscribe, write to us.

They differ from the article by whom they speak to: the reader, as "you", outside quotation marks, with an address or a
form to fill in, between two sub-headings of an article that does not do so elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.segment.config import Config
from pipeline.segment.lines import Line, n_words
from pipeline.segment.shapes import SENTENCE_END, is_headline

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
TO_READER = re.compile(r"\b(?:you|your|yours|yourself|you’ve|you're|you’re|you've|you’d|you’ll)\b", re.IGNORECASE)
ANSWER = re.compile(
    r"\S+@\S+\.\w{2,}|https?://|\b(?:click|email|e-mail|nominat\w+|subscribe|sign up|fill(?:ing)? (?:in|out)|entry form"
    r"|register (?:now|here|at)|donate|apply (?:now|here)|book (?:now|here|your)|our (?:newsletter|survey|form))\b",
    re.IGNORECASE,
)
# A heading between paragraphs is at most so many words.
MAX_HEADING_WORDS = 12
# A line of so many words is a paragraph, though it may end in an address and not in a full stop.
PARAGRAPH_WORDS = 8


@dataclass(frozen=True)
class Section:
    """Lines [first, last) from a heading to the next."""

    first: int
    last: int


def find_callouts(lines: Sequence[Line], kept: Sequence[int], *, config: Config) -> set[int]:
    """Indices of lines, among those kept, that stand in a box which speaks to the reader."""
    sections = split_sections(lines, kept, config=config)
    if len(sections) < 3:
        return set()
    counts = [sum(to_reader(lines[index].text) for index in kept[part.first : part.last]) for part in sections]
    found: set[int] = set()
    for part, n in zip(sections[1:], counts[1:], strict=True):
        indices = kept[part.first : part.last]
        text = "\n".join(lines[index].text for index in indices)
        speaks = n >= config.min_callout_words and bool(ANSWER.search(text))
        is_small = n_words(text) <= config.max_callout_share * sum(n_words(lines[index].text) for index in kept)
        if speaks and is_small and sum(counts) - n <= n // 2:
            found |= set(indices)
    return found


def split_sections(lines: Sequence[Line], kept: Sequence[int], *, config: Config) -> list[Section]:
    """The article from heading to heading; a heading is a short line with a paragraph, or a credit, below it."""
    heads = [0]
    for place in range(2, len(kept) - 1):
        line, below, above = lines[kept[place]], lines[kept[place + 1]], lines[kept[place - 1]]
        is_heading = n_words(line.text) <= MAX_HEADING_WORDS and is_headline(line.text, config=config)
        is_between = SENTENCE_END.search(above.text) or n_words(above.text) >= PARAGRAPH_WORDS
        if is_heading and is_between and n_words(below.text) > 3:
            heads.append(place)
    return [Section(first, last) for first, last in zip(heads, [*heads[1:], len(kept)], strict=True)]


def to_reader(text: str) -> int:
    """How often a text says "you" outside quotation marks."""
    return len(TO_READER.findall(QUOTED.sub(" ", text)))
