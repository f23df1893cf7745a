"""Evidence of the whole corpus: what the model calls a string, what is written in lower case, definitions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.entities.config import Config
from pipeline.entities.definitions import find_definitions
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.names import PARTICLES, NameReader, name_parts, trim
from pipeline.entities.passages import Passage
from pipeline.entities.words import fold_word, is_acronym, is_capital

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
# On the demonstration corpus the model calls invented towns ORG or PERSON: without this rule seven of them alone made
# 191 of the 1,641 bodies found. On the dev annotation nothing is lost by it.
PLACE_WORDS = frozenset(("in", "at", "near", "off", "around", "outside", "across"))
PLACED_SHARE = 0.1
STATED = 10  # a name of corpus.toml weighs as much as this many sightings
THING_LABELS = frozenset(("EVENT", "WORK_OF_ART", "LAW", "PRODUCT"))


@dataclass
class Evidence:
    """Counts over all passages; strings are folded but for acronyms, which are kept as written."""

    lower: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    acronyms: Counter[str] = field(default_factory=Counter)
    labels: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    definitions: Counter[tuple[str, str]] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    things: Counter[str] = field(default_factory=Counter)
    seats: set[str] = field(default_factory=set)
    schemes: set[str] = field(default_factory=set)
    countries: Counter[str] = field(default_factory=Counter)
    other_short_forms: frozenset[str] = frozenset()
    other_long_forms: frozenset[str] = frozenset()

    def share(self, name: str, label: str) -> float:
        """The share of a string's labels that are `label`."""
        votes = self.labels.get(name)
        return votes[label] / sum(votes.values()) if votes else 0.0

    def is_place(self, name: str) -> bool:
        """Whether a string is used as a place: it has a council, or often stands behind "in", "at" or "near"."""
        votes = self.labels.get(name)
        return name in self.seats or (votes is not None and self.placed[name] > PLACED_SHARE * sum(votes.values()))

    def votes(self, name: str, label: str) -> int:
        """How often the model calls a string `label`."""
        votes = self.labels.get(name)
        return votes[label] if votes else 0


def gather_evidence(
    passages: Iterable[Passage], lexicon: Gazetteer, config: Config, *, known_people: Iterable[str]
) -> Evidence:
    """The counts of one pass over the passages; `known_people` are stated by corpus.toml."""
    found = Evidence()
    event_things = config.thing_heads - config.roles
    for passage in passages:
        folded = [fold_word(word) for word in passage.words]
        found.lower.update(word for word in passage.words if word.islower())
        found.written.update(word for word in passage.words if not word.islower())
        found.acronyms.update(word for word in passage.words if is_acronym(word))
        found.definitions.update(set(find_definitions(passage.text, things=event_things)))
        found.countries.update(hit.form.country for hit in lexicon.find(passage, folded) if len(hit.form.country) == 2)
        reader = NameReader(passage, folded, set(), config, common=found.lower)
        for first, last, label in passage.names:
            count_label(found, reader, first, last, label)
        found.seats.update(council_seats(passage, folded))
    found.people.update(dict.fromkeys(known_people, STATED))
    lasts: Counter[str] = Counter()
    for name, count in found.people.items():
        lasts[name.split()[-1]] += count
    for name, count in found.people.items():
        if (
            not is_tail(name.split(), count, lasts, config)
            and not runs_on(name, count, found.people)
            and not has_plain_middle(name.split(), found.lower, config)
        ):
            found.surnames["-".join(name_parts(name)[-1])] += count
    settle_things(found, config)
    found.countries.pop("--", None)
    found.countries.pop("INT", None)
    return found


def settle_things(found: Evidence, config: Config) -> None:
    """Names that "which" refers to are of things, unless their first word is a given name or they are a surname.

    The demonstration corpus's shipyard was taken for a person 9 times out of 14 without it.
    """
    for name in sorted(found.things):
        words = name.split()
        if len(words) < 2 or words[0] in config.given_names or "-".join(words) in found.surnames:
            del found.things[name]
        elif "PERSON" in found.labels[name]:
            found.labels[name]["ORG"] += found.labels[name].pop("PERSON")


COUNCIL_RANKS = frozenset(
    ("county", "city", "borough", "metropolitan", "district", "town", "parish", "islands", "isles")
)


def council_seats(passage: Passage, folded: list[str]) -> Iterator[str]:
    """The places of councils that the text names: "dale" of "Dale Borough Council"."""
    for index, word in enumerate(folded):
        if word == "council" and index:
            end = index
            while end > 1 and folded[end - 1] in COUNCIL_RANKS:
                end -= 1
            begin = end
            while begin > 0 and end - begin < 3 and is_capital(passage.words[begin - 1]) and passage.is_joined(begin):
                begin -= 1
                yield " ".join(folded[begin:end])


def is_tail(words: Sequence[str], count: int, lasts: Mapping[str, int], config: Config) -> bool:
    """Whether two words are a far better known surname and what a headline goes on with: "Dankwah Introduces".

    `lasts` counts the last words of all full names.
    """
    if len(words) != 2 or words[0].casefold() in config.given_names:
        return False
    return lasts[words[0]] > MUCH_MORE * count and lasts[words[1]] == count


def has_plain_middle(words: Sequence[str], lower: Container[str], config: Config) -> bool:
    """Whether a word of the language stands inside a name: a headline's capitals run on, "Dale Visits Moor"."""
    return words[0].casefold() not in config.given_names and any(
        word.casefold() in lower and word not in PARTICLES and word.casefold() not in config.given_names
        for word in words[1:-1]
        if len(word) > 1
    )


def runs_on(name: str, count: int, people: Mapping[str, int]) -> bool:
    """Whether a headline's words hang on a better known name: "Ama Dankwah Introduces"."""
    shorter = name.rpartition(" ")[0]
    return (" " in shorter and people.get(shorter, 0) > MUCH_MORE * count) or ("-" in shorter and count < MUCH_MORE)


MUCH_MORE = 3


def count_label(found: Evidence, reader: NameReader, first: int, last: int, label: str) -> None:
    """Count one span of the model."""
    passage = reader.passage
    if label == "PERSON":
        span = trim(reader, first, last)
        if span is None:
            return
        first, last = span
        if last - first >= 2:
            found.people[passage.surface(first, last)] += 1
    key = label_key(passage, reader.folded, first, last)
    if first and reader.folded[first - 1] in PLACE_WORDS and passage.gaps[first] == " ":
        found.placed[key] += 1
    if not passage.opens[first]:
        found.within[key] += 1
    if reader.folded[last : last + 1] == ["which"] and passage.gaps[last] == ", ":
        found.things[key] += 1  # "Dale Hill, which builds boats": nobody
    if is_called_scheme(passage, reader.folded, first, last):
        found.schemes.add(key)
    kind = "PLACE" if label in PLACE_LABELS else "THING" if label in THING_LABELS else label
    found.labels[key][kind] += 1


# What is no body however it is named.
SCHEMES = frozenset((
    "programme", "program", "scheme", "collaboration", "project", "initiative", "platform", "campaign", "app", "tool",
    "framework", "qualification", "software"
))  # fmt: skip
ARTICLES = frozenset(("a", "an", "the", "our", "its", "their", "this"))
LINKING = frozenset(("of", "for", "in", "at", "to", "that", "which", "who"))
APPOSED = 8  # words in which an apposition comes to its noun


def is_called_scheme(passage: Passage, folded: list[str], first: int, after: int) -> bool:
    """Whether the text says that words name a scheme: "the Tideway programme", "Tideway, our new programme"."""
    if first and folded[first - 1] in SCHEMES and passage.gaps[first].strip(" ,:‘'“\"") in ("", "("):
        return True
    if after >= len(folded):
        return False
    if passage.gaps[after].strip("’'”\"") == " ":
        return folded[after] in SCHEMES
    if passage.gaps[after] not in (", ", " – ", " - ") or folded[after] not in ARTICLES:
        return False
    for at in range(after + 1, min(after + APPOSED, len(folded))):
        if not passage.is_joined(at) or folded[at] in LINKING:
            return False
        if folded[at] in SCHEMES:
            # "Tideway, a software company" is none
            return not passage.is_joined(at + 1) or folded[at + 1] in LINKING | ARTICLES
    return False


def label_key(passage: Passage, folded: list[str], first: int, last: int) -> str:
    """The string under which a span's labels are counted: without a leading article and a possessive."""
    if folded[first] == "the" and last - first > 1:
        first += 1
    if passage.words[last - 1] in ("'s", "’s") and last - first > 1:
        last -= 1
    if last - first == 1 and is_acronym(passage.words[first]):
        return passage.words[first]
    return " ".join(folded[first:last])
