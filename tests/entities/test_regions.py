"""Regions before the name of a body, in full and in short."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.entities.gazetteer import Gazetteer, make_form
from pipeline.entities.passages import Passage, split_words
from pipeline.entities.regions import joined_regions, long_region, placed_kinds, read_region
from pipeline.offsets import OffsetMap
from pipeline.settings import load_config

CONFIG = load_config("entities", {})
PILOTS = Gazetteer(
    [
        make_form(name, "Guild of Harbour Pilots", country="", witness="definition")
        for name in ("GHP", "Guild of Harbour Pilots")
    ]
)


def passage_of(text: str) -> Passage:
    return split_words("a", "s", text, "", OffsetMap([[0, len(text)]]), [], set())


@pytest.mark.parametrize(
    ("surface", "wanted"),
    [
        ("NW", "North West"),
        ("West Midlands", "West Midlands"),
        ("Yorkshire & the Humber", "Yorkshire and the Humber"),
        ("Quayside", None),
        ("nw", None),
    ],
)
def test_a_region_is_known_in_full_and_in_short(surface: str, wanted: str | None) -> None:
    assert long_region(surface, CONFIG) == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [("the North East GHP", 3, 1), ("the WM GHP", 2, 1), ("the old GHP", 2, None), ("in NW, GHP", 2, None)],
)
def test_a_region_stands_right_before(text: str, word: int, wanted: int | None) -> None:
    assert read_region(passage_of(text), word, CONFIG) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NWGHP met", [("NWGHP", "North West Guild of Harbour Pilots")]),
        ("GHP met", []),
        ("NWXYZ met", []),
        ("NEXT met", []),
    ],
)
def test_a_region_may_run_into_a_short_form(text: str, wanted: list[tuple[str, str]]) -> None:
    passage = passage_of(text)
    found = joined_regions(passage, PILOTS, CONFIG)
    assert [(passage.surface(c.first, c.last), c.canonical) for c in found] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the East Mids RAA met", ["East Midlands Regional Adoption Agency"]),
        ("the Leeds CCG met", ["Leeds Clinical Commissioning Group"]),
        ("the RAA met", []),
    ],
)
def test_a_kind_of_body_needs_its_place(text: str, wanted: list[str]) -> None:
    assert [c.canonical for c in placed_kinds(passage_of(text), CONFIG)] == wanted


def test_a_regional_short_form_is_one_body(surfaces: Callable[..., list[tuple[str, str]]]) -> None:
    assert surfaces("BODY", "The SW LGA met the NWLGA.") == [
        ("SW LGA", "South West Local Government Association"),
        ("NWLGA", "North West Local Government Association"),
    ]
