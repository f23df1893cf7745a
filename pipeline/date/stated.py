"""Clues that state an article's date outright: a timestamp, an address, a dateline, a note of first publication."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.date.clues import Clue, Reading, quoted, shape_of
from pipeline.date.expressions import Expression, find_expressions, month_span
from pipeline.date.grid import Grid

DASHED = re.compile(r"(?<!\d)(?P<y>20\d\d|19\d\d)[-/](?P<m>[01]?\d)(?:[-/](?P<d>[0-3]?\d))?(?!\d)")
REVERSED = re.compile(r"(?<!\d)(?P<d>[0-3]?\d)-(?P<m>[01]?\d)-(?P<y>20\d\d|19\d\d)(?!\d)")
ADDRESS = re.compile(r"\bhttps?://\S+")
# Lines above and below an article where a date may stand alone.
HEAD_LINES = 5
FOOT_LINES = 3
LONGEST_DATELINE = 70
# What may stand beside the date in a dateline: a label, a place in capitals, a time of day.
LABEL = re.compile(
    r"(?i)^\W*(?:first )?(?:published|posted|released|issued|date[ds]?|press release|for (?:immediate )?release"
    r"|embargoed until)\b(?: on)?\W*"
)
PLACE = re.compile(r"^(?:[A-Z][\w.'’]*|of|and|the|am|pm|[\d:]+|[A-Z]{2,4})$")
MOST_PLACE_WORDS = 4
# "LEEDS, 3 March 2022 – The council ...": the date within the first words of a paragraph, then a dash.
RUN_IN = re.compile(r"^\s*\)?\s*(?:[-–—|]|\.\s*-)\s*\S")
FARTHEST_RUN_IN = 45
NOTE = re.compile(
    r"(?i)\b(?:(?:first|originally)\s+(?:published|appeared|posted|printed|given|delivered)"
    r"|this\s+(?:article|piece|column|blog|post|feature|interview|speech|comment)\s+\S*\s*(?:appeared|was|is|ran|first\w*))\b"
)
NOTE_REACH = 320


def find_stated(reading: Reading, *, grid: Grid, month_first: bool) -> list[Clue]:
    """The clues that state a date: timestamp and address of the source, datelines, a note of first publication."""
    clues = stated_timestamp(reading, grid) + stated_address(reading.url or "", grid)
    clues += find_datelines(reading, month_first)
    clues += find_notes(reading, grid, month_first)
    return clues


def stated_timestamp(reading: Reading, grid: Grid) -> list[Clue]:
    """The day of the source's timestamp in its own time zone; none off the grid (an empty clock says 1970)."""
    day = timestamp_day(reading.published)
    if day is None or not grid.holds(day):
        return []
    return [Clue("feed", shape_of([(day, day)], "feed"), f"timestamp of the source {reading.published}")]


def timestamp_day(published: str | None) -> int | None:
    """Ordinal of an ISO 8601 timestamp's day, or None."""
    try:
        return dt.date.fromisoformat(str(published)[:10]).toordinal() if published else None
    except ValueError:
        return None


def stated_address(url: str, grid: Grid) -> list[Clue]:
    """The day or month that the article's own address holds, as in /2024/05/01/."""
    span = address_span(url)
    if span is None or not grid.holds(span[0]):
        return []
    return [Clue("feed", shape_of([span], "address"), f"address of the article {quoted(url)}")]


def address_span(url: str) -> tuple[int, int] | None:
    """First and last day of the date in an address, or None."""
    for pattern in (REVERSED, DASHED):
        match = pattern.search(url)
        if match:
            return month_span(int(match["y"]), int(match["m"]), int(match["d"] or 0))
    return None


def find_datelines(reading: Reading, month_first: bool) -> list[Clue]:
    """The first line near the top, else near the end, that holds a date and at most a label or a place."""
    lines = [line for line in reading.body.splitlines() if line.strip()]
    for line in lines[:HEAD_LINES]:
        found = dateline_date(line, month_first)
        if found:
            return [dateline_clue(found, line)]
        found = run_in_date(line, month_first)
        if found and found.span:
            return [Clue("dateline", shape_of([found.span], "run_in"), f"dateline {quoted(line[: found.end])}")]
    for line in reversed(lines[HEAD_LINES:][-FOOT_LINES:]):
        found = dateline_date(line, month_first)
        if found:
            return [dateline_clue(found, line)]
    return []


def dateline_clue(found: Expression, line: str) -> Clue:
    """The clue of a dateline."""
    profile = "dateline" if found.grain == "day" else "dateline_month"
    return Clue(
        "dateline", shape_of([found.span] if found.span else [], profile), f"dateline {quoted(line[:LONGEST_DATELINE])}"
    )


def dateline_date(line: str, month_first: bool) -> Expression | None:
    """The date of a line that is a dateline, or None."""
    if len(line) > LONGEST_DATELINE:
        return None
    dates = [found for found in find_expressions(line, month_first=month_first) if found.span]
    if len(dates) != 1 or dates[0].grain not in ("day", "month"):
        return None
    rest = LABEL.sub("", line[: dates[0].start]) + " " + line[dates[0].end :]
    words = [word.strip(",.;:()[]|–—-") for word in rest.split()]
    words = [word for word in words if word]
    return dates[0] if len(words) <= MOST_PLACE_WORDS and all(PLACE.match(word) for word in words) else None


def run_in_date(line: str, month_first: bool) -> Expression | None:
    """The date that opens a paragraph after a place in capitals, as news agencies write it, or None."""
    dates = find_expressions(line[: FARTHEST_RUN_IN + 30], month_first=month_first)
    if not dates or not dates[0].is_exact or dates[0].start > FARTHEST_RUN_IN:
        return None
    words = [word.strip(",.;:()[]|–—-") for word in line[: dates[0].start].split()]
    is_place = all(PLACE.match(word) for word in words if word)
    return dates[0] if is_place and RUN_IN.match(line[dates[0].end :]) else None


def find_notes(reading: Reading, grid: Grid, month_first: bool) -> list[Clue]:
    """The date in a note of first publication: the text is of that date, its page is of a later one."""
    for note in NOTE.finditer(reading.body):
        stretch = slice(note.start(), note.end() + NOTE_REACH)
        line = reading.raw_body[stretch].split("\n", 1)[0]
        address = ADDRESS.search(line)
        span = address_span(address.group()) if address else None
        dates = find_expressions(reading.body[stretch].split("\n", 1)[0], month_first=month_first)
        stated = [found.span for found in dates if found.span and found.grain in ("day", "month")]
        finest = min([*stated, *([span] if span else [])], key=lambda days: days[1] - days[0], default=None)
        if finest and grid.holds(finest[0]):
            profile = "first_published" if finest[0] == finest[1] else "first_published_month"
            return [Clue("text", shape_of([finest], profile), f"note of first publication {quoted(line)}", True)]
    return []
