"""Spelling: short forms that a name spells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.entities.spelling import spelled_by
from tests.entities.conftest import CONFIG

Surfaces = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Harbour Pilots Guild", "HPG"),
        ("Department of Moorings", "DOM"),
        ("Leeds Harbour Pilots Guild", "HPG"),
        ("Norland Bay Department of Moorings", "DOM"),
    ],
)
def test_a_name_spells_its_short_form_with_and_without_small_words_and_place(name: str, form: str) -> None:
    assert form in spelled_by(name.split(), CONFIG)


def test_two_letters_are_spelled_by_nothing() -> None:
    assert spelled_by(["Pilots", "Guild"], CONFIG) == set()


def test_a_short_form_beside_the_name_that_spells_it_is_a_body(surfaces: Surfaces) -> None:
    text = "The Harbour Pilots Guild met. Staff of the HPG agreed, and so did those of the QXZ."
    assert surfaces("BODY", text) == [("Harbour Pilots Guild",) * 2, ("HPG", "Harbour Pilots Guild")]


def test_without_that_name_it_is_none(surfaces: Surfaces) -> None:
    assert surfaces("BODY", "Staff of the HPG agreed.") == []
