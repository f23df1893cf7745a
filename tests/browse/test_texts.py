from __future__ import annotations

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from pipeline.browse.texts import parts, shown_text, text_chunks


def test_runs_lead_from_the_text_shown_to_the_document(given, voice):
    row = given.articles.iloc[0].to_dict()
    text, runs = shown_text(row, voice)
    assert text == row["text"]
    assert [(place, place + length) for _, place, length in runs] == [tuple(span) for span in row["spans"]]


@pytest.mark.parametrize(("mode", "stand_in"), [("roles", "[Chair]"), ("none", "[a person]")])
def test_names_are_covered_and_what_is_left_keeps_its_place(given, speak, mode, stand_in):
    row = given.articles.iloc[0].to_dict()
    text, runs = shown_text(row, speak(given, people=mode))
    assert stand_in in text
    assert not any(name in text for name in ("Ada", "Wren", "Lark"))
    # the document, of which the runs are stretches: headline, furniture, body
    (start, end), (begin, _) = row["spans"]
    head, _, body = row["text"].partition("\n")
    document = " " * start + head + "#" * (begin - end) + body
    for shown, place, length in runs:
        assert text[shown : shown + length] == document[place : place + length]
    covered = sum(text.count(word) * len(word) for word in ("[Chair]", "[a person]"))
    assert sum(length for _, _, length in runs) == len(text) - 1 - covered  # a newline joins headline and body


@examples(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 50), st.integers(0, 50))
def test_parts_of_runs_are_the_characters_between(lengths, first, last):
    runs, at = [], 0
    for length in lengths:
        runs.append((at, 100 + at, length))
        at += length + 1
    held = [shown + step for shown, _, length in parts(runs, first, last) for step in range(length)]
    wanted = [shown + step for shown, _, length in runs for step in range(length) if first <= shown + step < last]
    assert held == wanted


def test_texts_are_cut_in_pieces_in_order(given, speak):
    long = given.articles.assign(text=given.articles["text"] * 20)
    pieces = text_chunks(long, speak(given, chunk_kb=10))
    assert len(pieces) > 1
    assert [text for chunk in pieces for text, _ in chunk] == list(long["text"])
    assert len(text_chunks(given.articles, speak(given, chunk_kb=100))) == 1


def test_no_text_is_carried_where_none_may_be_or_there_is_too_much(given, speak):
    assert text_chunks(given.articles, speak(given, excerpts=False)) == []
    assert text_chunks(given.articles, speak(given, most_text_mb=0)) == []
