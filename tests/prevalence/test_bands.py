from dataclasses import replace

import numpy as np
import pytest

from pipeline.prevalence.bands import (
    doubt_articles,
    doubt_level,
    draw_years,
    effective_sizes,
    fill_empty,
    gather_moments,
    measure_years,
    place_articles,
)
from pipeline.prevalence.shares import Shares
from tests.prevalence.simulate import as_shares, judge_draws, simulate_truth


def corpus(levels: np.ndarray, years: np.ndarray, *, n_draws: int = 10) -> Shares:
    """Articles of known shares without doubt, every topic a theme, `years` (articles, years) as probabilities."""
    n_articles, n_topics = levels.shape
    names = [f"t{number}" for number in range(n_topics)]
    best = np.where(years.sum(axis=1) > 0, years.argmax(axis=1) + 2001, -1)
    return Shares(
        [f"a{number:03d}" for number in range(n_articles)],
        names,
        names,
        [2001 + year for year in range(years.shape[1])],
        np.tile(levels.astype(np.float32), (n_draws, 1, 1)),
        np.eye(n_topics),
        years,
        best,
        np.arange(n_articles),
        np.ones(n_topics, dtype=bool),
    )


def test_each_article_gets_one_year_by_its_probabilities():
    placed = place_articles(np.array([[0.2, 0.0, 0.8], [0.0, 1.0, 0.0]]), np.random.default_rng(0), 5000).toarray()
    by_year = placed.reshape(5000, 3, 2)
    assert (by_year.sum(axis=1) == 1).all()
    assert by_year[:, :, 0].mean(axis=0) == pytest.approx([0.2, 0.0, 0.8], abs=0.02)
    assert by_year[:, :, 1].mean(axis=0).tolist() == [0.0, 1.0, 0.0]


def test_without_doubt_a_draw_is_the_mean_of_the_year():
    levels = np.array([[0.2, 0.8], [0.4, 0.6], [1.0, 0.0]])
    years = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    found = draw_years(corpus(levels, years), np.random.default_rng(0), n_draws=15)
    assert found.shape == (20, 2, 2)  # ten of the model's draws, each twice
    assert np.allclose(found, [[0.3, 0.7], [1.0, 0.0]])


def test_doubt_of_dates_spreads_a_year():
    levels = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    years = np.array([[0.5, 0.5], [1.0, 0.0], [0.0, 1.0]])
    found = draw_years(corpus(levels, years), np.random.default_rng(0), n_draws=4000)[:, 0, 0]
    assert set(np.round(found, 6)) == {0.0, 0.5}
    assert np.mean(found == 0.5) == pytest.approx(0.5, abs=0.03)


def test_an_empty_year_repeats_its_other_draws():
    found = np.array([[[0.1, 0.9]], [[np.nan, np.nan]], [[0.3, 0.7]], [[np.nan, np.nan]]])
    assert fill_empty(found)[:, 0, 0].tolist() == [0.1, 0.1, 0.3, 0.3]
    assert fill_empty(np.full((2, 1, 4), np.nan)).tolist() == [[[0.25] * 4]] * 2


def test_effective_size_of_all_or_nothing_articles_is_their_number(config):
    """Shares of 0 or 1 have the variance p (1 - p): each article counts once, less what the t law takes."""
    rng = np.random.default_rng(0)
    flags = rng.random(300) < 0.4
    levels = np.stack([flags, ~flags], axis=1).astype(float)
    years = np.repeat(np.eye(3), 100, axis=0)
    shares = corpus(levels, years)
    sizes = effective_sizes(shares, gather_moments(shares, None, config), prior_articles=1000.0)
    assert sizes == pytest.approx(np.full((3, 2), 100.0), rel=0.03)


def test_alike_articles_count_for_more_than_all_or_nothing_ones(config):
    rng = np.random.default_rng(0)
    levels = rng.dirichlet([20.0, 20.0], 60)
    shares = corpus(levels, np.ones((60, 1)))
    sizes = effective_sizes(shares, gather_moments(shares, None, config), prior_articles=50.0)
    # Dirichlet laws of sum 40 have 1 / 41 of the all-or-nothing variance
    assert sizes[0] == pytest.approx([60 * 41] * 2, rel=0.35)


def test_topics_sum_to_their_theme_and_themes_to_one(config):
    rng = np.random.default_rng(4)
    truth = simulate_truth(rng, sizes=(2, 6, 12), n_themes=4)
    shares = as_shares(truth, judge_draws(truth, rng, n_draws=30, confusion=0.2))
    members = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    themes, topics = measure_years(replace(shares, theme_ids=["a", "b"], members=members), rng, config=config)
    assert np.allclose(themes.share.sum(axis=1), 1.0)
    assert np.allclose(themes.plain.sum(axis=2), 1.0, atol=1e-6)
    assert np.allclose(topics.share @ members, themes.share)
    assert themes.agenda.min() >= 0.0
    assert themes.agenda.max() <= 1.0


def test_one_article_in_a_year_gives_a_wide_agenda_and_a_narrow_corpus(config):
    rng = np.random.default_rng(5)
    truth = simulate_truth(rng, sizes=(1, 1, 1, 1), n_themes=3, words=400)
    shares = as_shares(truth, judge_draws(truth, rng, n_draws=40, confusion=0.1))
    themes, _ = measure_years(shares, rng, config=config)
    assert np.isfinite(themes.agenda).all()
    assert (themes.agenda.std(axis=0) > 2 * themes.plain.std(axis=0)).all()
    assert (themes.agenda.std(axis=0) > themes.corpus.std(axis=0)).all()


def test_doubt_that_chains_share_leaves_room_where_every_draw_is_nought(config):
    plain = np.zeros((4000, 2, 1))
    draws = doubt_articles(plain, np.array([3.0, 300.0]), np.random.default_rng(0), config=config)
    few, many = np.quantile(draws, 0.95, axis=0)[:, 0]
    assert few > 5 * many > 0


def test_doubt_about_the_level_is_one_factor_in_all_years(config):
    plain = np.tile([[[0.2]], [[0.1]]], (2000, 1, 1)).reshape(2000, 2, 1)
    draws = doubt_level(plain, np.random.default_rng(0), config=config)[:, :, 0]
    assert np.corrcoef(np.log(draws).T)[0, 1] > 0.99
    assert np.log(draws).std(axis=0) == pytest.approx(config.level_doubt, rel=0.1)


def test_without_shared_doubt_draws_stay_as_they_are(config):
    plain = np.random.default_rng(1).dirichlet(np.ones(3), (50, 2))
    sure = replace(config, level_doubt=0.0, misjudged=0.0)
    rng = np.random.default_rng(0)
    draws = doubt_articles(doubt_level(plain, rng, config=sure), np.array([5.0, 5.0]), rng, config=sure)
    assert np.allclose(draws, plain, atol=1e-3)
