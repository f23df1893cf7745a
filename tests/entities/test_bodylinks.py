"""Bodies linked: slips of the pen, and what is no slip."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.entities.bodylinks import is_slip, merge_slips

Surfaces = Callable[..., list[tuple[str, str]]]
LIKENESS = 92.0


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("harbour pilots asociation", "harbour pilots association", True),
        ("guild of harbour pilotts", "guild of harbour pilots", True),
        ("north harbour pilots association", "south harbour pilots association", False),
        ("harbour trust 1", "harbour trust 2", False),
        ("harbour pilots association", "harbour pilots association", False),
    ],
)
def test_a_slip_is_within_one_word(one: str, other: str, wanted: bool) -> None:
    assert is_slip(one, other, LIKENESS) is wanted


def linked(texts: list[str], surfaces: Surfaces, names: dict[str, str]) -> dict[str, str]:
    return dict(surfaces("BODY", *texts, names=names))


def test_a_short_form_stands_for_the_name_of_its_article_that_it_spells(surfaces: Surfaces) -> None:
    texts = [
        "The North East Harbour Ropes Forum met. Then HRF left.",
        "The Herring Reels Federation met.",
    ]
    assert linked(texts, surfaces, {"HRF": "ORG"})["HRF"] == "North East Harbour Ropes Forum"


def test_two_letters_that_changed_places_are_a_slip_of_a_frequent_short_form(surfaces: Surfaces) -> None:
    texts = ["The Guild of Tugs, Ropes and Sails (GTRS) met."] + ["GTRS met."] * 6 + ["We asked GRTS."]
    assert linked(texts, surfaces, {"GRTS": "ORG"})["GRTS"] == "Guild of Tugs, Ropes and Sails"
    assert linked(texts[:2] + texts[-1:], surfaces, {"GRTS": "ORG"})["GRTS"] == "GRTS"


def test_a_region_in_short_is_written_out_in_the_name(surfaces: Surfaces) -> None:
    assert linked(["The NW Ropes Board met."], surfaces, {}) == {"NW Ropes Board": "North West Ropes Board"}


def test_only_a_rare_name_is_a_slip_of_a_common_one() -> None:
    best = {
        "harbour pilots asociation": "Harbour Pilots Asociation",
        "harbour pilots association": "Harbour Pilots Association",
    }
    right, wrong = "harbour pilots association", "harbour pilots asociation"
    assert merge_slips(best, {right: 9, wrong: 1}, LIKENESS) == {wrong: "Harbour Pilots Association"}
    assert merge_slips(best, {right: 2, wrong: 2}, LIKENESS) == {}
    assert merge_slips({}, {}, LIKENESS) == {}
