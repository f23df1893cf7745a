"""Rosters: people named one beside the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Surfaces = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Reps. Dankwah, Quist and de Moor wrote to us.", ["Dankwah", "Quist", "de Moor"]),
        (
            "Senators Zorba Dankwah (D-NY), Ubbe Quist (R-TX), and Oona Moor wrote.",
            ["Zorba Dankwah", "Ubbe Quist", "Oona Moor"],
        ),
        ("Ministers Zorba Dankwah and Ubbe Quist met the Pilots Guild.", ["Zorba Dankwah", "Ubbe Quist"]),
        ("We met Jane Quist, Zorba Dankwah, Harold Moor and others.", ["Jane Quist", "Zorba Dankwah", "Harold Moor"]),
        ("We met Jane Quist, Zorba Dankwah and Harold Moor.", ["Jane Quist", "Zorba Dankwah", "Harold Moor"]),
        ("We met (Zorba Dankwah and Jane Quist, Leeds) at sea.", ["Zorba Dankwah", "Jane Quist"]),
        ("Tides turn, says research by Dankwah, Quist and others.", ["Dankwah", "Quist"]),
    ],
)
def test_a_list_tells_that_its_members_are_people(surfaces: Surfaces, text: str, wanted: list[str]) -> None:
    assert [surface for surface, _ in surfaces("PERSON", text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Governors Vote on Ropes. We vote. They govern.",
        "Ministers agreed, and Moorings went up.",
        "We sold Zorba Boats, Ubbe Tugs and Oona Ropes.",
        "Jane Quist, Zorba Dankwah.\n"[12:],
        "",
    ],
)
def test_other_lists_are_not_of_people(surfaces: Surfaces, text: str) -> None:
    assert surfaces("PERSON", text) == []
