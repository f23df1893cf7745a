"""What kind of sum it is, so that only like is added to like."""

from __future__ import annotations

import re

from pipeline.prevalence.about import Found, Lexicon, Word

AMOUNT, EACH, CHANGE, GAP, RANGE = "amount", "each", "change", "gap", "range"
KINDS = (AMOUNT, EACH, CHANGE, GAP, RANGE)
PER = frozenset({"per", "each", "every", "apiece"})
ARTICLES = frozenset({"a", "an"})
JOINTS = frozenset({"to", "or", "-", "–", "—"})
# "£300,000-a-head": a compound, however it was split into words
GLUED = re.compile(r"[-–](?:a|an|per)[-–](?!year|annum|week|month|day|night)[^\W\d_]+", re.IGNORECASE)
# The relations of find_about in which the noun of the phrase says what the sum is.
NAMED = frozenset({"qualified", "measured", "bracketed", "subject"})
NOUNS = frozenset({"NOUN", "PROPN"})
AVERAGES = frozenset({"average", "mean", "median", "typical", "averaging"})
SKIPPED = frozenset({"DET", "ADV", "ADJ", "NUM", "SYM", "PUNCT"})


def find_kind(found: Found, *, lexicon: Lexicon) -> str:
    """The kind of the sum: RANGE, EACH, CHANGE, GAP or else AMOUNT.

    RANGE is an end of a range or of a rise from one sum to another; EACH is for one person, thing or hour, averages
    among them; CHANGE is by how much something rises or falls; GAP is by how much money falls short. An AMOUNT is a
    whole, and only amounts are added.
    """
    words, (first, last) = found.words, found.own
    if is_range_end(found):
        return RANGE
    if is_each(words, last, lexicon) or is_average(found):
        return EACH
    verb = verb_before(words, first)
    told = {verb, found.head if found.relation in NAMED else ""}
    if found.relation == "deed" and words[first - 1].text.lower() == "by":
        told.add(words[found.at[0]].lemma.lower())
    return GAP if told & lexicon.gap else CHANGE if told & lexicon.change else AMOUNT


def is_range_end(found: Found) -> bool:
    """Whether the sum is joined to another by "to", "or", a dash, or "and" behind "between"."""
    words, (first, last), (begin, end) = found.words, found.own, found.joined
    between = {word.text.lower() for word in [*words[begin:first], *words[last:end]] if not word.is_sum}
    if between & JOINTS:
        return True
    lead = [word.text.lower() for word in words[max(0, begin - 3) : begin]]
    return "and" in between and "between" in lead


def is_each(words: list[Word], last: int, lexicon: Lexicon) -> bool:
    """Whether the words behind a sum make it the sum for one: "per child", "a tonne", "an hour", "apiece"."""
    tail = "".join(word.text for word in words[last - 1 : last + 5])
    if GLUED.search(tail):
        return True
    place = last
    while place < len(words) and words[place].text in {"-", "–", "/", "+"}:
        place += 1
    for _ in range(2):  # "£4,000 a year per pupil"
        told = [word.text.lower() for word in words[place : place + 2]]
        if told[:1] == ["for"] and told[1:] and told[1] in PER:
            place += 1
            told = [word.text.lower() for word in words[place : place + 2]]
        noun = words[place + 1] if place + 1 < len(words) else None
        if not told or told[0] not in PER | ARTICLES:
            return False
        if noun is None or noun.pos not in NOUNS:
            return told[0] in {"apiece", "each"}
        if noun.lemma.lower() not in lexicon.time | lexicon.amount:
            beyond = words[place + 2] if place + 2 < len(words) else None
            return told[0] in PER or beyond is None or beyond.pos not in NOUNS | {"ADJ"}
        place += 2
    return False


def is_average(found: Found) -> bool:
    """Whether the words right before, or those of what the sum measures, speak of an average."""
    words, first = found.words, found.joined[0]
    near = words[max(0, first - 3) : first]
    if found.relation in {"subject", "measured"}:
        near = near + words[max(0, found.at[0] - 1) : found.at[1]]
    return any(word.lemma.lower() in AVERAGES for word in near)


def verb_before(words: list[Word], first: int) -> str:
    """The lemma of the verb that the sum is the object of, or "by" how much it acts; "" where none is near."""
    place = first - 1
    while place >= 0 and (words[place].pos in SKIPPED or words[place].text.lower() in {"by", "up", "down", "than"}):
        place -= 1
    return words[place].lemma.lower() if place >= 0 and words[place].pos == "VERB" else ""
