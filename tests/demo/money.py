"""Sums of money in the many forms in which people write them."""

from __future__ import annotations

import math
import random

from tests.demo.model import Mention, Run

UNITS = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
QUALIFIERS = {
    "approx": ("about", "around", "roughly", "approximately", "some"),
    "over": ("more than", "over", "at least", "in excess of"),
    "up_to": ("up to",),
    "under": ("nearly", "almost", "less than", "under"),
}
QUALIFIED_SHARE = 0.3
RANGE_SHARE = 0.05
BETWEEN_SHARE = 0.05
VAGUE_SHARE = 0.05


def read_amount(text: str) -> float:
    """An amount as patterns state it: 300k, 2m, 1.5b, 40."""
    unit = UNITS.get(text[-1], 1)
    return float(text.rstrip("kmb")) * unit


def draw_sum(rng: random.Random, spec: str, *, theme: str, is_free: bool, before: str = "") -> list[Run]:
    """Runs for a sum within `spec` (`low-high` or `low-high:period`); one that `is_free` may be a range or vague.

    A sum that is not free is qualified by the words `before` it in the pattern, if by anything.
    """
    bounds, _, period = spec.partition(":")
    low, high = (read_amount(part) for part in bounds.split("-"))
    value = draw_value(rng, low, high)
    if not is_free:
        return [sum_run(rng, value, theme=theme, period=period, qualifier=qualifier_of(before))]
    draw = rng.random()
    if draw < VAGUE_SHARE and value >= 100_000:
        return [vague_run(value, theme=theme, period=period)]
    draw -= VAGUE_SHARE
    if 0 <= draw < RANGE_SHARE and 2_000_000 <= value < 900_000_000:
        return [range_run(rng, value, theme=theme, period=period)]
    draw -= RANGE_SHARE
    if 0 <= draw < BETWEEN_SHARE and value >= 10_000 and not period:
        upper = draw_value(rng, value * 1.2, value * 1.6)
        ends = [sum_run(rng, end, theme=theme, period=period) for end in (value, upper)]
        return [Run("between ", theme), ends[0], Run(" and ", theme), ends[1]]
    if rng.random() < QUALIFIED_SHARE:
        qualifier = rng.choice(sorted(QUALIFIERS))
        word = rng.choice(QUALIFIERS[qualifier][:4])
        return [Run(f"{word} ", theme), sum_run(rng, value, theme=theme, period=period, qualifier=qualifier)]
    return [sum_run(rng, value, theme=theme, period=period)]


def qualifier_of(before: str) -> str:
    """The qualifier that words before a sum give it, if any."""
    for qualifier, phrases in QUALIFIERS.items():
        if before.rstrip().endswith(phrases):
            return qualifier
    return ""


def draw_value(rng: random.Random, low: float, high: float) -> float:
    """A round value between two bounds, more often small than large."""
    value = math.exp(rng.uniform(math.log(low), math.log(high)))
    if value < 20:
        return float(max(1, round(value)))
    step = 10 ** (math.floor(math.log10(value)) - 1)
    return float(round(value / step) * step)


def sum_run(rng: random.Random, value: float, *, theme: str, period: str, qualifier: str = "") -> Run:
    """A run that states one value; odd pounds are added where a sum is written out in full."""
    if 20_000 <= value < 1_000_000 and rng.random() < 0.2:
        value += rng.randint(1, 999)
    text = rng.choice(sum_forms(value))
    return Run(text, theme, Mention("MONEY", "", value, None, "GBP", period, qualifier))


def sum_forms(value: float) -> list[str]:
    """Every way in which this corpus writes a value; the common ones stand twice."""
    if value >= 1_000_000_000:
        short = f"{value / 1_000_000_000:g}"
        return [f"£{short}bn", f"£{short} billion", f"£{short}bn", f"£{short}b"]
    if value >= 1_000_000:
        short = f"{value / 1_000_000:g}"
        return [f"£{short}m", f"£{short} million", f"£{short}m", f"£{short} million", f"£{value:,.0f}"]
    if value >= 1_000:
        return [f"£{value:,.0f}"] * 4 + ([f"£{value / 1_000:g}k"] if value % 1_000 == 0 and value >= 10_000 else [])
    return [f"£{value:.0f}"]


def range_run(rng: random.Random, value: float, *, theme: str, period: str) -> Run:
    """A run that states a range as one expression, such as a low and a high figure before one `million`."""
    low = max(1, round(value / 1_000_000))
    high = low + rng.randint(1, max(1, low // 2))
    mark = rng.choice([" million", "m"])
    mention = Mention("MONEY", "", low * 1_000_000.0, high * 1_000_000.0, "GBP", period)
    return Run(f"£{low}{rng.choice('-–')}{high}{mark}", theme, mention)


def vague_run(value: float, *, theme: str, period: str) -> Run:
    """A run that states a sum by its order of magnitude only."""
    if value >= 10_000_000:
        words = "tens of millions of pounds"
    else:
        words = "millions of pounds" if value >= 1_000_000 else "hundreds of thousands of pounds"
    return Run(words, theme, Mention("MONEY", "", None, None, "GBP", period, "vague"))
