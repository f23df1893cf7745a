"""Clues from dated events: the national calendar of a country, and the events of corpus.toml."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.corpus import Corpus, Event, Office
from pipeline.date.clues import Clue, Reading, plain, quoted, shape_of
from pipeline.date.grid import Grid, day_words
from pipeline.date.phrases import Phrases
from pipeline.date.shapes import Span

# What a comment reacts to is named in its headline or its first words.
OPENING = 350
STRETCHES = ("begins", "span")
CUE_REACH = 40
OWN_DAY = re.compile(r"(?i)\b(?:today's|this (?:morning|afternoon|evening)'s)\W*(?:\w+\W+){0,3}$")
DAY_AFTER = re.compile(r"(?i)\byesterday's\W*(?:\w+\W+){0,3}$")
WEEK_AFTER = re.compile(r"(?i)\blast week's\W*(?:\w+\W+){0,3}$")
AHEAD = re.compile(
    r"(?i)\b(?:forthcoming|upcoming|ahead of|in advance of|before|next|due|awaited|will)\W+(?:\w+\W+){0,4}$"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEAR_REACH = 14


@dataclass(frozen=True)
class Dated:
    """An event of the calendar: its kind (the profile `event_<kind>`), its name and days."""

    kind: str
    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Almanac:
    """Events by the words that name them, and who held which national office."""

    by_words: Mapping[str, tuple[Dated, ...]]
    phrases: Phrases
    offices: tuple[Office, ...]


def build_almanac(rows: Sequence[Mapping[str, str]], corpus: Corpus) -> Almanac:
    """The almanac of a country's calendar rows and corpus.toml's events; its offices with corpus.toml's own."""
    by_words: dict[str, list[Dated]] = defaultdict(list)
    offices = list(corpus.offices)
    for row in rows:
        first = dt.date.fromisoformat(row["from"])
        last = dt.date.fromisoformat(row["to"]) if row["to"] else None
        if row["kind"] == "office":
            offices += [Office(role, row["name"], first, last) for role in row["words"].split("|")]
            continue
        end = last or (dt.date(9998, 12, 31) if row["kind"] in STRETCHES else first)
        event = Dated(row["kind"], row["name"], first.toordinal(), end.toordinal())
        for words in row["words"].split("|"):
            by_words[key_of(words)].append(event)
    for own in corpus.events:
        for words in own.words:
            by_words[key_of(words)].append(dated_event(own))
    return Almanac({words: tuple(found) for words, found in by_words.items()}, Phrases(by_words), tuple(offices))


def dated_event(own: Event) -> Dated:
    """An event of corpus.toml as the calendar has them; one of several days is a conference."""
    end = own.end or own.start
    kind = "announcement" if end == own.start else "conference"
    return Dated(kind, own.name, own.start.toordinal(), end.toordinal())


def key_of(words: str) -> str:
    """The words of an event for looking it up."""
    return " ".join(plain(words).split())


def find_events(reading: Reading, almanac: Almanac, *, grid: Grid) -> list[Clue]:
    """Clues of the events that the headline or the opening names, and of stretches of time that the text names."""
    stretches: list[Clue] = []
    days: list[Clue] = []
    seen: set[tuple[Dated, ...]] = set()
    for text, reach, where in ((reading.title, len(reading.title), "headline"), (reading.body, OPENING, "opening")):
        for match in almanac.phrases.find(text):
            named = key_of(match.group())
            events = almanac.by_words.get(named) or almanac.by_words[named.lower()]
            if events in seen:
                continue
            if events[0].kind in STRETCHES:
                seen.add(events)
                stretches.append(stretch_clue(events, grid))
            elif match.start() < reach or OWN_DAY.search(text[: match.start()][-CUE_REACH:]):
                found = event_clue(text, match, events, where, grid)
                seen.add(events)
                days += [found] if found else []
    return told_once(days) + stretches


def told_once(clues: Sequence[Clue]) -> list[Clue]:
    """The clues of events without those whose days a narrower one has told: two names of one event are one clue."""
    told: set[Span] = set()
    kept = []
    for clue in sorted(clues, key=lambda clue: len(clue.shape.spans)):
        if not told & set(clue.shape.spans):
            kept.append(clue)
            told |= set(clue.shape.spans)
    return kept


def stretch_clue(events: Sequence[Dated], grid: Grid) -> Clue:
    """The clue of something that began on a day, or lasted from one day to another."""
    end = grid.first + grid.n_days
    spans = [(event.first, max(event.first, min(event.last, end))) for event in events]
    since = f"{dt.date.fromordinal(events[0].first):%B %Y}"
    return Clue("event", shape_of(spans, f"event_{events[0].kind}"), f"names {events[0].name} (from {since})")


def event_clue(text: str, match: re.Match[str], events: Sequence[Dated], where: str, grid: Grid) -> Clue | None:
    """The clue of an event named at `match`, from what stands beside it: a year, "today's", "forthcoming"."""
    before = text[max(0, match.start() - CUE_REACH) : match.start()]
    around = (
        text[max(0, match.start() - YEAR_REACH) : match.start()] + " " + text[match.end() : match.end() + YEAR_REACH]
    )
    years = {int(year) for year in YEAR.findall(around)}
    kept = [event for event in events if grid.holds(event.first) and (not years or year_of(event.first) in years)]
    if not kept:
        return None
    profile, shift = event_profile(before, kept[0].kind, where)
    spans = [shifted(event, shift) for event in kept]
    named = f"{kept[0].name} ({day_words(kept[0].first)})" if len(kept) == 1 else quoted(match.group())
    return Clue("event", shape_of(spans, profile), f"{where} names {named}")


def event_profile(before: str, kind: str, where: str) -> tuple[str, Span]:
    """Profile, and what to add to first and last day, for an event after the words `before`."""
    if OWN_DAY.search(before):
        return "event_today", (0, 0)
    if DAY_AFTER.search(before):
        return "event_today", (1, 1)
    if WEEK_AFTER.search(before):
        return "event_today", (2, 10)
    if AHEAD.search(before):
        return "event_ahead", (0, 0)
    return (f"event_{kind}" if where == "headline" else f"event_{kind}_opening"), (0, 0)


def shifted(event: Dated, shift: Span) -> Span:
    """The event's days, moved."""
    return event.first + shift[0], event.last + shift[1]


def year_of(ordinal: int) -> int:
    """Year of an ordinal."""
    return dt.date.fromordinal(ordinal).year
