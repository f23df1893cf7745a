"""Judge: whether a date expression speaks of the past, the future, the day of writing, or of something else."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.date.expressions import Expression

SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“‘\"])|\n+|[;•]")
# The clause around a date: cues further off mostly belong to another date.
REACH_BEFORE = 90
REACH_AFTER = 60
# Words after a date carry its tense less often than words before it.
AFTER_WEIGHT = 1.5
TODAY = re.compile(r"(?i)\b(?:today|this morning|this afternoon)\b[\s,:(–—-]*(?:on\s+)?(?:the\s+)?$")
TODAY_AFTER = re.compile(r"(?i)^[\s,)]*(?:today)\b")
NEARBY_DAY = re.compile(r"(?i)\b(?P<word>yesterday|tomorrow)\b[\s,:(–—-]*(?:on\s+)?(?:the\s+)?$")
# "the year to 31 March", "as at 1 August", "between 1 April and": a stretch that is over
SHIFTS = {"yesterday": 1, "tomorrow": -1}


@dataclass(frozen=True)
class Cues:
    """Words that tell tenses, as one pattern each."""

    past: re.Pattern[str]
    future: re.Pattern[str]
    decoy: re.Pattern[str]
    meeting: re.Pattern[str]


@dataclass(frozen=True)
class Judged:
    """An expression with its tense: `past`, `future`, `today` (shifted by so many days), `decoy` or `open`.

    `is_meeting`: its clause speaks of a meeting or visit.
    """

    expression: Expression
    tense: str
    shift: int = 0
    is_meeting: bool = False


def compile_cues(
    past: Collection[str], future: Collection[str], decoy: Collection[str], meeting: Collection[str]
) -> Cues:
    """Patterns for four lists of words and phrases; `*` in an entry stands for the rest of a word."""
    return Cues(one_of(past), one_of(future), one_of(decoy), one_of(meeting))


def one_of(entries: Collection[str]) -> re.Pattern[str]:
    """A pattern for any of the entries as whole words, the longest first, whatever the order of the list."""
    ordered = sorted(entries, key=lambda entry: (-len(entry), entry))
    written = (re.escape(entry).replace(r"\*", r"[\w’']*").replace(r"\ ", r"\s+") for entry in ordered)
    return re.compile(r"(?i)\b(?:" + "|".join(written) + r")\b" if ordered else r"(?!)")


def judge(text: str, expression: Expression, cues: Cues) -> Judged:
    """The tense of `expression` in `text`, from the nearest cue in its clause."""
    before, after = clause(text, expression)
    if TODAY.search(before) or TODAY_AFTER.match(after):
        return Judged(expression, "today")
    nearby = NEARBY_DAY.search(before)
    if nearby and expression.grain == "day":
        return Judged(expression, "today", SHIFTS[nearby["word"].lower()])
    distances = {
        "past": nearest(cues.past, before, after),
        "future": nearest(cues.future, before, after),
        "decoy": nearest(cues.decoy, before, after),
    }
    tense = min(distances, key=lambda name: (distances[name], name))
    is_meeting = nearest(cues.meeting, before, after) < float("inf")
    return Judged(expression, tense if distances[tense] < float("inf") else "open", is_meeting=is_meeting)


def clause(text: str, expression: Expression) -> tuple[str, str]:
    """The words of the same sentence just before and just after the expression."""
    before = text[max(0, expression.start - REACH_BEFORE) : expression.start]
    after = text[expression.end : expression.end + REACH_AFTER]
    ends = list(SENTENCE_END.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    stop = SENTENCE_END.search(after)
    return before, after[: stop.start()] if stop else after


def nearest(cue: re.Pattern[str], before: str, after: str) -> float:
    """Distance in characters to the nearest cue, infinite without one."""
    distance = float("inf")
    for match in cue.finditer(before):
        distance = float(len(before) - match.end())
    following = cue.search(after)
    return min(distance, AFTER_WEIGHT * following.start()) if following else distance
