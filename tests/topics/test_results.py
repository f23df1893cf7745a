"""Results: tables from a Model, draws that are whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pipeline.tables import TABLES
from pipeline.topics.describe import Model
from pipeline.topics.results import article_rows, draw_rows, draw_shares, none_found, term_rows


@pytest.fixture
def model():
    samples = np.array([[[9, 1], [0, 5]], [[8, 2], [0, 5]]], dtype=np.float32)
    return Model(
        articles=np.array(["a", "b"], dtype=object),
        vocabulary=np.array(["flood", "rail", "river"], dtype=object),
        terms=np.array([[0.6, 0.1, 0.3], [0.1, 0.9, 0.0]]),
        frex=np.array([[0.9, 0.2, 0.8], [0.1, 1.0, 0.2]]),
        counts=samples.mean(axis=0).astype(float),
        samples=samples,
        levels=np.ones(2),
        topics=pd.DataFrame({"topic_id": ["t01", "t02"]}),
        themes=pd.DataFrame(),
    )


def test_terms_come_by_weight(model):
    rows = term_rows(model, n_terms=2)
    assert rows["term"].tolist() == ["flood", "river", "rail", "flood"]
    assert rows["frex"].tolist() == [0.9, 0.8, 1.0, 0.1]
    assert rows["rank"].tolist() == [1, 2, 1, 2]


def test_shares_are_mean_counts_and_draws_are_whole(model):
    draws = draw_shares(model, alpha_sum=1.0, seed=3)
    rows = article_rows(model, draws)
    assert rows["share"].tolist() == pytest.approx([0.85, 0.15, 0, 1])
    np.testing.assert_allclose(draws.sum(axis=2), 1, rtol=1e-6)
    listed = draw_rows(model, draws)
    assert listed[["article_id", "draw"]].to_numpy().tolist() == [["a", 0], ["b", 0], ["a", 1], ["b", 1]]
    np.testing.assert_array_equal(listed["shares"].iloc[3], draws[1, 1])


def test_a_topic_of_a_higher_level_takes_more_of_the_writing(model):
    wide = replace(model, levels=np.array([1.0, 3.0]))
    draws = draw_shares(wide, alpha_sum=1.0, seed=3)
    # 8.5 fitted words of one topic and 1.5 of one whose words stand for three each
    assert article_rows(wide, draws)["share"].tolist() == pytest.approx([8.5 / 13, 4.5 / 13, 0, 1])
    plain = draw_shares(model, alpha_sum=1.0, seed=3)
    odds = draws[:, :, 0] / draws[:, :, 1]
    np.testing.assert_allclose(3 * odds, plain[:, :, 0] / plain[:, :, 1], rtol=1e-4)


def test_draws_have_the_dirichlets_mean_and_follow_the_seed(model):
    many = Model(**{**vars(model), "samples": np.repeat(model.samples[:1], 4000, axis=0)})
    draws = draw_shares(many, alpha_sum=1.0, seed=3)
    # alpha 0.5 each: (9 + 0.5) / (10 + 1)
    assert draws[:, 0, 0].mean() == pytest.approx(9.5 / 11, abs=0.01)
    np.testing.assert_array_equal(draws, draw_shares(many, alpha_sum=1.0, seed=3))
    assert not np.array_equal(draws, draw_shares(many, alpha_sum=1.0, seed=4))


def test_tables_without_rows_have_the_contracts_columns():
    for name, frame in none_found().items():
        assert list(frame.columns) == list(TABLES[name].columns)
