from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from pipeline.corpus import Corpus
from pipeline.report.shares import change_section, headline_findings, share_section
from tests.charts.made import made_tables


def tables_in(block):
    return [piece for piece in block["blocks"] if piece["kind"] == "table"]


def test_cells_hold_share_and_both_intervals_and_years_without_articles_are_empty(given, story):
    table = tables_in(share_section(given.prevalence, given.prevalence_by, given.themes, story))[0]
    assert table["columns"][1:] == [str(year) for year in range(2016, 2022)]
    # the first theme's share is 4/9, its intervals 0.8 to 1.2 and 0.5 to 1.5 of that; the last year is sparse and 12
    # points above
    assert table["rows"][0][1] == ["44", "36–53", "(22–67)"]
    assert table["rows"][0][3] == [""]
    assert table["rows"][0][6][0] == "56*"


def test_shares_of_a_year_are_added_up(given, story, words):
    table = tables_in(share_section(given.prevalence, given.prevalence_by, given.themes, story))[0]
    assert [words(cell) for cell in table["rows"][-1]] == ["All subjects", "100 %", "100 %", "", "", "100 %", "100 %"]


@pytest.mark.parametrize(("last", "spans"), [
    (2010, [(2001, 2010)]),
    (2013, [(2001, 2007), (2008, 2013)]),
    (2040, [(2021, 2030), (2031, 2040)]),
])  # fmt: skip
def test_many_years_are_split_evenly_and_the_latest_shown(tell, given, last, spans):
    made = made_tables(n_articles=80, years=range(2001, last + 1))
    told = tell(replace(given, articles=made["articles"]), corpus=Corpus(period=(2001, last)))
    shown = tables_in(share_section(made["prevalence"], made["prevalence_by"].head(0), made["themes"], told))
    assert [(int(table["columns"][1]), int(table["columns"][-1])) for table in shown] == spans


def test_the_first_page_has_one_finding_a_theme_and_at_most_three(given, story):
    rows = [given.findings.assign(finding_id=f"{n}", theme_id=f"theme-{n % 5}") for n in range(12)]
    found = headline_findings(pd.concat(rows, ignore_index=True), {}, story)
    assert len(found) == 3
    assert len({theme for theme, _ in found}) == 3


def test_a_probability_of_all_draws_is_no_certainty(given, story, words):
    sure = given.findings.assign(probability=1.0)
    assert "over 99 %" in words(change_section(sure, given.splits, {}, story))


def test_no_change_is_explained(given, story, words):
    assert "does not mean that nothing changed" in words(
        change_section(given.findings.head(0), given.splits, {}, story)
    )
