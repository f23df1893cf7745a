"""What a table's contract is made of: columns by kind, and the table that they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Column:
    """One column: its kind (a key of ARROW_TYPES), what it means, whether it may be null, what it may say."""

    kind: str
    meaning: str
    nullable: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """One table: which stage makes it, its key columns, its columns by name in order."""

    stage: str
    meaning: str
    key: tuple[str, ...]
    columns: dict[str, Column] = field(default_factory=dict)


def text(meaning: str, *, nullable: bool = False, choices: tuple[str, ...] = ()) -> Column:
    """A column of text."""
    return Column("text", meaning, nullable, choices)


def number(meaning: str, *, nullable: bool = False, low: float | None = None, high: float | None = None) -> Column:
    """A column of floating-point numbers, within [low, high] where they are given."""
    return Column("float", meaning, nullable, (), low, high)


def count(meaning: str, *, nullable: bool = False, low: float | None = 0) -> Column:
    """A column of whole numbers from `low` up."""
    return Column("int", meaning, nullable, (), low)


def share(meaning: str, *, nullable: bool = False) -> Column:
    """A column of shares, from 0 to 1."""
    return Column("float", meaning, nullable, (), 0.0, 1.0)
