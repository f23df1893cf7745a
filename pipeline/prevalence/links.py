"""Sums that are one sum announced again: each linked to where it was first named."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.prevalence.concerns import Years
from pipeline.prevalence.kinds import EACH, RANGE

LEAST = 0.15  # of the words' weight: with less in common no value is evidence enough
STEM = 5  # letters: "place" and "placement" share them
Ends = tuple[float, float | None, str | None]


@dataclass(frozen=True)
class Stated:
    """One sum as it stands: what must agree, what may tell two apart, and the words that tell what it is for.

    `day` counts from any fixed day; `near` are the words of what it is for and whose it is, `wide` those of its
    sentence, `names` the capitalised ones among them, `numbers` its other figures.
    """

    mention_id: str
    article_id: str
    original: str | None
    day: int | None
    ends: Ends | None
    period: str | None
    kind: str
    years: Years | None
    near: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True)
class Evidence:
    """How much must agree.

    The share of the words' weight for a value of one digit; how much less for each further digit and in one article;
    and the years within which a sum is announced again.
    """

    words: float
    words_per_digit: float
    words_within: float
    years: float


def stem_words(words: Iterable[str]) -> frozenset[str]:
    """The words cut to their first letters, by which forms of one word are alike."""
    return frozenset(word.lower()[:STEM] for word in words if len(word) > 2)


def link_sums(stated: Sequence[Stated], *, evidence: Evidence) -> dict[str, str]:
    """For each mention that repeats an earlier one, the mention_id of the first; `stated` is in order of announcement.

    Two are one sum where value, currency and upper end agree, period, years, kind, names and figures do not contradict,
    and the words of what they are for agree by weight (inverse document frequency over all sums). In near-duplicates of
    one article equal sums are one, the first with the first.
    """
    weights = weigh_words(stated)
    groups: dict[Ends, list[Stated]] = defaultdict(list)
    for each in stated:
        if each.ends is not None:
            groups[each.ends].append(each)
    found: dict[str, str] = {}
    for group in groups.values():
        found |= link_group(group, weights, evidence)
    return found


def link_group(group: list[Stated], weights: dict[str, float], evidence: Evidence) -> dict[str, str]:
    """The links among sums of one value; each is compared with those before it that share a word."""
    links: dict[str, str] = {}
    seen: dict[str, list[Stated]] = defaultdict(list)
    firsts = {each.mention_id: each for each in group}
    copies = match_copies(group)
    for each in group:
        if each.mention_id in copies:
            first = copies[each.mention_id]
            links[each.mention_id] = links.get(first, first)
        else:
            near = {other.mention_id: other for word in sorted(each.wide) for other in seen[word]}
            scored = [
                (agreement(other, each, weights), other)
                for other in near.values()
                if may_be_one(other, each, evidence)
                and may_be_one(firsts[links.get(other.mention_id, other.mention_id)], each, evidence)
            ]
            fit = [(score, other) for score, other in scored if score >= needed(other, each, evidence)]
            if fit:
                best = max(score for score, _ in fit)
                other = next(other for score, other in fit if score == best)
                links[each.mention_id] = links.get(other.mention_id, other.mention_id)
        for word in each.near:
            seen[word].append(each)
    return links


def match_copies(group: list[Stated]) -> dict[str, str]:
    """The mentions in near-duplicates, each with its like in the original: first with first, second with second."""
    by_article: dict[str, list[str]] = defaultdict(list)
    for each in group:
        by_article[each.article_id].append(each.mention_id)
    copies: dict[str, str] = {}
    for each in group:
        originals = by_article.get(each.original or "", [])
        place = by_article[each.article_id].index(each.mention_id)
        if place < len(originals):
            copies[each.mention_id] = originals[place]
    return copies


def weigh_words(stated: Sequence[Stated]) -> dict[str, float]:
    """Each word's weight: rare among the sums' sentences is heavy."""
    counts = Counter(word for each in stated for word in each.wide | each.near)
    return {word: math.log(1 + len(stated) / count) for word, count in counts.items()}


def may_be_one(one: Stated, other: Stated, evidence: Evidence) -> bool:
    """Whether nothing that the two state tells them apart."""
    if one.period and other.period and one.period != other.period:
        return False
    if (one.kind == EACH) != (other.kind == EACH):
        return False
    # one end alone does not tell a range from another
    if RANGE in (one.kind, other.kind) and not one.kind == other.kind == RANGE:
        return False
    if one.kind == RANGE and one.article_id != other.article_id:
        return False
    if not years_agree(one.years, other.years):
        return False
    # "a £5m pier at Ousemouth" and "a £5m pier at Tynemouth", "£2m for 10 flats" and "£2m for 23 flats"
    if not (one.names <= other.names or other.names <= one.names):
        return False
    if one.article_id == other.article_id:
        return True
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False
    return one.day is None or other.day is None or abs(one.day - other.day) <= evidence.years * 365.25


def years_agree(one: Years | None, other: Years | None) -> bool:
    """Whether what is stated of the years leaves a year in common."""
    if one is None or other is None:
        return True
    ends = [last if last is not None else first for first, last in ((y.first, y.last) for y in (one, other))]
    starts = [first if first is not None else last for first, last in ((y.first, y.last) for y in (one, other))]
    low, high = max(s for s in starts if s is not None), min(e for e in ends if e is not None)
    return low <= high


def agreement(one: Stated, other: Stated, weights: dict[str, float]) -> float:
    """The share, by weight, of the words of what each is for that the other's sentence has.

    Across articles 0 unless the two are for something in common, or the other's sentence holds all that one is for.
    """
    is_shown = one.near & other.near or one.near <= other.wide or other.near <= one.wide
    if not is_shown and one.article_id != other.article_id:
        return 0.0
    whole = weight(one.near, weights) + weight(other.near, weights)
    shared = weight(one.near & other.wide, weights) + weight(other.near & one.wide, weights)
    return shared / whole if whole else 0.0


def weight(words: frozenset[str], weights: dict[str, float]) -> float:
    """The words' weights added."""
    return math.fsum(weights.get(word, 0.0) for word in words)


def needed(one: Stated, other: Stated, evidence: Evidence) -> float:
    """The agreement that two sums need: the more digits a value has, the rarer do two things share it by chance."""
    value = one.ends[0] if one.ends else 0.0
    digits = len(f"{value:.6g}".split("e")[0].replace(".", "").strip("0"))
    least = evidence.words - evidence.words_per_digit * (digits - 1)
    return max(LEAST, least - (evidence.words_within if one.article_id == other.article_id else 0.0))
