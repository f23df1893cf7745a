"""All clues of all articles, and the days that they are about."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.date.clues import Clue, Reading, read_article
from pipeline.date.config import Config
from pipeline.date.events import Almanac, build_almanac, find_events
from pipeline.date.expressions import find_expressions, is_month_first
from pipeline.date.grid import Grid, learn_grid
from pipeline.date.mentions import find_mentioned
from pipeline.date.offices import find_offices
from pipeline.date.seasons import Seasons, find_seasons
from pipeline.date.shapes import Shape
from pipeline.date.stated import find_datelines, find_stated, timestamp_day
from pipeline.date.tense import Cues, compile_cues, judge
from pipeline.date.terms import terms_told
from pipeline.date.titles import find_titled, names_instalment
from pipeline.errors import CorpusError
from pipeline.progress import follow


@dataclass(frozen=True)
class Lore:
    """What is known beforehand: dated events and offices, words that tell tenses, phrases that tell the season."""

    almanac: Almanac
    cues: Cues
    seasons: Seasons


CALENDAR = "calendar_"
# What states the day of a page outright.
STATED = ("feed", "dateline")
# Enough texts to tell how a corpus writes numeric dates.
MOST_SAMPLED = 2000


def find_calendar(name: str, config: Config) -> Sequence[Mapping[str, str]]:
    """Rows of the country's calendar that corpus.toml names, none without a name."""
    if not name:
        return ()
    known = sorted(key.removeprefix(CALENDAR) for key in vars(config) if key.startswith(CALENDAR))
    if name.lower() not in known:
        wanted = ", ".join(known)
        raise CorpusError(f"corpus.toml: calendar is {name!r} (want {wanted}). Mend it or leave it out, then make.")
    rows: Sequence[Mapping[str, str]] = getattr(config, CALENDAR + name.lower())
    return rows


def read_segments(segments: pd.DataFrame) -> dict[str, Reading]:
    """Each segment's parts, by article_id."""
    columns = ("article_id", "title", "text", "published", "url")
    return {
        article: read_article(title, text, stated(published), stated(url))
        for article, title, text, published, url in zip(*(segments[key] for key in columns), strict=True)
    }


def stated(value: str | float | None) -> str | None:
    """A text, or None where the table has none."""
    return None if pd.isna(value) else str(value)


def find_grid(
    readings: Mapping[str, Reading], period: tuple[int, int] | None, config: Config
) -> tuple[bool, Grid | None]:
    """Whether numeric dates name the month first, and the days to seek dates in: of `period`, else learned."""
    step = max(1, len(readings) // MOST_SAMPLED)
    month_first = is_month_first([reading.body for reading in readings.values()][::step])
    if period is not None:
        return month_first, Grid(*period)
    cues = compile_cues(config.cues_past, config.cues_future, config.cues_decoy, config.cues_meeting)
    firm: list[int] = []
    hints: list[int] = []
    for reading in readings.values():
        stated_year = find_stated_year(reading, month_first)
        if stated_year:
            firm.append(stated_year)
        elif spoken := find_spoken_year(reading, cues, month_first):
            hints.append(spoken)
    grid = learn_grid(
        firm, hints, margin=config.margin_years, outliers=config.outlier_years, longest=config.longest_years
    )
    return month_first, grid


def find_stated_year(reading: Reading, month_first: bool) -> int | None:
    """The year of an article's timestamp, dateline or headline, None where they state none."""
    day = timestamp_day(reading.published)
    # an empty clock says 1970 or earlier
    if day and dt.date.fromordinal(day).year > 1970:
        return dt.date.fromordinal(day).year
    for clue in find_datelines(reading, month_first):
        return dt.date.fromordinal(clue.shape.spans[0][0]).year
    for found in find_expressions(reading.title, month_first=month_first):
        if found.span and (found.grain in ("day", "month") or names_instalment(reading.title, found)):
            return dt.date.fromordinal(found.span[1]).year
    return None


def find_spoken_year(reading: Reading, cues: Cues, month_first: bool) -> int | None:
    """The latest year that a text speaks of as past, to the month or finer; else of any year; None without years."""
    found = find_expressions(reading.body, month_first=month_first)
    years: dict[bool, list[int]] = defaultdict(list)
    for expression in found:
        if expression.span and judge(reading.body, expression, cues).tense in ("past", "open", "today"):
            years[expression.grain in ("day", "month")].append(dt.date.fromordinal(expression.span[0]).year)
    best = years[True] or years[False]
    return max(best) if best else None


def gather_clues(
    readings: Mapping[str, Reading], corpus: Corpus, *, grid: Grid, month_first: bool, config: Config
) -> dict[str, list[Clue]]:
    """Every article's clues: what states the date, the headline, events, offices, dates in the text, the season.

    CorpusError where corpus.toml names a calendar that the room does not have.
    """
    cues = compile_cues(config.cues_past, config.cues_future, config.cues_decoy, config.cues_meeting)
    lore = Lore(build_almanac(find_calendar(corpus.calendar, config), corpus), cues, Seasons(config.seasons))
    return {
        article: article_clues(reading, lore, grid=grid, month_first=month_first)
        for article, reading in follow(readings.items(), "date: articles", total=len(readings))
    }


def article_clues(reading: Reading, lore: Lore, *, grid: Grid, month_first: bool) -> list[Clue]:
    """One article's clues; a timestamp of the source makes the others needless."""
    clues = find_stated(reading, grid=grid, month_first=month_first)
    if any(clue.basis == "feed" for clue in clues):
        return [clue for clue in clues if clue.basis == "feed"]
    clues += find_titled(reading, lore.almanac.offices, grid=grid, cues=lore.cues, month_first=month_first)
    clues += [clue for clue in find_offices(reading, lore.almanac.offices, grid=grid) if not is_told(clue, clues)]
    known = {span for clue in clues for span in (*clue.shape.spans, *terms_told(clue))}
    clues += find_events(reading, lore.almanac, grid=grid)
    clues += find_mentioned(reading, known, grid=grid, cues=lore.cues, month_first=month_first)
    return clues + find_seasons(reading, lore.seasons, grid=grid)


def is_told(clue: Clue, clues: Sequence[Clue]) -> bool:
    """Whether another clue says the same: a term in the headline and in the text counts once."""
    return any(other.shape == clue.shape for other in clues)


def share_clues(clues: Mapping[str, list[Clue]], segments: pd.DataFrame) -> dict[str, list[Clue]]:
    """The same, near-duplicates with each other's clues too: the same text was written on the same day.

    What states a day states it for its own page: a copy comes days to months later, so that it bounds the others only.
    """
    shared = dict(clues)
    for members in duplicate_groups(segments):
        for member in members:
            if any(clue.basis in STATED for clue in clues[member]):
                continue
            others = [clue for other in members if other != member for clue in clues[other]]
            told = {clue.shape: clue for clue in reversed([*clues[member], *map(as_bound, others)])}
            shared[member] = list(told.values())[::-1]
    return shared


def as_bound(clue: Clue) -> Clue:
    """A clue of a near-duplicate as one of this article: a stated date as a bound, others as they are."""
    if clue.basis not in (*STATED, "title"):
        return clue
    return Clue("text", Shape(clue.shape.spans, "copy"), f"the same text elsewhere: {clue.words}", clue.is_repost)


def duplicate_groups(segments: pd.DataFrame) -> list[list[str]]:
    """Groups of articles that are near-duplicates of one, each in order."""
    known = set(segments["article_id"])
    groups: dict[str, list[str]] = {}
    for article, original in zip(segments["article_id"], segments["duplicate_of"], strict=True):
        if not pd.isna(original) and original in known:
            groups.setdefault(str(original), [str(original)]).append(str(article))
    return [sorted(members) for _, members in sorted(groups.items())]
