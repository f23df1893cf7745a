"""Plans: fewer topics for small corpora, fewer chains and draws for large ones."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from pipeline.topics.plans import affordable_chains, bearable_topics, draws_kept, plan_chains
from pipeline.topics.vocabulary import Matter


def matter_of(n_articles, terms_each):
    counts = sparse.csr_matrix(np.full((n_articles, 1), terms_each))
    names = np.array([f"a{n}" for n in range(n_articles)], dtype=object)
    return Matter(names, np.array(["w"], dtype=object), counts, np.arange(n_articles), counts)


@pytest.mark.parametrize(
    ("n_articles", "terms_each", "expected"),
    [(1, 500, 1), (5, 400, 1), (40, 100, 10), (40, 15, 2), (212, 130, 50), (5000, 130, 50)],
)
def test_a_corpus_bears_so_many_topics(settings, n_articles, terms_each, expected):
    config = settings(n_topics=50, articles_per_topic=4, terms_per_topic=300)
    assert bearable_topics(matter_of(n_articles, terms_each), config) == expected


@pytest.mark.parametrize(("budget", "expected"), [(10**9, 40), (10 * 1000 * 76, 10), (1, 8)])
def test_chains_fit_the_budget(settings, budget, expected):
    config = settings(n_chains=40, least_chains=8, most_updates=budget)  # 60 + 4 x 4 = 76 sweeps
    assert affordable_chains(matter_of(10, 100), config) == expected


def test_draws_fit_the_memory(settings):
    config = settings(n_draws=80, most_draw_cells=10 * 50 * 20)
    assert draws_kept(matter_of(10, 100), 50, config) == 20


def test_seeds_differ_and_follow_the_setting(settings):
    matter = matter_of(10, 100)
    seeds = [[plan.seed for plan in plan_chains(matter, config=settings(random_seed=s))] for s in (1, 1, 2)]
    assert seeds[0] == seeds[1]
    assert len({*seeds[0], *seeds[2]}) == 8
