"""What is planted: the prevalence of each theme by year and outlet, and the calendar of articles."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from tests.demo.cast import towns
from tests.demo.model import Plan
from tests.demo.outlets import COMMITTEES, CONFERENCES, EVENTS, LETTERS, OUTLETS, Outlet

THEMES = ("defences", "dredging", "fishing", "storm", "power", "housing", "water", "crew", "resort")
FIRST_YEAR, LAST_YEAR = 2016, 2025
SILENT_YEARS = (2018, 2023)
SURGE = dt.date(2020, 2, 2)
FLAT_SHARE = 0.13
PAPER, REPRINTED_FROM, N_REPRINTS = "mole-and-jetty.txt", "uhst-news-2019-2022.txt", 4

# How far an article keeps to few themes: a Dirichlet's sum of alphas, so that small means one theme or two.
SPREAD = {
    "statement": 0.9,
    "notice": 0.3,
    "news": 1.2,
    "column": 2.0,
    "digest": 4.0,
    "region": 6.0,
    "speech": 6.0,
    "letter": 9.0,
}
LENGTH = {
    "statement": (110, 300),
    "notice": (20, 40),
    "news": (260, 520),
    "column": (300, 560),
    "digest": (170, 340),
    "region": (200, 420),
    "speech": (340, 560),
    "letter": (1500, 1700),
    "vice": (50, 60),
}


def ramp(year: int, first: float, last: float) -> float:
    """A value that moves in a straight line from `first` to `last` over the period."""
    return first + (last - first) * (year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)


def planted(year: int, outlet: str) -> dict[str, float]:
    """The planted share of each theme among themes in a year's articles of one outlet; the shares sum to 1."""
    in_paper = outlet == "paper"
    raw = {
        "defences": ramp(year, 0.05, 0.38),
        "dredging": ramp(year, 0.28, 0.04),
        "storm": {2020: 0.34, 2021: 0.03}.get(year, 0.01),
        "power": ramp(year, 0.02, 0.5) if in_paper else 0.05,
        "housing": 0.05 if year < 2021 else 0.18,
        "water": 0.13,
        "crew": 0.14,
        "resort": 0.11,
    }
    total = sum(raw.values())
    shares = {theme: share / total * (1 - FLAT_SHARE) for theme, share in raw.items()}
    return {theme: shares.get(theme, FLAT_SHARE) for theme in THEMES}


def draw_mix(rng: random.Random, date: dt.date, outlet: str, kind: str) -> dict[str, float]:
    """An article's themes: a Dirichlet draw around the year's planted shares; no surge before the surge."""
    shares = planted(date.year, outlet)
    weights = {
        theme: rng.gammavariate(max(SPREAD.get(kind, 1.0) * share, 1e-3), 1.0) for theme, share in shares.items()
    }
    if date < SURGE:
        weights["storm"] = 0.0
    total = sum(weights.values()) or 1.0
    return {theme: weight / total for theme, weight in weights.items()}


def make_plans(seed: int) -> list[Plan]:
    """Every article of the corpus, planned; in order of day within a source."""
    plans = [plan for outlet in OUTLETS for plan in plan_outlet(outlet, seed)]
    return plans + plan_reprints(plans, seed)


def plan_reprints(plans: list[Plan], seed: int) -> list[Plan]:
    """Statements that the paper printed in full some days later."""
    rng = random.Random(f"{seed}:reprints")
    n_printed = sum(plan.source == PAPER for plan in plans)
    able = [plan for plan in plans if plan.source == REPRINTED_FROM and plan.kind == "statement" and not plan.repeats]
    reprints = []
    for number, first in enumerate(
        rng.sample([plan for plan in able if plan.n_words > 180], N_REPRINTS), n_printed + 1
    ):
        day = first.date + dt.timedelta(days=rng.randint(1, 6))
        key = f"{PAPER.removesuffix('.txt')}:{number:03d}"
        reprints.append(
            Plan(
                key, PAPER, "paper", "reprint", day, day, first.mix, first.n_words, event=first.event, repeats=first.key
            )
        )
    return reprints


def plan_outlet(outlet: Outlet, seed: int) -> list[Plan]:
    """The articles of one file, oldest first, and then its reposts."""
    rng = random.Random(f"{seed}:{outlet.source}")
    slots = sorted(find_slots(outlet, rng), key=lambda slot: (slot[0], slot[1], slot[2]))
    stem = outlet.source.rsplit(".", 1)[0]
    plans = []
    for number, (date, kind, place, event) in enumerate(slots, 1):
        lengths = LENGTH[kind]
        mix = draw_mix(rng, date, outlet.outlet, kind)
        plans.append(
            Plan(
                f"{stem}:{number:03d}",
                outlet.source,
                outlet.outlet,
                kind,
                date,
                date,
                mix,
                rng.randint(*lengths),
                place,
                event,
            )
        )
    return plans + plan_reposts(outlet, plans, rng)


def find_slots(outlet: Outlet, rng: random.Random) -> Iterator[tuple[dt.date, str, str, str]]:
    """Day, kind, place and event of each article of a file."""
    for kind, count in outlet.counts.items():
        for _ in range(count):
            yield draw_day(outlet, rng), kind, outlet.place, LETTERS.get(outlet.source, "")
    if not outlet.n_batches:
        return
    yield from find_fixed(outlet, rng)
    for number in range(outlet.n_batches):
        yield from draw_batch(outlet, number, rng)


def find_fixed(outlet: Outlet, rng: random.Random) -> Iterator[tuple[dt.date, str, str, str]]:
    """What a calendar asks for: comments on events, conference speeches, next vice presidents."""
    for name, day in EVENTS:
        if outlet.start <= day <= outlet.end:
            yield day, "statement", "", name
    for start, _ in CONFERENCES.values():
        # the speech of 2022 stands in a file of its own
        if outlet.start <= start <= outlet.end and start.year != 2022:
            yield start, "speech", "", ""
    for year in sorted({outlet.start.year, outlet.end.year}):
        day = dt.date(year, 3, rng.randint(4, 26))
        if outlet.start <= day <= outlet.end:
            yield day, "vice", "", ""


def draw_day(outlet: Outlet, rng: random.Random) -> dt.date:
    """A working day on which the outlet published: never in a silent year."""
    while True:
        day = outlet.start + dt.timedelta(days=rng.randint(0, (outlet.end - outlet.start).days))
        if day.year not in SILENT_YEARS and (day.weekday() < 5 or outlet.start == outlet.end):
            return day


def draw_batch(outlet: Outlet, number: int, rng: random.Random) -> Iterator[tuple[dt.date, str, str, str]]:
    """Regional updates and committee digests that were put up together on one day."""
    span = (outlet.end - outlet.start).days
    while True:
        day = outlet.start + dt.timedelta(days=int(span * (number + rng.uniform(0.3, 0.8)) / outlet.n_batches))
        if day.year not in SILENT_YEARS and day.weekday() < 5:
            break
    regions = sorted({town.region for town in towns()})
    for region in rng.sample(regions, 4):
        yield day, "region", region, ""
    for committee in rng.sample(COMMITTEES, 2):
        yield day, "digest", committee, ""


def plan_reposts(outlet: Outlet, plans: list[Plan], rng: random.Random) -> list[Plan]:
    """Older articles that were put up again later, word for word."""
    stem = outlet.source.rsplit(".", 1)[0]
    able = [plan for plan in plans if plan.kind in ("statement", "column")]
    reposts = []
    for number in range(outlet.n_reposts):
        first = rng.choice(able[: len(able) * 2 // 3])
        posted = first.date + dt.timedelta(days=rng.randint(30, 200))
        posted = min(posted, outlet.end) if posted.year not in SILENT_YEARS else first.date + dt.timedelta(days=9)
        key = f"{stem}:{len(plans) + number + 1:03d}"
        reposts.append(
            Plan(
                key,
                first.source,
                first.outlet,
                first.kind,
                first.date,
                posted,
                first.mix,
                first.n_words,
                first.place,
                first.event,
                repeats=first.key,
            )
        )
    return reposts
