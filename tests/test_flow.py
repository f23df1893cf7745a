"""The flow as a user runs it: make all, again, after a change, after a kill, and on input that cannot be used."""

import gzip
import os
import shutil
import signal
import subprocess

import numpy as np
import pandas as pd
import pytest

from tests.conftest import HERE, bundle, made_files, make

DEMO = ("RAW=data/demo/documents", "CORPUS=data/demo/corpus.toml")


def into(folder):
    return (f"MADE={folder}/made", f"OUT={folder}/out")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A raw folder of a small corpus over three years."""
    raw = tmp_path_factory.mktemp("small") / "raw"
    raw.mkdir()
    (raw / "bundle.txt").write_text(bundle(24, [2017, 2019, 2020]), encoding="utf-8")
    return raw


@pytest.fixture(scope="module")
def unbroken(small):
    """Folder of an unbroken run on the small corpus."""
    folder = small.parent / "unbroken"
    ran = make("all", f"RAW={small}", *into(folder))
    assert ran.returncode == 0, ran.stderr
    return folder


def test_a_run_makes_the_report_its_pages_figures_and_tables(demo):
    made = made_files(demo)
    assert made["out/report.pdf"].startswith(b"%PDF")
    assert made["out/index.html"].startswith(b"<!doctype html>")
    for kind in ("out/pages/", "out/figures/", "out/tables/"):
        assert any(name.startswith(kind) for name in made)
    assert not [name for name in made if name.endswith(".half")]


def test_a_second_make_does_nothing(demo):
    before = {path: path.stat().st_mtime_ns for path in demo.rglob("*")}
    ran = make("all", *DEMO, *into(demo))
    assert ran.returncode == 0
    assert "Nothing to be done" in ran.stdout
    assert {path: path.stat().st_mtime_ns for path in demo.rglob("*")} == before


def test_a_repeated_run_gives_the_same_bytes(demo, tmp_path):
    ran = make("all", *DEMO, *into(tmp_path))
    assert ran.returncode == 0, ran.stderr
    one, two = made_files(demo), made_files(tmp_path)
    assert list(one) == list(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_names_and_order_of_files_change_no_theme(demo, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    sources = sorted((path for path in (HERE / "data/demo/documents").rglob("*") if path.is_file()), reverse=True)
    for number, path in enumerate(sources):
        shutil.copy(path, raw / f"{number:02d}-renamed{''.join(path.suffixes)}")
    ran = make("prevalence", f"RAW={raw}", "CORPUS=data/demo/corpus.toml", *into(tmp_path))
    assert ran.returncode == 0, ran.stderr
    # findings are asked of outlets, which the years in the names of files tell
    for table in ("topics", "themes", "topic_terms", "article_topics", "prevalence"):
        pd.testing.assert_frame_equal(
            pd.read_parquet(demo / "made" / f"{table}.parquet"), pd.read_parquet(tmp_path / "made" / f"{table}.parquet")
        )


def test_shares_of_a_year_sum_to_one_and_years_without_articles_are_gaps(demo):
    prevalence = pd.read_parquet(demo / "made/prevalence.parquet")
    articles = pd.read_parquet(demo / "made/articles.parquet")
    themes = pd.read_parquet(demo / "made/themes.parquet")
    background = themes.loc[themes["kind"] == "background", "theme_id"]
    for rows in (prevalence[prevalence["topic_id"].isna()], prevalence[prevalence["topic_id"].notna()]):
        assert np.allclose(rows.groupby("year")["whole_share"].sum(), 1, atol=1e-9)
        subjects = rows[~rows["theme_id"].isin(background)]
        assert np.allclose(subjects.groupby("year")["share"].sum(), 1, atol=1e-9)
    assert set(prevalence["year"]) <= set(articles["year"].dropna())


def test_a_changed_document_rebuilds_and_a_changed_title_rebuilds_only_what_shows_it(small, tmp_path):
    corpus = tmp_path / "corpus.toml"
    raw = tmp_path / "raw"
    shutil.copytree(small, raw)
    corpus.write_text('title = "One"\n', encoding="utf-8")
    options = (f"RAW={raw}", f"CORPUS={corpus}", *into(tmp_path))
    assert make("charts", *options).returncode == 0
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "made").glob("*.parquet")}
    corpus.write_text('title = "Two"\n', encoding="utf-8")
    assert make("prevalence", *options).returncode == 0
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "made").glob("*.parquet")} == before
    (raw / "more.txt").write_text(bundle(3, [2021]), encoding="utf-8")
    assert make("read", *options).returncode == 0
    assert len(pd.read_parquet(tmp_path / "made/documents.parquet")) == 2
    (raw / "more.txt").unlink()
    assert make("read", *options).returncode == 0
    assert len(pd.read_parquet(tmp_path / "made/documents.parquet")) == 1


def test_a_kill_in_any_stage_leaves_nothing_that_make_does_not_mend(small, unbroken, tmp_path):
    """make is killed after ever longer times, in whatever stage it is, until it comes through."""
    seconds, kills = 0.5, 0
    while True:
        command = ["make", "all", f"RAW={small}", *into(tmp_path)]
        with subprocess.Popen(
            command, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as run:
            try:
                assert run.wait(timeout=seconds) == 0
                break
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                kills += 1
        seconds *= 1.5
    assert kills > 2
    one, two = made_files(unbroken), {k: v for k, v in made_files(tmp_path).items() if not k.endswith(".half")}
    assert list(one) == list(two)
    assert [name for name in one if one[name] != two[name]] == []


def write_raw(folder, kind):
    """A raw folder that cannot be used, or not for everything."""
    folder.mkdir()
    corpus = folder / "corpus.toml"
    if kind == "unreadable":
        (folder / "film.mp4").write_bytes(bytes(range(256)) * 40)
    elif kind == "binary named .txt":
        (folder / "notes.txt").write_bytes(gzip.compress(os.urandom(5000)))
    elif kind == "broken corpus.toml":
        (folder / "a.txt").write_text(bundle(6, [2017]), encoding="utf-8")
        corpus.write_text('title = 3\nperiod = 2016\n[[offices]]\nrole = "Chair"\n', encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("empty", ["no documents in this folder", "Put your documents there"]),
        ("unreadable", ["none of 1 files could be read as text", "Put documents there"]),
        ("binary named .txt", ["none of 1 files could be read as text", "notes.txt"]),
        (
            "broken corpus.toml",
            ["4 faults", "title", "period", "offices[1].name is missing", "offices[1].from is missing"],
        ),
    ],
)
def test_input_that_cannot_be_used_is_told_in_one_line(tmp_path, kind, parts):
    raw = write_raw(tmp_path / "raw", kind)
    ran = make("all", f"RAW={raw}", *into(tmp_path))
    assert ran.returncode != 0
    told = [line for line in ran.stderr.splitlines() if line.startswith("themeline:")]
    assert len(told) == 1
    assert "Traceback" not in ran.stderr
    for part in parts:
        assert part in told[0]
    assert not list(tmp_path.rglob("*.parquet"))
    assert not list(tmp_path.rglob("*.half"))


@pytest.mark.parametrize(
    ("n_articles", "years", "dated", "part"),
    [(1, [2017], True, "the corpus is one article"), (12, [2017], True, "all articles are of one year, 2017"),
     (12, [2017], False, "no article could be dated")],
    ids=["one article", "one year", "no date"],
)  # fmt: skip
def test_a_corpus_that_bears_little_gets_a_report_and_a_line_that_says_so(tmp_path, n_articles, years, dated, part):
    raw = tmp_path / "raw"
    raw.mkdir()
    for number, text in enumerate(bundle(n_articles, years, dated=dated).split("\n\n\n")):
        (raw / f"{number}.txt").write_text(text, encoding="utf-8")
    ran = make("all", f"RAW={raw}", *into(tmp_path))
    assert ran.returncode == 0, ran.stderr
    told = [line for line in ran.stderr.splitlines() if line.startswith("themeline:")]
    assert len(told) == 1, ran.stderr
    assert part in told[0]
    assert len(pd.read_parquet(tmp_path / "made/articles.parquet")) == n_articles
    assert (tmp_path / "out/report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a Unix file system")
def test_a_folder_that_cannot_be_written_is_told(small, tmp_path):
    blocked = tmp_path / "made"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    ran = make("read", f"RAW={small}", f"MADE={blocked}", f"OUT={tmp_path}/out")
    assert ran.returncode != 0
    assert [line for line in ran.stderr.splitlines() if line.startswith("themeline:")]
    assert "Traceback" not in ran.stderr
