"""Phrases: words that keep company become one term."""

from __future__ import annotations

import pytest

from pipeline.topics.phrases import join_phrases
from pipeline.topics.terms import content_terms

FILLER = ["oak", "elm", "ash", "yew", "fir"]


def joined(tables, config):
    return join_phrases(content_terms(tables["tokens"], tables["mentions"], config=config), config=config)


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("flood barrier", "flood_barrier"),
        ("cost of/ADP live", "cost_of_live"),
        ("early flood barrier", "early_flood_barrier"),
    ],
)
def test_words_that_keep_company_are_one_term(corpus_of, settings, phrase, term):
    written = [("T", f"{FILLER[n % 5]} ./PUNCT {phrase} ./PUNCT {FILLER[(n + 2) % 5]}") for n in range(20)]
    found = joined(corpus_of(written), settings())
    assert (found["term"] == term).sum() == 20
    assert "of" not in set(found["term"])


def test_a_phrase_spans_its_words_and_no_full_stop(corpus_of, settings):
    written = [("T", "flood barrier")] * 10 + [("T", "flood ./PUNCT barrier")] * 2
    found = joined(corpus_of(written), settings())
    assert found["term"].value_counts().to_dict() == {"flood_barrier": 10, "flood": 2, "barrier": 2}
    assert found.iloc[0][["start", "end"]].tolist() == [0, len("flood barrier")]


def test_no_words_give_no_terms(corpus_of, settings):
    assert joined(corpus_of([]), settings()).empty
