"""Clues in headlines: a day, a month, a year, a split year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.corpus import Office
from pipeline.date.clues import Clue, Reading, quoted, shape_of
from pipeline.date.expressions import Expression, find_expressions
from pipeline.date.grid import Grid
from pipeline.date.offices import ROLE
from pipeline.date.tense import Cues, judge
from pipeline.date.terms import term_start

# A year that names an instalment stands after a capitalised word ("Annual Report 2021"); one before a common noun is
# what the headline is about ("the 2014 reforms", "2021 exam dates").
NAMED_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w'&.-]*[\s(,:–—-]+$")
ATTRIBUTIVE = re.compile(r"^\s+[a-z]")
ARTICLE_BEFORE = re.compile(r"(?i)\b(?:the|on|of|for|since|until|by|from|to)\s+$")
# An office and its term ("Mayor 2020/21"): who will hold it is told before the term begins.
OFFICE_BEFORE = re.compile(rf"(?P<title>{ROLE})" + r"[\s,(]*(?:for\s+)?$")
GRAINS = {"day": "title_day", "month": "title_month", "season": "title_month", "split": "title_split"}


def find_titled(
    reading: Reading, offices: Sequence[Office], *, grid: Grid, cues: Cues, month_first: bool
) -> list[Clue]:
    """The clue of the finest date in the headline, none where it has no date on the grid or only a decoy."""
    found = find_expressions(reading.title, month_first=month_first)
    dates = [each for each in found if judge(reading.title, each, cues).tense != "decoy"]
    clues = [clue for date in dates if (clue := title_clue(reading.title, date, offices, grid))]
    order = [*GRAINS.values(), "term_ahead", "title_year", "title_about", "title_annual_day"]
    clues.sort(key=lambda clue: order.index(clue.shape.profile))
    return clues[:1]


def title_clue(title: str, date: Expression, offices: Sequence[Office], grid: Grid) -> Clue | None:
    """The clue of one date of a headline."""
    spans = [span for span in date.spans_within(grid.years()) if grid.holds(span[0]) or grid.holds(span[1])]
    if not spans or (date.grain == "month" and date.span is None):
        return None
    if date.span is None:
        return Clue("title", shape_of(spans, "title_annual_day"), f"headline says {quoted(date.words)}")
    profile = GRAINS.get(date.grain) or ("title_year" if names_instalment(title, date) else "title_about")
    office = OFFICE_BEFORE.search(title[: date.start])
    if date.grain == "split" and office:
        profile = "term_ahead"
        spans = [term_start(office["title"], dt.date.fromordinal(first).year, offices) for first, _ in spans]
    elif date.grain == "split" and not names_instalment(title, date):
        profile = "title_about"
    return Clue("title", shape_of(spans, profile), f"headline says {quoted(date.words)}")


def names_instalment(title: str, date: Expression) -> bool:
    """Whether a year in a headline names an instalment of something rather than what the text is about."""
    before, after = title[: date.start], title[date.end :]
    if ATTRIBUTIVE.match(after) or ARTICLE_BEFORE.search(before):
        return False
    return bool(NAMED_BEFORE.search(before)) or not after.strip()
