"""Sharpness: how much words of their own the planted themes have, so that words lie as evenly as in the corpus.

Themes that differ little make every word lie over all articles; themes of few words make words lie in few. Planted
themes that are less distinct than those of the corpus are harder to find than those are, and sharper ones easier:
neither would say what themes and intervals are worth there.
"""

from __future__ import annotations

import numpy as np

from pipeline.certify.generators import simulate
from pipeline.certify.shape import Floats, Shape, measure_evenness

# The sums of the Dirichlet law that are tried, from themes of few words to themes that hardly differ.
TRIED = np.geomspace(10.0, 600.0, 8)
# Where the corpus is too small to tell.
UNKNOWN = 100.0
# Articles and corpora that are simulated to tell, at most.
MOST_ARTICLES, N_CORPORA = 400, 3


def match_sharpness(shape: Shape, *, kind: str = "lda", n_themes: int, seed: int) -> float:
    """The sharpness at which corpora simulated by a generator are as even as the corpus; within the tried ones.

    That of LDA serves the others too, but for bursts, which make words lie less evenly by themselves.
    """
    if np.isnan(shape.evenness):
        return UNKNOWN
    sample = shape.take(np.sort(np.random.default_rng(seed).permutation(len(shape.words))[:MOST_ARTICLES]))
    found = np.array([simulated_evenness(sample, kind, tried, n_themes, seed) for tried in TRIED])
    told = ~np.isnan(found)
    if not told.any():
        return UNKNOWN
    # even as chance has it or nearly, the curve may waver
    rising = np.maximum.accumulate(found[told])
    return float(np.exp(np.interp(shape.evenness, rising, np.log(TRIED[told]))))


def simulated_evenness(shape: Shape, kind: str, sharpness: float, n_themes: int, seed: int) -> float:
    """The mean evenness of corpora of a generator; NaN where they are too small to tell."""
    found: list[float] = []
    for number in range(N_CORPORA):
        planted, _ = simulate(kind, shape, number=number, n_themes=n_themes, sharpness=sharpness, seed=seed)
        sizes = [len(text) for text in planted.texts]
        found.append(measure_evenness(np.repeat(np.arange(len(sizes)), sizes), np.concatenate(planted.texts)))
    values: Floats = np.array(found)
    return float(np.nanmean(values)) if not np.isnan(values).all() else float("nan")
