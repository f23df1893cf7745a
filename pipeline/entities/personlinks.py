"""People linked: full names by their folded form, single names to the full name of the article or of the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from pipeline.corpus import Corpus
from pipeline.entities.config import Config
from pipeline.entities.judge import Case
from pipeline.entities.mentions import Mention
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
    names: list[str] = []
    for mentions in by_article:
        names += link_article(mentions, canonical, surnames, stated)
    return names


def count_full_names(by_article: Iterable[list[Mention]]) -> Counter[str]:
    """How often each full name is written."""
    return Counter(tidy_name(each.surface) for mentions in by_article for each in mentions if is_full(each.surface))


def is_full(surface: str) -> bool:
    """Whether a name has a given name and a surname."""
    return len(surface.split()) > 1


def core(name: str) -> tuple[str, str]:
    """Given name and surname, folded, without what stands between."""
    words = fold_name(name).split()
    return words[0], " ".join(fold_name(name.split()[-1]).split())


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
    cores = {key: core(official.get(key) or best[key]) for key in {*totals, *official}}
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(cores):
        for block in blocks_of(*cores[key]):
            blocks[block].append(key)
    for key in sorted(totals, key=lambda k: (totals[k], k)):
        if key in stated or key in official:
            continue
        rivals = {rival for block in blocks_of(*cores[key]) for rival in blocks[block]} - {key}
        target = same_person(key, sorted(rivals), totals, cores, official, config)
        if target is not None and frozenset((key, target)) not in distinct:
            canonical[key] = canonical.get(target) or official[target]
    return canonical


def blocks_of(given: str, surname: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two groups in which a name's slips stand: one of given name and surname is right, the other begins so."""
    return (given, surname[:2]), (given[:1], f"{surname} ")


def same_person(
    key: str,
    rivals: Iterable[str],
    totals: dict[str, int],
    cores: dict[str, tuple[str, str]],
    official: dict[str, str],
    config: Config,
) -> str | None:
    """The one other full name of the same person: with a middle name more or less, or a slip of the pen."""
    given, surname = cores[key]
    found = []
    for rival in rivals:
        rival_given, rival_surname = cores[rival]
        more = totals.get(rival, 0) >= max(FAR_MORE, FAR_MORE * totals[key]) or rival in official
        if (given, surname) == (rival_given, rival_surname):
            if more or totals.get(rival, 0) > totals[key] or (totals.get(rival, 0) == totals[key] and rival < key):
                found.append(rival)
        elif (given == rival_given or surname == rival_surname) and totals[key] <= RARE and more:
            found += [rival] if ratio(key, rival) >= config.typo_likeness else []
    return found[0] if len(found) == 1 else None


def bearers(names: Iterable[str], known: Iterable[str]) -> dict[str, set[str]]:
    """The people of each surname in the corpus."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in [*names, *known]:
        found[core(name)[1]].add(name)
    return found


def link_article(
    mentions: list[Mention], canonical: dict[str, str], surnames: dict[str, set[str]], stated: dict[str, str]
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
        fitting = [(start, name) for start, name, surface in full if key in core(name) or key in core(surface)]
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
