"""Bodies linked: known names by the lexicon, councils by their place, the rest by folded name, definition and slip."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from pipeline.entities.judge import Case
from pipeline.entities.mentions import Mention
from pipeline.entities.regions import long_region
from pipeline.entities.spelling import LEAST, spelled_by
from pipeline.entities.words import fold_name, is_acronym, tidy_name

COUNCIL = re.compile(
    r"(?:(?:London|Royal|Metropolitan) )?(?:(?:Borough|City|County) of )?(?P<place>.+?)"
    r"(?: (?:County|City|Borough|Metropolitan|Metropolitan Borough|District|Town|Unitary))? Council$",
    re.IGNORECASE,
)
RARE = 2
FAR_MORE = 3
LEAST_SWAPPED = 4  # letters: among shorter ones nearly every change of places is another body's short form
LEAST_LETTERS = 12  # shorter names differ by a letter too easily: Kent and Gwent


def link_bodies(bodies: list[Mention], *, distinct: frozenset[frozenset[str]], case: Case) -> list[str]:
    """The canonical name of each mention, in order."""
    proposed = link_within(bodies, [propose_name(each, case) for each in bodies], case)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in proposed:
        counts[fold_name(name)][name] += 1
    best = {key: max(sorted(forms), key=lambda form: (capitals(form), forms[form])) for key, forms in counts.items()}
    totals = {key: sum(forms.values()) for key, forms in counts.items()}
    merged = {
        **merge_councils(best, case),
        **merge_prefixed(best, case),
        **merge_acronyms(best, case),
        **merge_swapped(best, totals, case),
    }
    merged |= merge_slips({k: v for k, v in best.items() if k not in merged}, totals, case.config.typo_likeness)
    merged = {key: name for key, name in merged.items() if frozenset((key, fold_name(name))) not in distinct}
    return [merged.get(fold_name(name), best[fold_name(name)]) for name in proposed]


def propose_name(each: Mention, case: Case) -> str:
    """The name that a mention states: the lexicon's, or its own words made tidy, with its region where it has one."""
    if each.known:
        name = (case.gazetteer.canonical(each.known) if " " in each.known else None) or each.known
        return tidy_name(name)
    name = tidy_name(each.surface)
    first, _, rest = name.partition(" ")
    if rest:
        name = f"{long_region(first, case.config) or first} {rest}"
    return f"{each.region} {name}" if each.region else name


def link_within(bodies: list[Mention], proposed: list[str], case: Case) -> list[str]:
    """The names with each short form that nothing defines replaced by the one name of its article that it spells."""
    spelled: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each, name in zip(bodies, proposed, strict=True):
        words = name.split()
        for letters in spelled_by(words, case.config) if len(words) >= LEAST else ():
            spelled[each.article_id, letters].add(name)
    names = []
    for each, name in zip(bodies, proposed, strict=True):
        fitting = spelled.get((each.article_id, name), set()) if is_open_form(name, case) else set()
        fitting = {one for one in fitting if not any(other.endswith(f" {one}") for other in fitting)}
        names.append(next(iter(fitting)) if len(fitting) == 1 else name)
    return names


def is_open_form(name: str, case: Case) -> bool:
    """Whether a name is a short form of three letters or more that neither lexicon nor documents define."""
    return " " not in name and len(name) >= 3 and is_acronym(name) and case.gazetteer.canonical(name) is None


def capitals(name: str) -> int:
    """How many words of a name have a capital: the official form has most."""
    return sum(word[:1].isupper() for word in name.split())


def merge_councils(best: dict[str, str], case: Case) -> dict[str, str]:
    """Councils of one place together: "Surrey council" and "Surrey County Council", by the official or fullest name."""
    official = {fold_name(row["place"]): row["name"] for row in case.config.councils}
    groups: dict[str, list[str]] = defaultdict(list)
    for key, name in best.items():
        match = COUNCIL.fullmatch(name)
        if match and len(match["place"].split()) <= 6:
            groups[fold_name(match["place"].replace("-", " "))].append(key)
    merged: dict[str, str] = {}
    for place, keys in groups.items():
        fullest = max((best[key] for key in sorted(keys)), key=lambda name: (len(name.split()), capitals(name)))
        name = official.get(place) or re.sub(r" council$", " Council", fullest)
        merged |= dict.fromkeys(keys, name)
    return merged


def merge_prefixed(best: dict[str, str], case: Case) -> dict[str, str]:
    """Committees named with and without their body: "Dale Policy Committee" is "XYZ Dale Policy Committee"."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in best.values():
        first, _, rest = name.partition(" ")
        if case.gazetteer.canonical(first) is not None and len(rest.split()) >= 2:
            longer[fold_name(rest)].append(name)
    return {key: longer[key][0] for key in best if len(longer.get(key, ())) == 1}


def merge_acronyms(best: dict[str, str], case: Case) -> dict[str, str]:
    """Short forms without a definition that spell exactly one longer name of the corpus."""
    initials: dict[str, set[str]] = defaultdict(set)
    for name in best.values():
        words = name.split()
        if len(words) >= 2:
            initials["".join(word[0] for word in words if word[0].isupper())].add(name)
    merged = {}
    for key, name in best.items():
        if " " not in name and is_acronym(name) and len(name) >= 3:
            fitting = initials.get(name.upper().replace(".", ""), set())
            if len(fitting) == 1 and case.gazetteer.canonical(name) is None:
                merged[key] = next(iter(fitting))
    return merged


def merge_swapped(best: dict[str, str], totals: dict[str, int], case: Case) -> dict[str, str]:
    """Short forms seen once or twice in which two letters of a known and far more frequent one have changed places."""
    merged = {}
    for key, name in best.items():
        if totals[key] > RARE or len(name) < LEAST_SWAPPED or not is_open_form(name, case):
            continue
        swapped = {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in range(len(name) - 1)} - {name}
        likely = {
            known
            for form in swapped
            if case.evidence.acronyms[form] > FAR_MORE * totals[key]
            and (known := case.gazetteer.short_form(form)) is not None
        }
        if len(likely) == 1:
            merged[key] = next(iter(likely))
    return merged


def merge_slips(best: dict[str, str], totals: dict[str, int], likeness: float) -> dict[str, str]:
    """Long names written once or twice that differ by a letter or so from a name written more often."""
    blocks: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for key in sorted(best):
        for block in blocks_of(key):
            blocks[block].append(key)
    merged = {}
    for key in sorted(best):
        if totals[key] > RARE or len(key) < LEAST_LETTERS:
            continue
        rivals = {rival for block in blocks_of(key) for rival in blocks[block]} - {key}
        likely = [k for k in sorted(rivals) if totals[k] > RARE * totals[key] and is_slip(key, k, likeness)]
        if len(likely) == 1:
            merged[key] = best[likely[0]]
    return merged


def blocks_of(key: str) -> tuple[tuple[int, str, str], tuple[int, str, str]]:
    """The two groups in which a name's slips stand: a slip leaves the first or the last word right."""
    words = key.split()
    return (len(words), words[0], ""), (len(words), "", words[-1])


def is_slip(one: str, other: str, likeness: float) -> bool:
    """Whether two names differ by a slip within one word: never by a word of its own, such as North and South."""
    pairs = [(a, b) for a, b in zip(one.split(), other.split(), strict=True) if a != b]
    return (
        len(pairs) == 1
        and ratio(one, other) >= likeness
        and ratio(*pairs[0]) >= 80
        and not any(map(str.isdigit, "".join(pairs[0])))
    )


def aliases_of(mentions: Iterable[Mention]) -> list[str]:
    """The other forms in which an entity is named, sorted."""
    forms = {" ".join(each.surface.replace("’", "'").split()) for each in mentions}
    return sorted(forms - {each.canonical for each in mentions if each.canonical})
