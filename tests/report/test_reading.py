from __future__ import annotations

import pandas as pd
import pytest

from pipeline.report.reading import document_table, funnel, funnel_line, reading_section, reject_summary, year_counts
from tests.charts.made import made_rejects, made_tables


def test_the_funnel_adds_up(given):
    steps = funnel(given.documents, given.articles, given.rejects)
    assert steps["files"] == steps["documents"] + steps["unread"] == 2
    assert steps["articles"] == steps["counted"] + steps["duplicates"] == 24
    assert steps["counted"] == steps["dated"] + steps["undated"] == 23


def test_the_funnel_fits_a_line():
    steps = {"files": 5, "unread": 1, "documents": 4, "articles": 12, "duplicates": 2, "counted": 10, "undated": 3}
    told = "5 files (1 unread) -> 12 articles (2 duplicates) -> 10 counted (3 undated) -> 4 themes, 1 finding"
    assert funnel_line(steps, 4, 1) == told


@pytest.mark.parametrize("n_undated", [0, 5, 23])
def test_undated_articles_leave_at_the_last_step(given, n_undated):
    years = pd.array([None] * n_undated + [2020] * (24 - n_undated), dtype="Int64")
    steps = funnel(given.documents, given.articles.assign(year=years), given.rejects)
    assert steps["undated"] == n_undated
    assert steps["dated"] == 23 - n_undated


def test_a_reject_within_a_document_that_was_read_is_no_lost_file(given):
    rejects = made_rejects().assign(row_id=given.documents["source"].iloc[0])
    assert funnel(given.documents, given.articles, rejects)["unread"] == 0


def test_rejects_are_counted_by_stage_and_reason():
    summary = reject_summary(made_rejects())
    assert summary.to_dict("list") == {
        "stage": ["read", "segment"],
        "reason": ["not_text", "furniture"],
        "n_rows": [1, 3],
    }


def test_years_are_whole_and_gaps_are_nought(given):
    years = year_counts(given.articles, given.article_years, tuple(range(2016, 2022)))
    assert years["n_articles"].tolist() == [6, 6, 0, 0, 6, 5]
    assert years["n_words"].tolist() == [84, 84, 0, 0, 84, 70]


def test_the_section_names_the_gaps(given, story, words):
    said = words(reading_section(given.documents, given.articles, given.article_years, given.rejects, story))
    assert "No article has its best day in 2018–2019" in said
    assert "Near-duplicates: 1" in said
    assert "Files that could not be read: 1" in said
    assert "Dropped on the way: 4 pieces of text" in said
    assert "=1+1" not in said  # what was dropped is counted, not shown


def test_a_year_without_gap_and_without_rejects(given, story, words):
    made = made_tables(years=(2019,))
    tables = [made[name] for name in ("documents", "articles", "article_years")]
    said = words(reading_section(*tables, given.rejects.head(0), story))
    assert "No piece of text was dropped on the way." in said


def test_kinds_of_documents_have_names_and_unknown_ones_are_short(given, story):
    kinds = ["application/pdf", "application/x-" + "z" * 90]
    documents = given.documents.loc[[0, 0]].assign(media_type=kinds, document_id=["a", "b"])
    rows = document_table(documents, given.articles, story)["rows"]
    assert rows[0][1] == ["PDF"]
    assert len(rows[1][1][0]) <= 24
