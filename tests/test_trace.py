"""Tracing a row back to its raw file."""

from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import CorpusError
from pipeline.files import write_table
from pipeline.trace import date_lines, main, raw_lines, trace_row

TEXT = "Menu\nDredging starts\nShare this\nThe board spends £2m.\f\nMore"


@pytest.fixture
def made(tmp_path):
    """Tables of one article of two kept spans, on the first of two pages, with one sum."""
    document = {
        "document_id": "d", "source": "a.txt", "media_type": "text/plain", "encoding": "utf-8",
        "n_bytes": len(TEXT), "text": TEXT,
    }  # fmt: skip
    article = {
        "article_id": "d:0001", "document_id": "d", "source": "a.txt", "start": 5, "end": 52,
        "title": "Dredging starts",
        "url": None, "author": None, "published": None, "spans": [[5, 20], [32, 52]],
        "text": TEXT[5:20] + "\n" + TEXT[32:52], "n_words": 7, "duplicate_of": None, "date": pd.Timestamp("2017-05-02"),
        "date_earliest": pd.Timestamp("2017-05-01"), "date_latest": pd.Timestamp("2017-05-09"),
        "date_precision": "day", "date_basis": "neighbours", "date_evidence": "between two dated notices", "year": 2017,
    }  # fmt: skip
    mention = {
        "mention_id": "d:0001:49-52", "article_id": "d:0001", "source": "a.txt", "type": "MONEY",
        "start": 49, "end": 52,
        "surface": TEXT[49:52], "entity_id": None, "canonical": None, "value": 2e6, "value_high": None,
        "currency": "GBP", "period": None, "qualifier": None, "found_by": "grammar",
    }  # fmt: skip
    for name, row in (("documents", document), ("articles", article), ("mentions", mention)):
        write_table(name, pd.DataFrame([row]), tmp_path, note={})
    return tmp_path


def test_an_article_shows_its_place_its_date_and_what_was_dropped(made):
    told = list(trace_row("d:0001", raw=Path("raw"), made=made))
    assert "place     lines 2 to 4, characters 5 to 52 of the document's text" in told
    assert "page      1" in told
    assert "date      2017-05-02 (90 % interval 2017-05-01 to 2017-05-09), to the day" in told
    assert "basis     neighbours: between two dated notices" in told
    assert told[-1] == "Dredging starts{-\nShare this\n-}The board spends £2m"


def test_a_mention_shows_what_it_was_read_as_and_the_text_around_it(made):
    told = list(trace_row("d:0001:49-52", raw=Path("raw"), made=made))
    assert f"surface   {TEXT[49:52]}" in told
    assert "read as   MONEY: value 2000000.0, currency GBP" in told
    assert "found by  grammar" in told
    assert f"[[{TEXT[49:52]}]]" in told[-1]


@pytest.mark.parametrize(
    ("row_id", "part"), [("d:00", "Did you mean d:0001"), ("zz", "IDs stand in"), ("", "no ID was given")]
)
def test_an_unknown_id_is_told(made, row_id, part):
    with pytest.raises(CorpusError, match=part):
        list(trace_row(row_id, raw=Path("raw"), made=made))


def test_the_command_ends_in_one_line(made, capsys):
    assert main(["zz", "--raw", "raw", "--made", str(made)]) == 1
    assert capsys.readouterr().err.startswith("themeline: trace: no article or mention is called 'zz'")


def test_an_undated_article_says_why():
    article = pd.Series({"date": None, "date_evidence": "no evidence"})
    assert list(date_lines(article)) == ["date      unknown: no evidence"]


def test_text_dropped_at_the_end_is_shown():
    article = pd.Series({"start": 0, "end": 9, "spans": [[0, 4]]})
    assert list(raw_lines("kept gone", article)) == ["kept{- gone-}"]
