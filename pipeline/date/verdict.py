"""From a distribution over days to what the tables say: best day, interval, precision, years, basis, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.date.clues import Clue
from pipeline.date.config import Config
from pipeline.date.grid import Floats, Grid, day_words
from pipeline.date.shapes import Likelihoods

Days = NDArray[np.int64]
MOST_CLUES = 3


@dataclass(frozen=True)
class Verdict:
    """What is known of one article's date; days are ordinals, `best` is None where nothing is known."""

    best: int | None
    earliest: int = 0
    latest: int = 0
    precision: str | None = None
    basis: str = "none"
    parts: tuple[str, ...] = ()
    years: dict[int, float] = field(default_factory=dict)

    @property
    def evidence(self) -> str:
        """The evidence in words, the strongest first."""
        return "; ".join(self.parts)

    @property
    def width(self) -> float:
        """Days from the first to the last of the interval; infinite where nothing is known."""
        return float("inf") if self.best is None else float(self.latest - self.earliest)


# Stands for the words on an article's neighbours until those are dated too.
PLACE = "from its place in the list"
LOOSE = "known too loosely for a date"
NOTHING = "names no date, office or event that tells its time, and its neighbours do not either"


def quantile_days(rows: Floats, shares: Sequence[float]) -> list[Days]:
    """For each share the first day by which each row has reached it, as an index."""
    reached = np.cumsum(rows, axis=1)
    reached /= reached[:, -1:]
    # a sum of thousands of terms may miss the share by rounding
    return [np.argmax(reached >= share - 1e-9, axis=1).astype(np.int64) for share in shares]


def interval_days(rows: Floats, coverage: float) -> tuple[Days, Days, Days]:
    """Median and the two ends of the interval that holds `coverage`, as indices.

    The central interval, trimmed day by day at its lighter end while that brings its mass nearer to the coverage:
    whole days would make short intervals hold more than they say.
    """
    tail = (1.0 - coverage) / 2
    low, best, high = quantile_days(rows, (tail, 0.5, 1.0 - tail))
    places = zip(rows, low.tolist(), high.tolist(), best.tolist(), strict=True)
    ends = [trimmed_ends(row, first, last, middle, coverage) for row, first, last, middle in places]
    return best, np.array([end[0] for end in ends]), np.array([end[1] for end in ends])


def trimmed_ends(row: Floats, low: int, high: int, best: int, coverage: float) -> tuple[int, int]:
    """The ends moved inwards, never past the best day, while the mass between them comes nearer to `coverage`."""
    total = float(row.sum())
    spare = float(row[low : high + 1].sum()) / total - coverage + 1e-9
    while low < high:
        is_low = high == best or (low < best and bool(row[low] <= row[high]))
        lost = float(row[low] if is_low else row[high]) / total
        if lost > 2.0 * spare:
            break
        spare -= lost
        low, high = (low + 1, high) if is_low else (low, high - 1)
    return low, high


def year_shares(row: Floats, grid: Grid, *, least: float) -> dict[int, float]:
    """Probability of each year that has at least `least`, summing to 1."""
    shares = np.add.reduceat(row, grid.year_starts())
    shares = np.where(shares >= least * shares.sum(), shares, 0.0)
    shares /= shares.sum()
    return {year: float(share) for year, share in zip(grid.years(), shares, strict=True) if share > 0}


def precision_of(width: int, config: Config) -> str:
    """How finely a day is known, from the width of its interval."""
    if width <= config.day_width:
        return "day"
    return "month" if width <= config.month_width else "year"


def decide(row: Floats, clues: Sequence[Clue], likelihoods: Likelihoods, beside: str, config: Config) -> Verdict:
    """The verdict for one posterior `row`, its clues, and `beside`, words on its neighbours ("" without any)."""
    grid = likelihoods.grid
    best, low, high = (int(day[0]) for day in interval_days(row[None, :], config.coverage))
    heard = weigh_clues(row, clues, likelihoods, least=config.least_support)
    words = tuple(clue.words for clue in heard[:MOST_CLUES])
    if not (heard or beside):
        return Verdict(None, parts=(NOTHING,))
    if high - low > config.widest:
        return Verdict(None, parts=(LOOSE, *words, *([beside] if beside else [])))
    alone = text_width(clues, likelihoods, config)
    by_order = bool(beside) and (not heard or alone > config.order_gain * (high - low + 1))
    parts = (beside, *words) if by_order else (*words, beside)
    return Verdict(
        best + grid.first,
        low + grid.first,
        high + grid.first,
        precision_of(high - low, config),
        "neighbours" if by_order else heard[0].basis,
        tuple(part for part in parts if part),
        year_shares(row, grid, least=config.least_year),
    )


def weigh_clues(row: Floats, clues: Sequence[Clue], likelihoods: Likelihoods, *, least: float) -> list[Clue]:
    """The clues that speak for the posterior, the strongest first, by their mean log-likelihood ratio."""
    scored = []
    for number, clue in enumerate(clues):
        ratio = np.log(likelihoods.row(clue.shape) * likelihoods.grid.n_days)
        support = float((row * ratio).sum())
        if support > least:
            scored.append((-support, number, clue))
    return [clue for _, _, clue in sorted(scored, key=lambda each: each[:2])]


def text_row(clues: Sequence[Clue], likelihoods: Likelihoods, *, misleading: float) -> Floats:
    """What the article's own clues say together: a distribution over days, flat without clues.

    Dates that a text speaks of hang together: n of them count as the square root of n, since multiplied as if they were
    independent they made intervals too narrow (naive Bayes is overconfident: Hand and Yu 2001), and they mislead
    together: with the probability `misleading` only the clues that are not mentions count.
    """
    n_days = likelihoods.grid.n_days
    stated, spoken, n_spoken = np.zeros(n_days), np.zeros(n_days), 0
    for clue in clues:
        is_spoken = clue.basis == "text" and not clue.is_repost
        part = spoken if is_spoken else stated
        part += np.log(likelihoods.row(clue.shape))
        n_spoken += is_spoken
    firm, whole = normal_row(stated), normal_row(stated + spoken / max(1, n_spoken) ** 0.5)
    row: Floats = (1.0 - misleading) * whole + misleading * firm
    return row


def normal_row(logarithms: Floats) -> Floats:
    """Distribution over days from log-likelihoods."""
    row = np.exp(logarithms - logarithms.max())
    normal: Floats = row / row.sum()
    return normal


def text_width(clues: Sequence[Clue], likelihoods: Likelihoods, config: Config) -> int:
    """Width in days of the interval that the article's own clues give."""
    _, low, high = interval_days(text_row(clues, likelihoods, misleading=config.misleading)[None, :], config.coverage)
    return int(high[0] - low[0]) + 1


def tell_neighbours(verdicts: Sequence[Verdict], firm: Floats, first: int, *, nearby: int) -> list[Verdict]:
    """The verdicts of a listing with words on the nearest well dated articles on both sides of each.

    Well dated is an article that its own text dates (`firm` holds day indices) and whose verdict agrees with the text,
    both to within `nearby` days.
    """
    known = np.array(
        [
            each.best is not None and each.width <= nearby and abs(each.best - first - day) <= nearby
            for each, day in zip(verdicts, firm, strict=True)
        ],
        dtype=np.bool_,
    )
    places = np.arange(len(known))
    before = np.maximum.accumulate(np.where(known, places, -1))
    after = np.minimum.accumulate(np.where(known, places, len(known))[::-1])[::-1]
    told = []
    for place, verdict in enumerate(verdicts):
        earlier = int(before[place - 1]) if place else -1
        later = int(after[place + 1]) if place + 1 < len(known) else len(known)
        days = [verdicts[side].best for side in (earlier, later) if 0 <= side < len(known)]
        words = neighbour_words([day for day in days if day is not None])
        told.append(replace(verdict, parts=tuple(words if part == PLACE else part for part in verdict.parts)))
    return told


def neighbour_words(days: Sequence[int]) -> str:
    """Words on the ordinals of one neighbour or two."""
    written = [day_words(day) for day in sorted(days)]
    if len(written) == 2:
        return f"between its neighbours dated {written[0]} and {written[1]}"
    return f"beside its neighbour dated {written[0]}" if written else PLACE


def source_words(firm: Floats, first: int) -> str:
    """Words on a source in no order, whose articles still are of one stretch of time; `firm` holds day indices."""
    dated = firm[~np.isnan(firm)]
    oldest, newest = day_words(int(dated.min()) + first), day_words(int(dated.max()) + first)
    return f"among articles of its source dated {oldest} to {newest}"
