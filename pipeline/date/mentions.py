"""Clues in the running text: the day of writing in the opening, the latest past and the first future date."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.date.clues import Clue, Reading, quoted, shape_of
from pipeline.date.expressions import find_expressions
from pipeline.date.grid import Grid
from pipeline.date.shapes import Span
from pipeline.date.tense import Cues, Judged, judge

# Characters of the text in which a full date is mostly the day that is reported on.
OPENING = 400
# Dates whose year is open say little each and hang together: so many are heard.
MOST_OPEN_YEARS = 4
COARSE = ("year", "years", "split")


def find_mentioned(
    reading: Reading, known: Collection[Span], *, grid: Grid, cues: Cues, month_first: bool
) -> list[Clue]:
    """Clues from the dates in the text, at most eight: today's, the opening's, the nearest on both sides, open years.

    `known` are the spans that other clues have told already: a date counts once.
    """
    found = find_expressions(reading.body, month_first=month_first)
    judged = [judge(reading.body, expression, cues) for expression in found]
    fresh = [each for each in judged if each.expression.span not in known]
    clues = today_clues(fresh, grid) or opening_clues(fresh, grid)
    told = {*known, *(span for clue in clues for span in clue.shape.spans)}
    dated = [
        each
        for each in judged
        if each.expression.span and each.expression.span not in told and is_plausible(each, reading.body)
    ]
    clues += nearest_clues(dated)
    clues += open_year_clues([each for each in judged if not each.expression.span], told, grid)
    return clues


def is_plausible(judged: Judged, text: str) -> bool:
    """Whether a dated expression may bound the article: a bare number of four digits needs a year's surroundings."""
    expression = judged.expression
    if judged.tense == "decoy":
        return False
    if expression.grain != "year":
        return True
    # "2000 schools", "an additional 1500 places": a count, unless a preposition or a capital makes it a year
    after = text[expression.end : expression.end + 2]
    before = text[: expression.start].split()[-1:]
    is_led = bool(before) and (before[0].lower() in YEAR_LEADS or before[0][:1].isupper())
    return is_led or not (after[:1] == " " and after[1:].islower())


YEAR_LEADS = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "of",
        "from",
        "to",
        "during",
        "for",
        "the",
        "early",
        "late",
        "mid",
        "year",
        "ending",
        "and",
        "between",
        "before",
        "after",
        "until",
    ]
)


def today_clues(judged: Sequence[Judged], grid: Grid) -> list[Clue]:
    """The date that the text calls today (or yesterday, tomorrow)."""
    for each in judged:
        if each.tense == "today" and each.expression.grain == "day":
            spans = [(a + each.shift, b + each.shift) for a, b in each.expression.spans_within(grid.years())]
            return [
                Clue("text", shape_of(spans, "today"), f"the text calls {quoted(each.expression.words)} its own day")
            ]
    return []


def opening_clues(judged: Sequence[Judged], grid: Grid) -> list[Clue]:
    """The first day that the opening names, unless it lies ahead; without its year only where it has a weekday."""
    opening = [each for each in judged if each.expression.end <= OPENING and each.tense in ("past", "open", "today")]
    for each in opening:
        expression = each.expression
        if expression.grain == "day" and (expression.span or expression.weekday is not None):
            spans = expression.spans_within(grid.years())
            profile = "meeting_day" if each.is_meeting else "opening_day"
            return [Clue("text", shape_of(spans, profile), f"the opening names {quoted(expression.words)}")]
    return []


def nearest_clues(dated: Sequence[Judged]) -> list[Clue]:
    """The latest past date, a later one of open tense, and the first future date after them."""
    past = latest([each for each in dated if each.tense in ("past", "today")])
    unclear = latest([each for each in dated if each.tense == "open"])
    clues = []
    bound = 0
    if past:
        bound = start_of(past)
        clues.append(mention_clue(past, "past", "latest past date"))
    if unclear and start_of(unclear) > bound:
        bound = max(bound, start_of(unclear)) if not past else bound
        clues.append(mention_clue(unclear, "open", "latest date named"))
    named = {each.expression.span for each in (past, unclear) if each}
    ahead = [
        each for each in dated if each.tense == "future" and end_of(each) >= bound and each.expression.span not in named
    ]
    if ahead:
        first = min(ahead, key=lambda each: (end_of(each), start_of(each)))
        clues.append(mention_clue(first, "future", "first date still ahead"))
    return clues


def latest(judged: Sequence[Judged]) -> Judged | None:
    """The mention whose span begins last."""
    return max(judged, key=lambda each: (start_of(each), -end_of(each)), default=None)


def start_of(judged: Judged) -> int:
    """First ordinal of a dated mention."""
    return judged.expression.span[0] if judged.expression.span else 0


def end_of(judged: Judged) -> int:
    """Last ordinal of a dated mention."""
    return judged.expression.span[1] if judged.expression.span else 0


def mention_clue(judged: Judged, tense: str, what: str) -> Clue:
    """The clue of one dated mention; whole years bound more loosely than days and months."""
    expression = judged.expression
    profile = f"{tense}_year" if expression.grain in COARSE else tense
    return Clue(
        "text", shape_of([expression.span] if expression.span else [], profile), f"{what} {quoted(expression.words)}"
    )


def open_year_clues(judged: Sequence[Judged], told: Collection[Span], grid: Grid) -> list[Clue]:
    """Clues from days and months without a year, which recur in every year; those with a weekday first.

    What `told` holds already does not count again.
    """
    chosen: dict[tuple[int, int], Judged] = {}
    for each in sorted(judged, key=lambda each: (each.expression.weekday is None, each.expression.start)):
        if each.tense != "decoy" and len(chosen) < MOST_OPEN_YEARS:
            chosen.setdefault((each.expression.month, each.expression.day), each)
    clues = []
    for each in chosen.values():
        spans = each.expression.spans_within(grid.years())
        if spans and not set(spans) & set(told):
            words = f"names {quoted(each.expression.words)} without a year"
            clues.append(Clue("text", shape_of(spans, open_year_profile(each)), words))
    return clues


def open_year_profile(judged: Judged) -> str:
    """Profile of a day or month without its year: a weekday fixes the years, a bare day is often a day of history."""
    tense = "open" if judged.tense == "today" else judged.tense
    if judged.expression.weekday is not None:
        return f"{tense}_weekday"
    return f"{tense}_annual_day" if judged.expression.day else f"{tense}_annual"
