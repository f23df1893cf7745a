"""The judge: what the witnesses propose, weighed together, as mentions of people and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.entities.bodies import (
    affiliated_bodies,
    gazetteer_bodies,
    model_bodies,
    repeated_bodies,
    voted_acronyms,
)
from pipeline.entities.candidates import Candidate, choose_longest
from pipeline.entities.config import Config
from pipeline.entities.evidence import Evidence, has_plain_middle
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.lists import Stems, listed_bodies
from pipeline.entities.names import NameReader
from pipeline.entities.passages import Passage
from pipeline.entities.people import (
    cited_people,
    given_people,
    known_surnames,
    licensed_people,
    model_people,
    roled_people,
    titled_people,
)
from pipeline.entities.regions import joined_regions, placed_kinds
from pipeline.entities.rosters import affiliated_people, authors, enclosed_people, listed_people, titled_lists
from pipeline.entities.shapes import SMALL, find_shapes
from pipeline.entities.spelling import spelled_acronyms
from pipeline.entities.words import fold_name, fold_word, is_capital


@dataclass(frozen=True)
class Case:
    """What the judge knows beside the passage: lexicon, evidence of the corpus, its country, names of people.

    `unnamed` holds, by type, the folded names that corpus.toml says are none.
    """

    gazetteer: Gazetteer
    stems: Stems
    evidence: Evidence
    country: str
    config: Config
    repeated: Mapping[str, list[tuple[str, ...]]]
    unnamed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_unnamed(self, each: Verdict, surface: str) -> bool:
        """Whether corpus.toml says that a mention's words, or the name they stand for, name none of its type."""
        stated = self.unnamed.get(each.type, frozenset())
        return bool(stated) and not stated.isdisjoint((fold_name(surface), fold_name(each.canonical or surface)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mention: words first to last of its passage, type, witnesses, the body it names where a lexicon says so."""

    first: int
    last: int
    type: str
    witnesses: tuple[str, ...]
    canonical: str | None


def judge_passage(passage: Passage, case: Case) -> list[Verdict]:
    """The mentions of people and bodies in a passage, in order, none overlapping."""
    folded = [fold_word(word) for word in passage.words]
    hits = case.gazetteer.find(passage, folded)
    evidence, config = case.evidence, case.config
    bodies = list(gazetteer_bodies(passage, folded, hits, case.country, evidence, config))
    bodies += joined_regions(passage, case.gazetteer, config)
    known = words_of(bodies)
    bodies += placed_kinds(passage, config)
    named = words_of(c for c in bodies if c.size > 1)
    bodies += listed_bodies(passage, folded, named, case.gazetteer, case.stems, config)
    bodies += [c for c in find_shapes(passage, folded, known, config) if not is_other(folded, c, evidence)]
    reader = NameReader(passage, folded, known, config, common=evidence.lower)
    people = weigh_people(reader, evidence)
    bodies += voted_acronyms(passage, folded, words_of(bodies), evidence, config)
    bodies += spelled_acronyms(passage, bodies, words_of(bodies), config)
    bodies += affiliated_bodies(passage, folded, people, words_of(bodies), evidence, config)
    taken = words_of([*bodies, *people])
    people += known_surnames(reader, evidence.surnames, taken)
    bodies += model_bodies(passage, folded, words_of([*bodies, *people]), evidence, config)
    bodies += repeated_bodies(passage, folded, words_of([*bodies, *people]), case.repeated, evidence, config)
    chosen = choose_longest(settle(bodies, people))
    taken = words_of(chosen)
    names = {passage.surface(c.first, c.last) for c in chosen if c.type == "PERSON" and c.size >= 2}
    chosen += licensed_people(reader, names, taken)
    who: dict[tuple[int, int, str], list[Candidate]] = defaultdict(list)
    for each in [*bodies, *people, *chosen]:
        who[each.first, each.last, each.type].append(each)
    found = (verdict(each, who[each.first, each.last, each.type]) for each in choose_longest(chosen))
    return [each for each in found if not case.is_unnamed(each, passage.surface(each.first, each.last))]


def is_other(folded: list[str], candidate: Candidate, evidence: Evidence) -> bool:
    """Whether the documents define these words as the name of something that is no body."""
    return " ".join(folded[candidate.first : candidate.last]).replace(" 's", "'s") in evidence.other_long_forms


def words_of(candidates: Iterable[Candidate]) -> set[int]:
    """The words that candidates cover."""
    return {index for each in candidates for index in range(each.first, each.last)}


FINDERS = (
    model_people,
    given_people,
    titled_people,
    roled_people,
    cited_people,
    authors,
    titled_lists,
    listed_people,
    enclosed_people,
    affiliated_people,
)


def weigh_people(reader: NameReader, evidence: Evidence) -> list[Candidate]:
    """Candidate people that the evidence bears out."""
    witnesses: dict[tuple[int, int], set[str]] = defaultdict(set)
    for finder in FINDERS:
        for each in finder(reader):
            last = cut_headline(reader, each.first, each.last, evidence)
            witnesses[each.first, last].add(each.witness)
    chosen = []
    for (first, last), who in sorted(witnesses.items()):
        if is_person(reader, first, last, who, evidence):
            chosen += [Candidate(first, last, "PERSON", name) for name in sorted(who)]
    return chosen


def cut_headline(reader: NameReader, first: int, last: int, evidence: Evidence) -> int:
    """One past the name where a headline's capitals run on behind it: what goes on from a name far better known."""
    passage = reader.passage
    count = evidence.people[passage.surface(first, last)]
    for end in range(last - 1, first, -1):
        if passage.gaps[end] == "-":
            continue
        known = evidence.people[passage.surface(first, end)]
        if end - first == 1 or (end - first == 3 and passage.gaps[first + 1] == "-"):
            known = max(
                known,
                evidence.surnames["-".join(reader.folded[first:end])] if first and reader.is_role(first - 1) else 0,
            )
        if known > MUCH_MORE * count:
            return end
    return last


MUCH_MORE = 3


def is_person(reader: NameReader, first: int, last: int, who: set[str], evidence: Evidence) -> bool:
    """Whether a stretch that some witnesses call a person is one."""
    config, passage, folded = reader.config, reader.passage, reader.folded
    key = " ".join(folded[first:last])
    person = evidence.share(key, "PERSON")
    if last - first == 1:
        return is_single_person(reader, first, who, evidence)
    if who == {"model"} and has_plain_middle(passage.words[first:last], evidence.lower, config):
        return False
    vouched = bool(who & {"model", "title", "list"}) or evidence.votes(key, "PERSON") > 0
    if not reader.is_plausible(first, last, vouched=vouched) or reader.names_place(first, last):
        return False
    if who & {"title", "list"}:
        return True
    has_name_word = folded[first] not in evidence.lower and passage.words[first] not in config.place_names
    if "role" in who and has_name_word and ("given" in who or person > 0 or not evidence.labels.get(key)):
        return True
    if evidence.things[key] > 0 and not who & {"given", "title", "list"}:
        return False
    if "given" in who:
        if person > 0.5:
            return True
        # names that the model misses or miscalls once: a tail that is no word, and no firm opinion against
        against = evidence.share(key, "PLACE") + evidence.share(key, "THING")
        opposed = against > person and against >= 0.5
        return folded[last - 1] not in evidence.lower and (person > 0 or not opposed)
    if any(word in config.heads | config.thing_heads for word in folded[first:last]):
        return False
    return person >= 0.5 and not evidence.is_place(key) and not all(w in evidence.lower for w in folded[first:last])


def is_single_person(reader: NameReader, index: int, who: set[str], evidence: Evidence) -> bool:
    """Whether a single word that some witnesses call a person is one."""
    config, key, word = reader.config, reader.folded[index], reader.passage.words[index]
    if "citation" in who or ("title" in who and is_addressed(reader, index, evidence)):
        return True
    if "list" in who and key not in evidence.lower:
        return True
    return (
        evidence.share(key, "PERSON") >= config.person_vote
        and word not in config.place_names
        and not evidence.is_place(key)
        and evidence.within[key] > 0
        and key not in evidence.lower
        and key not in config.generic_words
        and key not in config.heads
        and (key in config.given_names or evidence.votes(key, "PERSON") >= config.least_person_votes)
    )


def is_addressed(reader: NameReader, first: int, evidence: Evidence) -> bool:
    """Whether the title before a single word makes it a name: Mrs does, "Leader" does not before a common word."""
    return reader.passage.words[first - 1] in FORMS_OF_ADDRESS or reader.folded[first] not in evidence.lower


FORMS_OF_ADDRESS = frozenset(
    (
        "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady", "Baroness", "Prof", "Professor", "Rep",
        "Sen", "Senator", "Congressman", "Congresswoman", "Cllr", "Councillor", "Judge", "Mayor", "Governor", "Gov"
    )
)  # fmt: skip


def settle(bodies: list[Candidate], people: list[Candidate]) -> list[Candidate]:
    """Bodies and people together; where both claim the very same words a body that a lexicon knows has them."""
    sure = {(c.first, c.last) for c in bodies if c.canonical is not None}
    claimed = {(c.first, c.last) for c in people}
    kept = [c for c in bodies if (c.first, c.last) in sure or (c.first, c.last) not in claimed]
    return [*kept, *(c for c in people if (c.first, c.last) not in sure)]


def verdict(chosen: Candidate, same: list[Candidate]) -> Verdict:
    """A chosen candidate with all who found the same words."""
    canonical = next((c.canonical for c in same if c.canonical), chosen.canonical)
    witnesses = tuple(sorted({c.witness for c in same}))
    return Verdict(chosen.first, chosen.last, chosen.type, witnesses, canonical)


def is_body_definition(short: str, long: str, *, evidence: Evidence, known: Gazetteer, config: Config) -> bool:
    """Whether a short form and its long form are those of a body, not of a programme, a measure or a kind."""
    if known.canonical(long) is not None:
        return True
    words = long.split()
    folded = [fold_word(word.strip(",’'")) for word in words]
    if short in config.non_bodies or (short[-1:] == "s" and short[:-1].isupper()):
        return False
    content = [word for word in words if word.lower() not in SMALL]
    governed = any(word in config.heads and after in ("of", "for") for word, after in pairwise(folded))
    is_thing = folded[-1] in config.thing_heads and not governed  # the Guild of Pilots is no pilot
    if long in config.non_bodies or is_thing or not content or not all(map(is_capital, content)):
        return False
    if known.near_name(short, long) is not None:
        return True
    heads = [word for word in folded if word in config.heads]
    telling = [
        word for word in folded if word not in config.generic_words and word not in config.heads and word not in SMALL
    ]
    if heads:
        return bool(telling) or "national" in folded
    name, votes = fold_name(long), evidence.votes(fold_name(long), "ORG")
    is_phrase = all(word in evidence.lower for word in folded)
    if name in evidence.schemes:
        return False
    return evidence.share(name, "ORG") >= config.name_vote and votes >= (3 if is_phrase else 1)
