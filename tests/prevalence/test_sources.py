import numpy as np
import pytest

from pipeline.prevalence.sources import (
    contrast_sources,
    gather_sources,
    period_sums,
    remark_sources,
    surprise_within,
    within_change,
)

NAMES = ["ants.txt", "bees.txt", "cats.txt"]


def table_of(rows, *, seed=0, sd=0.05):
    """A table from (source, year, articles, mean share) rows; shares lie around their mean."""
    rng = np.random.default_rng(seed)
    source, year, shares = [], [], []
    for number, place, n, mean in rows:
        noise = sd * rng.standard_normal(n)
        source += [number] * n
        year += [place] * n
        shares += list(mean + noise - noise.mean())
    return gather_sources(NAMES, np.array(source, dtype=np.int64), np.eye(2)[year], np.array(shares))


def judge(rows, config, *, rises=True):
    contrast = contrast_sources(table_of(rows), (0, 0), (1, 1), config=config)
    return surprise_within(contrast, rises=rises, config=config), remark_sources(contrast, rises=rises, config=config)


def test_cells_hold_articles_and_their_sums():
    table = table_of([(0, 0, 2, 0.3), (0, 1, 4, 0.1), (2, 1, 1, 0.7)], sd=0.0)
    assert table.articles.tolist() == [[2, 4], [0, 0], [0, 1]]
    assert table.sums == pytest.approx(np.array([[0.6, 0.4], [0, 0], [0, 0.7]]))
    assert period_sums(table, (0, 1)).articles.tolist() == [6, 0, 1]


MIX = [(0, 0, 30, 0.1), (1, 0, 10, 0.5), (0, 1, 10, 0.1), (1, 1, 30, 0.5)]
EVERYWHERE = [(0, 0, 20, 0.1), (1, 0, 20, 0.2), (0, 1, 20, 0.3), (1, 1, 20, 0.4)]


def test_a_change_of_mix_alone_is_no_change_within(config):
    contrast = contrast_sources(table_of(MIX), (0, 0), (1, 1), config=config)
    assert contrast.shared.tolist() == [True, True, False]
    change, error = within_change(contrast, contrast.shared)
    assert change == pytest.approx(0.0, abs=1e-12)
    assert error > 0
    assert judge(MIX, config)[0] < 1e-9


def test_a_rise_in_every_source_surprises_and_needs_no_remark(config):
    surprise, remark = judge(EVERYWHERE, config)
    # 0.2 over a standard error of 0.05 x sqrt(1/40 + 1/40)
    assert surprise == pytest.approx(0.2 / (0.05 * np.sqrt(2 / 40)), rel=0.2)
    assert remark == ""


def test_a_rise_counts_against_a_fall(config):
    assert judge(EVERYWHERE, config, rises=False)[0] < 0


@pytest.mark.parametrize(("before", "after"), [(0.1, 0.5), (0.5, 0.1)])
def test_a_change_of_one_source_alone_says_so(before, after, config):
    rows = [(0, 0, 20, before), (1, 0, 20, 0.2), (0, 1, 20, after), (1, 1, 20, 0.2)]
    assert judge(rows, config, rises=after > before)[1] == "in one source alone, ants.txt"


def test_periods_without_a_common_source_say_so(config):
    surprise, remark = judge([(0, 0, 20, 0.1), (1, 1, 20, 0.5)], config)
    assert surprise == np.inf
    assert "different sources" in remark


def test_a_corpus_of_one_source_has_nothing_to_ask(config):
    one = gather_sources(["a"], np.zeros(2, dtype=np.int64), np.eye(2), np.array([0.1, 0.9]))
    contrast = contrast_sources(one, (0, 0), (1, 1), config=config)
    assert contrast is None
    assert surprise_within(contrast, rises=True, config=config) == np.inf
    assert remark_sources(contrast, rises=True, config=config) == ""
