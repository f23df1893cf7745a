"""Kinds: series are known by dated headlines, kinds of documents by the genre they name."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.kinds import find_forms, is_commoner, is_date_word, is_document_kind, series_profiles

TITLES = [
    "North Update, May 2020", "North Update, June 2020", "South Update - March 2021", "South Update July 2021",
    "Flood defences fail", "New flood money", "Rail fares rise", "A line reopens", "Speech on rail", "Speech: floods",
    *[f"Story number {word}" for word in ("alpha", "beta", "gamma", "delta")],
]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "expected"),
    [("may", True), ("2021", True), ("12", True), ("spring", True), ("mayor", False), ("b52", False)],
)
def test_date_words(word, expected):
    assert is_date_word(word) is expected


def test_words_of_form_recur_over_dated_headlines():
    forms = find_forms(TITLES)
    assert forms.words == ("update",)
    assert forms.is_issue.tolist() == [True] * 4 + [False] * 10


def test_a_topic_of_the_issues_is_a_series_and_others_are_not():
    shares = np.zeros((14, 2))
    shares[:4, 0] = 0.8
    shares[4:, 1] = 0.8
    profiles = series_profiles(shares, find_forms(TITLES), kind_share=0.6)
    assert (profiles.sum(axis=1) > 0).tolist() == [True, False]


@pytest.mark.parametrize(
    ("n_issues", "expected"),
    [
        (2, [True, True, False]),
        (7, [True, True, False]),  # though most articles are issues, twice as common is twice as common
        (10, [False, False, False]),  # there are no others
        (0, [False, False, False]),
    ],
)
def test_a_topic_is_commoner_in_an_issue_than_in_another_article(n_issues, expected):
    is_issue = np.arange(10) < n_issues
    shares = np.where(is_issue[:, None], [0.6, 0.5, 0.3], [0.1, 0.2, 0.2])
    assert is_commoner(shares, is_issue).tolist() == expected


def test_a_topic_that_names_the_genre_of_its_headlines_is_a_kind_of_document():
    shares = np.zeros((14, 2))
    shares[8:10, 0] = 0.9
    shares[[4, 5], 1] = 0.9
    top = [["speech", "audience"], ["speech", "flood"]]
    assert is_document_kind(shares, TITLES, top, frozenset({"speech"}), kind_share=0.6).tolist() == [True, False]


def test_no_headline_has_a_date():
    forms = find_forms(["Flood", "Rail"])
    assert forms.words == ()
    assert series_profiles(np.ones((2, 3)), forms, kind_share=0.6).shape == (3, 0)
