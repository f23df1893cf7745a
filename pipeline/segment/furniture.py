"""Which lines of an article are furniture, and why: each rule marks lines with a short code, none takes one back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from pipeline.segment.callouts import find_callouts
from pipeline.segment.config import Config
from pipeline.segment.lines import Line, n_words
from pipeline.segment.repeats import Repeats
from pipeline.segment.shapes import (
    OPENING_QUOTES,
    SENTENCE_END,
    Shapes,
    find_shape,
    has_clock,
    is_cut,
    is_date_line,
    is_headline,
)

REPEATED, SHAPE, DOUBLED, CAPTION = "furniture_repeated", "furniture_shape", "furniture_doubled", "image_caption"
TEASER, AFTER_END, WIDGET, SEPARATOR = "teaser_repeated", "after_end_mark", "event_widget", "separator"
CALLOUT, NOTICE = "callout", "site_notice"
WORD = re.compile(r"\w{4,}")
# Notices that may stand between a teaser and the text, with the text itself.
MAX_NOTICES = 4
# An end mark in the first part of an article is none.
MIN_END_PLACE = 0.3
# Below the name of a section a headline has so many words at least.
MIN_TITLE_WORDS = 4
# Lines before the headline that may be addresses and the like.
HEAD_LINES = 12
# Lines at either end of an article that may be left of a separator.
EDGE_LINES = 3


def judge_lines(
    lines: Sequence[Line],
    *,
    titled: bool,
    is_stated: bool,
    repeats: Sequence[Repeats],
    separators: frozenset[str],
    openers: frozenset[str],
    shapes: Shapes,
    config: Config,
) -> list[str]:
    """Why each line of an article is dropped; empty where it is kept.

    titled: the first line without a role is the headline by the layout, which no shape takes away; is_stated: the
    source says so itself.
    repeats: what repeats in this document and in its folder; separators: lines known to stand between articles;
    openers: lines at the beginning of several documents.
    """
    reasons = [line.role for line in lines]
    mark_separators(lines, reasons, separators)
    mark_widget(lines, reasons, openers=openers, shapes=shapes, config=config)
    if not is_stated:
        mark_section_name(lines, reasons, repeats, shapes, titled=titled, config=config)
    headline = next((index for index, reason in enumerate(reasons) if not reason), 0) if titled else -1
    mark_repeated(lines, reasons, repeats, headline=headline)
    mark_shapes(lines, reasons, shapes, headline=headline)
    mark_contacts(lines, reasons, shapes, config=config)
    for index in find_callouts(lines, live(reasons), config=config):
        reasons[index] = CALLOUT
    mark_captions(lines, reasons, shapes, headline=headline, config=config)
    mark_teaser(lines, reasons, config=config)
    mark_doubled(lines, reasons, config=config)
    mark_after_end(lines, reasons, shapes, config=config)
    return reasons


def live(reasons: Sequence[str]) -> list[int]:
    """Indices of the lines that are still kept."""
    return [index for index, reason in enumerate(reasons) if not reason]


def mark_separators(lines: Sequence[Line], reasons: list[str], separators: frozenset[str]) -> None:
    """Mark lines at an article's edges that separate articles elsewhere in the corpus."""
    kept = live(reasons)
    for index in {*kept[:EDGE_LINES], *kept[-EDGE_LINES:]}:
        if lines[index].key in separators:
            reasons[index] = SEPARATOR


def mark_widget(
    lines: Sequence[Line], reasons: list[str], *, openers: frozenset[str], shapes: Shapes, config: Config
) -> None:
    """Mark a box that tells of an event at the top of a page: a label, a day with a time of day, then a headline."""
    kept = live(reasons)[:3]
    if len(kept) < 3:
        return
    label, time, headline = (lines[index] for index in kept)
    is_box = is_date_line(time.text) and has_clock(time.text) and is_headline(headline.text, config=config)
    is_label = label.key in openers or bool(find_shape(label.text, shapes, places=("head",)))
    if is_box and is_label:
        reasons[kept[0]] = reasons[kept[1]] = WIDGET


def mark_section_name(
    lines: Sequence[Line],
    reasons: list[str],
    repeats: Sequence[Repeats],
    shapes: Shapes,
    *,
    titled: bool,
    config: Config,
) -> None:
    """Mark a line above the headline that begins many articles, or has a known shape.

    Such a line names the section of the site, or turns the pages of a listing; the headline below it tells.
    """
    kept = live(reasons)[:HEAD_LINES]
    # where the layout says that the headline comes first, a date line below it is the headline's own
    below = next((index for index in kept[1:] if titled or not is_date_line(lines[index].text)), None)
    if below is not None:
        first, second = lines[kept[0]], lines[below]
        # the title of a series repeats as well, but what stands below it is a sub-heading, a word or two
        is_longer = n_words(second.text) >= max(MIN_TITLE_WORDS, n_words(first.text) + 1)
        is_common = is_longer and any(first.key in found.first for found in repeats)
        is_known = find_shape(first.text, shapes) not in ("", "credit", "link_label")
        if (is_common or is_known) and is_headline(second.text, config=config) and first.key != second.key:
            reasons[kept[0]] = REPEATED if is_common else SHAPE


def mark_repeated(lines: Sequence[Line], reasons: list[str], repeats: Sequence[Repeats], *, headline: int) -> None:
    """Mark lines that repeat as furniture does; not date lines, not words that bring in a quotation, no headline."""
    kept = live(reasons)
    for index, following in zip_longest(kept, kept[1:], fillvalue=-1):
        line = lines[index]
        if index == headline or is_date_line(line.text) or not any(line.key in found.lines for found in repeats):
            continue
        introduces = line.text.endswith(":") and following >= 0 and lines[following].text.startswith(OPENING_QUOTES)
        if not introduces:
            reasons[index] = REPEATED


def mark_shapes(lines: Sequence[Line], reasons: list[str], shapes: Shapes, *, headline: int) -> None:
    """Mark lines of a known shape; a headline that has text below it is left alone."""
    kept = live(reasons)
    for index in kept:
        kind = find_shape(lines[index].text, shapes)
        if kind and kind != "credit" and (index != headline or len(kept) == 1):
            reasons[index] = SHAPE


def mark_contacts(lines: Sequence[Line], reasons: list[str], shapes: Shapes, *, config: Config) -> None:
    """Mark addresses and references above the headline of a letter."""
    for index in live(reasons)[:HEAD_LINES]:
        if find_shape(lines[index].text, shapes, places=("head",)) == "contact":
            reasons[index] = SHAPE
        elif is_headline(lines[index].text, config=config) and n_words(lines[index].text) > 3:
            return


def mark_captions(lines: Sequence[Line], reasons: list[str], shapes: Shapes, *, headline: int, config: Config) -> None:
    """Mark credits of pictures, and the description above one that shares its words."""
    kept = live(reasons)
    for above, index in zip([-1, *kept], kept, strict=False):
        if index == headline or find_shape(lines[index].text, shapes) != "credit":
            continue
        reasons[index] = CAPTION
        if above < 0 or above == headline or reasons[above] or SENTENCE_END.search(lines[above].text):
            continue
        shared = words_of(lines[above]) & words_of(lines[index])
        if len(shared) >= 2 and n_words(lines[above].text) <= config.max_caption_words:
            reasons[above] = CAPTION


def words_of(line: Line) -> set[str]:
    """The longer words of a line."""
    return set(WORD.findall(line.key))


def mark_doubled(lines: Sequence[Line], reasons: list[str], *, config: Config) -> None:
    """Mark lines that say at once what the line before said: both of a caption below the headline, else the second.

    Content systems write a picture's description and its caption, or the headline a second time.
    """
    kept = live(reasons)
    for place, (above, index) in enumerate(pairwise(kept)):
        if lines[above].key != lines[index].key or not any(char.isalnum() for char in lines[index].key):
            continue
        text = lines[index].text
        reasons[index] = DOUBLED
        if place > 0 and n_words(text) <= config.max_caption_words and not SENTENCE_END.search(text):
            reasons[above] = CAPTION


def mark_teaser(lines: Sequence[Line], reasons: list[str], *, config: Config) -> None:
    """Mark a paragraph below the headline, often cut, whose words open the text that follows.

    What stands between the two is a notice that the site sets before the text: it is marked too.
    """
    kept = live(reasons)
    for place in (1, 0):
        if place + 1 >= len(kept) or (place == 0 and is_headline(lines[kept[0]].text, config=config)):
            continue
        words = lines[kept[place]].key.split()
        if len(words) < config.min_teaser_words:
            continue
        # of a teaser that was cut the last word may be cut too
        words = words[:-1] if is_cut(lines[kept[place]].text) else words
        for begin in range(place + 1, min(place + 1 + MAX_NOTICES, len(kept))):
            opening = " ".join(lines[index].key for index in kept[begin : begin + 5]).split()
            if words == opening[: len(words)]:
                reasons[kept[place]] = TEASER
                for index in kept[place + 1 : begin]:
                    reasons[index] = NOTICE
                return


def mark_after_end(lines: Sequence[Line], reasons: list[str], shapes: Shapes, *, config: Config) -> None:
    """Mark an end mark and the notes after it: a press office's convention is that the copy ends there."""
    total = sum(len(lines[index].text) for index in live(reasons))
    before = 0
    for index, line in enumerate(lines):
        is_end = reasons[index] in ("", REPEATED) and bool(find_shape(line.text, shapes, places=("end",)))
        if is_end and before >= MIN_END_PLACE * total:
            reasons[index] = SHAPE
            if total - before - len(line.text) <= config.max_notes_share * total:
                for after in live(reasons):
                    if after > index:
                        reasons[after] = AFTER_END
                return
        before += 0 if reasons[index] else len(line.text)
