"""The ladder of the number of topics, and other engines beside it: what each makes of the corpus."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from pipeline.topics.chains import Chain
from pipeline.topics.completion import Split, held_out
from pipeline.topics.config import Config
from pipeline.topics.consensus import Consensus, find_consensus
from pipeline.topics.describe import N_TOP
from pipeline.topics.engines import GIBBS
from pipeline.topics.matching import Shown, align, likeness
from pipeline.topics.measures import coherence, exclusivity, top_terms
from pipeline.topics.trials import Tried


def ladder_rows(
    tried: Sequence[Tried],
    chains: Sequence[Chain],
    splits: Sequence[Split],
    shown: Shown,
    counts: sparse.csr_matrix,
    *,
    config: Config,
) -> pd.DataFrame:
    """The table ladder. `chains`: as many of the fit that is shown as a rung has, over the articles that are tried.

    `counts`: those articles' counts of the terms. A rung is the consensus of its few chains, an engine its one run.
    """
    rows = []
    for each in tried:
        if each.trial.is_rung:
            fitted = [align(chain, each.trial.matter, shown) for chain in each.chains] or list(chains)
            is_gibbs = each.trial.engine == GIBBS
            consensus = find_consensus(fitted, config=config) if is_gibbs else as_consensus(fitted[0])
            rows.append(
                {
                    "setting": each.trial.setting,
                    "engine": each.trial.engine,
                    "n_topics": each.trial.n_topics,
                    **measure_topics(consensus, counts),
                    "persistence": mass_that_lasts(consensus) if is_gibbs else None,
                    "held_out": held_out([chain.terms for chain in each.held], splits),
                    **count_splits(consensus, shown, least=config.same_topic),
                    "is_shipped": not each.chains,
                }
            )
    return pd.DataFrame(rows)


def as_consensus(run: Chain) -> Consensus:
    """A single run as a consensus of itself."""
    return Consensus(
        run.terms.astype(float), run.counts.astype(float), run.samples, np.ones(len(run.terms)), has_rest=False
    )


def measure_topics(consensus: Consensus, counts: sparse.csr_matrix) -> dict[str, float]:
    """Mean coherence and exclusivity of the topics, 0 where there is none; the rest is none."""
    terms = consensus.terms[: len(consensus.terms) - consensus.has_rest]
    if not len(terms):
        return {"npmi": 0.0, "exclusivity": 0.0}
    sizes = consensus.counts.sum(axis=0)[: len(terms)]
    top = top_terms(terms, N_TOP)
    return {
        "npmi": float(coherence(top, counts).mean()),
        "exclusivity": min(1.0, float(exclusivity(terms, sizes, top).mean())),
    }


def mass_that_lasts(consensus: Consensus) -> float:
    """Mean persistence of the topics by their mass; what recurs in no chain counts as 0."""
    mass = consensus.counts.sum(axis=0)
    lasting = consensus.persistence.copy()
    if consensus.has_rest:
        lasting[-1] = 0
    return float(mass @ lasting / max(mass.sum(), 1e-12))


def count_splits(consensus: Consensus, shown: Shown, *, least: float) -> dict[str, int]:
    """How many topics that are shown are several here, and how many here are several of those shown."""
    inside = slice(0, len(consensus.terms) - consensus.has_rest)
    here = Chain(
        consensus.terms[inside].astype(np.float32), consensus.counts[:, inside].astype(np.float32), consensus.samples
    )
    like = likeness(here, shown)
    return {"n_splits": count_shared(like, least), "n_merges": count_shared(like.T, least)}


def count_shared(like: NDArray[np.float64], least: float) -> int:
    """How many columns are the nearest of two rows or more."""
    if not like.size:
        return 0
    nearest = like.argmax(axis=1)[like.max(axis=1) >= least]
    return int((np.bincount(nearest, minlength=1) >= 2).sum())
