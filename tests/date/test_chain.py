import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.date.chain import (
    Habits,
    Stretch,
    build_kernels,
    convolve,
    count_steps,
    geometric,
    mixture,
    run_block,
    telling,
)

N = 60
KERNELS = build_kernels(N, gap_scales=[0.0, 3.0], disorder=2.0, lag_scales=[0.0, 2.0], repost=[0.5, 0.0, 0.5, 5.0])
FLAT = np.full(N, 1.0 / N)


def habits(displaced=0.02, together=0.8):
    return Habits((0.3, 0.68, 0.02), (0.9, 0.1), together, displaced, FLAT)


def point(day):
    row = np.full(N, 1e-6)
    row[day] = 1.0
    return row / row.sum()


def passed(rows, *, displaced=0.02, twins=(), together=0.8, is_learning=False):
    """A pass over rows; `twins` are the places of articles that are the twin of the one before."""
    is_twin = np.isin(np.arange(len(rows) + 1), twins)
    taken = Stretch(np.array(rows), np.zeros(len(rows), dtype=bool), is_twin)
    return run_block(taken, FLAT, FLAT, habits(displaced, together), KERNELS, is_learning=is_learning)[0]


def transitions(weights, kernels):
    """The step matrix written out: what the transform must reproduce."""
    full = np.fft.irfft(mixture(weights, kernels), KERNELS.size)
    return np.array([[full[(later - earlier) % KERNELS.size] for later in range(N)] for earlier in range(N)])


def test_convolution_is_the_matrix_product():
    row = np.random.default_rng(1).random(N)
    matrix = transitions(habits().gaps, KERNELS.gaps)
    np.testing.assert_allclose(convolve(row, mixture(habits().gaps, KERNELS.gaps), KERNELS), row @ matrix, atol=1e-9)


@pytest.mark.parametrize("twins", [(), (1,), (2,), (1, 2)])
def test_the_posterior_is_that_of_the_whole_joint_distribution(twins):
    # three articles, summed over every combination of posting days: what forward-backward must agree with
    rng = np.random.default_rng(2)
    rows = rng.random((3, N)) ** 4
    rows /= rows.sum(axis=1, keepdims=True)
    steps = transitions(habits().gaps, KERNELS.gaps)
    lags = transitions(habits().lags, KERNELS.lags)
    d = habits().displaced
    emitted = (1 - d) * rows @ lags + d * (rows * FLAT).sum(axis=1, keepdims=True)
    joined = [habits().together * (place in twins) for place in range(3)]
    links = [join * np.eye(N) + (1 - join) * steps for join in joined]
    before = (FLAT * emitted[0]) @ links[1]
    after = links[2] @ emitted[2]
    cavity = before * after
    cavity /= cavity.sum()
    wanted = rows[1] * ((1 - d) * lags @ cavity + d * FLAT)
    np.testing.assert_allclose(passed(rows, twins=twins).posterior[1], wanted / wanted.sum(), rtol=1e-6, atol=1e-12)


def test_an_undated_article_lies_between_its_neighbours():
    found = passed([point(10), FLAT, point(20)])
    assert found.posterior[1][10:21].sum() > 0.9


def span(first, last):
    row = np.full(N, 1e-6)
    row[first : last + 1] = 1.0
    return row / row.sum()


def widths(found, share=0.9):
    reached = found.posterior.cumsum(axis=1)
    return [int(np.argmax(row >= (1 + share) / 2) - np.argmax(row >= (1 - share) / 2)) for row in reached]


def test_twins_of_one_month_are_of_one_day_anywhere_in_it_and_others_fill_it_in_order():
    rows = [point(9), *[span(10, 39)] * 5, point(40)]
    medians = [int(np.argmax(row >= 0.5)) for row in passed(rows).posterior.cumsum(axis=1)]
    together = passed(rows, twins=(2, 3, 4, 5))
    joint = [int(np.argmax(row >= 0.5)) for row in together.posterior.cumsum(axis=1)]
    assert joint[5] - joint[1] < medians[5] - medians[1]
    assert min(widths(together)[1:6]) > min(widths(passed(rows))[1:6])


def test_how_often_twins_are_of_one_day_is_counted_over_twins_alone():
    same, apart = [point(10), point(10), point(20)], [point(10), point(15), point(20)]
    assert passed(same, twins=(1,), is_learning=True).together_count > habits().together
    assert passed(apart, twins=(1,), is_learning=True).together_count < 0.5
    assert passed(same, is_learning=True).together_count == 0.0


def test_a_dated_article_out_of_its_place_keeps_its_date_and_is_found_displaced():
    found = passed([point(10), point(12), point(50), point(14), point(16), FLAT, point(20)])
    assert int(found.posterior[2].argmax()) == 50
    assert found.displaced[2] > 0.9
    assert found.displaced[[0, 1, 3, 4, 6]].max() < 0.1
    assert found.posterior[5][16:21].sum() > 0.9


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, N - 1), min_size=1, max_size=8), st.sets(st.integers(1, 7)))
def test_posteriors_are_distributions(days, twins):
    twins = [place for place in twins if place < len(days)]
    found = passed([point(day) for day in days], twins=twins, is_learning=True)
    np.testing.assert_allclose(found.posterior.sum(axis=1), 1.0)
    assert ((found.displaced >= 0) & (found.displaced <= 1 + 1e-9)).all()
    assert found.gap_counts.sum() + found.together_count == pytest.approx(len(days) - 1, abs=1e-6)
    assert 0 <= found.together_count <= len(twins)


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
