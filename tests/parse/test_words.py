"""Words and names of a unit as columns."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.parse.units import Paragraph, Unit
from pipeline.parse.words import parse_unit
from pipeline.parse.workers import model
from pipeline.settings import load_config

CONFIG = load_config("parse", {})


@pytest.fixture(scope="module")
def nlp() -> Language:
    return model(CONFIG.model)


def test_each_article_counts_its_own_words_and_sentences(nlp: Language) -> None:
    unit = Unit(
        ("a", "b"), (Paragraph(0, 10, "Boats sail."), Paragraph(0, 30, "Ropes hold."), Paragraph(1, 0, "Tides turn."))
    )
    parsed = parse_unit(nlp, unit, batch_size=2, labels=frozenset(CONFIG.labels))
    assert parsed.token_article == [0] * 6 + [1] * 3
    assert parsed.position == [0, 1, 2, 3, 4, 5, 0, 1, 2]
    assert parsed.sentence == [0, 0, 0, 1, 1, 1, 0, 0, 0]
    assert parsed.start[3] == 30


def test_only_wanted_labels_are_kept_without_space_around(nlp: Language) -> None:
    unit = Unit(("a",), (Paragraph(0, 0, "In May 2019 Jane Smith paid 300 dollars in London."),))
    every = parse_unit(nlp, unit, batch_size=1, labels=frozenset(CONFIG.labels))
    assert "PERSON" in every.label
    assert not {"DATE", "MONEY"} & set(every.label)
    assert parse_unit(nlp, unit, batch_size=1, labels=frozenset()).label == []


def test_a_unit_without_text_has_no_rows(nlp: Language) -> None:
    assert parse_unit(nlp, Unit(("a",), ()), batch_size=1, labels=frozenset()).start == []
