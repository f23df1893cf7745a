from __future__ import annotations

from pipeline.report.trials import engine_blocks, ladder_blocks


def test_the_ladder_marks_what_is_shown_and_leaves_unknown_cells_empty(given, story):
    rows = [[cell[0] for cell in row] for row in ladder_blocks(given.ladder, story)[-1]["rows"]]
    assert [row[0] for row in rows] == ["10 topics", "30 topics*", "gensim"]
    assert rows[0][4:6] == ["80\u00a0%", "\N{MINUS SIGN}6.40"]
    assert rows[2][4:6] == ["", ""]


def test_engines_that_find_a_theme_are_counted(given, story, words):
    said = words(engine_blocks(given.crosscheck, given.themes, story))
    assert "Gensim finds 1 of 3 themes" in said
    assert "Found by none of them: Theme B1; Theme C2" in said
    assert "not found (0.80)" in said
    assert "found (0.80, 0.70)" in said


def test_nothing_tried_is_nothing_said(given, story):
    assert ladder_blocks(given.ladder.head(0), story) == []
    assert engine_blocks(given.crosscheck.head(0), given.themes, story) == []


def test_a_theme_that_was_not_sought_is_not_told_as_missed(given, story, words):
    theme = given.themes["theme_id"].iloc[-1]
    said = words(engine_blocks(given.crosscheck[given.crosscheck["theme_id"] != theme], given.themes, story))
    assert "Gensim finds 1 of 2 themes" in said
    assert given.themes["label"].iloc[-1] not in said
