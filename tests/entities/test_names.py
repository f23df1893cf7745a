"""Names read word by word."""

from __future__ import annotations

import pytest

from pipeline.entities.names import NameReader, name_parts, trim
from pipeline.entities.passages import split_words
from pipeline.entities.words import fold_word
from pipeline.offsets import OffsetMap
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


def reader_of(text: str) -> NameReader:
    passage = split_words("a", "s", text, "", OffsetMap([[0, len(text)]]), [], set())
    return NameReader(passage, [fold_word(word) for word in passage.words], set(), CONFIG, common={"sails", "round"})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jane Dankwah spoke", "Jane Dankwah"),
        ("Jane van der Meulen spoke", "Jane van der Meulen"),
        ("Harold L. Quist spoke", "Harold L. Quist"),
        ("Melanie Dale-Ross spoke", "Melanie Dale-Ross"),
        ("Jane Dankwah, Leeds", "Jane Dankwah"),
        ("Jane Dankwah’s boat", "Jane Dankwah"),
        ("Jane Dankwah Sails Round", "Jane Dankwah"),
        ("Jane Dankwah OBE", "Jane Dankwah"),
        ("Jane Dankwah Director", "Jane Dankwah"),
    ],
)
def test_a_name_ends_where_its_words_end(text: str, wanted: str) -> None:
    reader = reader_of(text)
    assert reader.passage.surface(0, reader.read_from(0)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Sir Martin Quist", "Martin Quist"), ("Jane Quist MP", "Jane Quist"), ("President", None)],
)
def test_titles_and_letters_are_trimmed(text: str, wanted: str | None) -> None:
    reader = reader_of(text)
    span = trim(reader, 0, len(reader.folded))
    assert (reader.passage.surface(*span) if span else None) == wanted


def test_a_hyphenated_surname_has_two_words() -> None:
    assert name_parts("Melanie Dale-Ross") == (("melanie",), ("dale", "ross"))
