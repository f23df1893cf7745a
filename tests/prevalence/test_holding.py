import numpy as np
import pandas as pd

from pipeline.prevalence.holding import Setting, change_in, count_holding, list_settings
from pipeline.prevalence.shares import Shares

YEARS = np.repeat(np.eye(2), 20, axis=0)
KEPT = np.ones(2, dtype=bool)
RISE = np.repeat([[0.2, 0.8], [0.6, 0.4]], 20, axis=0)
NO_VARIANTS = pd.DataFrame(columns=["variant", "article_id", "shares"])


def shares_of(years=YEARS):
    n = len(years)
    ids = [f"a:{place:04d}" for place in range(n)]
    draws, best, series = np.zeros((1, n, 2)), np.zeros(n), np.arange(n)
    return Shares(ids, ["t1", "t2"], ["x", "y"], [2001, 2002], draws, np.eye(2), years, best, series, KEPT)


def variant(name, means, ids):
    return pd.DataFrame({"variant": name, "article_id": ids, "shares": list(means)})


def test_a_change_holds_in_variants_that_show_half_of_it_in_its_direction(config):
    shares = shares_of()
    flat, turned = np.full((40, 2), 0.5), RISE[::-1]
    weaker = 0.4 + 0.6 * (RISE - 0.4)
    variants = pd.concat(
        variant(name, means, shares.article_ids)
        for name, means in [("flat", flat), ("turned", turned), ("weaker", weaker), ("same", RISE)]
    )
    settings = list_settings(shares, RISE, np.zeros(40, dtype=int), 1, variants, config=config)
    shown = Setting(YEARS, RISE)
    assert count_holding(0, (0, 0), (1, 1), shown, settings, config=config) == (4, 2)
    assert count_holding(1, (0, 0), (1, 1), shown, settings, config=config) == (4, 2)


def test_each_source_is_left_out_in_turn_where_articles_are_left(config):
    """The second source makes the whole rise; the third has too few articles to be left out."""
    source = np.tile([0] * 10 + [1] * 9 + [2], 2)
    means = np.full((40, 2), 0.5)
    means[(source == 1) & (YEARS[:, 1] == 1)] = [0.9, 0.1]
    settings = list_settings(shares_of(), means, source, 3, NO_VARIANTS, config=config)
    assert len(settings) == 2
    assert count_holding(0, (0, 0), (1, 1), Setting(YEARS, means), settings, config=config) == (2, 1)


def test_a_setting_without_articles_in_both_periods_was_not_tried(config):
    source = np.repeat([0, 1], 20)  # each period of one source
    settings = list_settings(shares_of(), RISE, source, 2, NO_VARIANTS, config=config)
    assert count_holding(0, (0, 0), (1, 1), Setting(YEARS, RISE), settings, config=config) == (0, 0)


def test_a_variant_that_holds_a_sample_is_judged_by_it(config):
    shares = shares_of()
    some = variant("sample", RISE[::2], shares.article_ids[::2])
    settings = list_settings(shares, RISE, np.zeros(40, dtype=int), 1, some, config=config)
    change, fewest = change_in(0, (0, 0), (1, 1), settings[0])
    assert round(change, 12) == 0.4
    assert fewest == 10
