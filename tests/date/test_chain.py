import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.date.chain import Habits, build_kernels, convolve, count_steps, geometric, mixture, run_block, telling

N = 60
KERNELS = build_kernels(N, gap_scales=[0.0, 3.0], disorder=2.0, lag_scales=[0.0, 2.0], repost=[0.5, 0.0, 0.5, 5.0])
FLAT = np.full(N, 1.0 / N)


def habits(displaced=0.02):
    return Habits((0.3, 0.68, 0.02), (0.9, 0.1), displaced, FLAT)


def point(day):
    row = np.full(N, 1e-6)
    row[day] = 1.0
    return row / row.sum()


def passed(rows, *, displaced=0.02, is_learning=False):
    flags = np.zeros(len(rows), dtype=bool)
    return run_block(np.array(rows), flags, FLAT, FLAT, habits(displaced), KERNELS, is_learning=is_learning)[0]


def transitions(weights, kernels):
    """The step matrix written out: what the transform must reproduce."""
    full = np.fft.irfft(mixture(weights, kernels), KERNELS.size)
    return np.array([[full[(later - earlier) % KERNELS.size] for later in range(N)] for earlier in range(N)])


def test_convolution_is_the_matrix_product():
    row = np.random.default_rng(1).random(N)
    matrix = transitions(habits().gaps, KERNELS.gaps)
    np.testing.assert_allclose(convolve(row, mixture(habits().gaps, KERNELS.gaps), KERNELS), row @ matrix, atol=1e-9)


def test_the_posterior_is_that_of_the_whole_joint_distribution():
    # three articles, summed over every combination of posting days: what forward-backward must agree with
    rng = np.random.default_rng(2)
    rows = rng.random((3, N)) ** 4
    rows /= rows.sum(axis=1, keepdims=True)
    steps = transitions(habits().gaps, KERNELS.gaps)
    lags = transitions(habits().lags, KERNELS.lags)
    d = habits().displaced
    emitted = (1 - d) * rows @ lags + d * (rows * FLAT).sum(axis=1, keepdims=True)
    before = (FLAT * emitted[0]) @ steps
    after = steps @ emitted[2]
    cavity = before * after
    cavity /= cavity.sum()
    wanted = rows[1] * ((1 - d) * lags @ cavity + d * FLAT)
    np.testing.assert_allclose(passed(rows).posterior[1], wanted / wanted.sum(), rtol=1e-6, atol=1e-12)


def test_an_undated_article_lies_between_its_neighbours():
    found = passed([point(10), FLAT, point(20)])
    assert found.posterior[1][10:21].sum() > 0.9


def test_a_dated_article_out_of_its_place_keeps_its_date_and_is_found_displaced():
    found = passed([point(10), point(12), point(50), point(14), point(16), FLAT, point(20)])
    assert int(found.posterior[2].argmax()) == 50
    assert found.displaced[2] > 0.9
    assert found.displaced[[0, 1, 3, 4, 6]].max() < 0.1
    assert found.posterior[5][16:21].sum() > 0.9


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, N - 1), min_size=1, max_size=8))
def test_posteriors_are_distributions(days):
    found = passed([point(day) for day in days], is_learning=True)
    np.testing.assert_allclose(found.posterior.sum(axis=1), 1.0)
    assert ((found.displaced >= 0) & (found.displaced <= 1 + 1e-9)).all()
    assert found.gap_counts.sum() == pytest.approx(len(days) - 1, abs=1e-6)


def test_order_explains_a_sorted_list_and_not_a_shuffled_one():
    days = [3, 6, 8, 12, 14, 18, 20, 23]
    assert passed([point(day) for day in days]).evidence > 3
    assert passed([point(day) for day in [18, 3, 23, 12, 20, 6, 14, 8]]).evidence < 0


def test_steps_are_laid_to_the_component_that_makes_them():
    earlier, later = np.array([point(10), point(10)]), np.array([point(10), point(8)])
    same, back = (
        count_steps(earlier, later, np.array(each), (0.5, 0.49, 0.01), KERNELS.gaps, KERNELS.size)
        for each in ([1.0, 0.0], [0.0, 1.0])
    )
    assert same[0] == max(same)
    assert back[2] > 0.5
    assert same.sum() == pytest.approx(1.0)


def test_a_geometric_lag_is_a_distribution_with_its_scale():
    kernel = geometric(5.0, 4096, 2000)
    assert kernel.sum() == pytest.approx(1.0)
    assert (kernel * np.arange(4096)).sum() == pytest.approx(1 / np.expm1(1 / 5.0))


def test_a_flat_text_tells_nothing_and_a_day_almost_all():
    assert telling(FLAT) == pytest.approx(0.0, abs=1e-9)
    assert telling(point(3)) > 0.95
