"""Subjects: the lists that stand inside a body's name, as in "Department for Culture, Media and the Arts"."""

from __future__ import annotations

from pipeline.entities.config import Config
from pipeline.entities.passages import Passage
from pipeline.entities.words import is_acronym, is_capital

LISTING_HEADS = frozenset(
    ("committee", "subcommittee", "department", "ministry", "office", "commission", "authority", "agency")
)
MOST_SUBJECTS = 12  # words of a department's subjects before "and the ..."
MOST_AHEAD = 5  # words from a list's comma to its "and": two subjects of two words
# Before "Committee on ..." these do not tell which one; other words do, and what follows "on" is its business then.
OPEN_RANKS = frozenset((
    "house", "senate", "select", "joint", "standing", "special", "advisory", "scientific", "national", "independent",
    "royal", "parliamentary", "expert", "congressional", "technical", "interim", "presidential", "government"
))  # fmt: skip


class SubjectReader:
    """Reads what a committee or a department is for."""

    def __init__(self, passage: Passage, folded: list[str], known: set[int], config: Config) -> None:
        self.passage, self.folded, self.known, self.config = passage, folded, known, config

    def opens_list(self, index: int) -> bool:
        """Whether a comma before word `index` goes on with a list inside the name: "Culture, Media and Sport"."""
        if self.passage.gaps[index] != ", ":
            return False
        if self.folded[index] == "the" and self.passage.is_joined(index + 1):
            index += 1  # "Energy, the Environment and Water"
        if not is_capital(self.passage.words[index]):
            return False
        ahead = self.folded[index + 1 : index + MOST_AHEAD]
        return "and" in ahead and not is_acronym(self.passage.words[index]) and index not in self.known

    def closes_list(self, index: int, head: int) -> bool:
        """Whether ", and" before the last item of a list is inside the name: "Culture, Media, and Sport"."""
        if self.folded[index] != "and" or self.passage.gaps[index] != ", " or index + 1 >= len(self.folded):
            return False
        listed = any(self.opens_list(at) for at in range(head + 2, index))
        return listed and self.passage.is_joined(index + 1) and is_capital(self.passage.words[index + 1])

    def is_subject(self, index: int) -> bool:
        """Whether "the ..." behind "and" is a committee's second subject: "Committee on Fish and the Sea Bed"."""
        begun = self.folded[max(0, index - MOST_SUBJECTS) : index]
        if not {"committee", "subcommittee", "department", "ministry"} & set(begun):
            return False
        end = index + 1
        while end < len(self.folded) and self.passage.is_joined(end) and is_capital(self.passage.words[end]):
            end += 1
        return end > index + 1 and not any(
            i in self.known or self.folded[i] in self.config.heads for i in range(index, end)
        )

    def is_open(self, head: int) -> bool:
        """Whether the words before a committee do not say which one it is, so that its subject follows."""
        if self.folded[head] != "committee":
            return True
        before = self.folded[head - 1] if self.passage.is_joined(head) else ""
        capital = bool(before) and is_capital(self.passage.words[head - 1])
        return (
            not capital or before in OPEN_RANKS | self.config.function_words or is_acronym(self.passage.words[head - 1])
        )

    def ends_at_place(self, index: int, head: int) -> bool:
        """Whether the name ends at a place before an "and": "Bank of England and ..." goes on with another."""
        return self.folded[head] not in LISTING_HEADS and self.passage.words[index - 1] in self.config.place_names
