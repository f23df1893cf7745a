"""What the demonstration corpus is made of: runs of text with what they mean, blocks, articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

SHARED = "shared"


@dataclass(frozen=True)
class Mention:
    """What a run of text names: a person, a body or a sum of money.

    `about` is what a sum is for, in one phrase or in several that are as true, ` / ` between them.
    """

    type: str
    canonical: str
    value: float | None = None
    value_high: float | None = None
    currency: str = ""
    period: str = ""
    qualifier: str = ""
    about: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of text of one theme, with what it names, if it names something."""

    text: str
    theme: str
    mention: Mention | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, bullet or end mark of an article; `kind` says which."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Plan:
    """What is decided of an article before a word of it is written."""

    key: str
    source: str
    outlet: str
    kind: str
    date: dt.date
    posted: dt.date
    mix: dict[str, float]
    n_words: int
    place: str = ""
    event: str = ""
    repeats: str = ""


@dataclass(frozen=True)
class Article:
    """A planned article, written: its headline in runs, and its blocks."""

    plan: Plan
    title: tuple[Run, ...]
    blocks: tuple[Block, ...]
    byline: str = ""
    printed_title: tuple[Run, ...] = field(default=())


def plain(text: str, theme: str = SHARED) -> Run:
    """A run that names nothing."""
    return Run(text, theme)


def text_of(runs: Iterable[Run]) -> str:
    """The text of runs, one after another."""
    return "".join(run.text for run in runs)


def with_capital(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with a capital at the start, unless a name or a number stands there."""
    if not runs or runs[0].mention is not None:
        return runs
    first = runs[0]
    return (Run(first.text[:1].upper() + first.text[1:], first.theme), *runs[1:])


def cut_runs(runs: tuple[Run, ...], limit: int, mark: str) -> tuple[Run, ...]:
    """The runs cut at a word's end before `limit` characters and closed with `mark`; whole where they are shorter."""
    if len(text_of(runs)) <= limit:
        return runs
    kept: list[Run] = []
    room = limit
    for run in runs:
        if len(run.text) < room:
            kept.append(run)
            room -= len(run.text)
            continue
        if run.mention is None and " " in run.text[:room]:
            kept.append(Run(run.text[:room].rsplit(" ", 1)[0], run.theme))
        break
    while kept and kept[-1].mention is None and not kept[-1].text.rstrip(" ,(“"):
        kept.pop()
    last = kept.pop()
    if last.mention is None:
        last = Run(last.text.rstrip(" ,(“"), last.theme)
    return (*kept, last, plain(mark))
