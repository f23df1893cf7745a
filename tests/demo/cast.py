"""Who and what is named in the demonstration corpus: towns, bodies, people, terms of office. All are invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Town:
    """A town with its council, the body that runs its harbour, and its region."""

    name: str
    council: str
    trust: str
    region: str


@dataclass(frozen=True)
class Body:
    """A body with its short form; whether `the` stands before the long form and before the short one."""

    name: str
    short: str
    has_article: bool
    short_has_article: bool


@dataclass(frozen=True)
class Person:
    """A person with a role and the body where the role is held."""

    name: str
    role: str
    body: str


@dataclass(frozen=True)
class Term:
    """A year in the presidency."""

    start: dt.date
    end: dt.date
    name: str

    def label(self) -> str:
        """The term as people write it, such as 2016-17."""
        return f"{self.start.year}-{self.end.year % 100:02d}"


def rows(name: str) -> list[list[str]]:
    """The rows of a word file: fields between bars, no empty lines."""
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line.strip()]


@cache
def towns() -> tuple[Town, ...]:
    """All towns."""
    return tuple(Town(*row) for row in rows("towns"))


@cache
def bodies() -> dict[str, tuple[Body, ...]]:
    """Bodies by the slot that names them."""
    found: dict[str, tuple[Body, ...]] = {}
    for slot, name, short, article, short_article in rows("bodies"):
        body = Body(name, short, article == "yes", short_article == "yes")
        found[slot] = (*found.get(slot, ()), body)
    return found


@cache
def people() -> tuple[Person, ...]:
    """People with roles; one who works for a council or a harbour stays at one town's."""
    found = []
    for number, (name, role, slot) in enumerate(rows("people")):
        town = towns()[number * 7 % len(towns())]
        body = {"council": town.council, "trust": town.trust}.get(slot) or bodies()[slot][0].name
        found.append(Person(name, role, body))
    return tuple(found)


@cache
def ministers() -> tuple[Term, ...]:
    """Who was minister from when to when."""
    return tuple(Term(dt.date.fromisoformat(a), dt.date.fromisoformat(b), name) for a, b, name in rows("ministers"))


@cache
def members() -> tuple[tuple[str, str], ...]:
    """Members of the public and of other bodies who speak up: name as written, and a pattern for what they are."""
    return tuple((name, role) for name, role in rows("members"))


@cache
def terms() -> tuple[Term, ...]:
    """Terms of presidents in order; the vice president of a term is the next one's president."""
    return tuple(Term(dt.date.fromisoformat(a), dt.date.fromisoformat(b), name) for a, b, name in rows("offices"))


def term_of(date: dt.date, *, later: int = 0) -> Term:
    """The term in which a day falls, or one that is `later` by so many years."""
    index = next(i for i, term in enumerate(terms()) if term.start <= date <= term.end)
    return terms()[min(index + later, len(terms()) - 1)]


def all_bodies() -> dict[str, Body]:
    """Every body by its full name, councils and harbour bodies among them."""
    known = {body.name: body for group in bodies().values() for body in group}
    for town in towns():
        known[town.council] = Body(town.council, "", False, False)
        known[town.trust] = Body(town.trust, "", False, False)
    return known
