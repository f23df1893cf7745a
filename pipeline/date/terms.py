"""When the term of an office runs that is named by a split year ("President 2020/21")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.corpus import Office
from pipeline.date.clues import Clue
from pipeline.date.shapes import Span

# Terms of about a year, in days: only those are named by a split year.
YEARLY = range(330, 401)
# A term of which no office is known: it begins in one of these months, and most often in the first of them.
FIRST_MONTH, LAST_BEGUN = 4, (7, 31)
PROFILES = ("signed_term", "term_recalled", "term_ahead")


def term_span(title: str, year: int, offices: Sequence[Office]) -> Span:
    """First and last ordinal of the term of a split year that begins in `year`: as the known offices of that title run.

    From April to March where none is known.
    """
    begins = known_begins(title, year, offices) or [dt.date(year, FIRST_MONTH, 1)]
    ends = [dt.date(begin.year + 1, begin.month, begin.day) for begin in begins]
    return min(begins).toordinal(), max(ends).toordinal() - 1


def term_start(title: str, year: int, offices: Sequence[Office]) -> Span:
    """First and last ordinal of the days on which that term may begin: April to July where no office is known."""
    begins = known_begins(title, year, offices) or [dt.date(year, FIRST_MONTH, 1), dt.date(year, *LAST_BEGUN)]
    return min(begins).toordinal(), max(begins).toordinal()


def known_begins(title: str, year: int, offices: Sequence[Office]) -> list[dt.date]:
    """The days of `year` on which yearly terms with that title begin, by those that are known of any year."""
    last = title.split()[-1].casefold()
    begins = {
        (office.start.month, min(office.start.day, 28))
        for office in offices
        if office.end and (office.end - office.start).days in YEARLY and office.role.casefold().split()[-1:] == [last]
    }
    return [dt.date(year, month, day) for month, day in sorted(begins)]


def terms_told(clue: Clue) -> list[Span]:
    """The split years that a clue of a term names, as expressions of time read them: from April to March."""
    years = [dt.date.fromordinal(first).year for first, _ in clue.shape.spans] if clue.shape.profile in PROFILES else []
    return [term_span("any", year, ()) for year in years]
