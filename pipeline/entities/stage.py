"""Entities: people, bodies and sums of money in the articles, each mention resolved to its entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.entities.bodies import often_bodies
from pipeline.entities.config import Config
from pipeline.entities.currencies import build_currencies, choose_currency
from pipeline.entities.evidence import Evidence, gather_evidence
from pipeline.entities.gazetteer import (
    Form,
    Gazetteer,
    choose_country,
    corpus_forms,
    council_forms,
    defined_forms,
    lexicon_forms,
    order_forms,
)
from pipeline.entities.judge import Case, is_body_definition, judge_passage
from pipeline.entities.linking import link_mentions
from pipeline.entities.lists import Stems
from pipeline.entities.mentions import Mention, name_mention, sum_mention
from pipeline.entities.money import find_sums
from pipeline.entities.passages import Passage, read_passages
from pipeline.entities.people import KNOWN_WELL
from pipeline.entities.rows import entity_rows, mention_rows
from pipeline.entities.seams import find_seams
from pipeline.entities.tenures import role_rows, settle_roles
from pipeline.entities.words import fold_name


def entities(
    articles: pd.DataFrame, tokens: pd.DataFrame, spans: pd.DataFrame, *, corpus: Corpus, config: Config
) -> dict[str, pd.DataFrame]:
    """The tables `mentions`, `entities` and `roles`; mentions lie within kept text and carry document offsets.

    Two passes over the text: the first gathers evidence of the whole corpus, the second finds and judges; then
    mentions are linked. Only counts and mentions are held for all articles at once.
    """
    lexicon = [*corpus_forms(corpus.bodies), *lexicon_forms(config.bodies), *council_forms(config.councils)]
    evidence = gather_evidence(
        read_passages(articles, tokens, spans), Gazetteer(lexicon), config, known_people=known_people(corpus)
    )
    case = replace(open_case(lexicon, evidence, config), unnamed=stated_as_none(corpus))
    found = list(find_mentions(articles, tokens, spans, case, corpus=corpus))
    linked = settle_roles(link_mentions(found, corpus=corpus, case=case), case.gazetteer)
    return {
        "mentions": mention_rows(linked),
        "entities": entity_rows(linked, articles),
        "roles": role_rows(linked, articles),
    }


def known_people(corpus: Corpus) -> list[str]:
    """The people that corpus.toml names."""
    return [office.name for office in corpus.offices] + [person.name for person in corpus.people]


def stated_as_none(corpus: Corpus) -> dict[str, frozenset[str]]:
    """By type, the folded names that corpus.toml says are no bodies and no people."""
    return {
        "BODY": frozenset(map(fold_name, corpus.no_bodies)),
        "PERSON": frozenset(map(fold_name, corpus.no_people)),
    }


def open_case(lexicon: list[Form], evidence: Evidence, config: Config) -> Case:
    """What the judge needs: the lexicon with the documents' own definitions, the corpus's evidence and country."""
    country = choose_country(evidence.countries)
    ordered = order_forms(lexicon, country, seen=evidence.labels)
    known = Gazetteer(ordered)
    definitions = {
        pair: count
        for pair, count in evidence.definitions.items()
        if is_body_definition(*pair, evidence=evidence, known=known, config=config)
    }
    bodies = {short for short, _ in definitions}
    others = [(short, long) for short, long in evidence.definitions if short not in bodies]
    found = replace(
        evidence,
        other_short_forms=frozenset(form for short, _ in others for form in (short, short.removesuffix("s"))),
        other_long_forms=frozenset(
            form for _, long in others for form in (fold_name(long), fold_name(long.rpartition(" ")[0]))
        ),
    )
    forms = order_forms([*ordered, *defined_forms(definitions, known)], country, seen=evidence.labels)
    return Case(Gazetteer(forms), Stems(forms), found, country, config, often_bodies(found, config))


def find_mentions(
    articles: pd.DataFrame, tokens: pd.DataFrame, spans: pd.DataFrame, case: Case, *, corpus: Corpus
) -> Iterator[Mention]:
    """The mentions of all passages; a sum has its place from a name that claims the same words."""
    config = case.config
    default = choose_currency(articles["text"], corpus.currency)
    currencies = build_currencies(config.currencies, default=default)
    evidence = case.evidence
    glued = frozenset(name for name, count in evidence.surnames.items() if count >= KNOWN_WELL)
    seams = find_seams(evidence.written, evidence.lower, surnames=glued, function_words=config.function_words)
    for passage in read_passages(articles, tokens, spans, seams=seams):
        sums = find_sums(passage.text, currencies=currencies, money_nouns=config.money_nouns)
        sums = [each for each in sums if not in_address(passage, each.start)]
        taken = [(each.start, each.end) for each in sums]
        for each in sums:
            yield from sum_mention(passage, each)
        for verdict in judge_passage(passage, case):
            start, end = passage.starts[verdict.first], passage.ends[verdict.last - 1]
            if all(end <= first or last <= start for first, last in taken):
                yield from name_mention(passage, verdict, config)


def in_address(passage: Passage, start: int) -> bool:
    """Whether a place lies in an address or a file name."""
    return any(first <= start < last for first, last in passage.nameless)
