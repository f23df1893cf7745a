"""What the report and the page both tell: each number by reason."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.report.given import Given
from pipeline.summary import (
    article_themes,
    certificate_values,
    finding_words,
    funnel,
    kind_word,
    main_themes,
    names_by_theme,
    order_findings,
    order_themes,
    reject_summary,
    theme_terms,
    year_counts,
)
from tests.charts.made import made_rejects, made_tables, report_inputs


@pytest.fixture(scope="module")
def given():
    return Given(**report_inputs(made_tables()), rejects=made_rejects())


def test_an_articles_shares_add_up_over_themes(given):
    shares = article_themes(given.article_topics, given.topics, given.themes)
    assert shares.shape == (23, 3)  # without the duplicate, which is not fitted
    assert shares.sum(axis=1).tolist() == pytest.approx([1.0] * 23)


def test_topics_of_one_theme_are_joined():
    topics = pd.DataFrame({"topic_id": ["a", "b"], "theme_id": ["x", "x"]})
    themes = pd.DataFrame({"theme_id": ["x"], "share": [1.0], "kind": ["subject"]})
    parts = pd.DataFrame({"article_id": ["1", "1"], "topic_id": ["a", "b"], "share": [0.3, 0.2]})
    assert article_themes(parts, topics, themes).loc["1", "x"] == pytest.approx(0.5)


def test_the_main_theme_is_the_strongest():
    shares = pd.DataFrame({"x": [0.2, 0.9], "y": [0.8, 0.1]}, index=["1", "2"])
    assert main_themes(shares)["theme_id"].tolist() == ["y", "x"]
    assert main_themes(shares.head(0)).empty


def test_background_is_last_and_size_goes_before():
    themes = pd.DataFrame(
        {"theme_id": ["a", "b", "c"], "share": [0.6, 0.1, 0.3], "kind": ["background", "subject", "series"]}
    )
    assert order_themes(themes)["theme_id"].tolist() == ["c", "b", "a"]


def test_terms_are_weighed_by_their_topics_share(given):
    terms = theme_terms(given.topic_terms, given.topics)
    assert len(terms["theme-01"]) == 6
    assert "school place" in terms["theme-01"]  # phrases are shown with spaces


def test_a_name_goes_with_the_theme_of_its_articles():
    shares = pd.DataFrame({"x": [0.9, 0.8, 0.1, 0.0], "y": [0.1, 0.2, 0.9, 1.0]}, index=["1", "2", "3", "4"])
    pairs = [("1", "p"), ("2", "p"), ("3", "q"), ("4", "q"), ("1", "r")]
    mentions = pd.DataFrame(pairs, columns=["article_id", "entity_id"])
    entities = pd.DataFrame({"entity_id": ["p", "q", "r"], "type": "PERSON", "n_articles": [2, 2, 1],
                             "canonical": ["Pia", "Quin", "Rae"]})  # fmt: skip
    found = names_by_theme(shares, mentions, entities, kind="PERSON", most=3)
    assert found == {"x": ["Pia"], "y": ["Quin"]}  # Rae is named once, which says nothing


def test_the_funnel_adds_up(given):
    steps = funnel(given.documents, given.articles, given.rejects)
    assert steps["files"] == steps["documents"] + steps["unread"] == 2
    assert steps["articles"] == steps["counted"] + steps["duplicates"] == 24
    assert steps["counted"] == steps["dated"] + steps["undated"] == 23


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


@pytest.mark.parametrize(("sentence", "said"), [
    ("Rose from a to b", ("Harbours", "rose from a to b.")),
    ("Harbours: fell", ("Harbours", "fell.")),
    ("Harbours rose.", ("Harbours", "rose.")),
])  # fmt: skip
def test_a_finding_is_told_once_with_its_theme(sentence, said):
    assert finding_words({"theme_id": "t", "sentence": sentence}, {"t": "Harbours"}) == said


def test_the_surest_finding_comes_first():
    findings = pd.DataFrame({"finding_id": ["a", "b", "c"], "low": [0.01, 0.05, -0.3], "high": [0.5, 0.1, -0.2]})
    assert order_findings(findings)["finding_id"].tolist() == ["c", "b", "a"]


def test_kinds_of_files_have_words():
    assert kind_word("application/pdf") == "PDF"
    assert len(kind_word("application/x-" + "z" * 90)) <= 24


def test_corpora_for_bands_and_for_findings_are_all_counted():
    rows = [
        ("all", "recovery", 3),
        ("lda", "recovery", 2),
        ("stock", "recovery", 1),
        ("all", "false_finding", 4),
        ("shift", "false_finding", 4),
        ("doubling", "found_from_15_per_cent", 5),
        ("doubling", "found_from_25_per_cent", 2),
        ("doubling", "known_found_from_15_per_cent", 5),
        ("doubling", "known_found_from_25_per_cent", 2),
    ]
    certificate = pd.DataFrame(rows, columns=["generator", "measure", "n"])
    told = certificate_values(certificate.assign(place=0, from_year=2016, to_year=2025))
    assert (told["corpora"], told["kinds"]) == ("14\N{NO-BREAK SPACE}corpora", "4\N{NO-BREAK SPACE}kinds")
