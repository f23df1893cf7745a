"""Shapes: names of bodies by their head nouns."""

from __future__ import annotations

import pytest

from pipeline.entities.passages import split_words
from pipeline.entities.shapes import find_shapes
from pipeline.entities.words import fold_word
from pipeline.offsets import OffsetMap
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


def shapes_in(text: str) -> list[str]:
    passage = split_words("a", "s", text, "", OffsetMap([[0, len(text)]]), [], set())
    folded = [fold_word(word) for word in passage.words]
    return [passage.surface(c.first, c.last) for c in find_shapes(passage, folded, set(), CONFIG)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("we met the Harbour Pilots Association.", ["Harbour Pilots Association"]),
        ("we met the Society for Tides and Currents.", ["Society for Tides and Currents"]),
        ("we met Fishport and Quayside Council.", ["Quayside Council"]),
        ("we met the Ropes and Nets Committee.", ["Ropes and Nets Committee"]),
        ("we met the Committee on Fish, Boats, and Nets.", ["Committee on Fish, Boats, and Nets"]),
        ("we met the Fish, Boats, and Nets Subcommittee.", ["Fish, Boats, and Nets Subcommittee"]),
        ("the Pilots Assembly on April 4 met.", ["Pilots Assembly"]),
        ("the Board on Fish and Panel on Quayside Tides met.", ["Board on Fish", "Panel on Quayside Tides"]),
        ("we met the Ministry for Fish, Boats and Nets.", ["Ministry for Fish, Boats and Nets"]),
        ("we met the University of Quayside President.", ["University of Quayside"]),
        ("we met the Children’s Harbour Foundation.", ["Children’s Harbour Foundation"]),
        ("we met the Royal Borough of Quayside.", ["Royal Borough of Quayside"]),
        ("we met the Women in Ropework Network.", ["Women in Ropework Network"]),
        ("we met Women in Kent Council.", ["Kent Council"]),
        ("we met the Fishport New Crews Trust.", ["Fishport New Crews Trust"]),
        ("the New Trust met", []),
        ("the Ropes and Nets working group met", ["Ropes and Nets working group"]),
        ("the ropes working group met", []),
        ("the XQ policy committee met", ["XQ policy committee"]),
        ("Update: Ropes and Nets Committee - March", ["Ropes and Nets Committee"]),
        ("the Quayside Council Tax bill", []),
        ("the Council met", []),
        ("the Local Safeguarding Board met", []),
        ("our regional Children in Care Council met", ["Children in Care Council"]),
    ],
)
def test_a_head_noun_carries_its_name(text: str, wanted: list[str]) -> None:
    assert shapes_in(text) == wanted
