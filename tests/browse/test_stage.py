from __future__ import annotations

import pandas as pd
import pytest

from pipeline.browse.stage import browse
from pipeline.corpus import Corpus, Publish
from tests.browse.made import page_of, page_tables
from tests.charts.made import config, made_rejects


def test_the_page_carries_all_that_the_tables_hold(values):
    tables = page_tables()
    core = values(page_of(tables))
    assert len(core["themes"]) == len(tables["themes"])
    assert core["articles"]["id"] == sorted(tables["articles"]["article_id"])
    assert len(core["names"]) == len(tables["entities"])
    assert len(core["sums"]["value"]) == len(tables["sums"])
    assert sum(core["chunks"]) == len(tables["articles"])


def test_rows_in_any_order_give_the_same_page():
    tables = page_tables()
    turned = {name: table.iloc[::-1].reset_index(drop=True) for name, table in tables.items()}
    assert page_of(turned) == page_of(tables)


@pytest.mark.parametrize("mode", ["roles", "none"])
def test_no_name_of_a_person_stands_in_the_file_where_it_must_not(mode):
    tables = page_tables()
    tables["themes"] = tables["themes"].assign(label=["Ada Wren, ferry", "b", "c"])
    tables["documents"] = tables["documents"].assign(source="speeches/ada_wren.txt")
    page = page_of(tables, corpus=Corpus(title="Papers", publish=Publish(mode)))
    assert not any(name in page for name in ("Ada", "Wren", "Lark", "Finch", "ada_wren"))


def test_no_text_of_articles_stands_in_the_file_where_it_must_not():
    page = page_of(page_tables(), corpus=Corpus(title="Papers", publish=Publish(excerpts=False)))
    assert "Headline 3" in page
    assert not any(said in page for said in ("harbour board met", "Teachers asked", "the ferry", "Nothing else"))


def test_texts_that_are_too_large_are_left_out_with_a_notice():
    settings = config("browse", most_text_mb=0)
    made = browse(**page_tables(), rejects=made_rejects(), corpus=Corpus(title="T"), config=settings)
    assert "harbour board met" not in made["files"]["index.html"].decode("utf-8")
    assert len(made["notices"]) == 1


def test_a_sum_without_a_year_and_an_article_without_a_date_are_carried(values):
    tables = page_tables()
    tables["sums"] = tables["sums"].assign(year=pd.array([None] * len(tables["sums"]), dtype="Int64"))
    tables["articles"] = tables["articles"].assign(
        date=pd.NaT, date_earliest=pd.NaT, date_latest=pd.NaT, year=pd.array([None] * 24, dtype="Int64")
    )
    core = values(page_of(tables))
    assert set(core["sums"]["year"]) == {None}
    assert set(core["articles"]["date"]) == {""}
