"""Linking: mentions of one person or body share an entity; a wrong merge is worse than a missed one."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from pipeline.corpus import Corpus
from pipeline.entities.bodylinks import link_bodies
from pipeline.entities.judge import Case
from pipeline.entities.mentions import Mention
from pipeline.entities.personlinks import link_people
from pipeline.entities.words import fold_name


def link_mentions(found: list[Mention], *, corpus: Corpus, case: Case) -> list[Mention]:
    """The mentions with entity_id and canonical name; sums stay as they are."""
    people = [each for each in found if each.type == "PERSON"]
    bodies = [each for each in found if each.type == "BODY"]
    distinct = forbidden_pairs(corpus.distinct)
    by_article = [list(group) for _, group in groupby(people, key=lambda each: each.article_id)]
    names = [
        *link_people(by_article, corpus=corpus, distinct=distinct, case=case),
        *link_bodies(bodies, distinct=distinct, case=case),
    ]
    linked = [
        replace(each, canonical=name, entity_id=f"{each.type.lower()}:{fold_name(name)}")
        for each, name in zip([*people, *bodies], names, strict=True)
    ]
    return [*linked, *(each for each in found if each.type == "MONEY")]


def forbidden_pairs(distinct: tuple[tuple[str, ...], ...]) -> frozenset[frozenset[str]]:
    """Pairs of names, folded, that must not be merged."""
    return frozenset(
        frozenset((fold_name(one), fold_name(other)))
        for names in distinct
        for one in names
        for other in names
        if one != other
    )
