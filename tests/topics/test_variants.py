"""Variants: rows for each setting, with shares in the order of the themes."""

from __future__ import annotations

import numpy as np

from pipeline.topics.chains import Chain
from pipeline.topics.matching import Shown
from pipeline.topics.trials import Trial, Tried
from pipeline.topics.variants import HALVES, variant_rows
from pipeline.topics.vocabulary import Matter

ARTICLES, TERMS = (np.array(text.split(), dtype=object) for text in ("a0 a1 a2", "w0 w1"))
SHOWN = Shown(
    ARTICLES,
    TERMS,
    np.eye(2),
    np.array([[8.0, 0], [0, 8], [4, 4]]),
    np.array([1, 0]),
    ("b-first", "second"),
    np.ones(2),
)


def chain(counts):
    return Chain(np.eye(2, dtype=np.float32), np.asarray(counts, np.float32), np.zeros((0, 3, 2), np.float32))


def tried(setting, *, is_variant=True):
    matter = Matter(ARTICLES[:2], TERMS, None, None, None)
    ran = Chain(np.eye(2, dtype=np.float32), np.array([[6, 0], [0, 6]], np.float32), np.zeros((0, 2, 2), np.float32))
    return Tried(Trial(setting, "tomotopy", matter, (), (), 2, True, is_variant), [ran], [])


def test_halves_and_trials_are_variants_and_rungs_too_coarse_are_not(settings):
    rows = variant_rows([tried("nouns only"), tried("1 topics", is_variant=False)], [chain(SHOWN.counts)] * 4, SHOWN,
                        config=settings())  # fmt: skip
    assert set(rows["variant"]) == {*HALVES, "nouns only"}
    shares = rows.set_index(["variant", "article_id"])["shares"]
    np.testing.assert_allclose(shares[HALVES[0], "a2"], [0.5, 0.5])
    np.testing.assert_allclose(shares["nouns only", "a0"], [0, 1])
    assert ("nouns only", "a2") not in shares.index, "the variant holds no term of it"
    assert all(np.sum(row) <= 1 + 1e-6 for row in shares)


def test_a_single_chain_has_no_halves(settings):
    rows = variant_rows([], [chain(SHOWN.counts)], SHOWN, config=settings())
    assert list(rows.columns) == ["variant", "article_id", "shares"]
    assert rows.empty
