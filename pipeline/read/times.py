"""Days and times as tables state them, in ISO 8601: one form for a column, learned from all of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import pairwise

# Forms that say a day in one way only.
PLAIN_FORMS = (
    *("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%A, %d %B %Y", "%A %d %B %Y", "%A, %B %d, %Y"),
    *("%d %B %Y %H:%M", "%d %b %Y %H:%M", "%B %d, %Y %H:%M", "%Y/%m/%d", "%Y%m%d", "%d.%m.%Y", "%d-%b-%Y"),
)
# Forms in which day and month can be taken for each other: the column decides.
TWIN_FORMS = (("%d/%m/%Y", "%m/%d/%Y"), ("%d-%m-%Y", "%m-%d-%Y"), ("%d/%m/%y", "%m/%d/%y"))
# Readings that are kept, since days repeat down a column and trying all forms takes 0.2 ms.
MOST_KEPT = 65_536
TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p")


def iso_times(stated: Sequence[str]) -> list[str]:
    """The cells in ISO 8601; one that cannot be read, or only in two ways that differ, stays as it is."""
    found = [iso_time(cell) for cell in stated]
    for day_first, month_first in TWIN_FORMS:
        found = [one or other for one, other in zip(found, twin_times(stated, day_first, month_first), strict=True)]
    return [iso or cell for iso, cell in zip(found, stated, strict=True)]


@lru_cache(maxsize=MOST_KEPT)
def iso_time(cell: str) -> str:
    """One cell in ISO 8601 where it can be read in one way only; else empty."""
    text = " ".join(cell.split())
    try:
        return plain_iso(datetime.fromisoformat(text)) if not text.isdigit() or len(text) == len("20160131") else ""
    except ValueError:
        pass
    for form in PLAIN_FORMS:
        try:
            return plain_iso(datetime.strptime(text, form))
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).isoformat() if "," in text or ":" in text else ""
    except (ValueError, TypeError, IndexError):
        return ""


def plain_iso(time: datetime) -> str:
    """A time in ISO 8601; a day alone where no time of day is stated."""
    is_day = (time.hour, time.minute, time.second) == (0, 0, 0) and time.tzinfo is None
    return time.date().isoformat() if is_day else time.isoformat()


def twin_times(stated: Sequence[str], day_first: str, month_first: str) -> list[str]:
    """Cells read by whichever of two forms fits more of them, or runs on more steadily; none where they are equal."""
    one, other = (read_form(stated, form) for form in (day_first, month_first))
    scores = [(sum(map(bool, times)), -turns(times)) for times in (one, other)]
    if not any(one) and not any(other):
        return ["" for _ in stated]
    if scores[0] == scores[1] and one != other:
        return [first if first == second else "" for first, second in zip(one, other, strict=True)]
    return one if scores[0] >= scores[1] else other


def read_form(stated: Sequence[str], form: str) -> list[str]:
    """Each cell read by one form, with or without a time of day; empty where it does not fit."""
    return [read_cell(cell, form) for cell in stated]


@lru_cache(maxsize=MOST_KEPT)
def read_cell(cell: str, form: str) -> str:
    """One cell read by one form."""
    text = " ".join(cell.split())
    for end in TIMES:
        try:
            return plain_iso(datetime.strptime(text, form + end))
        except ValueError:
            continue
    return ""


def turns(times: Sequence[str]) -> int:
    """How often the order of times changes direction: rows of an export mostly run one way."""
    known = [datetime.fromisoformat(time).replace(tzinfo=UTC) for time in times if time]
    steps = [after > before for before, after in pairwise(known) if after != before]
    return sum(one != other for one, other in pairwise(steps))
