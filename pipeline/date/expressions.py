"""Find: every expression of a date in a text, whether or not it tells when the text was written."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]

MONTHS = {
    name.lower()[:length]: number
    for number, name in enumerate(calendar.month_name)
    if name
    for length in (3, 4, len(name))
    if length == len(name) or (length == 3 and name != "May") or name == "September"
}
WEEKDAYS = {name.lower()[:3]: number for number, name in enumerate(calendar.day_name)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}

FULL_MONTH = "(?:" + "|".join(name for name in calendar.month_name if name) + ")"
ANY_MONTH = f"(?:{FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)"
WEEKDAY = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\b)"
DAY = "(?:[0-3]?\\d)"
YEAR = "(?:1[5-9]|20)\\d\\d"
DASH = "[-–—/]"

MONTH_LEADS = frozenset(
    [
        "in",
        "by",
        "since",
        "during",
        "until",
        "till",
        "from",
        "of",
        "last",
        "next",
        "this",
        "early",
        "mid",
        "late",
        "before",
        "after",
        "and",
        "to",
        "through",
        "between",
        "for",
    ]
)

# One alternative a form; the order matters: the fullest form at a place wins. How forms begin is looked at first: most
# words begin none.
EXPRESSION = re.compile(
    rf"""(?<![\w£$€])(?=\d|the\s|[JFMASONDTW]|[Ss][pu]|[Aa]u|[Ff]a)(?:
      (?:(?P<wd1>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<d1>{DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{ANY_MONTH})
        (?:,?\s+(?P<y1>{YEAR}|\d\d(?=\s+\d\d?:\d\d)))?
    | (?:(?P<wd2>{WEEKDAY}),?\s+)?(?P<m2>{ANY_MONTH})\s+(?P<d2>{DAY})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y2>{YEAR}))?
    | (?P<m3>{ANY_MONTH})(?:\s*(?:to|and|{DASH})\s*(?P<m3b>{ANY_MONTH}))?,?\s+(?P<y3>{YEAR})
    | (?P<y4>{YEAR})-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)
    | (?P<n1>\d\d?)(?P<sep>[/.])(?P<n2>\d\d?)(?P=sep)(?P<n3>{YEAR}|\d\d)
    | (?P<y5>{YEAR})\s?{DASH}\s?(?P<y5b>{YEAR}|\d\d)
    | (?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all)\s+(?:term\s+)?(?P<y6>{YEAR})
    | (?P<y7>{YEAR})
    | (?P<m8>{FULL_MONTH})
    )(?![\w%])""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Expression:
    """One date expression: its place in the text, its words, and the days that it may mean.

    `grain` is how finely it speaks. `spans` holds one (first, last) pair of ordinals where the year is stated; where it
    is open, `month` and `day` (0 for a bare month) and perhaps `weekday` (0 is Monday) stand instead.
    """

    start: int
    end: int
    words: str
    grain: str
    span: Span | None
    month: int = 0
    day: int = 0
    weekday: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it names one day of one year."""
        return self.grain == "day" and self.span is not None

    def spans_within(self, years: Iterable[int]) -> tuple[Span, ...]:
        """The days that it may mean in each of `years`; those only whose weekday agrees, where it states one."""
        if self.span is not None:
            return (self.span,)
        spans = (month_span(year, self.month, self.day) for year in years)
        return tuple(
            span for span in spans if span is not None and (self.weekday is None or (span[0] - 1) % 7 == self.weekday)
        )


def find_expressions(text: str, *, month_first: bool) -> list[Expression]:
    """Date expressions of `text` in order; `month_first` reads 07/08/24 as 8 July, as in the United States."""
    found = (read_expression(match, month_first) for match in EXPRESSION.finditer(text))
    return [expression for expression in found if expression is not None and not is_word(text, expression)]


def is_word(text: str, expression: Expression) -> bool:
    """Whether a bare May or March is a verb or a surname: it needs a word before it that leads to a time."""
    if expression.words not in ("May", "March") or expression.span or expression.day:
        return False
    before = text[: expression.start].split()[-1:]
    return not before or before[0].strip("(,").lower() not in MONTH_LEADS


def read_expression(match: re.Match[str], month_first: bool) -> Expression | None:
    """The expression that a match states, or None where no calendar has such a date."""
    place = (match.start(), match.end(), " ".join(match.group().split()))
    part = match.groupdict()
    for number in ("1", "2"):
        if part[f"d{number}"]:
            month, weekday = month_number(part[f"m{number}"]), part[f"wd{number}"]
            return read_day(place, part[f"y{number}"], month, int(part[f"d{number}"]), weekday)
    if part["y3"]:
        year, month = int(part["y3"]), month_number(part["m3"])
        last = month_number(part["m3b"]) if part["m3b"] else month
        first, end = month_span(year, month, 0), month_span(year, last, 0)
        return Expression(*place, "month", (first[0], end[1])) if first and end and first[0] < end[1] else None
    if part["y4"]:
        return read_day(place, part["y4"], int(part["m4"]), int(part["d4"]), None)
    if part["n1"]:
        day, month = int(part["n1"]), int(part["n2"])
        if month > 12 or (month_first and day <= 12):
            day, month = month, day
        return read_day(place, part["n3"], month, day, None)
    if part["y5"]:
        return read_years(place, int(part["y5"]), part["y5b"])
    if part["season"]:
        first_month, last_month = SEASONS[part["season"].lower()]
        first, end = month_span(int(part["y6"]), first_month, 0), month_span(int(part["y6"]), last_month, 0)
        return Expression(*place, "season", (first[0], end[1])) if first and end else None
    if part["y7"]:
        return Expression(*place, "year", year_span(int(part["y7"])))
    return Expression(*place, "month", None, month=month_number(part["m8"]))


def read_day(
    place: tuple[int, int, str], year: str | None, month: int, day: int, weekday: str | None
) -> Expression | None:
    """A day with or without its year; None for days that do not exist (31 November)."""
    number = WEEKDAYS[weekday[:3].lower()] if weekday else None
    if year is None:
        # 2000 was a leap year: 29 February without a year exists
        return Expression(*place, "day", None, month, day, number) if month_span(2000, month, day) else None
    span = month_span(full_year(year), month, day)
    return Expression(*place, "day", span) if span else None


def read_years(place: tuple[int, int, str], year: int, second: str) -> Expression | None:
    """`2016/17` as the split year from April to the next August; other pairs as the years from first to last.

    A split year may be financial (from April) or academic (to August); the span holds both.
    """
    last = int(second) if len(second) == 4 else year - year % 100 + int(second)
    if last == year + 1:
        return Expression(*place, "split", (dt.date(year, 4, 1).toordinal(), dt.date(last, 3, 31).toordinal()))
    if last > year:
        return Expression(*place, "years", (year_span(year)[0], year_span(last)[1]))
    return None


def month_span(year: int, month: int, day: int) -> Span | None:
    """First and last ordinal of the day, or of the whole month where `day` is 0; None where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= year <= 9998 or day > calendar.monthrange(year, month)[1]:
        return None
    if day:
        ordinal = dt.date(year, month, day).toordinal()
        return ordinal, ordinal
    return dt.date(year, month, 1).toordinal(), dt.date(year, month, calendar.monthrange(year, month)[1]).toordinal()


def year_span(year: int) -> Span:
    """First and last ordinal of a year."""
    return dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def full_year(year: str) -> int:
    """A year of four digits; two digits are of this century up to 68, as POSIX reads them."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= 68 else 1900)


def is_month_first(texts: Iterable[str]) -> bool:
    """Whether numeric dates of these texts name the month first, as in the United States.

    Numbers above 12 decide; where there are none, the written dates do ("July 23, 2024" beside "23 July 2024").
    """
    numeric = written = 0
    for text in texts:
        for match in EXPRESSION.finditer(text):
            if match["n1"]:
                numeric += (int(match["n2"]) > 12) - (int(match["n1"]) > 12)
            elif match["d1"] or match["d2"]:
                written += 1 if match["d2"] else -1
    return numeric > 0 or (numeric == 0 and written > 0)
