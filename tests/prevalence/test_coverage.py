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


def test_the_agenda_band_covers_about_nominal(figures):
    """Within three standard errors (0.015 over ten corpora, 0.025 in small years) of 0.90."""
    everywhere, small, _ = figures["agenda"]
    assert everywhere == pytest.approx(0.90, abs=0.045)
    assert small == pytest.approx(0.90, abs=0.075)


def test_the_corpus_band_is_not_short_and_not_idle(figures):
    """Not below 0.90 by three standard errors, and a band: it is widened for errors that all chains of a real run share
    (config.toml, model_widening), which themes that are known do not have, so that here it covers more than nominal.
    """
    everywhere, small, _ = figures["corpus"]
    assert 0.855 <= everywhere <= 0.985
    assert 0.825 <= small <= 0.985


def test_the_usual_bands_do_not(figures):
    assert figures["usual"][1] < 0.85
    assert figures["one chain"][0] < 0.5
