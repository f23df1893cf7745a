"""Units of work and the paragraphs in them."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.offsets import OffsetMap
from pipeline.parse.units import cut_line, cut_units, find_paragraphs

TEXT = st.text(alphabet="ab .!?\n\r\u00a0é", max_size=300)


@given(TEXT, st.integers(min_value=1, max_value=40))
def test_the_pieces_of_a_line_are_the_line(line: str, most: int) -> None:
    places = list(cut_line(line, most))
    assert "".join(line[a:b] for a, b in places) == line
    assert all(0 < b - a <= most for a, b in places)


def test_a_long_line_is_cut_between_sentences_else_at_a_space_else_anywhere() -> None:
    assert [b for _, b in cut_line("One two. Three four. Five", 15)] == [9, 21, 25]
    assert [b for _, b in cut_line("one two three", 9)] == [8, 13]
    assert [b for _, b in cut_line("abcdefgh", 3)] == [3, 6, 8]


@given(TEXT)
def test_a_paragraph_stands_in_the_document_where_it_says(text: str) -> None:
    document = "xx" + text
    places = OffsetMap([[2, len(document)]])
    for paragraph in find_paragraphs(text, places, article=0, piece_chars=50):
        end = paragraph.offset + len(paragraph.text)
        assert document[paragraph.offset : end] == paragraph.text
        assert paragraph.text.strip()
        assert "\n" not in paragraph.text


def test_paragraphs_of_two_kept_stretches_have_the_document_s_offsets() -> None:
    document = "Pilots\n[advertisement]Boats sail.\nRopes"
    kept = [[0, 6], [22, len(document)]]
    text = "\n".join(document[a:b] for a, b in kept)
    found = find_paragraphs(text, OffsetMap(kept), article=3, piece_chars=100)
    assert [(p.article, p.text, document[p.offset : p.offset + len(p.text)]) for p in found] == [
        (3, "Pilots", "Pilots"),
        (3, "Boats sail.", "Boats sail."),
        (3, "Ropes", "Ropes"),
    ]


def articles_of(*texts: str) -> pd.DataFrame:
    ids = [f"d:{number:04d}" for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": list(texts), "spans": [[[0, len(text)]] for text in texts]})


@pytest.mark.parametrize(
    ("unit_chars", "wanted"),
    [(1, [1, 1, 1, 1]), (8, [2, 2]), (9, [3, 1]), (1000, [4])],
)
def test_units_hold_consecutive_articles_of_enough_text(unit_chars: int, wanted: list[int]) -> None:
    units = cut_units(articles_of("boat", "rope", "sail", "tide"), unit_chars=unit_chars, piece_chars=100)
    assert [len(unit.article_ids) for unit in units] == wanted


def test_units_do_not_depend_on_the_order_of_rows() -> None:
    articles = articles_of("boat", "rope", "sail")
    forward = list(cut_units(articles, unit_chars=5, piece_chars=100))
    assert list(cut_units(articles.iloc[::-1], unit_chars=5, piece_chars=100)) == forward


def test_an_article_without_text_has_no_paragraphs_but_its_place() -> None:
    (unit,) = cut_units(articles_of("", " \n\t"), unit_chars=5, piece_chars=100)
    assert (len(unit.article_ids), unit.paragraphs) == (2, ())
