from __future__ import annotations

from pipeline.report.causes import cause_blocks
from pipeline.summary import theme_labels


def test_the_parts_stand_beside_the_change_that_they_add_up_to(given, story):
    blocks = cause_blocks(given.findings, given.splits, theme_labels(given.themes), story)
    row = [" ".join(cell) for cell in blocks[-1]["rows"][0]]
    assert row[1:] == ["2016\N{EN DASH}2021", "+12", "+2", "+10", "8 of 9"]


def test_without_findings_nothing_is_said(given, story):
    assert cause_blocks(given.findings.head(0), given.splits.head(0), {}, story) == []


def test_a_finding_without_sources_or_settings_leaves_its_cells_empty(given, story):
    bare = given.findings.assign(n_settings=0, n_holds=0)
    row = cause_blocks(bare, given.splits.head(0), theme_labels(given.themes), story)[-1]["rows"][0]
    assert [cell[0] for cell in row[3:]] == ["", "", ""]
