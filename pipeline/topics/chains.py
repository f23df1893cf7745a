"""Chains: collapsed Gibbs sampling of LDA (Griffiths and Steyvers 2004) in tomotopy, many chains over all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from pipeline.progress import follow

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Plan:
    """One chain's work: passages x terms, the article of each passage, the priors, the length, the seed."""

    passages: sparse.csr_matrix
    passage_article: NDArray[np.intp]
    n_topics: int
    alpha: float
    eta: float
    n_burn: int
    n_samples: int
    n_between: int
    n_kept: int
    seed: int


@dataclass(frozen=True)
class Chain:
    """What a chain found, averaged over its samples.

    `terms`: topics x terms, rows sum to 1. `counts`: articles x topics, how many of an article's terms are of a topic.
    `samples`: those counts in the single samples that are kept, evenly spaced (kept x articles x topics).
    """

    terms: Floats
    counts: Floats
    samples: Floats


def run_chains(plans: Sequence[Plan], fit: Callable[[Plan], Chain] | None = None) -> list[Chain]:
    """The chains of the plans, in order; over all cores, each in one thread, so that cores change nothing.

    `fit` makes a chain of a plan (another engine's, say): `run_chain` unless given.
    """
    fit = fit or run_chain
    # the cores that this process may use, not all that there are
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    n_workers = min(len(plans), n_cores)
    if n_workers <= 1 or sum(plan.passages.sum() for plan in plans) < SMALL:
        return [fit(plan) for plan in plans]
    # spawn: the same on every system, and no threads are forked
    with ProcessPoolExecutor(n_workers, mp_context=get_context("spawn")) as pool:
        return list(follow(pool.map(fit, plans), "topics: chains", total=len(plans)))


# Terms over all chains below which starting processes (about a second each) costs more than it saves.
SMALL = 40_000


def run_chain(plan: Plan) -> Chain:
    """One chain: burn in, then take samples `n_between` sweeps apart."""
    model = load_model(plan)
    model.train(plan.n_burn, workers=1)
    order = np.array([int(name) for name in model.used_vocabs], dtype=np.intp)
    n_articles = int(plan.passage_article.max()) + 1
    lengths = np.asarray(plan.passages.sum(axis=1))
    kept = np.linspace(0, plan.n_samples - 1, plan.n_kept).round().astype(int)
    terms = np.zeros((plan.n_topics, plan.passages.shape[1]))
    counts = np.zeros((n_articles, plan.n_topics), dtype=np.float32)
    samples = []
    for sample in range(plan.n_samples):
        model.train(plan.n_between, workers=1)
        terms[:, order] += [model.get_topic_word_dist(topic) for topic in range(plan.n_topics)]
        shares = np.array([passage.get_topic_dist() for passage in model.docs], dtype=np.float32)
        # tomotopy smooths shares by alpha; what was assigned is wanted, passages added up to articles
        assigned = shares * (lengths + plan.alpha * plan.n_topics) - plan.alpha
        starts = np.flatnonzero(np.diff(plan.passage_article, prepend=-1))
        found = np.add.reduceat(np.maximum(assigned, 0), starts, axis=0).astype(np.float32)
        counts += found
        samples += [found] * int((kept == sample).sum())
    return Chain(
        terms=(terms / terms.sum(axis=1, keepdims=True)).astype(np.float32),
        counts=counts / np.float32(plan.n_samples),
        samples=np.stack(samples),
    )


def load_model(plan: Plan) -> Any:
    """A tomotopy LDA model that holds the plan's passages; alpha is not optimised."""
    import tomotopy

    model = tomotopy.LDAModel(k=plan.n_topics, alpha=plan.alpha, eta=plan.eta, seed=plan.seed)
    model.optim_interval = 0
    names = [str(term) for term in range(plan.passages.shape[1])]
    pointers, columns, amounts = plan.passages.indptr, plan.passages.indices, plan.passages.data
    for first, last in pairwise(pointers):
        model.add_doc([names[term] for term in np.repeat(columns[first:last], amounts[first:last])])
    return model
