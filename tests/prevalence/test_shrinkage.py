import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.prevalence.shrinkage import article_moments, fit_within, measure_slope, stretch, stretch_draws

WEIGHTS = st.lists(st.floats(0.01, 1.0), min_size=3, max_size=3)


def shares_of(weights):
    return np.array(weights) / np.sum(weights)


@pytest.mark.parametrize(("true_sd", "noise_sd"), [(1.0, 0.5), (1.0, 1.0), (0.5, 1.0)])
def test_slope_is_that_of_a_posterior_mean(true_sd, noise_sd):
    """Normal truth and noise: the posterior mean has the slope true / (true + noise variance), a known result."""
    rng = np.random.default_rng(0)
    slope = true_sd**2 / (true_sd**2 + noise_sd**2)
    truth = rng.normal(0, true_sd, (4000, 1))
    seen = truth + rng.normal(0, noise_sd, (4000, 1))
    means = slope * seen
    draws = means + rng.normal(0, np.sqrt(slope) * noise_sd, (40, 4000, 1))
    found = measure_slope(*article_moments(draws, None), n_draws=40, least=0.05)
    assert found[0] == pytest.approx(slope, abs=0.03)


def test_slope_has_a_floor_and_is_1_where_nothing_tells():
    noise = np.random.default_rng(1).normal(0, 1, (30, 200, 1))
    assert measure_slope(*article_moments(noise, None), n_draws=30, least=0.5)[0] == 0.5
    assert measure_slope(np.ones((1, 2)), np.zeros((1, 2)), n_draws=1, least=0.5).tolist() == [1.0, 1.0]
    assert measure_slope(np.ones((9, 2)), np.zeros((9, 2)), n_draws=5, least=0.5).tolist() == [1.0, 1.0]


def test_moments_of_themes_are_those_of_their_topics_together():
    draws = np.random.default_rng(2).dirichlet(np.ones(3), (50, 4))
    members = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    means, variances = article_moments(draws, members)
    both = draws[:, :, 0] + draws[:, :, 2]
    assert np.allclose(means[:, 0], both.mean(axis=0))
    assert np.allclose(variances[:, 0], both.var(axis=0, ddof=1))
    # two themes that sum to 1 vary alike
    assert np.allclose(variances[:, 0], variances[:, 1])


@given(WEIGHTS, WEIGHTS, st.floats(0.3, 1.0))
def test_stretched_shares_are_shares(weights, middle, slope):
    shares, centre = shares_of(weights), shares_of(middle)
    for correct in (stretch, stretch_draws):
        stretched = correct(shares, centre, np.full(3, slope))
        assert stretched.sum() == pytest.approx(1.0)
        assert (stretched >= 0).all()
        assert correct(shares, centre, np.ones(3)) == pytest.approx(shares)
        assert correct(centre, centre, np.full(3, slope)) == pytest.approx(centre)


def test_a_small_deviation_is_divided_by_the_slope():
    middle, deviation = np.array([0.5, 0.5]), np.array([0.02, -0.02])
    for correct in (stretch, stretch_draws):
        assert correct(middle + deviation, middle, np.array([0.8, 0.8])) == pytest.approx(
            middle + deviation / 0.8, abs=3e-4
        )


def test_a_draw_may_reach_nothing_where_a_best_figure_stays_above_it():
    middle, slope, shares = np.array([0.2, 0.8]), np.array([0.7, 0.7]), np.array([0.01, 0.99])
    assert stretch_draws(shares, middle, slope)[0] == 0.0
    assert stretch(shares, middle, slope)[0] > 0.0


def test_topics_are_scaled_to_their_theme():
    topics, themes = np.array([[0.2, 0.3, 0.5]]), np.array([[0.6, 0.4]])
    members = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    assert fit_within(topics, themes, members) == pytest.approx(np.array([[0.24, 0.36, 0.4]]))
