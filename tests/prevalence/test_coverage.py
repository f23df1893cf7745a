"""Both bands hold the truth about nine times in ten, in small years too (nominal 0.90; seeded, so never by chance).

The model's themes are known and share words (judge_draws), so no chain of LDA is run; simulate.py's main runs them.
"""

import numpy as np
import pytest

from tests.prevalence.simulate import judge_draws, measure_coverage, simulate_truth

CORPORA = 10


@pytest.fixture(scope="module", params=["dirichlet", "normal"])
def figures(request, config):
    found: dict[str, list[np.ndarray]] = {}
    for number in range(CORPORA):
        rng = np.random.default_rng([11, number])
        truth = simulate_truth(rng, kind=request.param)
        draws = judge_draws(truth, rng, n_draws=60, confusion=0.3)
        for name, row in measure_coverage(truth, draws, rng, config=config).items():
            found.setdefault(name, []).append(row)
    return {name: np.mean(rows, axis=0) for name, rows in found.items()}


def test_both_bands_cover_about_nominal(figures):
    """Within three standard errors (0.015 over ten corpora, 0.025 in small years) of 0.90."""
    for name in ("corpus", "agenda"):
        everywhere, small, _ = figures[name]
        assert everywhere == pytest.approx(0.90, abs=0.045), name
        assert small == pytest.approx(0.90, abs=0.075), name


def test_the_usual_bands_do_not(figures):
    assert figures["usual"][1] < 0.85
    assert figures["one chain"][0] < 0.5
