"""Mentions on their way to the table: where they stand, what found them, what they may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.entities.config import Config
from pipeline.entities.judge import Verdict
from pipeline.entities.money import Sum
from pipeline.entities.passages import Passage
from pipeline.entities.roles import find_role
from pipeline.entities.words import fold_word


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in document offsets; `known` is the name that a lexicon gives, `region` that of a regional body.

    `holds` is whether the text shows the person holding the role.
    """

    article_id: str
    source: str
    type: str
    start: int
    end: int
    surface: str
    found_by: str
    known: str | None = None
    region: str | None = None
    role: str | None = None
    holds: bool = True
    sum: Sum | None = None
    entity_id: str | None = None
    canonical: str | None = None


def sum_mention(passage: Passage, found: Sum) -> Iterator[Mention]:
    """The mention of a sum; nothing where it reaches over two kept stretches."""
    place = passage.places.to_document(found.start, found.end)
    if place is not None:
        surface = passage.text[found.start : found.end]
        yield Mention(passage.article_id, passage.source, "MONEY", *place, surface, "grammar", sum=found)


def name_mention(passage: Passage, verdict: Verdict, config: Config) -> Iterator[Mention]:
    """The mention of a person or body; nothing where it reaches over two kept stretches."""
    start, end = passage.starts[verdict.first], passage.ends[verdict.last - 1]
    place = passage.places.to_document(start, end)
    if place is None:
        return
    is_person = verdict.type == "PERSON"
    role = find_role(passage, verdict.first, verdict.last, config) if is_person else None
    yield Mention(
        passage.article_id,
        passage.source,
        verdict.type,
        *place,
        passage.text[start:end],
        "+".join(verdict.witnesses),
        known=verdict.canonical,
        region=None if is_person else read_title_region(passage, verdict.first, config),
        role=role.text if role else None,
        holds=role is None or role.holds,
    )


def read_title_region(passage: Passage, first: int, config: Config) -> str | None:
    """The region that an article's title names, for a body said to be "regional" or "the region's"."""
    before = [fold_word(word) for word in passage.words[max(0, first - 2) : first]]
    if before[-1:] != ["regional"] and before not in (["region", "'s"],):
        return None
    return next(
        (place for place in sorted(config.places, key=len, reverse=True) if passage.title.startswith(place)), None
    )
