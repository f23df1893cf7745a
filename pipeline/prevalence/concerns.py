"""Which years a sum concerns, where the words beside it state them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Years:
    """First and last calendar year of what is stated; None for an end that is not."""

    first: int | None
    last: int | None


YEAR = r"(?:FY\s?)?(?P<year>(?:1[89]|20)\d\d)(?:\s?[-/–]\s?(?P<until>(?:1[89]|20)\d\d|\d\d)(?!\d))?(?!,?\d|\s?%)"
SHORT = r"FY\s?[’']?(?P<short>\d\d)\b"
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
KIND_OF_YEAR = r"(?:financial|fiscal|academic|school|calendar|tax|current)\s"
TURN = r"(?P<turn>this|that|the\scurrent|last|next|the\scoming|the\sprevious)"
# "in 2019-20", "by the end of March 2025", "from 2022-25", "this financial year", "2024 to 2026"
STATED = re.compile(
    rf"(?:\b(?P<link>in|by|for|during|from|over|until|till|to|through|throughout|between|of|within|since|before|after|than|with"
    rf"|a|an|the|its|their|our)\s(?:(?:the\s)?(?:early\s|late\s|mid-?\s?|end\sof\s|start\sof\s|beginning\sof\s|course\sof\s)"
    rf"|(?:the\s)?(?:{KIND_OF_YEAR}|fiscal\s)?years?\s|(?:the\s)?(?:summer|autumn|winter|spring)\s(?:of\s)?|{MONTH}\s|\d\d?\s{MONTH}\s)*)?"
    rf"(?:\b{YEAR}(?:\s(?:to|and|through|until)\s(?:{MONTH}\s)?(?P<second>(?:1[89]|20)\d\d)(?:[-/–](?P<end>\d\d))?\b)?"
    rf"|\b{SHORT}|\b{TURN}\s(?:{KIND_OF_YEAR})?year\b(?![’'\-]))",
    re.IGNORECASE,
)
# What ends the words that belong to a sum: a mark or the beginning of another clause.
BREAK = re.compile(
    r"[,;:()…“”]|\s[-–—]\s|\b(?:and|but|while|whilst|as|because|when|who|which|that|where|if|compared|than|following|despite"
    r"|although|though|after|before|since|said|says|up\sfrom|down\sfrom)\b",
    re.IGNORECASE,
)
# "In 2019-20, the council ..." at the head of its sentence reaches over its comma.
HEADED = re.compile(r"^\W*(?:In|During|For|By|Over|Between|From|This|Last|Next|Throughout)\b[^,;:()]{0,60},\s")
RANGE_ON = re.compile(r"^\s?(?:to|and|or|[-–—])\s")
ENDS_BY = frozenset(("by", "until", "till", "to"))
STARTS_BY = frozenset(("from", "since"))
# Reports, laws and surveys have a year by name: "a 2021 survey", "the 2014 Act"
NAMING = frozenset(("a", "an", "the", "its", "their", "our"))
BUDGETED = re.compile(r"\s(?:\w+\s)?(?:budgets?|spending|accounts?|allocations?|grants?|deficits?|settlements?)\b")
OTHER_TIME = frozenset(("before", "after", "than", "with"))
TURNS = {"this": 0, "that": 0, "the current": 0, "last": -1, "the previous": -1, "next": 1, "the coming": 1}


def find_years(before: str, after: str, *, written: int | None) -> Years | None:
    """The years that a sum concerns by the words of its sentence before and after it, or None where none are stated.

    The nearest statement in the sum's own clause counts, behind it first. A financial year "2019-20" runs from 2019
    to 2020, "by 2025" states the last year only, "since 2014" the first only. "this year" and the like are counted
    from the year in which the article was `written`, and not read where that is unknown.
    """
    tail = after
    if on := RANGE_ON.match(after):
        tail = after[on.end() :]
    limit = BREAK.search(tail, 1)
    for found in STATED.finditer(tail):
        if limit and found.start() >= limit.start():
            break
        if (years := read_years(found, before, written)) is not None:
            return years
    return years_before(before, written)


def years_before(before: str, written: int | None) -> Years | None:
    """The years stated last in the sum's clause before it, or at the head of its sentence."""
    breaks = list(BREAK.finditer(before))
    clause = breaks[-1].end() if breaks else 0
    head = HEADED.match(before)
    reach = [before[clause:], *([head.group()] if head and clause <= head.end() else [])]
    for words in reach:
        for found in reversed(list(STATED.finditer(words))):
            if (years := read_years(found, before, written)) is not None:
                return years
    return None


def read_years(found: re.Match[str], before: str, written: int | None) -> Years | None:
    """The years of a statement; None where it dates something else or hangs on an unknown year."""
    link = (found["link"] or "").lower()
    if link in OTHER_TIME:
        return None
    if not found["turn"] and link in NAMING | {""} and not BUDGETED.match(found.string, found.end()):
        return None
    if found["turn"]:
        return turn_years(" ".join(found["turn"].lower().split()), before, written)
    first = 2000 + int(found["short"]) if found["short"] else int(found["year"])
    last = full_year(found["until"], first) if found["until"] else first
    if found["second"]:
        second = int(found["second"])
        last = full_year(found["end"], second) if found["end"] else second
    if last < first:
        return None
    if last == first:
        return Years(None if link in ENDS_BY else first, None if link in STARTS_BY else last)
    return Years(first, last)


def turn_years(turn: str, before: str, written: int | None) -> Years | None:
    """The year of "this year", "last year" and the like; "that year" is the last one named."""
    if turn == "that":
        named = [found for found in STATED.finditer(before) if found["year"]]
        return read_years(named[-1], before, written) if named else None
    return None if written is None else Years(written + TURNS[turn], written + TURNS[turn])


def full_year(digits: str, first: int) -> int:
    """The second year of "2019-20": 2020."""
    return int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
