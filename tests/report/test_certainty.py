from __future__ import annotations

from dataclasses import replace

from pipeline.report.certainty import again_section, certainty_section, method_section


def test_widths_and_firmness_come_from_the_tables(given, story, words):
    said = words(certainty_section(given, story))
    # shares 4/9, 3/9 and 2/9: mean widths are 0.4 and 1.0 of a third
    assert "13 points wide for this corpus and 33 for the wider agenda" in said
    assert "called firm: 1 of 3 themes" in said
    assert "too few articles to carry weight: 2021" in said


def test_without_themes_the_limits_still_stand(given, story, words):
    none = {table: getattr(given, table).head(0) for table in ("themes", "topics", "topic_terms", "prevalence")}
    said = words(certainty_section(replace(given, **none), story))
    assert "What the intervals do not cover" in said
    assert "Do the themes hold" not in said


def test_every_stage_and_every_word_is_explained(story, words):
    said = words(method_section(story))
    assert all(row["term"] in said for row in story.config.glossary)
    assert "Gibbs sampling" in said


def test_how_to_make_it_again(given, story, words):
    said = words(again_section(given.documents, ["sums", "rejects"], story))
    assert "make all RAW=" in said
    assert given.documents["document_id"].iloc[0] in said
    assert "sums.csv" in said
    assert "people.csv" not in said
