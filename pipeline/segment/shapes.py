"""What a line looks like: a headline, a date line, a known kind of furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.segment.config import Config

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?"
)
YEAR = r"(?:[12]\d{3}|[’']?\d{2}(?!\d))"
DAY = rf"""(?:
      {WEEKDAY}?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+{YEAR}
    | {WEEKDAY}?{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+[12]\d{{3}}
    | {WEEKDAY}?\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:[12]\d{{3}}|\d{{2}})
    | [12]\d{{3}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}
)"""
DATE = re.compile(rf"\b{DAY}(?:\s*(?:at|,|T|-|–|\|)?\s*{CLOCK})?(?!\w)", re.IGNORECASE | re.VERBOSE)
# VERBOSE takes spaces out of the pattern; CLOCK and the rest use \s only.
CLOCK_AT_END = re.compile(rf"{CLOCK}\W*$", re.IGNORECASE)
# What may stand beside the date on a date line: a place, "Posted on", "by A. Writer", a section; no sentence.
MAX_BESIDE_DATE_WORDS = 6
MAX_BESIDE_DATE_CHARS = 48
# "SALTMERE (AP) - The", and what follows the day in "Saltmere, 4 March 2020 - The".
AGENCY = re.compile(r"[A-Z][A-Z.’' ,]{3,40}(?:\([\w ]{2,20}\)\s*)?[-–—]{1,2}\s*[A-Z“\"]")
OPENED = re.compile(r"[)\s]*[-–—:]{1,2}\s*[A-Z“\"]")
MAX_OPENING_CHARS = 80
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\W*$")
NO_HEADLINE_END = re.compile(r"[.;:,][\"'”’)\]]*$")
INNER_END = re.compile(r"[a-z]{3}[.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")
BULLET = re.compile(r"^(?:[•▪●◦‣·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)")
SALUTATION = re.compile(r"^(?:dear|yours|kind regards|regards|sincerely|hello|hi)\b", re.IGNORECASE)
SUBJECT = re.compile(r"^(?:re|subject|subj|regarding)\s*[:.]\s*(?=\S)", re.IGNORECASE)
OPENING_QUOTES = ("“", '"', "‘", "'", "«", "„")
# Longest line that is held against the shapes; longer ones are text.
MAX_SHAPE_CHARS = 500


@dataclass(frozen=True)
class Shape:
    """One known shape of furniture."""

    kind: str
    place: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Shapes:
    """The known shapes, and for each place one pattern of them all: most lines have no shape, and one look tells."""

    rows: tuple[Shape, ...]
    unions: Mapping[str, re.Pattern[str]]


def load_shapes(config: Config) -> Shapes:
    """The known shapes of furniture, their patterns made ready."""
    rows = tuple(
        Shape(row["kind"], row["place"], re.compile(row["pattern"], re.IGNORECASE)) for row in config.furniture_shapes
    )
    unions = {
        place: re.compile("|".join(f"(?:{row.pattern.pattern})" for row in rows if row.place == place), re.IGNORECASE)
        for place in sorted({row.place for row in rows})
    }
    return Shapes(rows, unions)


def find_shape(text: str, shapes: Shapes, *, places: tuple[str, ...] = ("any",)) -> str:
    """The kind of furniture that a line has the shape of, at one of `places`; empty for none."""
    if len(text) > MAX_SHAPE_CHARS:
        return ""
    for place in places:
        if place in shapes.unions and shapes.unions[place].fullmatch(text):
            return next(row.kind for row in shapes.rows if row.place == place and row.pattern.fullmatch(text))
    return ""


@lru_cache(maxsize=65_536)
def is_date_line(text: str) -> bool:
    """Whether a line says a day and little else: a place, "Posted on", a writer's name, a time of day."""
    if len(text) > 120:
        return False
    found = DATE.search(text)
    if not found:
        return False
    beside = (text[: found.start()] + " " + text[found.end() :]).strip()
    if SENTENCE_END.search(beside) and len(beside) > 2:
        return False
    return len(beside) <= MAX_BESIDE_DATE_CHARS and len(beside.split()) <= MAX_BESIDE_DATE_WORDS


def is_opening(text: str) -> bool:
    """Whether a paragraph opens as agencies write it: a place in capitals, or place and day, a dash, the text."""
    if AGENCY.match(text):
        return True
    found = DATE.search(text[:MAX_OPENING_CHARS])
    if not found or not OPENED.match(text[found.end() :]):
        return False
    return all(word[:1].isupper() or not word[:1].isalpha() for word in text[: found.start()].split())


def has_clock(text: str) -> bool:
    """Whether a line ends in a time of day."""
    return bool(CLOCK_AT_END.search(text))


def is_cut(text: str) -> bool:
    """Whether a headline or teaser was cut: it ends in an ellipsis."""
    return bool(CUT.search(text))


def is_headline(text: str, *, config: Config) -> bool:
    """Whether a line has the shape of a headline: short, no sentence, no list item, no date line, no salutation."""
    if len(text) > config.max_headline_chars or len(text.split()) > config.max_headline_words:
        return False
    if not any(char.isalpha() for char in text) or text.startswith(("http://", "https://", "www.")):
        return False
    if is_cut(text):
        # a teaser is cut as well, but it is a paragraph: it holds the end of a sentence
        return not INNER_END.search(text) and not BULLET.match(text)
    if NO_HEADLINE_END.search(text):
        return False
    return not (BULLET.match(text) or SALUTATION.match(text) or is_date_line(text))
