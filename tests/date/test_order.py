import numpy as np
import pytest

from pipeline.date.order import (
    Known,
    Listing,
    kendall_tau,
    learn_order,
    learning_runs,
    ordered_posteriors,
    source_days,
    spread_sample,
)
from pipeline.settings import load_config

CONFIG = load_config("date", {})
N = 400


def point(day):
    row = np.full(N, 1e-7)
    row[day] = 1.0
    return row / row.sum()


def listing(days, twins=()):
    """A list and its firm days; None is an undated article, `twins` the places of twins of the one before."""
    rows = np.array([np.full(N, 1.0 / N) if day is None else point(day) for day in days])
    firm = np.array([np.nan if day is None else float(day) for day in days])
    is_twin = np.isin(np.arange(len(days)), twins)
    return Listing(lambda start, stop: rows[start:stop], np.zeros(len(days), dtype=bool), is_twin), firm


def known(firm):
    """What is known without the stated days: nothing of the text."""
    return Known(firm, lambda start, stop: np.full((stop - start, N), 1.0 / N))


def learn(days):
    articles, firm = listing(days)
    return learn_order(articles, firm, known(firm), source_days(firm, N, CONFIG), CONFIG)


def posteriors(days, *, twins=(), block=256):
    articles, firm = listing(days, twins)
    order = learn_order(articles, firm, known(firm), source_days(firm, N, CONFIG), CONFIG)
    found = np.zeros((len(days), N))
    for place, posterior, _ in ordered_posteriors(articles, order, block=block):
        found[place] = posterior
    return found


SORTED = [10, 20, None, 45, 60, 75, None, None, 120, 150, 170, 200, None, 230, 260]
TWINS = (4, 7, 12)


def test_the_direction_is_learned():
    assert learn(SORTED).direction == 1
    assert learn(SORTED[::-1]).direction == -1


def test_a_listing_and_its_reverse_give_the_same_numbers_to_the_last_bit():
    turned = posteriors(SORTED[::-1], twins=[len(SORTED) - place for place in TWINS])[::-1]
    np.testing.assert_array_equal(posteriors(SORTED, twins=TWINS), turned)


@pytest.mark.parametrize("block", [4, 7])
def test_blocks_do_not_change_the_result(block):
    # a pair of twins lies across the border of two blocks
    np.testing.assert_allclose(
        posteriors(SORTED, twins=TWINS, block=block), posteriors(SORTED, twins=TWINS), atol=1e-12
    )


def test_an_undated_twin_is_of_its_twin_s_day():
    place = SORTED.index(None)
    apart, together = (posteriors(SORTED, twins=twins)[place, SORTED[place - 1]] for twins in ((), (place,)))
    assert together > CONFIG.together_mean / 2 > apart


def test_a_shuffled_listing_has_no_order():
    days = [200, 20, None, 260, 60, 10, None, 170, 75, 230, None, 45, 150, 120]
    assert learn(days) is None


@pytest.mark.parametrize("days", [[], [None], [5, None], [5, 6, 7], [9, 9, 9, 9, 9]])
def test_too_few_or_equal_dates_show_no_order(days):
    articles, firm = listing(days)
    assert source_days(firm, N, CONFIG) is None or len(days) == 5
    assert learn_order(articles, firm, known(firm), np.full(N, 1 / N), CONFIG) is None


def test_false_dates_at_the_ends_do_not_hide_the_order():
    days = [390, 380, *range(40, 320, 20), None, 8, 5]
    assert abs(kendall_tau(np.array([day for day in days if day is not None]))) < CONFIG.least_tau
    assert learn(days).direction == 1
    assert learn(days[::-1]).direction == -1


def test_the_share_of_displaced_articles_is_learned():
    straight = list(range(10, 390, 10))
    swapped = straight.copy()
    for a, b in ((2, 30), (8, 21), (15, 36)):
        swapped[a], swapped[b] = swapped[b], swapped[a]
    assert learn(straight).habits.displaced < 0.02
    assert 0.08 < learn(swapped).habits.displaced < 0.25


def test_intervals_hold_more_where_articles_are_out_of_place():
    straight = list(range(70, 330, 8))
    mixed = [day + 60 * (-1) ** place * (place % 4 == 0) for place, day in enumerate(straight)]
    assert learn(mixed).level > learn(straight).level
    assert learn(straight).level < CONFIG.coverage


def test_the_days_of_a_source_lie_around_its_firm_dates():
    share = source_days(np.array([100.0, np.nan, 110, 120, 130]), N, CONFIG)
    assert share.sum() == pytest.approx(1.0)
    assert share[90:140].sum() > 0.5
    assert share.min() > 0


@pytest.mark.parametrize(
    ("days", "tau"),
    [([], 0.0), ([1.0], 0.0), ([1.0, 2, 3], 1.0), ([3.0, 2, 1], -1.0), ([2.0, 2, 2], 0.0), ([1.0, 3, 2], 1 / 3)],
)
def test_kendall_tau(days, tau):
    assert kendall_tau(np.array(days)) == pytest.approx(tau)


def test_a_long_list_is_learned_from_in_stretches():
    size = CONFIG.learning_run
    assert learning_runs(3 * size, CONFIG) == [(0, 3 * size)]
    runs = learning_runs(100 * size, CONFIG)
    assert [stop - start for start, stop in runs] == [size] * 3
    assert runs[-1][1] == 100 * size


def test_a_sample_is_spread_over_the_list():
    assert spread_sample(np.arange(100.0), 3).tolist() == [0.0, 49.0, 99.0]
