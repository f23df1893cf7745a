"""Passages: words, what opens a sentence, and the model's names by words."""

from __future__ import annotations

import pandas as pd

from pipeline.entities.passages import read_passages, sentence_openings, split_words
from pipeline.offsets import OffsetMap


def test_words_know_their_gaps_and_what_opens() -> None:
    text = "Boats sail.\nJane came"
    passage = split_words("a", "s", text, "", OffsetMap([[0, len(text)]]), [(12, 16, "PERSON")], set())
    assert passage.words == ["Boats", "sail", "Jane", "came"]
    assert passage.opens == [True, False, True, False]
    assert passage.names == [(2, 3, "PERSON")]
    assert passage.surface(0, 2) == "Boats sail"
    assert passage.is_joined(1)
    assert not passage.is_joined(2)


def test_names_outside_kept_stretches_are_left_out() -> None:
    places = OffsetMap([[10, 22]])
    passage = split_words("a", "s", "Jane Dankwah", "", places, [(0, 4, "PERSON"), (10, 22, "PERSON")], set())
    assert passage.names == [(0, 2, "PERSON")]


def test_sentences_open_where_their_number_changes() -> None:
    tokens = pd.DataFrame(
        {"article_id": ["a", "a", "a", "b"], "position": [0, 1, 2, 0], "start": [0, 5, 9, 0], "sentence": [0, 0, 1, 1]}
    )
    assert sentence_openings(tokens)["start"].tolist() == [0, 9, 0]


def test_passages_come_in_the_order_of_articles_with_their_own_names() -> None:
    articles = pd.DataFrame(
        {
            "article_id": ["b", "a"],
            "source": ["2", "1"],
            "text": ["Jane", "Kim"],
            "title": ["t", None],
            "spans": [[[0, 4]], [[0, 3]]],
        }
    )
    spans = pd.DataFrame({"article_id": ["b"], "start": [0], "end": [4], "label": ["PERSON"]})
    tokens = pd.DataFrame({"article_id": [], "position": [], "start": [], "sentence": []})
    found = [(p.article_id, p.words, p.names) for p in read_passages(articles, tokens, spans)]
    assert found == [("a", ["Kim"], []), ("b", ["Jane"], [(0, 1, "PERSON")])]
