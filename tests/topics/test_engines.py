"""Other engines: what they are given comes back as topics and counts, the same on every run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.topics.chains import run_chain
from pipeline.topics.engines import ENGINES, fit_plan, name_engine
from pipeline.topics.plans import plan_chains
from pipeline.topics.trials import whole_articles
from pipeline.topics.vocabulary import build_matter


@pytest.fixture
def config(settings):
    return settings(n_topics=5)


@pytest.fixture
def matter(planted, config):
    words, _, _ = planted
    return whole_articles(build_matter(words, config=config))


@pytest.fixture
def plan(matter, config):
    return plan_chains(matter, config=config)[0]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_gives_every_term_to_some_topic(plan, engine):
    found = fit_plan(name_engine(plan, engine, n_passes=20))
    np.testing.assert_allclose(found.terms.sum(axis=1), 1, rtol=1e-4)
    lengths = np.asarray(plan.passages.sum(axis=1)).ravel()
    np.testing.assert_allclose(found.counts.sum(axis=1), lengths, rtol=0.05)
    assert found.samples.shape == (1, *found.counts.shape)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_finds_planted_topics(plan, matter, planted, engine):
    _, _, topics = planted
    found = fit_plan(name_engine(plan, engine, n_passes=20)).terms.astype(float)
    # the planted topics share no terms: most of what is found should lie within one of them
    own = found @ (topics[:, [int(term[1:]) for term in matter.vocabulary]] > 0).T
    assert np.median(own.max(axis=1)) > 0.6


@pytest.mark.parametrize("engine", ENGINES)
def test_the_seed_decides_and_nothing_else(plan, engine):
    one, same = (fit_plan(name_engine(plan, engine, n_passes=5)) for _ in range(2))
    other = fit_plan(name_engine(replace(plan, seed=plan.seed + 1), engine, n_passes=5))
    np.testing.assert_array_equal(one.terms, same.terms)
    assert not np.array_equal(one.terms, other.terms)


def test_a_plan_that_names_no_engine_is_a_gibbs_chain(plan):
    np.testing.assert_array_equal(fit_plan(plan).counts, run_chain(plan).counts)
