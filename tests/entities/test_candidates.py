"""Candidates that overlap: the longest is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.candidates import Candidate, choose_longest, overlaps


def candidate(first: int, last: int) -> Candidate:
    return Candidate(first, last, "BODY", "shape")


def test_the_longest_wins_and_the_first_of_equals() -> None:
    assert choose_longest([candidate(3, 5), candidate(0, 4), candidate(6, 7)]) == [candidate(0, 4), candidate(6, 7)]
    assert choose_longest([candidate(1, 3), candidate(0, 2)]) == [candidate(0, 2)]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=15))
def test_what_is_kept_never_overlaps_and_blocks_all_else(places: list[tuple[int, int]]) -> None:
    given_ones = [candidate(first, first + size) for first, size in places]
    kept = choose_longest(given_ones)
    assert all(not overlaps(a, b) for i, a in enumerate(kept) for b in kept[i + 1 :])
    assert all(any(overlaps(each, k) for k in kept) for each in given_ones)
