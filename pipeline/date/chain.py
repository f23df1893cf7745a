"""A listing as a hidden chain: each place in the list has a posting day, and posting days run one way.

Forward-backward over the days of the grid (Rabiner 1989). A gap between neighbours is a mixture of exponentials, from
the same day to months, with a small allowance for disorder; an article's own date lies on its posting day or before it;
and with a probability that is learned for each source, the article is displaced: its place says nothing of its date.
Convolutions run through the Fourier transform, so a step costs the same for any kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.date.grid import Floats

Complex = NDArray[np.complex128]
# Keeps a message positive where the transform's rounding (1e-16 of its peak) would leave zero or less.
LEAST = 1e-14


@dataclass(frozen=True)
class Habits:
    """How a source posts: weights of the gap scales (the last is disorder), the share of displaced articles.

    `anywhere` is the distribution over days of an article whose place is not known.
    """

    gaps: tuple[float, ...]
    displaced: float
    anywhere: Floats


@dataclass(frozen=True)
class Kernels:
    """Transforms of the gap components and of the lags from date to posting (ordinary and repost), for one grid."""

    n_days: int
    size: int
    gaps: Complex
    lags: tuple[Complex, Complex]


@dataclass(frozen=True)
class Pass:
    """What one pass over a run of articles found: posteriors and messages by article, evidence, expected counts."""

    posterior: Floats
    displaced: Floats
    gap_counts: Floats
    evidence: float


def build_kernels(
    n_days: int, *, gap_scales: Sequence[float], disorder: float, lag: Sequence[float], repost: Sequence[float]
) -> Kernels:
    """Kernels for a grid of `n_days`; scales in days, `lag` and `repost` as share, scale, share, scale ..."""
    size = 1 << (2 * n_days - 1).bit_length()
    gaps = [geometric(scale, size, n_days) for scale in gap_scales]
    # disorder: the neighbour may be older than it should be, which is a gap backwards
    backwards = np.roll(geometric(disorder, size, n_days)[::-1], 1)
    gaps.append(backwards)
    lags = (mixed(lag, size, n_days), mixed(repost, size, n_days))
    return Kernels(n_days, size, np.fft.rfft(np.array(gaps)), (np.fft.rfft(lags[0]), np.fft.rfft(lags[1])))


def geometric(scale: float, size: int, n_days: int) -> Floats:
    """Geometric probabilities of a lag of 0, 1, 2 ... days with the given scale; all on day 0 for scale 0."""
    kernel = np.zeros(size)
    if scale <= 0:
        kernel[0] = 1.0
        return kernel
    kernel[:n_days] = np.exp(-np.arange(n_days) / scale) * -np.expm1(-1.0 / scale)
    return kernel


def mixed(parts: Sequence[float], size: int, n_days: int) -> Floats:
    """Mixture of geometric lags from share, scale, share, scale ..."""
    return sum(
        (share * geometric(scale, size, n_days) for share, scale in zip(parts[::2], parts[1::2], strict=True)),
        np.zeros(size),
    )


def convolve(rows: Floats, kernel: Complex, kernels: Kernels) -> Floats:
    """`rows` (one or more over days) convolved with a kernel, cut to the grid and kept positive."""
    spread = np.fft.irfft(np.fft.rfft(rows, n=kernels.size) * kernel, n=kernels.size)[..., : kernels.n_days]
    kept: Floats = np.maximum(spread, LEAST / kernels.n_days)
    return kept


def emissions(rows: Floats, is_repost: NDArray[np.bool_], habits: Habits, kernels: Kernels) -> Floats:
    """Likelihood of each posting day for each article: its date lies before it, unless the article is displaced."""
    posted = np.empty_like(rows)
    for flag in (False, True):
        chosen = is_repost == flag
        if chosen.any():
            posted[chosen] = convolve(rows[chosen], kernels.lags[int(flag)], kernels)
    elsewhere = (rows * habits.anywhere).sum(axis=1, keepdims=True)
    return (1.0 - habits.displaced) * posted + habits.displaced * elsewhere


def gap_kernel(habits: Habits, kernels: Kernels) -> Complex:
    """Transform of the whole gap mixture."""
    mixture: Complex = (np.array(habits.gaps)[:, None] * kernels.gaps).sum(axis=0)
    return mixture


def step(message: Floats, kernel: Complex, kernels: Kernels) -> Floats:
    """The message one place further, normalized."""
    spread = convolve(message, kernel, kernels)
    normal: Floats = spread / spread.sum()
    return normal


def forward(start: Floats, emitted: Floats, kernel: Complex, kernels: Kernels) -> tuple[Floats, Floats, float]:
    """Predictions for each place before its own evidence, the prediction for the next, and the log likelihood."""
    predicted = np.empty_like(emitted)
    message, evidence = start, 0.0
    for place, row in enumerate(emitted):
        predicted[place] = message
        joint = message * row
        total = float(joint.sum())
        evidence += float(np.log(total))
        message = step(joint / total, kernel, kernels)
    return predicted, message, evidence


def run_block(
    rows: Floats,
    is_repost: NDArray[np.bool_],
    start: Floats,
    end: Floats,
    habits: Habits,
    kernels: Kernels,
    *,
    is_learning: bool,
) -> tuple[Pass, Floats]:
    """Posteriors of a block between the prediction `start` and the message `end` from later places; the message before.

    The evidence is a logarithm relative to articles without any order. Gaps are counted while `is_learning`.
    """
    kernel = gap_kernel(habits, kernels)
    emitted = emissions(rows, is_repost, habits, kernels)
    predicted, _, likelihood = forward(start, emitted, kernel, kernels)
    elsewhere = (rows * habits.anywhere).sum(axis=1)
    posterior = np.empty_like(rows)
    displaced = np.empty(len(rows))
    counts = np.zeros(len(habits.gaps))
    message = end
    for place in range(len(rows) - 1, -1, -1):
        cavity = predicted[place] * message
        cavity /= cavity.sum()
        lag = np.conj(kernels.lags[int(is_repost[place])])
        placed = (1.0 - habits.displaced) * convolve(cavity, lag, kernels)
        joint = rows[place] * (placed + habits.displaced * habits.anywhere)
        total = joint.sum()
        posterior[place] = joint / total
        displaced[place] = habits.displaced * elsewhere[place] / total
        later = message * emitted[place]
        later /= later.sum()
        if place and is_learning:
            earlier = predicted[place - 1] * emitted[place - 1]
            counts += gap_shares(earlier, later, habits, kernels)
        message = step(later, np.conj(kernel), kernels)
    return Pass(posterior, displaced, counts, likelihood - float(np.log(elsewhere).sum())), message


def gap_shares(earlier: Floats, later: Floats, habits: Habits, kernels: Kernels) -> Floats:
    """How likely each gap component explains the step between two neighbours (Parseval: no inverse transform)."""
    product = np.fft.rfft(earlier, n=kernels.size) * np.conj(np.fft.rfft(later, n=kernels.size))
    product[1:-1] *= 2.0
    # elementwise, not by BLAS: threads that compete for cores made the small product a hundred times slower
    mass = (kernels.gaps.real * product.real - kernels.gaps.imag * product.imag).sum(axis=1)
    masses = np.maximum(mass, 0.0) * np.array(habits.gaps)
    shares: Floats = masses / masses.sum() if masses.sum() > 0 else np.array(habits.gaps)
    return shares
