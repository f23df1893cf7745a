"""Candidates: what a witness proposes as a mention, before the judge decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` (one past the end) of a passage as a mention of `type`; `canonical` where known."""

    first: int
    last: int
    type: str
    witness: str
    canonical: str | None = None

    @property
    def size(self) -> int:
        """Words."""
        return self.last - self.first


def overlaps(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates share a word."""
    return one.first < other.last and other.first < one.last


def choose_longest(candidates: list[Candidate]) -> list[Candidate]:
    """Of candidates that overlap the longest, in the order of the text; ties go to the one that stands first."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    for each in sorted(candidates, key=lambda c: (-c.size, c.first, c.type, c.witness)):
        if not any(index in taken for index in range(each.first, each.last)):
            chosen.append(each)
            taken.update(range(each.first, each.last))
    return sorted(chosen, key=lambda c: c.first)
