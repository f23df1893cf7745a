"""The gazetteer: which writings of a known name are found."""

from __future__ import annotations

import pytest

from pipeline.corpus import Alias
from pipeline.entities.gazetteer import Gazetteer, choose_country, corpus_forms, lexicon_forms, order_forms
from pipeline.entities.passages import split_words
from pipeline.entities.words import fold_word
from pipeline.offsets import OffsetMap

NAMES = Gazetteer(
    corpus_forms(
        [
            Alias("Guild of Harbour Pilots", ("GHP",)),
            Alias("Ropes and Nets Select Committee", ()),
            Alias("Fish, Boats and Nets Board", ()),
            Alias("Children's Boat Club", ()),
            Alias("GHP Tides and Currents Committee", ()),
        ]
    )
)


def found_in(text: str) -> list[tuple[str, str]]:
    passage = split_words("a", "s", text, "", OffsetMap([[0, len(text)]]), [], set())
    hits = NAMES.find(passage, [fold_word(word) for word in passage.words])
    return [(passage.surface(hit.first, hit.last), hit.form.canonical) for hit in hits]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("the Guild of Harbour Pilots met", "Guild of Harbour Pilots"),
        ("the GHP met", "GHP"),
        ("the Ropes & Nets Select Committee met", "Ropes & Nets Select Committee"),
        ("the Ropes and Nets select committee met", "Ropes and Nets select committee"),
        ("the Fish, Boats and Nets Board met", "Fish, Boats and Nets Board"),
        ("the Children’s Boat Club’s hut", "Children’s Boat Club"),
        ("the Childrens Boat Club met", "Childrens Boat Club"),
        ("the Tides and Currents Committee met", "Tides and Currents Committee"),
    ],
)
def test_a_known_name_is_found_in_every_writing(text: str, surface: str) -> None:
    assert [s for s, _ in found_in(text)] == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "a guild of harbour pilots met",
        "the ghp met",
        "the Guild. Of Harbour Pilots",
        "the ropes and nets",
        "",
    ],
)
def test_what_is_written_otherwise_is_not_the_name(text: str) -> None:
    assert found_in(text) == []


def test_the_longest_name_is_taken() -> None:
    assert [s for s, _ in found_in("the GHP Tides and Currents Committee")] == ["GHP Tides and Currents Committee"]


def test_a_short_form_of_two_countries_is_that_of_the_corpus_s_country() -> None:
    rows = [
        {"name": "Council for Dinghies and Canoes", "aliases": "CDC", "country": "GB"},
        {"name": "Center for Deep Currents", "aliases": "CDC", "country": "US"},
    ]
    forms = lexicon_forms(rows)
    assert Gazetteer(order_forms(forms, "US")).canonical("CDC") == "Center for Deep Currents"
    assert Gazetteer(order_forms(forms, "GB")).canonical("CDC") == "Council for Dinghies and Canoes"


def test_the_country_is_the_one_named_most() -> None:
    from collections import Counter

    assert choose_country(Counter({"GB": 3, "US": 5})) == "US"
    assert choose_country(Counter()) == ""
