"""Bodies linked: slips of the pen, and what is no slip."""

from __future__ import annotations

import pytest

from pipeline.entities.bodylinks import is_slip, merge_slips

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


def test_only_a_rare_name_is_a_slip_of_a_common_one() -> None:
    best = {
        "harbour pilots asociation": "Harbour Pilots Asociation",
        "harbour pilots association": "Harbour Pilots Association",
    }
    right, wrong = "harbour pilots association", "harbour pilots asociation"
    assert merge_slips(best, {right: 9, wrong: 1}, LIKENESS) == {wrong: "Harbour Pilots Association"}
    assert merge_slips(best, {right: 2, wrong: 2}, LIKENESS) == {}
    assert merge_slips({}, {}, LIKENESS) == {}
