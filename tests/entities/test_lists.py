"""Lists: names under one plural head."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.corpus import Alias, Corpus

Surfaces = Callable[..., list[tuple[str, str]]]
CORPUS = Corpus(
    bodies=(
        Alias("Ropes, Nets and Sails Policy Committee", ("RNS",)),
        Alias("Tides Policy Committee", ()),
        Alias("Ministry of Boats", ()),
        Alias("Ministry of Fish and Nets", ()),
    )
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We met Wigan and Surrey councils.", ["Wigan", "Surrey"]),
        ("We met the Quayside, Fishport and Netham Universities.", ["Quayside", "Fishport", "Netham"]),
        ("We met the QX, ZV and PJ committees.", ["QX", "ZV", "PJ"]),
        ("We met the Ropes, Nets & Sails and Tides Policy Committees.", ["Ropes, Nets & Sails", "Tides"]),
        ("We met the Gales & Storms and Moorings & Buoys Committees.", ["Gales & Storms", "Moorings & Buoys"]),
        ("We met the Ministries of Boats and of Fish and Nets.", ["Boats", "Fish and Nets"]),
    ],
)
def test_each_member_is_a_body_without_the_head(surfaces: Surfaces, text: str, wanted: list[str]) -> None:
    assert [surface for surface, _ in surfaces("BODY", text, corpus=CORPUS)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "We met Schools and Councils.",
        "We met Irish and French councils.",
        "We met the Scottish and Welsh councils.",
        "We met all Quayside committees.",
        "We met local and regional boards.",
        "We met the Health and Wellbeing Boards.",
        "We met Ministries of Tar and Feathers.",
        "Committees",
    ],
)
def test_what_lists_no_names_holds_no_bodies(surfaces: Surfaces, text: str) -> None:
    assert surfaces("BODY", text, corpus=CORPUS) == []


def test_a_member_bears_the_full_name(surfaces: Surfaces) -> None:
    text = "We met Wigan and Surrey councils and the RNS and Tides policy committees."
    found = surfaces("BODY", text, corpus=CORPUS)
    assert dict(found) == {
        "Wigan": "Wigan Council",
        "Surrey": "Surrey County Council",
        "RNS": "Ropes, Nets and Sails Policy Committee",
        "Tides": "Tides Policy Committee",
    }
