from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.browse.reading import caveats, certainty_part, document_rows, no_finding, reading_part


def test_the_funnel_is_that_of_the_summary(given, voice):
    funnel = {said: number for said, number, _ in reading_part(given, voice)["funnel"]}
    assert funnel["Files found"] == 2
    assert funnel["Counted articles with a date"] == 23


def test_years_part_what_the_source_states_from_the_rest(given, voice):
    years = {row[0]: row[1:4] for row in reading_part(given, voice)["years"]}
    assert years[2018] == [0, 0, 0.0]  # a gap
    # of 24 articles the last is a duplicate; every second one, from the first on, is dated by its neighbours
    assert sum(stated for stated, _, _ in years.values()) == 11
    assert sum(inferred for _, inferred, _ in years.values()) == 12


def test_gaps_and_sparse_years_are_caveats(given, voice):
    said = " ".join(caveats(given, voice)).replace("\N{NO-BREAK SPACE}", " ")
    assert "There are no articles from 2018–2019" in said
    assert "Few articles stand behind 2021" in said
    assert "2 of 3 themes" in said


@pytest.mark.parametrize("empty", ["themes", "articles"])
def test_what_is_missing_is_no_caveat(given, voice, empty):
    told = replace(given, **{empty: getattr(given, empty).head(0)})
    assert all(caveats(told, voice))


def test_without_findings_the_largest_themes_are_told(given, voice):
    assert "Theme A0 (44" in " ".join(no_finding(given.themes, voice))
    assert "Too few words" in " ".join(no_finding(given.themes.head(0), voice))


def test_documents_stand_at_their_number(given, keys, voice):
    (row,) = document_rows(given, keys, voice)
    assert (row["path"], row["kind"], row["articles"]) == ("papers/one.txt", "plain text", 24)


def test_bands_are_told_with_their_mean_widths(given, keys, voice):
    part = certainty_part(given, keys, voice)
    assert "points wide" in part["bands"][-1]
    assert "1 of 3" in part["firm"].replace("\N{NO-BREAK SPACE}", " ")
    assert [term for term, _ in part["glossary"]] == [row["term"] for row in voice.config.glossary]


def test_the_certificate_is_told_and_a_stale_one_says_so(given, keys, voice):
    fresh = certainty_part(given, keys, voice)["certificate"]
    assert fresh["rows"] == [["recovery in words", 0.97, 0.95, 0.99], ["corpus_coverage in words", 0.91, 0.89, 0.93]]
    assert len(fresh["said"]) == 1
    other = certainty_part(replace(given, articles=given.articles.head(3)), keys, voice)["certificate"]
    assert "other documents" in other["said"][1]
    none = certainty_part(replace(given, certificate=given.certificate.head(0)), keys, voice)["certificate"]
    assert none["rows"] == []
    assert "make certify" in none["said"][0]
