"""Where articles start by marks other than separators and date lines: Markdown, agencies' openings, space, pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.segment.config import Config
from pipeline.segment.drafts import Layout, cut_at_heads
from pipeline.segment.lines import Line, n_words
from pipeline.segment.shapes import SENTENCE_END, is_headline, is_opening

HEADING = re.compile(r"(#{1,2})\s+\S")
# Line ends before a headline that stands apart, with the least number of such headlines and their least words (median):
# paragraphs stand two apart, sections of a report sometimes three, but their headings are short.
APART = ((4, 3, 4), (3, 5, 6))
# Least words (median) of headlines that begin pages, or are headings of the second level.
MIN_TITLE_WORDS = 4
# Pages that begin with a headline and follow the end of a sentence, of all pages: text that runs on breaks in between.
MIN_PAGED_SHARE = 0.9


def find_marked(lines: Sequence[Line], *, config: Config) -> Layout:
    """The cut at headings in Markdown of the first level, where there are several, else at those of the second.

    A report has one heading of the first level; its parts have short headings of the second.
    """
    levels = [(index, len(found[1])) for index, line in enumerate(lines) if (found := HEADING.match(line.text))]
    if not levels:
        return Layout(())
    top = min(level for _, level in levels)
    heads = [index for index, level in levels if level == top]
    if top == 2 and (heads[0] > 0 or middle_words(lines, heads) <= MIN_TITLE_WORDS):
        return Layout(())
    return cut_at_heads(lines, heads, kind="marked", config=config)


def find_opened(lines: Sequence[Line], *, config: Config) -> Layout:
    """The cut at headlines above paragraphs that open with place and date, as agencies write them."""
    opened = [index for index, line in enumerate(lines) if is_opening(line.text)]
    heads = [
        index - 1
        for index in opened
        if index > 0 and is_headline(lines[index - 1].text, config=config) and (index == 1 or lines[index - 1].gap > 1)
    ]
    if len(heads) < config.min_headed_share * len(opened):
        return Layout(())
    return cut_at_heads(lines, heads, kind="dated", config=config)


def find_spaced(lines: Sequence[Line], *, config: Config) -> Layout:
    """The cut at headlines that stand below several empty lines, where nothing else does."""
    for gap, least, words in APART:
        spaced = [index for index, line in enumerate(lines) if line.gap >= gap and index > 0]
        heads = [index for index in spaced if is_headline(lines[index].text, config=config)]
        if len(heads) < max(least, config.min_headed_share * len(spaced)) or middle_words(lines, heads) < words:
            continue
        return cut_at_heads(lines, [0, *heads], kind="spaced", config=config)
    return Layout(())


def find_paged(lines: Sequence[Line], *, config: Config) -> Layout:
    """The cut at the pages of a text whose every page is an article: a headline first, a whole sentence last."""
    turns = [at for at, (above, line) in enumerate(pairwise(lines), 1) if line.page != above.page]
    heads = [
        at for at in turns if is_headline(lines[at].text, config=config) and SENTENCE_END.search(lines[at - 1].text)
    ]
    if len(heads) < max(2, MIN_PAGED_SHARE * len(turns)) or middle_words(lines, heads) < MIN_TITLE_WORDS:
        return Layout(())
    return cut_at_heads(lines, [0, *heads], kind="paged", config=config)


def middle_words(lines: Sequence[Line], heads: Sequence[int]) -> float:
    """Median words of the lines at `heads`; 0 where there are none."""
    return median(n_words(lines[index].text) for index in heads) if heads else 0
