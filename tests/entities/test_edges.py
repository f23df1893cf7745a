"""Edges of known names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Surfaces = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We asked Oxfam America about it.", ["Oxfam America"]),
        ("We asked Oxfam, America and others.", ["Oxfam"]),
        ("We asked Oxfam America First voters.", ["Oxfam"]),
        (
            "We wrote to the United States Environmental Protection Agency.",
            ["United States Environmental Protection Agency"],
        ),
        ("We wrote to the State Department today.", ["State Department"]),
        (
            "We wrote to the New York State Department of Moorings today.",
            ["New York State Department of Moorings"],
        ),
    ],
)
def test_a_known_name_reaches_as_far_as_the_body_s(surfaces: Surfaces, text: str, wanted: list[str]) -> None:
    home = "The Environmental Protection Agency, the FBI and the U.S. Department of Defense met."
    assert [s for s, _ in surfaces("BODY", home, text)][3:] == wanted
