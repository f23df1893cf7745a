import pandas as pd
import pytest

from pipeline.checks import arrange, check, empty
from pipeline.prevalence.totals import COLUMNS, total_sums

PLAIN = {"theme_id": "t", "year": 2020, "currency": "GBP", "period": None, "kind": "amount", "value": 10.0,
         "value_high": None, "same_as": None, "article_id": "a1"}  # fmt: skip
ARTICLES = pd.DataFrame({"article_id": ["a1", "a2"], "duplicate_of": [None, "a1"]})


def totals(*rows):
    told = [PLAIN | {"mention_id": f"m{n}"} | row for n, row in enumerate(rows)]
    sums = arrange("sums", pd.concat([empty("sums"), pd.DataFrame(told)]).assign(about="x"))
    found = arrange("sum_totals", total_sums(sums, ARTICLES))
    check("sum_totals", found)
    return found


def test_amounts_of_one_theme_year_and_currency_are_added():
    row = totals({"value": 10.0}, {"value": 5.0}).iloc[0]
    assert (row["n_sums"], row["n_distinct"], row["n_added"], row["total"], row["largest"]) == (2, 2, 2, 15.0, 10.0)


def test_a_sum_announced_again_is_added_once():
    row = totals({}, {"same_as": "m0"}, {"value": 5.0}).iloc[0]
    assert (row["n_sums"], row["n_distinct"], row["total"]) == (3, 2, 15.0)


def test_announced_again_in_another_year_it_adds_nothing_there():
    found = totals({}, {"same_as": "m0", "year": 2021}).set_index("year")
    assert found["total"].tolist()[:1] == [10.0]
    assert found.loc[2021, ["n_sums", "n_distinct", "n_added"]].tolist() == [1, 0, 0]
    assert found.loc[2021, ["total", "largest"]].isna().all()


@pytest.mark.parametrize("key", [{"currency": "EUR"}, {"period": "year"}, {"theme_id": "u"}, {"year": 2021}])
def test_unlike_sums_are_not_added(key):
    assert sorted(totals({}, key)["total"]) == [10.0, 10.0]


@pytest.mark.parametrize("kind", ["each", "change", "gap", "range"])
def test_only_amounts_have_totals(kind):
    row = totals({"kind": kind}, {"kind": kind}).iloc[0]
    assert (row["n_sums"], row["n_added"], row["largest"]) == (2, 0, 10.0)
    assert pd.isna(row["total"])


def test_vague_sums_and_ranges_are_counted_and_not_added():
    row = totals({}, {"value": None}, {"value_high": 12.0}).iloc[0]
    assert (row["n_sums"], row["n_added"], row["total"], row["largest"]) == (3, 1, 10.0, 12.0)


def test_copies_do_not_count():
    assert totals({}, {"article_id": "a2", "same_as": "m0"})["n_sums"].tolist() == [1]


def test_no_sums():
    found = total_sums(empty("sums"), ARTICLES)
    assert list(found.columns) == COLUMNS
    assert arrange("sum_totals", found).empty
