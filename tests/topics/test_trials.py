"""Trials: which settings are tried, on what, and that each gets its own chains back."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.engines import EnginePlan
from pipeline.topics.plans import plan_chains
from pipeline.topics.trials import afford_trials, part_phrases, plan_trials, run_trials
from pipeline.topics.vocabulary import build_matter


@pytest.fixture
def words(planted):
    return planted[0].assign(is_noun=True)


@pytest.fixture
def planned(words, settings):
    config = settings(n_topics=10, n_samples=2, n_burn=10, trial_chains=2)
    matter = build_matter(words, config=config)
    plans = plan_chains(matter, config=config)
    return plans, plan_trials(matter, words, plans, config=config)


def test_the_rungs_stand_around_the_number_that_is_shown(planned):
    _, trials = planned
    rungs = {trial.setting: trial for trial in trials.trials if trial.is_rung}
    assert list(rungs) == ["2 topics", "4 topics", "6 topics", "10 topics", "14 topics", "gensim", "scikit-learn"]
    assert rungs["10 topics"].plans == (), "its chains are fitted already"
    variants = {trial.setting for trial in trials.trials if trial.is_variant}
    assert variants == {
        "6 topics", "14 topics", "nouns only", "without phrases", "whole articles", "gensim", "scikit-learn",
    }  # fmt: skip


def test_each_trial_gets_its_own_chains_back(planned):
    plans, trials = planned
    own, tried = run_trials(plans, trials)
    assert [len(chain.terms) for chain in own] == [10] * len(plans)
    for each in tried:
        assert len(each.chains) == len(each.trial.plans)
        assert {len(chain.terms) for chain in (*each.chains, *each.held)} == {each.trial.n_topics} or not each.chains
        assert len(each.held) == len(trials.splits) * each.trial.is_rung
        for chain in each.chains:
            assert chain.counts.shape[0] == len(each.trial.matter.articles)


def test_an_engine_is_given_whole_articles(planned):
    _, trials = planned
    for trial in trials.trials[-2:]:
        assert all(isinstance(plan, EnginePlan) for plan in (*trial.plans, *trial.held_plans))
        assert trial.plans[0].passages.shape[0] == len(trial.matter.articles)


@pytest.mark.parametrize(
    ("passes", "n_chains", "n_tried"),
    # the budget, in chains of ten trials on all 120 articles; a trial has one more for its one split
    [(1000, 6, 120), (3.5, 2, 120), (1.5, 2, 60), (0, 2, 1)],
)
def test_a_large_corpus_gets_fewer_chains_then_fewer_articles(words, settings, passes, n_chains, n_tried):
    config = settings(trial_chains=6, least_trial_chains=2)
    matter = build_matter(words, config=config)
    one = int(matter.passages.sum()) * (60 + 4 * 4) * 10
    config = settings(trial_chains=6, least_trial_chains=2, most_trial_updates=max(1, int(passes * one)))
    chains, rows = afford_trials(matter, 10, config)
    assert (chains, len(rows)) == (n_chains, n_tried)
    assert (np.diff(rows) > 0).all()


def test_phrases_are_taken_apart_without_their_connectors(words, settings):
    few = words.head(2).assign(term=["cost_of_living", "bus"], is_noun=True)
    parted = part_phrases(few, settings())
    assert parted["term"].tolist() == ["cost", "living", "bus"]
    assert parted["article_id"].tolist() == [few["article_id"].iloc[0]] * 2 + [few["article_id"].iloc[1]]
