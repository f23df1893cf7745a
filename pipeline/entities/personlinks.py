"""People linked: full names by their folded form, single names to the full name of the article or of the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.fuzz import ratio

from pipeline.corpus import Corpus
from pipeline.entities.config import Config
from pipeline.entities.given import GivenNames, is_initial, middles_agree
from pipeline.entities.judge import Case
from pipeline.entities.mentions import Mention
from pipeline.entities.names import PARTICLES
from pipeline.entities.words import fold_name, tidy_name

RARE = 2  # a slip of the pen is seen once or twice, beside a name seen far more often
FAR_MORE = 3


def link_people(
    by_article: list[list[Mention]], *, corpus: Corpus, distinct: frozenset[frozenset[str]], case: Case
) -> list[str]:
    """The canonical name of each mention, in order."""
    stated = {fold_name(alias): person.name for person in corpus.people for alias in (person.name, *person.aliases)}
    known = [office.name for office in corpus.offices] + [person.name for person in corpus.people]
    counts = count_full_names(by_article)
    canonical = merge_names(counts, known, stated, distinct, case.config)
    surnames = bearers(canonical.values(), known)
    public = [row["name"] for row in case.config.people if row["country"] in (case.country, "INT")]
    for surname, people in bearers((), public).items():
        surnames.setdefault(surname, people)  # whoever the corpus names in full comes first
    given = GivenNames(case.config.nicknames, case.config.given_names)
    names: list[str] = []
    for mentions in by_article:
        names += link_article(mentions, canonical, surnames, stated, given)
    return names


def count_full_names(by_article: Iterable[list[Mention]]) -> Counter[str]:
    """How often each full name is written."""
    return Counter(tidy_name(each.surface) for mentions in by_article for each in mentions if is_full(each.surface))


def is_full(surface: str) -> bool:
    """Whether a name has a given name and a surname: "de Moor" has not."""
    words = surface.split()
    return len(words) > 1 and words[0] not in PARTICLES


def core(name: str) -> tuple[str, str]:
    """Given name and surname, folded, without what stands between."""
    words = fold_name(name).split()
    return words[0], surname_of(name)


def surname_of(name: str) -> str:
    """The last word of a name, folded; both parts of a hyphenated surname."""
    return " ".join(fold_name(name.split()[-1]).split())


def middles(name: str) -> list[str]:
    """The words between given name and surname, folded, without small words and nicknames in quotes."""
    words = [word for word in name.split()[1:-1] if word not in PARTICLES and word[:1] not in '“"‘((']
    return [fold_name(word) for word in words]


def merge_names(
    counts: Counter[str],
    known: list[str],
    stated: dict[str, str],
    distinct: frozenset[frozenset[str]],
    config: Config,
) -> dict[str, str]:
    """The canonical name of each full name, by its folded form."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in counts.items():
        written[fold_name(name)][name] += count
    best = {key: max(sorted(forms), key=lambda form: (form in known, forms[form])) for key, forms in written.items()}
    canonical = {key: stated.get(key, name) for key, name in best.items()}
    totals = {key: sum(forms.values()) for key, forms in written.items()}
    official = {fold_name(name): name for name in known}
    people = People(totals, {key: official.get(key) or best[key] for key in {*totals, *official}}, official, config)
    targets = {key: people.same_person(key) for key in totals if key not in stated and key not in official}
    for key in totals:
        target = follow_targets(key, targets, distinct)
        if target != key:
            canonical[key] = canonical.get(target) or official[target]
    return canonical


def follow_targets(key: str, targets: Mapping[str, str | None], distinct: frozenset[frozenset[str]]) -> str:
    """Where a name leads in the end: each is another's form or slip, as far as corpus.toml does not forbid it.

    It cannot lead in a circle: a target is fuller, more frequent or, of equals, first in the alphabet.
    """
    at, seen = key, {key}
    while (target := targets.get(at)) is not None:
        if target in seen or any(frozenset((one, target)) in distinct for one in seen):
            break
        at = target
        seen.add(at)
    return at


class People:
    """The full names of a corpus, with those that may be of one person found by blocks; `names` by folded form."""

    def __init__(self, totals: dict[str, int], names: dict[str, str], official: dict[str, str], config: Config) -> None:
        self.totals, self.names, self.official, self.config = totals, names, official, config
        self.cores = {key: core(name) for key, name in names.items()}
        self.given = GivenNames(config.nicknames, config.given_names)
        self.blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in sorted(self.cores):
            for block in self.blocks_of(key):
                self.blocks[block].append(key)

    def blocks_of(self, key: str) -> set[tuple[str, str]]:
        """The groups in which a name's other forms stand: given name or surname is right, the other begins so."""
        given, surname = self.cores[key]
        roots = {(root, f"{surname} ") for root in self.given.roots(given)}
        return {(given, surname[:2]), (given[:1], f"{surname} "), *roots}

    def same_person(self, key: str) -> str | None:
        """The one other full name of the same person: a middle name, short form or initial more or less, or a slip."""
        rivals = {rival for block in self.blocks_of(key) for rival in self.blocks[block]} - {key}
        found = [rival for rival in sorted(rivals) if self.is_form(key, rival) or self.is_slip(key, rival)]
        likely = max(found, key=lambda rival: self.totals.get(rival, 0), default=None)
        alone = all(rival == likely or self.are_one(rival, likely) for rival in found if likely)
        return likely if alone else None

    def are_one(self, one: str, other: str) -> bool:
        """Whether two full names, whichever is to be kept, may be one person's."""
        return self.is_form(one, other) or self.is_form(other, one)

    def is_form(self, key: str, rival: str) -> bool:
        """Whether a name is the rival's in another form and the rival is the one to keep: fuller, or more frequent."""
        (given, surname), (other, rival_surname) = self.cores[key], self.cores[rival]
        if surname != rival_surname or not self.given.agree(given, other):
            return False
        if not middles_agree(middles(self.names[key]), middles(self.names[rival])):
            return False
        if is_initial(given) != is_initial(other):
            return is_initial(given)
        mine, its = self.totals[key], self.totals.get(rival, 0)
        return rival in self.official or its > mine or (its == mine and rival < key)

    def is_slip(self, key: str, rival: str) -> bool:
        """Whether a name is a slip of the pen for the rival, seen far more often."""
        (given, surname), (other, rival_surname) = self.cores[key], self.cores[rival]
        mine, its = self.totals[key], self.totals.get(rival, 0)
        more = its >= max(FAR_MORE, FAR_MORE * mine) or rival in self.official
        if mine > RARE or not more or (given != other) == (surname != rival_surname):
            return False
        return not self.given.differ(given, other) and ratio(key, rival) >= self.config.typo_likeness


def bearers(names: Iterable[str], known: Iterable[str]) -> dict[str, set[str]]:
    """The people of each surname in the corpus."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in [*names, *known]:
        found[core(name)[1]].add(name)
    return found


def link_article(
    mentions: list[Mention],
    canonical: dict[str, str],
    surnames: dict[str, set[str]],
    stated: dict[str, str],
    given: GivenNames,
) -> list[str]:
    """The canonical names of one article's people: a single name goes to the last full name before it that has it."""
    ordered = sorted(mentions, key=lambda each: each.start)
    full = [
        (each.start, canonical[fold_name(tidy_name(each.surface))], each.surface)
        for each in ordered
        if is_full(each.surface) and fold_name(tidy_name(each.surface)) not in surnames
    ]
    names: dict[int, str] = {}
    for each in ordered:
        key = fold_name(tidy_name(each.surface))
        if is_full(each.surface) and key not in surnames:
            names[each.start] = canonical[key]
            continue
        if not is_full(each.surface):
            key = surname_of(each.surface)
        fitting = [(start, name) for start, name, surface in full if key in core(name) or key in core(surface)]
        if not fitting and key not in surnames:
            fitting = [(start, name) for start, name, _ in full if given.is_short(key, core(name)[0])]
        before = [name for start, name in fitting if start < each.start]
        people = surnames.get(key, set())
        if key in stated:
            names[each.start] = stated[key]
        elif fitting:
            names[each.start] = before[-1] if before else fitting[0][1]
        elif len(people) == 1:
            names[each.start] = next(iter(people))
        else:
            names[each.start] = tidy_name(each.surface)
    return [names[each.start] for each in mentions]
