"""A listing as a hidden chain: each place in the list has a posting day, and posting days run one way.

Forward-backward over the days of the grid (Rabiner 1989). A gap between neighbours is a mixture of exponentials, from
the same day to many times the source's mean gap, with a small allowance for disorder; twins, whose headlines carry the
same date, were with a chance put up together; an article's own date lies on its posting day or before it; and with a
probability that is learned for each source, the article is displaced: its place says nothing of its date. Convolutions
run through the Fourier transform, so a step costs the same for any kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from pipeline.date.grid import Floats

Complex = NDArray[np.complex128]
Flags = NDArray[np.bool_]
# Keeps a message positive where the transform's rounding (1e-16 of its peak) would leave zero or less.
LEAST = 1e-14
# Rows transformed at a time: eight rows of ten years take 0.5 MB, and more of them run slower, out of the cache.
CHUNK = 8


@dataclass(frozen=True)
class Habits:
    """How a source posts: weights of the gap scales (the last is disorder) and of the lags from date to posting.

    `together` is the chance that twins were put up together; `displaced` is the share of articles whose place says
    nothing of their date; `anywhere` is where those lie.
    """

    gaps: tuple[float, ...]
    lags: tuple[float, ...]
    together: float
    displaced: float
    anywhere: Floats


@dataclass(frozen=True)
class Stretch:
    """Neighbouring articles of a source, oldest first: rows over days, which are reposts, and which are twins.

    `twins` has one more than the articles: whether each is the twin of the one before, and the last of the one after.
    """

    rows: Floats
    is_repost: Flags
    twins: Flags

    def joins(self, habits: Habits) -> Floats:
        """The chance of each step that it is none: the two are twins and were put up together."""
        return np.where(self.twins, np.float64(habits.together), 0.0)


@dataclass(frozen=True)
class Kernels:
    """Transforms of the components of gaps and of lags from date to posting, and of a repost's lag, for one grid."""

    n_days: int
    size: int
    gaps: Complex
    lags: Complex
    repost: Complex


@dataclass(frozen=True)
class Pass:
    """What one pass over a run of articles found: posteriors, probabilities of displacement, expected counts.

    `by_place` is what the place alone says of each article's day, as a distribution.
    `evidence` is the log-likelihood of the run less that of the same articles in no order.
    """

    posterior: Floats
    by_place: Floats
    displaced: Floats
    gap_counts: Floats
    lag_counts: Floats
    together_count: float
    evidence: float


def build_kernels(
    n_days: int,
    *,
    gap_scales: Sequence[float],
    disorder: float,
    lag_scales: Sequence[float],
    repost: Sequence[float],
) -> Kernels:
    """Kernels for a grid of `n_days`; scales in days, `repost` as share, scale, share, scale ..."""
    size = 1 << (2 * n_days - 1).bit_length()
    gaps = [geometric(scale, size, n_days) for scale in gap_scales]
    # disorder: the neighbour may be older than it should be, which is a gap backwards
    gaps.append(np.roll(geometric(disorder, size, n_days)[::-1], 1))
    lags = [geometric(scale, size, n_days) for scale in lag_scales]
    again = np.zeros(size)
    for share, scale in zip(repost[::2], repost[1::2], strict=True):
        again += share * geometric(scale, size, n_days)
    return Kernels(n_days, size, fft.rfft(np.array(gaps)), fft.rfft(np.array(lags)), fft.rfft(again))


def geometric(scale: float, size: int, n_days: int) -> Floats:
    """Geometric probabilities of a lag of 0, 1, 2 ... days with the given scale; all on day 0 for scale 0."""
    kernel = np.zeros(size)
    if scale <= 0:
        kernel[0] = 1.0
        return kernel
    kernel[:n_days] = np.exp(-np.arange(n_days) / scale) * -np.expm1(-1.0 / scale)
    return kernel


def mixture(weights: Sequence[float], components: Complex) -> Complex:
    """Transform of a whole mixture."""
    whole: Complex = (np.array(weights)[:, None] * components).sum(axis=0)
    return whole


def convolve(rows: Floats, kernel: Complex, kernels: Kernels) -> Floats:
    """`rows` (one or more over days) convolved with a kernel, cut to the grid and kept positive."""
    if rows.ndim > 1 and len(rows) > CHUNK:
        return np.concatenate([convolve(rows[at : at + CHUNK], kernel, kernels) for at in range(0, len(rows), CHUNK)])
    spread = fft.irfft(fft.rfft(rows, n=kernels.size) * kernel, n=kernels.size)[..., : kernels.n_days]
    kept: Floats = np.maximum(spread, LEAST / kernels.n_days)
    return kept


def emissions(rows: Floats, is_repost: Flags, habits: Habits, kernels: Kernels) -> Floats:
    """Likelihood of each posting day for each article: its date lies before it, unless the article is displaced."""
    posted = np.empty_like(rows)
    for flag, lag in ((False, mixture(habits.lags, kernels.lags)), (True, kernels.repost)):
        chosen = is_repost == flag
        if chosen.any():
            posted[chosen] = convolve(rows[chosen], lag, kernels)
    elsewhere = (rows * habits.anywhere).sum(axis=1, keepdims=True)
    emitted: Floats = (1.0 - habits.displaced) * posted + habits.displaced * elsewhere
    return emitted


def forward(
    start: Floats, emitted: Floats, joins: Floats, kernel: Complex, kernels: Kernels
) -> tuple[Floats, Floats, float]:
    """Predictions for each place before its own evidence, the prediction for the next, and the log-likelihood."""
    predicted = np.empty_like(emitted)
    message, likelihood = start, 0.0
    for place, row in enumerate(emitted):
        predicted[place] = message
        joint = message * row
        total = float(joint.sum())
        likelihood += float(np.log(total))
        message = step(joint / total, joins[place + 1], kernel, kernels)
    return predicted, message, likelihood


def step(message: Floats, join: float, kernel: Complex, kernels: Kernels) -> Floats:
    """The message one place further, normalized, where with the chance `join` that place is of the same day."""
    spread = join * message + (1.0 - join) * convolve(message, kernel, kernels)
    normal: Floats = spread / spread.sum()
    return normal


def backward(end: Floats, emitted: Floats, joins: Floats, kernel: Complex, kernels: Kernels) -> tuple[Floats, Floats]:
    """For each place the message from the later ones, its own evidence left out, and the message before the first."""
    messages, message = np.empty_like(emitted), end
    turned = np.conj(kernel)
    for place in range(len(emitted) - 1, -1, -1):
        messages[place] = message
        later = message * emitted[place]
        message = step(later / later.sum(), joins[place], turned, kernels)
    return messages, message


def run_block(
    taken: Stretch,
    start: Floats,
    end: Floats,
    habits: Habits,
    kernels: Kernels,
    *,
    is_learning: bool,
) -> tuple[Pass, Floats]:
    """The pass over a block between the prediction `start` and the message `end` from later places; the message before.

    Gaps and lags are counted while `is_learning`.
    """
    rows, is_repost = taken.rows, taken.is_repost
    kernel = mixture(habits.gaps, kernels.gaps)
    joins = taken.joins(habits)
    emitted = emissions(rows, is_repost, habits, kernels)
    predicted, _, likelihood = forward(start, emitted, joins, kernel, kernels)
    messages, message = backward(end, emitted, joins, kernel, kernels)
    cavity = normal_rows(predicted * messages)
    by_place = placed_days(cavity, is_repost, habits, kernels)
    joint = rows * by_place
    totals = joint.sum(axis=1)
    elsewhere = (rows * habits.anywhere).sum(axis=1)
    displaced = habits.displaced * elsewhere / totals
    gaps, lags, together = np.zeros(len(habits.gaps)), np.zeros(len(habits.lags)), 0.0
    if is_learning:
        earlier, later = (predicted * emitted)[:-1], normal_rows(messages * emitted)[1:]
        joined = chances_together(normal_rows(earlier), later, joins[1:-1], kernel, kernels)
        together = float(joined.sum())
        gaps = count_steps(earlier, later, 1.0 - joined, habits.gaps, kernels.gaps, kernels.size)
        weights = np.array([telling(row) for row in rows]) * (1.0 - displaced)
        placed = ~is_repost
        lags = count_steps(rows[placed], cavity[placed], weights[placed], habits.lags, kernels.lags, kernels.size)
    evidence = likelihood - float(np.log(elsewhere).sum())
    return Pass(joint / totals[:, None], by_place, displaced, gaps, lags, together, evidence), message


def chances_together(earlier: Floats, later: Floats, joins: Floats, kernel: Complex, kernels: Kernels) -> Floats:
    """The probability of each step that the two were put up together: 0 where they are no twins."""
    chances = np.zeros(len(joins))
    for place in np.flatnonzero(joins):
        same = joins[place] * float(earlier[place] @ later[place])
        other = (1.0 - joins[place]) * float(convolve(earlier[place], kernel, kernels) @ later[place])
        chances[place] = same / (same + other)
    return chances


def normal_rows(rows: Floats) -> Floats:
    """The rows, each summing to 1."""
    normal: Floats = rows / rows.sum(axis=1, keepdims=True)
    return normal


def placed_days(cavity: Floats, is_repost: Flags, habits: Habits, kernels: Kernels) -> Floats:
    """What its place says of each article's own day: `cavity` says when it was posted."""
    placed = np.empty_like(cavity)
    for flag, lag in ((False, mixture(habits.lags, kernels.lags)), (True, kernels.repost)):
        chosen = is_repost == flag
        if chosen.any():
            placed[chosen] = convolve(cavity[chosen], np.conj(lag), kernels)
    days: Floats = (1.0 - habits.displaced) * placed + habits.displaced * habits.anywhere
    return days


def telling(row: Floats) -> float:
    """The share of days that a text rules out: 0 for a flat row, almost 1 for a single day."""
    entropy = -float((row * np.log(np.maximum(row, 1e-300))).sum())
    return max(0.0, 1.0 - float(np.exp(entropy)) / len(row))


def count_steps(
    earlier: Floats, later: Floats, each: Floats, weights: Sequence[float], components: Complex, size: int
) -> Floats:
    """How often each component explains a step from one day to another; row by row, the rows counted by `each`."""
    counts = np.zeros(len(weights))
    real, imaginary = np.ascontiguousarray(components.real), np.ascontiguousarray(components.imag)
    for stop in range(len(earlier), 0, -CHUNK):
        rows = slice(max(0, stop - CHUNK), stop)
        # Parseval's theorem: no inverse transform
        products = fft.rfft(earlier[rows], n=size) * np.conj(fft.rfft(later[rows], n=size))
        products[:, 1:-1] *= 2.0
        for product, weight in zip(products[::-1], each[rows][::-1], strict=True):
            # elementwise, not by BLAS: threads that compete for cores made the small product a hundred times slower
            mass = (real * product.real - imaginary * product.imag).sum(axis=1)
            masses = np.maximum(mass, 0.0) * np.array(weights)
            counts += weight * (masses / masses.sum() if masses.sum() > 0 else np.array(weights))
    return counts
