"""Trials: the same corpus fitted under other settings, to see what holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.topics.chains import Chain, Plan, run_chains
from pipeline.topics.completion import Split, split_articles
from pipeline.topics.config import Config
from pipeline.topics.engines import ENGINES, GIBBS, fit_plan, name_engine
from pipeline.topics.phrases import JOINER
from pipeline.topics.vocabulary import Matter, build_matter, take_articles

LEAST_RUNG = 0.5  # of the number of topics shown: coarser rungs cannot hold its themes, and test no finding


@dataclass(frozen=True)
class Trial:
    """One setting: what is fitted, by which plans, and the plans by which it is judged on unseen articles."""

    setting: str
    engine: str
    matter: Matter
    plans: tuple[Plan, ...]
    held_plans: tuple[Plan, ...]
    n_topics: int
    is_rung: bool
    is_variant: bool


@dataclass(frozen=True)
class Tried:
    """A trial with what came of it: the chains of its plans and of its held_plans."""

    trial: Trial
    chains: Sequence[Chain]
    held: Sequence[Chain]


@dataclass(frozen=True)
class Trials:
    """All trials, the rows of the articles that they are made on, and the splits by which they are judged."""

    trials: tuple[Trial, ...]
    rows: NDArray[np.intp]
    splits: tuple[Split, ...]


def plan_trials(matter: Matter, words: pd.DataFrame, plans: Sequence[Plan], *, config: Config) -> Trials:
    """The trials that are made beside the chains of `plans`; a large corpus is tried on a sample of its articles."""
    base = plans[0]
    rungs = sorted({max(1, round(base.n_topics * rung)) for rung in config.rungs} | {base.n_topics})
    n_chains, rows = afford_trials(matter, len(rungs) + 4, config)
    tried = take_articles(matter, rows)
    splits = split_articles(
        tried, n_splits=config.n_held_splits, unseen_share=config.held_share, seed=config.random_seed
    )
    short = replace(base, n_kept=1)
    trials = [rung_trial(n_topics, tried, splits, short, n_chains, config) for n_topics in rungs]
    own_words = words[words["article_id"].isin(set(tried.articles))]
    for setting, other in other_matters(tried, own_words, config):
        if len(other.articles):
            plan = draw_plans(other, short, n_chains, config, short.n_topics)
            trials.append(Trial(setting, GIBBS, other, plan, (), short.n_topics, False, True))
    trials += [engine_trial(engine, tried, splits, short, config) for engine in ENGINES]
    return Trials(tuple(trials), rows, tuple(splits))


def afford_trials(matter: Matter, n_trials: int, config: Config) -> tuple[int, NDArray[np.intp]]:
    """How many chains a trial gets, and the rows of the articles that are tried: all, or as many as can be paid for."""
    updates = max(1, int(matter.passages.sum()) * (config.n_burn + config.n_samples * config.n_between) * n_trials)
    least = min(config.least_trial_chains, config.trial_chains)
    # a trial has its chains, and one for each split by which it is judged
    n_chains = max(least, min(config.trial_chains, config.most_trial_updates // updates - config.n_held_splits))
    n_articles = len(matter.articles)
    n_tried = min(
        n_articles, max(1, config.most_trial_updates * n_articles // (updates * (n_chains + config.n_held_splits)))
    )
    order = np.random.default_rng([config.random_seed, n_articles]).permutation(n_articles)
    return n_chains, np.sort(order[:n_tried])


def rung_trial(
    n_topics: int, matter: Matter, splits: Sequence[Split], base: Plan, n_chains: int, config: Config
) -> Trial:
    """A rung of the ladder; the one that is shown has its chains already and needs to be judged only."""
    is_shown = n_topics == base.n_topics
    plans = () if is_shown else draw_plans(matter, base, n_chains, config, n_topics)
    held = tuple(draw_plans(split.fitted, base, 1, config, n_topics)[0] for split in splits)
    varies = not is_shown and n_topics >= LEAST_RUNG * base.n_topics
    return Trial(f"{n_topics} topics", GIBBS, matter, plans, held, n_topics, True, varies)


def engine_trial(engine: str, matter: Matter, splits: Sequence[Split], base: Plan, config: Config) -> Trial:
    """A single run of another library on the articles' counts: passages suit variational inference worse."""
    whole = [whole_articles(part) for part in (matter, *(split.fitted for split in splits))]
    plans = [draw_plans(part, base, 1, config, base.n_topics)[0] for part in whole]
    named = [name_engine(plan, engine, n_passes=config.n_passes) for plan in plans]
    return Trial(engine, engine, whole[0], (named[0],), tuple(named[1:]), base.n_topics, True, True)


def draw_plans(matter: Matter, base: Plan, n_chains: int, config: Config, n_topics: int) -> tuple[Plan, ...]:
    """Plans of so many chains on other counts or with another number of topics; seeds of the setting alone."""
    seeds = np.random.SeedSequence([config.random_seed, n_topics]).generate_state(n_chains)
    return tuple(
        replace(
            base,
            passages=matter.passages,
            passage_article=matter.passage_article,
            n_topics=n_topics,
            alpha=config.alpha_sum / n_topics,
            seed=int(seed),
        )
        for seed in seeds
    )


def other_matters(matter: Matter, words: pd.DataFrame, config: Config) -> Iterator[tuple[str, Matter]]:
    """The same articles otherwise prepared, by a reader's words for it."""
    yield "nouns only", build_matter(words[words["is_noun"]], config=config)
    yield "without phrases", build_matter(part_phrases(words, config), config=config)
    yield "whole articles", whole_articles(matter)


def part_phrases(words: pd.DataFrame, config: Config) -> pd.DataFrame:
    """The words with phrases taken apart; connectors within them fall out."""
    parts = words[["article_id", "term"]].assign(term=words["term"].str.split(JOINER)).explode("term")
    return parts[~parts["term"].isin(config.connectors)].reset_index(drop=True)


def whole_articles(matter: Matter) -> Matter:
    """The same counts with each article as one passage."""
    return replace(matter, passages=matter.counts, passage_article=np.arange(len(matter.articles)))


def run_trials(plans: Sequence[Plan], trials: Trials) -> tuple[list[Chain], list[Tried]]:
    """The chains of the plans, and what came of the trials; all in one pool."""
    wanted = [*plans, *(plan for trial in trials.trials for plan in (*trial.plans, *trial.held_plans))]
    chains = iter(run_chains(wanted, fit_plan))
    own = [next(chains) for _ in plans]
    tried = [
        Tried(trial, [next(chains) for _ in trial.plans], [next(chains) for _ in trial.held_plans])
        for trial in trials.trials
    ]
    return own, tried
