from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.corpus import Publish
from pipeline.report.cards import build_cards, excerpt, theme_section
from pipeline.summary import article_themes


@pytest.fixture
def shares(given):
    return article_themes(given.article_topics, given.topics, given.themes)


def test_a_card_for_each_theme_with_its_course(given, shares, story):
    cards = build_cards(given, shares, story)
    assert [card["label"] for card in cards] == ["Theme A0", "Theme B1", "Theme C2"]
    for card in cards:
        assert [dot["year"] for dot in card["trend"]["dots"]] == [2016, 2017, 2020, 2021]
        assert [dot["is_sparse"] for dot in card["trend"]["dots"]] == [False, False, False, True]
        assert "in 2016" in card["trend"]["alt"]


def test_examples_are_counted_articles(given, shares, story):
    examples = build_cards(given, shares, story)[0]["examples"]
    assert len(examples) == 1  # what the made-up evidence holds
    assert all("harbour" in example["excerpt"] for example in examples)
    last = given.articles["title"].iloc[-1]  # a duplicate
    assert all(example["title"] != last for example in examples)


def test_without_evidence_the_largest_shares_are_shown(given, shares, story):
    cards = build_cards(replace(given, evidence=given.evidence.head(0)), shares, story)
    assert len(cards[0]["examples"]) == story.config.examples
    assert cards[0]["typical"] == ""
    last = given.articles["title"].iloc[-1]  # a duplicate
    assert all(example["title"] != last for example in cards[0]["examples"])


def test_a_typical_sentence_is_quoted_from_its_article(given, shares, story):
    # the made-up sentence begins after the headline
    assert build_cards(given, shares, story)[0]["typical"] == "The harbour board met about ferry fares and a"


def test_excerpts_can_be_switched_off(given, shares, tell, words):
    said = words(build_cards(given, shares, tell(given, publish=Publish(excerpts=False))))
    assert "harbour board met" not in said
    assert "the ferry" not in said  # what a sum is for, in the words of its article
    assert "Headline" in said


@pytest.mark.parametrize("mode", ["roles", "none"])
def test_no_name_stands_on_a_card_where_it_must_not(given, shares, tell, words, mode):
    said = words(build_cards(given, shares, tell(given, publish=Publish(people=mode))))
    assert not any(name in said for name in ("Wren", "Lark", "Finch"))


def test_an_excerpt_is_the_paragraph_with_most_terms():
    body = "A headline\nThe first speaks of nothing.\nHere a ferry crosses the harbour.\nA ferry again."
    assert excerpt(body, "A headline", ["ferry", "harbour"], most=200) == "Here a ferry crosses the harbour."
    assert excerpt("A headline", "A headline", ["ferry"], most=200) == ""
    assert len(excerpt("word " * 5000, "x", [], most=100)) <= 100


def test_no_themes_are_said(given, shares, story, words):
    none = replace(given, themes=given.themes.head(0))
    assert "No themes could be told apart" in words(theme_section(none, shares, story))
