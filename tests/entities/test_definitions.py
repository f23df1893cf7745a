"""Short forms and long forms as texts define them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.definitions import best_long_form, find_definitions

THINGS = frozenset(("conference", "fund"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Harbour Pilots Guild (HPG) met.", ("HPG", "Harbour Pilots Guild")),
        ("The Guild of Harbour Pilots (GHP) met.", ("GHP", "Guild of Harbour Pilots")),
        ("The Department for Seas (DfS) met.", ("DfS", "Department for Seas")),
        ("The Pilots’ Guild’s (PG) rules", ("PG", "Pilots’ Guild")),
        ("The Harbour Pilots Guild (‘HPG’) met.", ("HPG", "Harbour Pilots Guild")),
        ("The Harbour Pilots Guild (HPG, founded 1901) met.", ("HPG", "Harbour Pilots Guild")),
        ("HPG (Harbour Pilots Guild) met.", ("HPG", "Harbour Pilots Guild")),
        ("tidal harbour pollution (THP) rose", ("THP", "tidal harbour pollution")),
        ("the Sea and Coast Services (SCS) conference", ("SCS", "Sea and Coast Services conference")),
    ],
)
def test_a_definition_is_found(text: str, wanted: tuple[str, str]) -> None:
    assert list(find_definitions(text, things=THINGS)) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The boats (all of them) sank.",
        "It rose (see Table 2).",
        "The harbour (Hull) is old.",
        "A pilot (Ama) came.",
        "Nothing spells this (XQZ).",
        "(HPG)",
        "",
    ],
)
def test_what_defines_nothing_gives_nothing(text: str) -> None:
    assert list(find_definitions(text, things=THINGS)) == []


@given(
    st.lists(
        st.sampled_from(["Harbour", "Pilot", "Guild", "Sea", "Coast", "Quay"]), min_size=2, max_size=6, unique=True
    )
)
def test_initials_of_words_are_always_recovered(words: list[str]) -> None:
    short, name = "".join(word[0] for word in words), " ".join(words)
    long = best_long_form(short, f"we joined the {name}")
    assert long is not None
    assert long.endswith(words[-1])
    assert long[0] == short[0]
