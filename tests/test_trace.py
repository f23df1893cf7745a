"""Tracing a row back to its raw file."""

import shlex
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import CorpusError
from pipeline.files import write_rejects, write_table
from pipeline.trace import date_lines, main, place_lines, raw_lines, trace_row

HERE = Path(__file__).parent.parent
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
        "url": None, "author": "A. Oak", "published": None, "spans": [[5, 20], [32, 52]],
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
    years = {"article_id": ["d:0001"] * 2, "year": [2016, 2017], "probability": [0.1, 0.9]}
    write_table("article_years", pd.DataFrame(years), tmp_path, note={})
    dropped = {"row_id": ["d:000000021-000000031"], "reason": ["share_link"], "text": ["Share this"]}
    write_rejects("segment", pd.DataFrame(dropped), tmp_path)
    return tmp_path


def test_an_article_shows_its_place_its_date_and_what_was_dropped(made):
    told = list(trace_row("d:0001", raw=Path("raw"), made=made))
    assert "place     lines 2 to 4, characters 5 to 52 of the document's text" in told
    assert "page      1" in told
    assert "date      2017-05-02 (90 % interval 2017-05-01 to 2017-05-09), to the day" in told
    assert "basis     neighbours: between two dated notices" in told
    assert told[-1] == "Dredging starts\n{-share_link: Share this-}\nThe board spends £2m"
    assert "years     2017: 90%, 2016: 10%" in told
    assert "states    author A. Oak" in told


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
    assert list(raw_lines("kept gone", article, {})) == ["kept{- gone-}"]
    assert list(raw_lines("kept gone", article, {(5, 9): "caption"})) == ["kept {-caption: gone-}"]


def test_pages_and_items_are_told():
    pages = pd.Series({"text": "One.\fTwo.", "source": "a\nb.pdf", "media_type": "application/pdf", "encoding": "pdf"})
    told = list(place_lines(pages, 0, 9, raw=Path("raw")))
    assert told[0] == "file      raw/a b.pdf (application/pdf, pdf)"
    assert told[-1] == "page      1 to 2"
    feed = pages.copy()
    feed["text"] = "\x1e\ntitle: A\n\nOne\n\n\x1e\ntitle: B\n\nTwo"
    assert list(place_lines(feed, 30, 35, raw=Path("raw")))[-1] == "item      2 of 2 in the file"


def test_a_document_cannot_write_to_the_terminal(made, capsys):
    documents = pd.read_parquet(made / "documents.parquet")
    hostile = TEXT.replace("Share this", "Sha\x1b[2Jthi")
    write_table("documents", documents.assign(text=hostile), made, note={})
    assert main(["d:0001", "--raw", "raw", "--made", str(made)]) == 0
    shown = capsys.readouterr().out
    assert "Sha[2Jthi" in shown
    assert "\x1b" not in shown


def test_a_reader_that_has_gone_is_no_fault():
    code = "from pipeline.trace import show; show('line\\n' * 200_000)"
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(code)} | head -n 1"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "line\n", "")
