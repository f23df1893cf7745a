"""People's names in text: what is covered, by what, and what is not."""

from __future__ import annotations

import pytest

from pipeline.veil import build_veil
from tests.charts.made import made_tables

STAND_IN = "a person"


@pytest.fixture(scope="module")
def tables():
    return made_tables()


@pytest.fixture(scope="module")
def veils(tables):
    return {
        mode: build_veil(tables["mentions"], tables["entities"], mode=mode, stand_in=STAND_IN)
        for mode in ("names", "roles", "none")
    }


@pytest.mark.parametrize(("mode", "text", "shown"), [
    ("names", "Ada Wren spoke", "Ada Wren spoke"),
    ("roles", "Ada Wren spoke", "[Chair] spoke"),
    ("none", "Ada Wren spoke", "[a person] spoke"),
    ("none", "It was Bo Lark’s ferry, said ADA WREN.", "It was [a person]’s ferry, said [a person]."),
    ("none", "It was Ada\nWren's ferry", "It was [a person]'s ferry"),
    ("roles", "Bo Lark and the Board of Works", "[a person] and the Board of Works"),
    ("none", "Wren is a bird", "Wren is a bird"),
    ("none", "", ""),
])  # fmt: skip
def test_names_are_covered(veils, mode, text, shown):
    assert veils[mode].cover(text) == shown


def one_mention(tables, name):
    """The veil of a corpus in whose first article one person is named."""
    one = tables["mentions"].head(1).assign(surface=name, canonical=name, type="PERSON")
    return one["article_id"].iloc[0], build_veil(one, tables["entities"], mode="none", stand_in=STAND_IN)


def test_a_single_name_is_covered_where_the_article_uses_it(tables):
    article, veil = one_mention(tables, "Wren")
    assert veil.cover("Wren spoke", article) == "[a person] spoke"
    assert veil.cover("Wren spoke", "elsewhere") == "Wren spoke"


def test_a_surname_is_covered_where_the_article_names_the_person_in_full(tables):
    article, veil = one_mention(tables, "Ada Wren")
    assert veil.cover("Ms Wren spoke of a wren, and Wren’s boat", article) == (
        "Ms [a person] spoke of a wren, and [a person]’s boat"
    )
    assert veil.cover("Wren spoke", "elsewhere") == "Wren spoke"


def test_a_month_is_no_surname_beside_a_number(tables):
    article, veil = one_mention(tables, "Ada May")
    assert veil.cover("On 3 May 2017, May spoke in May 2018", article) == "On 3 May 2017, [a person] spoke in May 2018"


def test_a_name_of_many_words_is_covered_whole(tables):
    article, veil = one_mention(tables, "Dame Ada Mary Louise Quill Wren")
    assert veil.cover("So Dame Ada Mary Louise Quill Wren said.", article) == "So [a person] said."
