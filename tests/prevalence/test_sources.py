import numpy as np
import pytest

from pipeline.prevalence.sources import gather_sources, judge_sources, period_sums, within_change

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
    return judge_sources(table_of(rows), (0, 0), (1, 1), rises=rises, config=config)


def test_cells_hold_articles_and_their_sums():
    table = table_of([(0, 0, 2, 0.3), (0, 1, 4, 0.1), (2, 1, 1, 0.7)], sd=0.0)
    assert table.articles.tolist() == [[2, 4], [0, 0], [0, 1]]
    assert table.sums == pytest.approx(np.array([[0.6, 0.4], [0, 0], [0, 0.7]]))
    assert period_sums(table, (0, 1)).articles.tolist() == [6, 0, 1]


def test_a_change_of_mix_alone_is_no_change_within():
    rows = [(0, 0, 30, 0.1), (1, 0, 10, 0.5), (0, 1, 10, 0.1), (1, 1, 30, 0.5)]
    table = table_of(rows)
    change, error = within_change(period_sums(table, (0, 0)), period_sums(table, (1, 1)), np.array([True, True, False]))
    assert change == pytest.approx(0.0, abs=1e-12)
    assert error > 0


def test_mix_alone_does_not_surprise(config):
    assert judge([(0, 0, 30, 0.1), (1, 0, 10, 0.5), (0, 1, 10, 0.1), (1, 1, 30, 0.5)], config).surprise < 1e-9


def test_a_rise_in_every_source_surprises_and_needs_no_remark(config):
    verdict = judge([(0, 0, 20, 0.1), (1, 0, 20, 0.2), (0, 1, 20, 0.3), (1, 1, 20, 0.4)], config)
    # 0.2 over a standard error of 0.05 x sqrt(1/40 + 1/40)
    assert verdict.surprise == pytest.approx(0.2 / (0.05 * np.sqrt(2 / 40)), rel=0.2)
    assert verdict.remark == ""


def test_a_rise_counts_against_a_fall(config):
    assert judge([(0, 0, 20, 0.1), (1, 0, 20, 0.2), (0, 1, 20, 0.3), (1, 1, 20, 0.4)], config, rises=False).surprise < 0


def test_a_rise_of_one_source_alone_says_so(config):
    verdict = judge([(0, 0, 20, 0.1), (1, 0, 20, 0.2), (0, 1, 20, 0.5), (1, 1, 20, 0.2)], config)
    assert verdict.remark == "in one source alone, ants.txt"


def test_a_fall_of_one_source_alone_says_so(config):
    rows = [(0, 0, 20, 0.5), (1, 0, 20, 0.2), (0, 1, 20, 0.1), (1, 1, 20, 0.2)]
    assert judge(rows, config, rises=False).remark == "in one source alone, ants.txt"


def test_periods_without_a_common_source_say_so(config):
    verdict = judge([(0, 0, 20, 0.1), (1, 1, 20, 0.5)], config)
    assert verdict.surprise == np.inf
    assert "different sources" in verdict.remark


def test_a_corpus_of_one_source_has_nothing_to_ask(config):
    one = gather_sources(["a"], np.zeros(2, dtype=np.int64), np.eye(2), np.array([0.1, 0.9]))
    verdict = judge_sources(one, (0, 0), (1, 1), rises=True, config=config)
    assert (verdict.surprise, verdict.remark) == (np.inf, "")
