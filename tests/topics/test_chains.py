"""Chains: the same whatever the number of processes, and complete."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics import chains
from pipeline.topics.plans import plan_chains
from pipeline.topics.vocabulary import build_matter


@pytest.fixture
def plans(settings, planted):
    config = settings(n_topics=6, n_chains=2, n_burn=20)
    return plan_chains(build_matter(planted[0], config=config), config=config)


def test_every_term_of_every_article_is_assigned(plans):
    chain = chains.run_chain(plans[0])
    lengths = np.bincount(plans[0].passage_article, weights=np.asarray(plans[0].passages.sum(axis=1)).ravel())
    np.testing.assert_allclose(chain.counts.sum(axis=1), lengths, rtol=1e-3)
    np.testing.assert_allclose(chain.terms.sum(axis=1), 1, rtol=1e-4)
    assert chain.samples.shape == (4, len(lengths), 6)


def test_a_chain_depends_on_its_seed_alone(plans):
    first, again, other = (chains.run_chain(plan) for plan in (plans[0], plans[0], plans[1]))
    np.testing.assert_array_equal(first.terms, again.terms)
    assert not np.array_equal(first.terms, other.terms)


def test_processes_change_nothing(plans, monkeypatch):
    alone = chains.run_chains(plans)
    monkeypatch.setattr(chains, "SMALL", 0)
    shared = chains.run_chains(plans)
    for one, other in zip(alone, shared, strict=True):
        np.testing.assert_array_equal(one.samples, other.samples)
        np.testing.assert_array_equal(one.terms, other.terms)
