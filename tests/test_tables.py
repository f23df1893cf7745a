"""The tables' contracts: good rows pass, bad rows are told with where, what and what was wanted."""

import pandas as pd
import pytest

from pipeline.checks import arrange, check, empty
from pipeline.errors import TableError
from pipeline.stages import STAGES
from pipeline.tables import TABLES
from pipeline.wiring import tables_made
from tests.make_docs import PAGE, tables_page

GOOD = {
    "mention_id": ["a:1:0-2", "a:1:4-6"],
    "article_id": ["a:1", "a:1"],
    "value": [1.5, None],
    "value_high": [None, None],
    "currency": ["GBP", None],
    "period": [None, "year"],
    "qualifier": [None, "vague"],
    "kind": ["amount", "each"],
    "about": ["", "boats"],
    "whose": [None, "the port"],
    "speaker": [None, None],
    "speaker_kind": [None, None],
    "concerns_from": [2015, None],
    "concerns_to": [2016, None],
    "same_as": [None, None],
    "theme_id": [None, "t"],
    "year": [2016, None],
}


def sums(**changes):
    return pd.DataFrame({**GOOD, **changes})


def test_a_good_table_passes_and_keeps_whole_numbers_beside_nulls():
    arranged = arrange("sums", sums())
    check("sums", arranged)
    assert arranged["year"].tolist()[0] == 2016
    assert str(arranged["year"].dtype) == "Int64"


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"period": ["decade", None]}, "period says 'decade' (want year, month, week, day)"),
        ({"about": ["", None]}, "about is null in 1 rows"),
        ({"year": [-3, None]}, "year goes down to -3 (want at least 0)"),
        ({"mention_id": ["a", "a"]}, "1 rows repeat the key mention_id"),
    ],
)
def test_a_bad_row_is_told(changes, part):
    with pytest.raises(TableError) as caught:
        check("sums", arrange("sums", sums(**changes)))
    assert part in str(caught.value)
    assert "Mend the stage prevalence" in str(caught.value)


def test_missing_and_foreign_columns_are_told_together():
    with pytest.raises(TableError, match=r"2 faults. column about is missing; column colour is not of this table"):
        arrange("sums", sums().drop(columns="about").assign(colour="red"))


def test_a_wrong_type_is_told():
    with pytest.raises(TableError, match="table sums"):
        arrange("sums", sums(value=["much", "little"]))


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_keeps_its_contract(name):
    check(name, arrange(name, empty(name)))


def test_rows_are_sorted_by_key():
    shuffled = sums().iloc[::-1]
    assert arrange("sums", shuffled)["mention_id"].tolist() == GOOD["mention_id"]


def test_every_table_is_made_by_a_stage_and_keys_are_columns():
    for name, table in TABLES.items():
        assert table.stage in (*STAGES, "certify"), "made by make certify, of a finished run"
        assert name in tables_made(table.stage)
        assert set(table.key) <= set(table.columns)


def test_the_page_about_tables_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == tables_page(), "run make docs"
