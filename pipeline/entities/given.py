"""Given names compared: short forms, initials and middle names, so that one person under two names is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


class GivenNames:
    """Which given names may be of one person: "Steve" and "Stephen", "J" and "Jane"; never "Jane" and "Joan"."""

    def __init__(self, rows: Iterable[Mapping[str, str]], common: frozenset[str]) -> None:
        self.common = common
        self.groups: dict[str, set[str]] = {}
        self.spellings: dict[str, set[str]] = {}
        for row in rows:
            name = row["name"].casefold()
            for form in (name, *row["forms"].casefold().split(";")):
                self.groups.setdefault(form, set()).add(name)
            for form in (name, *row["spellings"].casefold().split(";")):
                self.spellings.setdefault(form, set()).add(name)

    def roots(self, given: str) -> set[str]:
        """The full forms that a folded given name may stand for; itself where none is known."""
        return self.groups.get(given, {given})

    def agree(self, one: str, other: str) -> bool:
        """Whether two folded given names may be one person's: the same, a short form of the other, or its initial.

        Two short forms of one name do not agree: a Bob and a Rob of one surname have been father and son.
        """
        if self.is_short(one, other) or self.is_short(other, one):
            return True
        return (is_initial(one) or is_initial(other)) and one[:1] == other[:1]

    def is_short(self, one: str, other: str) -> bool:
        """Whether a folded given name is the other, or a short form of it."""
        return one == other or other in self.roots(one)

    def differ(self, one: str, other: str) -> bool:
        """Whether two given names are surely two: both are common ones, no forms and no spellings of each other."""
        if self.agree(one, other) or self.spellings.get(one, {one}) & self.spellings.get(other, {other}):
            return False
        return one in self.common and other in self.common


def is_initial(given: str) -> bool:
    """Whether a given name is only an initial or two: "j", "j.k."."""
    return len(given.replace(".", "")) == 1 or ("." in given and len(given.replace(".", "")) <= 2)


def middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the names between given name and surname may be one person's: none at all, or the same initials."""
    return not one or not other or all(a[:1] == b[:1] for a, b in zip(one, other, strict=False))
