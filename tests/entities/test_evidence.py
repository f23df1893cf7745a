"""Evidence: shares, places and headlines over a corpus."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.entities.evidence import Evidence, runs_on


def test_shares_are_of_a_string_s_own_labels() -> None:
    found = Evidence()
    found.labels["quay trust"].update({"ORG": 3, "PERSON": 1})
    assert found.share("quay trust", "ORG") == 0.75
    assert found.votes("quay trust", "PERSON") == 1
    assert found.share("nothing", "ORG") == 0.0
    assert found.votes("nothing", "ORG") == 0


def test_a_place_has_a_council_or_stands_behind_in() -> None:
    found = Evidence(placed=Counter({"quayside": 2}), seats={"fishport"})
    found.labels["quayside"].update({"ORG": 10})
    found.labels["netmakers"].update({"ORG": 10})
    assert found.is_place("quayside")
    assert found.is_place("fishport")
    assert not found.is_place("netmakers")


@pytest.mark.parametrize(
    ("name", "count", "wanted"),
    [("Ama Dankwah Introduces", 1, True), ("Ama Dankwah", 9, False), ("Ama Dale", 1, False)],
)
def test_a_headline_s_verb_is_no_surname(name: str, count: int, wanted: bool) -> None:
    assert runs_on(name, count, {"Ama Dankwah": 9, "Ama Dankwah Introduces": 1}) is wanted
