"""Clues from offices: a text that names the holder of an office as such was written in the term."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from pipeline.corpus import Office
from pipeline.date.clues import Clue, Reading, plain, quoted, shape_of
from pipeline.date.grid import Grid
from pipeline.date.phrases import head_of, word_places
from pipeline.date.terms import term_span, term_start

# How far from the name its role may stand, within the sentence.
REACH = 90
# A speaker is named at the start, an author at the end; further in, offices are often recalled.
OPENING = 600
CLOSING = 300
# Words that turn an office into one that was, will be, or another.
NOT_NOW = re.compile(
    r"(?i)\b(?:former|formerly|ex|past|previous|previously|then|late|outgoing|next|future|incoming|elect|designate|"
    r"will be|will become|becomes?|became|appointed|elected|succeed\w*|predecessor|successor|nominat\w+|was)"
    r"\W+(?:(?:the|as|an?|(?-i:[A-Z]{2,})(?:'s)?)\W+){0,3}$"
)
NOT_YET = re.compile(r"(?i)^\W*(?:elect|designate|to be|from (?:next )?[A-Z]\w+)\b")
DEPUTY = re.compile(r"(?i)\b(?:vice|deputy|assistant|shadow|associate|acting|co)[\s-]+$")
# A quotation mark ends the reach as well: who is named in it is another than its speaker.
STOP = re.compile(r"[.!?;\n•\"]")
# "President 2020/21" under an article: the term stands there, no table is needed.
SIGNATURE_LINES = 6
LONGEST_SIGNATURE = 200
ROLE = r"\b(?:President|Chair(?:man|woman|person)?|Mayor|Captain|Convenor|Treasurer|Secretary)\b"
TERM = r"(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?P<last>\d\d(?:\d\d)?)\b"
SIGNED = re.compile(rf"(?m)(?P<title>{ROLE})[ ,(]*{TERM}")
# "has been elected President for 2020/21": such news comes before the term.
CHOSEN = re.compile(
    r"\b(?:elected|appointed|chosen|selected|nominated|named|voted)\b[^.!?\n]{0,120}?"
    rf"(?P<title>{ROLE})[ ,(]*(?:for\s+)?(?:the\s+)?(?:(?:year|term)\s+)?{TERM}"
)


def find_offices(reading: Reading, offices: Sequence[Office], *, grid: Grid) -> list[Clue]:
    """One clue a role: the term of the latest holder whom the article names in it; and terms that are signed."""
    terms: dict[str, list[Office]] = defaultdict(list)
    words = word_places(reading.title).keys() | word_places(reading.body).keys()
    for office in offices:
        # the first word is looked up before the name is sought in the text: calendars hold hundreds of names
        if head_of(office.name) in words and (office.name in reading.title or office.name in reading.body):
            terms[office.role].append(office)
    clues = []
    for role in sorted(terms):
        named = [office for office in terms[role] if named_in_office(reading, office) > 0]
        if named:
            clues.append(office_clue(reading, max(named, key=lambda office: office.start), named, grid))
    return clues + signed_terms(reading, offices)


def office_clue(reading: Reading, latest: Office, named: Sequence[Office], grid: Grid) -> Clue:
    """The clue of an office; a person may have held it more than once."""
    same = [office for office in named if office.name == latest.name]
    spans = [(office.start.toordinal(), end_ordinal(office.end, grid)) for office in same]
    profile = "office" if named_in_office(reading, latest) > 1 else "office_recalled"
    term = f"{latest.start:%B %Y}–{latest.end:%B %Y}" if latest.end else f"from {latest.start:%B %Y}"
    return Clue("office", shape_of(spans, profile), f"names {latest.role} {latest.name} ({term})")


def end_ordinal(end: dt.date | None, grid: Grid) -> int:
    """Last day of a term; the end of the grid, or later, where the term is open."""
    return end.toordinal() if end else grid.first + grid.n_days + 365


def named_in_office(reading: Reading, office: Office) -> int:
    """2 where the article names the holder as such in its headline, opening or closing, 1 further in, 0 nowhere."""
    best = 0
    for text, is_title in ((reading.title, True), (reading.body, False)):
        for match in re.finditer(re.escape(plain(office.name)), text):
            if holds_office(text, match.start(), match.end(), office.role):
                near = is_title or match.start() < OPENING or match.end() > len(text) - CLOSING
                best = max(best, 2 if near else 1)
    return best


def holds_office(text: str, start: int, end: int, role: str) -> bool:
    """Whether the role stands beside the name at [start, end) as held at the time of writing."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    before = STOP.split(before)[-1]
    after = STOP.split(after, maxsplit=1)[0]
    pattern = role_pattern(role)
    for side in (before, after):
        for match in pattern.finditer(side):
            lead = (before + " " if side is after else "") + side[: match.start()]
            tail = side[match.end() :] + (" " if side is after else "")
            if not (NOT_NOW.search(lead) or DEPUTY.search(lead) or NOT_YET.match(tail) or NOT_NOW.search(before)):
                return True
    return False


@lru_cache(maxsize=512)
def role_pattern(role: str) -> re.Pattern[str]:
    """A pattern for a role's title: its words without acronyms before it ("ADCS Vice President" -> vice president)."""
    words = role.split()
    title = [word for word in words if not (word.isupper() and len(word) > 1)] or words
    return re.compile(r"\b" + r"[\s-]+".join(map(re.escape, title)) + r"\b", re.IGNORECASE)


def signed_terms(reading: Reading, offices: Sequence[Office]) -> list[Clue]:
    """The term that a line of signature states ("President 2020/21"), or that the text recalls or looks ahead to."""
    chosen = CHOSEN.search(reading.body)
    if chosen and int(chosen["last"]) % 100 == (int(chosen["first"]) + 1) % 100:
        shape = shape_of([term_start(chosen["title"], int(chosen["first"]), offices)], "term_ahead")
        return [Clue("office", shape, f"tells who was {quoted(chosen.group())}")]
    lines = reading.body.splitlines()
    for place, line in enumerate(lines):
        match = SIGNED.search(line)
        if match and int(match["last"]) % 100 == (int(match["first"]) + 1) % 100:
            is_signature = place >= len(lines) - SIGNATURE_LINES and len(line) < LONGEST_SIGNATURE
            profile, how = ("signed_term", "signed") if is_signature else ("term_recalled", "names the term")
            span = term_span(match["title"], int(match["first"]), offices)
            return [Clue("office", shape_of([span], profile), f"{how} {quoted(match.group())}")]
    return []
