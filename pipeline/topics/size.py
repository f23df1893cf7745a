"""Size: how many topics the corpus holds, as far as unseen articles can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.topics.chains import Plan, run_chains
from pipeline.topics.completion import held_out, split_articles
from pipeline.topics.config import Config
from pipeline.topics.plans import bearable_topics, plan_chains
from pipeline.topics.vocabulary import Matter, take_articles

# The splits are the corpus's own and not the seed's, so that other chains do not bring another number of topics.
SPLITS = 2026


def find_size(matter: Matter, *, config: Config) -> int:
    """The number of topics to fit: the largest of the sizes that foretells unseen articles as well as the best.

    Too many topics are the smaller fault, since the tree joins them again: so the largest of the good.
    """
    most = bearable_topics(matter, config)
    sizes = sorted({max(1, round(most * part)) for part in config.sizes} | {most})
    if not config.finds_n_topics or len(sizes) == 1:
        return most
    order = np.random.default_rng([SPLITS, len(matter.articles)]).permutation(len(matter.articles))
    sample = take_articles(matter, np.sort(order[: config.size_articles]))
    splits = split_articles(sample, n_splits=config.n_size_splits, unseen_share=config.held_share, seed=SPLITS)
    if not splits:
        return most
    base = replace(plan_chains(matter, config=config)[0], n_kept=1)
    plans = [size_plan(base, split.fitted, size, config) for size in sizes for split in splits]
    chains = iter(run_chains(plans))
    fits = [held_out([next(chains).terms for _ in splits], splits) for _ in sizes]
    return pick_size(sizes, fits, same_fit=config.same_fit)


def size_plan(base: Plan, matter: Matter, n_topics: int, config: Config) -> Plan:
    """The plan of one chain of so many topics on the articles of a split."""
    return replace(
        base,
        passages=matter.passages,
        passage_article=matter.passage_article,
        n_topics=n_topics,
        alpha=config.alpha_sum / n_topics,
        seed=SPLITS + n_topics,
    )


def pick_size(sizes: Sequence[int], fits: Sequence[float], *, same_fit: float) -> int:
    """The largest size whose fit is within `same_fit` of the best."""
    return max(size for size, fit in zip(sizes, fits, strict=True) if fit >= max(fits) - same_fit)
