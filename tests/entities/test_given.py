"""Given names compared."""

from __future__ import annotations

import pytest

from pipeline.entities.given import GivenNames, is_initial, middles_agree
from tests.entities.conftest import CONFIG

GIVEN = GivenNames(CONFIG.nicknames, CONFIG.given_names)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("steve", "stephen", True),
        ("stephen", "steve", True),
        ("bill", "william", True),
        ("j", "jane", True),
        ("j.k.", "jane", True),
        ("jane", "jane", True),
        ("bob", "rob", False),  # two people, as a rule
        ("jane", "joan", False),
        ("rachel", "rachael", False),  # one spelling may be the other's slip, but is no form of it
        ("k", "jane", False),
    ],
)
def test_given_names_agree_where_one_is_a_form_of_the_other(one: str, other: str, wanted: bool) -> None:
    assert GIVEN.agree(one, other) is GIVEN.agree(other, one) is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("jane", "joan", True), ("rachel", "rachael", False), ("steve", "stephen", False), ("jane", "jnae", False)],
)
def test_two_common_names_differ_unless_forms_or_spellings(one: str, other: str, wanted: bool) -> None:
    assert GIVEN.differ(one, other) is wanted


def test_initials_are_short() -> None:
    assert is_initial("j")
    assert is_initial("j.k.")
    assert not is_initial("jo")


def test_middle_names_agree_where_absent_or_alike() -> None:
    assert middles_agree(["w"], [])
    assert middles_agree(["w"], ["walker"])
    assert not middles_agree(["w"], ["h", "w"])


def test_the_list_names_each_row_once_and_nobody_is_a_form_of_himself() -> None:
    names = [row["name"] for row in CONFIG.nicknames]
    assert len(names) == len(set(names))
    assert all(row["name"] not in (row["forms"] + ";" + row["spellings"]).split(";") for row in CONFIG.nicknames)
