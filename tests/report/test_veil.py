from __future__ import annotations

import pytest

from pipeline.report.veil import build_veil

STAND_IN = "a person"


@pytest.fixture
def veils(given):
    return {
        mode: build_veil(given.mentions, given.entities, mode=mode, stand_in=STAND_IN)
        for mode in ("names", "roles", "none")
    }


@pytest.mark.parametrize(("mode", "text", "shown"), [
    ("names", "Ada Wren spoke", "Ada Wren spoke"),
    ("roles", "Ada Wren spoke", "[Chair] spoke"),
    ("none", "Ada Wren spoke", "[a person] spoke"),
    ("none", "It was Bo Lark’s ferry, said ADA WREN.", "It was [a person]’s ferry, said [a person]."),
    ("roles", "Bo Lark and the Board of Works", "[a person] and the Board of Works"),
    ("none", "Wren is a bird", "Wren is a bird"),
    ("none", "", ""),
])  # fmt: skip
def test_names_are_covered(veils, mode, text, shown):
    assert veils[mode].cover(text) == shown


def test_a_single_name_is_covered_where_the_article_uses_it(given):
    one = given.mentions.head(1).assign(surface="Wren", type="PERSON")
    veil = build_veil(one, given.entities, mode="none", stand_in=STAND_IN)
    assert veil.cover("Wren spoke", one["article_id"].iloc[0]) == "[a person] spoke"
    assert veil.cover("Wren spoke", "elsewhere") == "Wren spoke"
