from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pipeline.prevalence.groups import first_half_parts, regroup, split_sources, write_groups
from pipeline.prevalence.shares import gather_shares

DATED = [{2001: 1.0}] * 12 + [{2002: 0.9, 2003: 0.1}] * 12 + [None]


def dates(*rows):
    return pd.DataFrame(
        [[pd.Timestamp(day) for day in row] for row in rows], columns=["date_earliest", "date", "date_latest"]
    )


def test_a_day_is_of_its_half():
    rows = dates(("2001-06-30",) * 3, ("2001-07-01",) * 3, ("2001-12-31",) * 3)
    assert first_half_parts(rows, [2001])[:, 0].tolist() == [1.0, 0.0, 0.0]


def test_an_interval_is_parted_where_july_begins():
    """30 days before July and 90 after, the best day at its beginning; half of the chance lies on each side of it."""
    rows = dates(("2001-06-01", "2001-07-01", "2001-09-29"))
    assert first_half_parts(rows, [2001])[0, 0] == pytest.approx(0.5, abs=0.02)
    rows = dates(("2001-05-01", "2001-06-01", "2001-08-01"))  # a half of the later half too
    assert first_half_parts(rows, [2001])[0, 0] == pytest.approx(0.75, abs=0.02)


def test_without_dates_nothing_tells():
    rows = dates((None, None, None))
    assert first_half_parts(rows, [2001, 2002])[0].tolist() == [0.5, 0.5]


def test_the_largest_sources_are_shown():
    groups, names = split_sources(["b", "a", "b", "c", "a"], most=2)
    assert names == ["a", "b"]
    assert groups.sum(axis=0).tolist() == [2, 2]
    assert groups[3].tolist() == [0, 0]


def run(made, config, *, period=None):
    shares = gather_shares(
        made["articles"], made["article_years"], made["topics"], made["themes"], made["draws"], time_words=frozenset()
    )
    return write_groups(shares, made["articles"], np.random.default_rng(1), period=period, config=config)


def test_groups_hold_their_articles_and_shares_sum_to_one(tables, config):
    made = tables(DATED, sources=["x.txt"] * 15 + ["y.txt"] * 10)
    days = ["2001-03-01"] * 5 + ["2001-10-01"] * 7 + ["2002-02-01"] * 12 + [None]
    made["articles"] = made["articles"].assign(
        **{name: pd.to_datetime(pd.Series(days)) for name in ("date", "date_earliest", "date_latest")}
    )
    found = run(made, config)
    facts = found.drop_duplicates(["by", "group"]).set_index(["by", "group"])
    assert facts["n_articles"].to_dict() == {
        ("half", "2001 H1"): 5,
        ("half", "2001 H2"): 7,
        ("half", "2002 H1"): 12,
        ("source", "x.txt"): 15,
        ("source", "y.txt"): 10,  # the undated article has a source
    }
    assert np.allclose(found.groupby(["by", "group"])["share"].sum(), 1.0)
    for narrow, wide in (("share", "high"), ("high", "agenda_high"), ("agenda_low", "low"), ("low", "share")):
        assert (found[narrow] <= found[wide] + 1e-12).all()
    assert facts["is_sparse"].tolist() == [True, True, False, False, False]
    bounded = run(made, config, period=(2002, 2002))
    assert set(bounded.loc[bounded["by"] == "half", "group"]) == {"2002 H1"}


def test_sources_are_shown_though_nothing_is_dated(tables, config):
    found = run(tables([None, None]), config)
    assert set(found["by"]) == {"source"}
    assert found["n_articles"].eq(2).all()


def test_no_draws_no_rows(tables, config):
    made = tables(DATED)
    made["draws"] = made["draws"][:0]
    assert run(made, config).empty


def test_regrouping_keeps_the_articles_without_a_group_out(tables, config):
    made = tables([{2001: 1.0}] * 3)
    shares = gather_shares(
        made["articles"], made["article_years"], made["topics"], made["themes"], made["draws"], time_words=frozenset()
    )
    grouped = regroup(shares, np.array([[0, 1], [0, 0], [0.6, 0.4]]))
    assert grouped.best_years.tolist() == [1, -1, 0]
    assert replace(grouped, years=shares.years).draws is shares.draws
