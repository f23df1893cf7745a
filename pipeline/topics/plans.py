"""Plans: how many topics a corpus can bear, how many chains are worth their time, and each chain's seed."""

from __future__ import annotations

import numpy as np

from pipeline.topics.chains import Plan
from pipeline.topics.config import Config
from pipeline.topics.vocabulary import Matter


def plan_chains(matter: Matter, *, config: Config) -> list[Plan]:
    """The plans of all chains; each chain's seed depends on the setting and its number alone."""
    n_topics = bearable_topics(matter, config)
    n_chains = affordable_chains(matter, config)
    n_kept = max(1, min(config.n_samples, draws_kept(matter, n_topics, config) // n_chains))
    seeds = np.random.SeedSequence(config.random_seed).generate_state(n_chains)
    return [
        Plan(
            passages=matter.passages,
            passage_article=matter.passage_article,
            n_topics=n_topics,
            alpha=config.alpha_sum / n_topics,
            eta=config.eta,
            n_burn=config.n_burn,
            n_samples=config.n_samples,
            n_between=config.n_between,
            n_kept=n_kept,
            seed=int(seed),
        )
        for seed in seeds
    ]


def bearable_topics(matter: Matter, config: Config) -> int:
    """How many topics the corpus can bear: as many as are asked for, fewer where articles or terms are few.

    The number of documents limits what can be told apart, however long they are (Tang et al. 2014).
    """
    n_articles, n_terms = len(matter.articles), int(matter.passages.sum())
    return max(1, min(config.n_topics, n_articles // config.articles_per_topic, n_terms // config.terms_per_topic))


def affordable_chains(matter: Matter, config: Config) -> int:
    """How many chains the budget of updates (terms x sweeps) allows, within the least and the wanted number."""
    sweeps = config.n_burn + config.n_samples * config.n_between
    afforded = config.most_updates // max(1, int(matter.passages.sum()) * sweeps)
    return max(min(config.least_chains, config.n_chains), min(config.n_chains, afforded))


def draws_kept(matter: Matter, n_topics: int, config: Config) -> int:
    """How many draws fit the budget of memory: a draw has one number for each article and topic."""
    return max(1, min(config.n_draws, config.most_draw_cells // max(1, len(matter.articles) * n_topics)))
