import numpy as np
import pytest

from pipeline.prevalence.series import design_effects, headline_stem, number_series


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Harbour notes - March 2019", "Harbour Notes, April 2020", True),
        ("Harbour notes 3", "Harbour notes 17", True),
        ("Harbour notes", "Market notes", False),
        ("2019", "2020", False),  # nothing but dates: no series
    ],
)
def test_headlines_that_differ_in_dates_alone_are_a_series(one, other, is_same, config):
    numbers = number_series(["a.txt", "a.txt"], [one, other], config.time_words)
    assert (numbers[0] == numbers[1]) == is_same


def test_a_series_stays_within_its_source(config):
    assert len(set(number_series(["a.txt", "b.txt"], ["Notes 1", "Notes 2"], config.time_words))) == 2


def test_a_stem_has_no_figures_or_months(config):
    assert headline_stem("Minutes: 3rd of MAY, 2018", config.time_words) == "minutes rd of"


def test_articles_of_their_own_count_in_full():
    means = np.random.default_rng(0).dirichlet(np.ones(3), 40)
    effects = design_effects(np.full(40, 2001), np.arange(40), means, [2001])
    assert effects.tolist() == [1.0]


def test_copies_count_once():
    """Ten series of four like articles: a mean of 40 is as unsure as one of 10, so the effect is 4."""
    rng = np.random.default_rng(1)
    means = np.repeat(rng.dirichlet(np.ones(3), 10), 4, axis=0)
    effects = design_effects(np.full(40, 2001), np.repeat(np.arange(10), 4), means, [2001, 2002])
    assert effects == pytest.approx([4.0, 1.0])


def test_a_series_whose_articles_differ_costs_nothing_on_average():
    rng = np.random.default_rng(2)
    found = [
        design_effects(np.full(200, 2001), np.repeat(np.arange(50), 4), rng.dirichlet(np.ones(3), 200), [2001])[0]
        for _ in range(40)
    ]
    assert np.mean(found) < 1.15


def test_undated_articles_are_left_out():
    means = np.random.default_rng(3).dirichlet(np.ones(3), 6)
    assert design_effects(np.full(6, -1), np.zeros(6, dtype=np.int64), means, [2001]).tolist() == [1.0]
