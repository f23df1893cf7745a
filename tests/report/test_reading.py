from __future__ import annotations

from pipeline.report.reading import document_table, funnel_line, reading_section
from tests.charts.made import made_tables


def test_the_funnel_fits_a_line():
    steps = {"files": 5, "unread": 1, "documents": 4, "articles": 12, "duplicates": 2, "counted": 10, "undated": 3}
    told = "5 files (1 unread) -> 12 articles (2 duplicates) -> 10 counted (3 undated) -> 4 themes, 1 finding"
    assert funnel_line(steps, 4, 1) == told


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
