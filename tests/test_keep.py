"""make keep: the file is a function of the run, and what is gone stays in it."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline import keep
from pipeline.files import write_table
from pipeline.kept import KeptTheme, read_kept, write_kept
from tests.test_diff import write_run


@pytest.fixture
def run(tmp_path):
    return write_run(tmp_path / "made", {"a:0001": ("One", "boats", {"boats": 0.75, "rails": 0.25})})


def test_a_runs_themes_are_kept_with_their_terms_and_the_day_of_the_corpus(run, tmp_path, capsys):
    file = tmp_path / "kept-themes.csv"
    assert keep.main(["--made", str(run), "--into", str(file)]) == 0
    themes = {theme.theme_id: theme for theme in read_kept(file)}
    assert set(themes) == {"boats", "rails"}
    assert themes["boats"].terms == {"boat": 0.6, "boats": 0.4}
    assert themes["boats"].until == "2020-03-01"
    assert "2 themes are kept" in capsys.readouterr().out
    first = file.read_bytes()
    keep.main(["--made", str(run), "--into", str(file)])
    assert file.read_bytes() == first


def test_a_theme_that_is_gone_stays_in_the_file(run, tmp_path, capsys):
    file = tmp_path / "kept-themes.csv"
    gone = KeptTheme("bread", "Bread", "subject", "abc", "2019-01-01", {"bread": 0.5})
    file.write_text(write_kept([gone]), encoding="utf-8")
    keep.main(["--made", str(run), "--into", str(file)])
    assert gone in read_kept(file)
    assert "0 known before, 2 new, 1 not found any more" in capsys.readouterr().out


def test_a_corpus_without_dates_is_kept_too(run, tmp_path):
    articles = pd.read_parquet(run / "articles.parquet").assign(date=pd.NaT)
    write_table("articles", articles, run, note={})
    keep.main(["--made", str(run), "--into", str(tmp_path / "kept-themes.csv")])
    assert {theme.until for theme in read_kept(tmp_path / "kept-themes.csv")} == {""}


def test_where_no_run_is_one_line_says_so(tmp_path, capsys):
    assert keep.main(["--made", str(tmp_path), "--into", str(tmp_path / "kept-themes.csv")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("themeline: ")
    assert told.count("\n") == 1
    assert "Run make all first" in told
