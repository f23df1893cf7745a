"""Consensus: topics that recur over chains, and what planted topics become."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.chains import Chain, run_chains
from pipeline.topics.consensus import find_consensus, unit_rows
from pipeline.topics.plans import plan_chains
from pipeline.topics.tree import group_topics
from pipeline.topics.vocabulary import build_matter

LASTING = np.eye(3, 9) * 30 + np.eye(3, 9, 3) * 10


def chain_of(order, stray):
    """A chain that holds the three lasting topics in some order, and a stray topic of its own where asked."""
    rows = [LASTING[topic] for topic in order]
    counts = [np.eye(12)[topic] * 20 + np.eye(12)[topic + 3] * 20 for topic in order]
    if stray is not None:
        rows.append(np.eye(1, 9, 6 + stray)[0])
        counts.append(np.eye(12)[6 + stray] * 20)
    terms = np.array(rows, dtype=np.float32)
    counted = np.array(counts, dtype=np.float32).T
    return Chain(terms / terms.sum(axis=1, keepdims=True), counted, counted[None])


@pytest.fixture
def consensus(settings):
    orders = [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)]
    strays = [0, 1, None, None]
    chains = [chain_of(order, stray) for order, stray in zip(orders, strays, strict=True)]
    return find_consensus(chains, config=settings(least_persistence=0.5))


def test_lasting_topics_are_found_whatever_their_numbers(consensus):
    assert consensus.persistence[:3].tolist() == [1, 1, 1]
    assert consensus.has_rest
    nearness = unit_rows(consensus.terms[:3]) @ unit_rows(LASTING).T
    assert sorted(nearness.argmax(axis=1)) == [0, 1, 2]
    assert nearness.max(axis=1).min() > 0.999


def test_what_does_not_last_goes_to_the_rest_and_nothing_is_lost(consensus):
    strays = [chain_of((0, 1, 2), stray).counts for stray in (0, 1)]
    total = (2 * chain_of((0, 1, 2), None).counts.sum() + sum(counts.sum() for counts in strays)) / 4
    assert consensus.counts.sum() == pytest.approx(total)
    assert consensus.counts[:, -1].sum() == pytest.approx(2 * 20 / 4)
    np.testing.assert_allclose(consensus.samples.mean(axis=0), consensus.counts, rtol=1e-6)


def test_one_chain_keeps_its_topics(settings):
    found = find_consensus([chain_of((0, 1, 2), None)], config=settings())
    assert found.terms.shape[0] == 3
    assert not found.has_rest


@pytest.mark.parametrize("passage_terms", [25, 1000])
def test_planted_topics_are_recovered(settings, planted, passage_terms):
    """All five planted topics with a cosine above 0.9, shares with a correlation above 0.9, in twice as many."""
    words, truth, planted_terms = planted
    config = settings(n_topics=12, n_chains=6, n_burn=150, passage_terms=passage_terms)
    matter = build_matter(words, config=config)
    consensus = find_consensus(run_chains(plan_chains(matter, config=config)), config=config)
    shares = consensus.counts / consensus.counts.sum(axis=1, keepdims=True)
    profiles = np.zeros((len(consensus.terms), 0))
    home = group_topics(consensus.terms, shares, profiles, np.zeros(len(profiles), dtype=bool), config=config)
    themes = np.zeros((home.max() + 1, consensus.terms.shape[1]))
    np.add.at(themes, home, consensus.terms * consensus.counts.sum(axis=0)[:, None])
    columns = [int(term[1:]) for term in matter.vocabulary]
    nearness = unit_rows(planted_terms[:, columns]) @ unit_rows(themes).T
    assert nearness.max(axis=1).min() > 0.9
    rows = [int(article[1:]) for article in matter.articles]
    for topic, theme in enumerate(nearness.argmax(axis=1)):
        found = shares[:, home == theme].sum(axis=1)
        assert np.corrcoef(found, truth[rows, topic])[0, 1] > 0.9
