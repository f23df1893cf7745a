"""The cross-check: a theme that a run has too is found, one that it lacks is not, the rest is not asked for."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.chains import Chain
from pipeline.topics.crosscheck import correlation, crosscheck_rows
from pipeline.topics.matching import Shown
from pipeline.topics.trials import Trial, Tried
from pipeline.topics.vocabulary import Matter

ARTICLES = np.array([f"a{n}" for n in range(6)], dtype=object)
TERMS = np.array([f"w{n}" for n in range(6)], dtype=object)
# two themes of three terms and three articles each; "rest" has no topic of its own
SHOWN = Shown(
    ARTICLES, TERMS, np.kron(np.eye(2), np.full(3, 1 / 3)), np.kron(np.eye(2), np.full((3, 1), 9.0)), np.array([0, 1]),
    ("boats", "rails", "rest"), np.ones(3),
)  # fmt: skip


def tried(engine, terms, counts):
    matter = Matter(ARTICLES, TERMS, None, None, None)
    run = Chain(np.asarray(terms, np.float32), np.asarray(counts, np.float32), np.zeros((0, 6, 2), np.float32))
    return Tried(Trial(engine, engine, matter, (), (), 2, True, True), [run], [])


def test_what_a_run_has_too_is_found(settings):
    rows = crosscheck_rows([tried("gensim", SHOWN.terms, SHOWN.counts)], SHOWN, config=settings())
    assert rows["theme_id"].tolist() == ["boats", "rails"], "the rest is not asked for"
    assert rows["similarity"].tolist() == pytest.approx([1, 1])
    assert rows["share_r"].tolist() == pytest.approx([1, 1])
    assert rows["is_found"].all()


def test_what_a_run_lacks_is_not_found(settings):
    # one topic is boats, the other an even mix that lies everywhere
    terms = np.vstack([SHOWN.terms[0], np.full(6, 1 / 6)])
    counts = np.column_stack([[6, 6, 6, 0, 0, 0], [3, 3, 3, 9, 0, 0]])
    rows = crosscheck_rows([tried("gensim", terms, counts)], SHOWN, config=settings(same_topic=0.8)).set_index(
        "theme_id"
    )
    assert rows["is_found"].to_dict() == {"boats": True, "rails": False}
    assert rows.loc["rails", "similarity"] == 0
    assert np.isnan(rows.loc["rails", "share_r"])


def test_gibbs_trials_are_no_cross_check(settings):
    assert crosscheck_rows([tried("tomotopy", SHOWN.terms, SHOWN.counts)], SHOWN, config=settings()).empty


def test_shares_that_do_not_vary_do_not_correlate():
    assert np.isnan(correlation(np.ones(4), np.arange(4.0)))
    assert correlation(np.arange(4.0), -np.arange(4.0)) == pytest.approx(-1)
