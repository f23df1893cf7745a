from __future__ import annotations

from pipeline.report.origins import source_blocks


def test_themes_by_sources_the_largest_first(given, story, words):
    blocks = source_blocks(given.prevalence_by, given.themes, story)
    assert [column.rpartition("/")[2] for column in blocks[-1]["columns"]] == ["Theme", "two.txt", "one.txt"]
    assert [cell[0] for cell in blocks[-1]["rows"][-1]] == ["Articles", "11", "10"]
    assert "20 to 40" in words(blocks[-1]["rows"][0])


def test_one_source_needs_no_table(given, story):
    one = given.prevalence_by[given.prevalence_by["group"].str.endswith("one.txt")]
    assert source_blocks(one, given.themes, story) == []
