"""What the order of a source's articles says: which way it runs, how strictly, and each article's place in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from pipeline.date.chain import (
    Flags,
    Habits,
    Kernels,
    Stretch,
    build_kernels,
    emissions,
    forward,
    mixture,
    run_block,
    telling,
)
from pipeline.date.config import Config
from pipeline.date.grid import Floats
from pipeline.date.honesty import find_depths, fit_level

# Rows of likelihood over days for the articles from one place in the source to another.
Rows = Callable[[int, int], Floats]


@dataclass(frozen=True)
class Order:
    """How a source runs: `direction` 1 oldest first or -1 newest first; its habits of posting, and their kernels.

    `level` is the share of a distribution over days that an interval must hold here to cover as often as it says.
    """

    direction: int
    habits: Habits
    kernels: Kernels
    level: float


@dataclass(frozen=True)
class Listing:
    """A source's articles in their order: a maker of rows, which are reposts, and which are twins of the one before."""

    rows: Rows
    is_repost: Flags
    is_twin: Flags

    def __len__(self) -> int:
        """Number of articles."""
        return len(self.is_repost)

    def taken(self, start: int, stop: int, direction: int) -> Stretch:
        """The articles of one stretch, oldest first: a listing and its reverse give the same numbers to the bit."""
        twins = np.append(self.is_twin, False)[start : stop + 1]
        return Stretch(self.rows(start, stop)[::direction], self.is_repost[start:stop][::direction], twins[::direction])


@dataclass(frozen=True)
class Known:
    """The days that articles state, as indices (NaN for the others), and rows without what states them."""

    days: Floats
    hidden: Rows


def learn_order(listing: Listing, firm: Floats, known: Known, anywhere: Floats, config: Config) -> Order | None:
    """The order of a source, learned from its articles, or None where it shows none.

    `firm` holds the day of each firmly dated article and NaN elsewhere, `anywhere` the source's days at large.
    Direction is the sign of Kendall's tau over the firm ones; where that is small, since one false date among few
    makes it so, both directions are tried. The order stands only if it explains the articles better than no order, by
    `order_evidence` in natural logarithms.
    """
    places = np.flatnonzero(~np.isnan(firm))
    if len(places) < config.fewest_firm or firm[places].min() == firm[places].max():
        return None
    tau = kendall_tau(spread_sample(firm[places], config.most_pairs))
    kernels = source_kernels(firm[places], int(places[-1] - places[0]), len(anywhere), config)
    directions = (1, -1) if abs(tau) < config.least_tau else (1 if tau > 0 else -1,)
    found = [learn_habits(listing, known, anywhere, way, kernels, config) for way in directions]
    evidence, order = max(found, key=lambda each: each[0])
    return order if evidence > config.order_evidence else None


def learn_habits(
    listing: Listing, known: Known, anywhere: Floats, direction: int, kernels: Kernels, config: Config
) -> tuple[float, Order]:
    """The evidence for a source's running one way, and its order if it does.

    The habits are learned by expectation-maximization; the stated days then show how much of a distribution an interval
    must hold.
    """
    habits = Habits(config.gap_weights, config.lag_weights, config.together_mean, config.displaced_mean, anywhere)
    stretches = learning_runs(len(listing), config)
    runs = [listing.taken(*stretch, direction) for stretch in stretches]
    evidence = 0.0
    by_place: list[Floats] = []
    for _ in range(config.learning_rounds):
        habits, evidence, by_place = relearn(runs, habits, kernels, config)
    depths = [stretch_depths(found[::direction], known, *run) for found, run in zip(by_place, stretches, strict=True)]
    level = fit_level(np.concatenate(depths), config.coverage, weight=config.level_weight)
    return evidence, Order(direction, habits, kernels, level)


def stretch_depths(by_place: Floats, known: Known, start: int, stop: int) -> Floats:
    """How deep the stated days of one stretch lie in what is known without them."""
    stated = np.flatnonzero(~np.isnan(known.days[start:stop]))
    if not len(stated):
        return np.zeros(0)
    hidden = np.concatenate([known.hidden(start + place, start + place + 1) for place in stated.tolist()])
    return find_depths(by_place[stated], hidden, known.days[start + stated])


def source_kernels(days: Floats, n_gaps: int, n_days: int, config: Config) -> Kernels:
    """Kernels with gap scales in multiples of the source's mean gap, taken over the middle of its firm days."""
    low, high = np.quantile(days, (0.05, 0.95))
    mean_gap = max(float(high - low), 1.0) / (0.9 * max(n_gaps, 1))
    return build_kernels(
        n_days,
        gap_scales=[scale * mean_gap for scale in config.gap_scales],
        disorder=config.disorder_scale,
        lag_scales=config.lag_scales,
        repost=config.repost_lag,
    )


def source_days(firm: Floats, n_days: int, config: Config) -> Floats | None:
    """Distribution over days of a source's articles at large, smoothed from its firm ones; None with too few of them.

    The width of the smoothing is the firm articles' mean distance, twice over, so that a gap between two of them does
    not count as empty; a share of all days stays, because the undated may be older or younger than the dated.
    """
    days = firm[~np.isnan(firm)].astype(np.int64)
    if len(days) < config.fewest_firm:
        return None
    scale = max(config.least_smoothing, 2.0 * float(days.max() - days.min()) / len(days))
    distance = np.abs(np.arange(1 - n_days, n_days, dtype=np.float64))
    size = 1 << (3 * n_days).bit_length()
    counts = np.bincount(days, minlength=n_days).astype(np.float64)
    spread = np.fft.irfft(np.fft.rfft(counts, size) * np.fft.rfft(np.exp(-distance / scale), size), size)
    smooth = np.maximum(spread[n_days - 1 : 2 * n_days - 1], 0.0)
    share: Floats = (1.0 - config.outside) * smooth / smooth.sum() + config.outside / n_days
    return share


def kendall_tau(days: Floats) -> float:
    """Kendall's tau-b of days against their places, 0 where it is undefined."""
    n = len(days)
    if n < 2:
        return 0.0
    signs = np.sign(days[None, :] - days[:, None])[np.triu_indices(n, 1)]
    untied = int(np.count_nonzero(signs))
    return float(signs.sum() / np.sqrt(untied * len(signs))) if untied else 0.0


def spread_sample(days: Floats, most: int) -> Floats:
    """At most `most` of the days, evenly spread over the list: tau compares all pairs."""
    return days[np.linspace(0, len(days) - 1, most).astype(np.int64)] if len(days) > most else days


def learning_runs(n: int, config: Config) -> list[tuple[int, int]]:
    """Stretches of a source to learn from: all of it, or three stretches of a long one."""
    size = config.learning_run
    if n <= 3 * size:
        return [(0, n)]
    return [(start, start + size) for start in (0, (n - size) // 2, n - size)]


def relearn(
    runs: list[Stretch], habits: Habits, kernels: Kernels, config: Config
) -> tuple[Habits, float, list[Floats]]:
    """Better habits after one pass over the runs; under the old ones, the evidence for order and what places say.

    Only articles whose text tells something can show that they are displaced, so each counts by the share of days that
    its text rules out; a prior of `displaced_weight` articles with the mean `displaced_mean` steadies short sources.
    """
    uniform = np.full(kernels.n_days, 1.0 / kernels.n_days)
    gap_counts = config.gap_prior * np.array(config.gap_weights)
    lag_counts = config.lag_prior * np.array(config.lag_weights)
    displaced, told, evidence = config.displaced_mean * config.displaced_weight, config.displaced_weight, 0.0
    by_place = []
    together, twins = config.together_mean * config.together_weight, config.together_weight
    for run in runs:
        found, _ = run_block(run, uniform, uniform, habits, kernels, is_learning=True)
        weights = np.array([telling(row) for row in run.rows])
        together += found.together_count
        twins += int(run.twins[1:-1].sum())
        displaced += float(weights @ found.displaced)
        told += float(weights.sum())
        gap_counts = gap_counts + found.gap_counts
        lag_counts = lag_counts + found.lag_counts
        evidence += found.evidence
        by_place.append(found.by_place)
    gaps, lags = gap_counts / gap_counts.sum(), lag_counts / lag_counts.sum()
    # disorder is an allowance, not a habit: learned freely it would swallow the direction
    gaps[-1] = min(gaps[-1], config.most_disorder)
    gaps[:-1] *= (1.0 - gaps[-1]) / gaps[:-1].sum()
    learned = Habits(
        tuple(gaps.tolist()), tuple(lags.tolist()), together / twins, min(displaced / told, 0.9), habits.anywhere
    )
    return learned, evidence, by_place


def ordered_posteriors(listing: Listing, order: Order, *, block: int) -> Iterator[tuple[slice, Floats, Floats]]:
    """Posteriors of all articles block by block: places in the source, rows over days, probability of displacement.

    Only one message a block is kept from the way forward, and a block is computed again on the way back, so that
    memory does not grow with the source.
    """
    n, kernels = len(listing), order.kernels
    uniform = np.full(kernels.n_days, 1.0 / kernels.n_days)
    places = [stretch(start, min(start + block, n), n, order.direction) for start in range(0, n, block)]
    kernel = mixture(order.habits.gaps, kernels.gaps)
    starts = [uniform]
    for place in places[:-1]:
        taken = listing.taken(place.start, place.stop, order.direction)
        emitted = emissions(taken.rows, taken.is_repost, order.habits, kernels)
        starts.append(forward(starts[-1], emitted, taken.joins(order.habits), kernel, kernels)[1])
    message = uniform
    for place, start in zip(reversed(places), reversed(starts), strict=True):
        taken = listing.taken(place.start, place.stop, order.direction)
        found, message = run_block(taken, start, message, order.habits, kernels, is_learning=False)
        yield place, found.posterior[:: order.direction], found.displaced[:: order.direction]


def stretch(start: int, stop: int, n: int, direction: int) -> slice:
    """Places in the source of the stretch [start, stop) counted from its oldest end."""
    return slice(start, stop) if direction > 0 else slice(n - stop, n - start)
