"""The public face: the tables of a run in Python."""

import re

import pytest

import pipeline
from pipeline import load_run
from pipeline.charts.roll import ROLL
from pipeline.errors import CorpusError
from tests.charts.test_roll import assert_traced


@pytest.fixture(scope="module")
def run(demo):
    return load_run(demo / "made")


def test_tables_are_frames_and_unknown_names_are_told(run):
    assert len(run.articles) > 0
    with pytest.raises(AttributeError, match="no table or method is called 'colours'"):
        _ = run.colours


def test_articles_about_a_theme_in_a_year_are_ranked_by_share(run):
    theme = run.themes["theme_id"].iloc[0]
    year = int(run.prevalence["year"].iloc[0])
    found = run.articles_about(theme, year, most=5)
    assert found["share"].is_monotonic_decreasing
    assert set(found["date"].dt.year) <= {year}


def test_a_theme_is_found_by_its_label(run):
    for theme_id, label in run.labels.items():
        assert run.theme_id(label.upper()) == theme_id
    with pytest.raises(CorpusError, match="fits 0 labels"):
        run.theme_id("no such theme")


def test_key_word_in_context_finds_whole_words_in_any_case(run):
    word = re.search(r"\b[a-z]{4,}\b", run.articles["text"].iloc[0])[0]
    lines = run.kwic(word, width=20, most=10)
    assert len(lines) >= 1
    assert {found.casefold() for found in lines["word"]} == {word.casefold()}
    assert lines["before"].str.len().max() <= 20


@pytest.mark.parametrize("name", ROLL)
def test_every_plotted_point_of_a_whole_run_leads_to_its_articles(run, name):
    assert_traced(run.chart(name))


def test_a_trend_holds_one_row_a_year(run):
    trend = run.trend(run.themes["theme_id"].iloc[0])
    assert not trend.index.duplicated().any()


def test_an_article_traces(run):
    row = run.articles.iloc[0]
    assert row["title"] in run.trace(row["article_id"])


def test_the_run_introduces_itself(run):
    assert "<code>run.articles</code>" in run._repr_html_()


def test_a_folder_without_a_run_is_told(tmp_path):
    with pytest.raises(CorpusError, match="Run make all first"):
        load_run(tmp_path)


def test_only_public_names_are_offered():
    assert pipeline.__all__ == ["Run", "load_run"]
    with pytest.raises(AttributeError, match="has no attribute 'colours'"):
        _ = pipeline.colours
