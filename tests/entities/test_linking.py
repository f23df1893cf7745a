"""Linking: names that the corpus says are distinct."""

from __future__ import annotations

from pipeline.entities.linking import forbidden_pairs


def test_each_pair_of_a_list_is_forbidden_whatever_its_writing() -> None:
    pairs = forbidden_pairs((("The Quay Trust", "Quay & Pier Trust", "Pier Trust"),))
    assert len(pairs) == 3
    assert frozenset(("quay trust", "quay and pier trust")) in pairs


def test_nothing_stated_forbids_nothing() -> None:
    assert forbidden_pairs(()) == frozenset()
