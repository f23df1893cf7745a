"""Subjects: lists inside a body's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Surfaces = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Department of Fish, the Sea Bed and Ropes met.", ["Department of Fish, the Sea Bed and Ropes"]),
        ("The Department of Fish, Boats, Ropes and the Tides met.", ["Department of Fish, Boats, Ropes and the Tides"]),
        ("The Department of the Prime Minister and Cabinet met.", ["Department of the Prime Minister and Cabinet"]),
        ("The Committee on Fish and the Sea Bed met.", ["Committee on Fish and the Sea Bed"]),
        ("The Committee on Fish and the Harbour Pilots Guild met.", ["Committee on Fish", "Harbour Pilots Guild"]),
        ("The Ropes Committee on Norland Tides met.", ["Ropes Committee"]),
        ("The Select Committee on Norland Tides met.", ["Select Committee on Norland Tides"]),
        ("The Savings Bank of Portugal and Zorba met.", ["Savings Bank of Portugal"]),
        ("The Committee on Fish, Jane Dankwah, and others met.", ["Committee on Fish"]),
    ],
)
def test_a_name_holds_its_subjects_and_no_other_name(surfaces: Surfaces, text: str, wanted: list[str]) -> None:
    assert [surface for surface, _ in surfaces("BODY", text)] == wanted
