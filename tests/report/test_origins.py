from __future__ import annotations

from pipeline.report.origins import heading_of, source_blocks


def test_themes_by_sources_the_largest_first(given, story, words):
    blocks = source_blocks(given.prevalence_by, given.themes, story)
    assert [column.replace("\N{ZERO WIDTH SPACE}", "").rpartition("/")[2] for column in blocks[-1]["columns"]] == [
        "Theme",
        "two.txt",
        "one.txt",
    ]
    assert [cell[0] for cell in blocks[-1]["rows"][-1]] == ["Articles", "11", "10"]
    assert "20 to 40" in words(blocks[-1]["rows"][0])


def test_one_source_needs_no_table(given, story):
    one = given.prevalence_by[given.prevalence_by["group"].str.endswith("one.txt")]
    assert source_blocks(one, given.themes, story) == []


def test_a_long_path_shows_its_end_and_may_break():
    shown = heading_of("a/very/long/path/to/some/listing_of_notices.html")
    # 27 characters: the mark of what is cut and the last 26
    assert shown.replace("\N{ZERO WIDTH SPACE}", "") == "\N{HORIZONTAL ELLIPSIS}me/listing_of_notices.html"
    assert max(map(len, shown.split("\N{ZERO WIDTH SPACE}"))) <= 9
