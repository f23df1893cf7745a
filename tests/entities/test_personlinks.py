"""People linked: the parts of a name by which they are compared."""

from __future__ import annotations

import pytest

from pipeline.entities.personlinks import bearers, core, is_full


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Jane Dankwah", ("jane", "dankwah")),
        ("Harold L. Quist", ("harold", "quist")),
        ("Melanie Dale-Ross", ("melanie", "dale ross")),
        ("Jane van der Meulen", ("jane", "meulen")),
    ],
)
def test_a_name_s_core_is_its_given_name_and_surname(name: str, wanted: tuple[str, str]) -> None:
    assert core(name) == wanted


def test_bearers_are_gathered_by_surname() -> None:
    assert bearers(["Jane Quist", "Harold Quist"], ["Ama Dale"]) == {
        "quist": {"Jane Quist", "Harold Quist"},
        "dale": {"Ama Dale"},
    }


def test_a_full_name_has_two_parts() -> None:
    assert is_full("Jane Quist")
    assert not is_full("Quist")
