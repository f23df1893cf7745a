import numpy as np
import pytest

from pipeline.prevalence.arrays import group_means, sum_to_one


@pytest.mark.parametrize(
    ("shares", "scaled"),
    [([0.2, 0.6], [0.25, 0.75]), ([0.0, 0.0], [0.0, 0.0]), ([[1, 1], [0, 3]], [[0.5, 0.5], [0, 1]])],
)
def test_shares_sum_to_one_over_the_last_axis(shares, scaled):
    assert sum_to_one(np.array(shares, dtype=float)) == pytest.approx(np.array(scaled))


def test_means_of_groups():
    values = np.array([[1.0, 0.0], [3.0, 4.0], [5.0, 5.0]])
    assert group_means(values, np.array([0, 0, 2])).tolist() == [[2.0, 2.0], [0.0, 0.0], [5.0, 5.0]]
