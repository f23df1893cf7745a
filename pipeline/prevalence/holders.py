"""Whose money a sum is: who pays it, has it or lacks it, by the words of its sentence."""

from __future__ import annotations

import re

from pipeline.prevalence.about import NOUNS, Found, Lexicon, Word, letter, phrase_text
from pipeline.prevalence.speakers import Name

HOLDER = "H"
# "the council's £5m"; "gave the council £5m"
OWNER = re.compile(r"Hs[Ah]*$")
BESIDE = re.compile(r"H$")
# "schools face a gap of £5m", "councils have been provided with £5m": the verb's subject, and no other clause between
SUBJECT = re.compile(r"H(?=(?:\(\w*\?)?,?O?[RXthA]*V[^,?]{0,12}$)")
# "£5m from the council", "£5m was given by the council"
PAYER = re.compile(r"^[^,?£]{0,8}?(?P<link>[fP])[DAhN]{0,4}H")
# Within what the sum is for: "councils' spending on roads", "council spending on roads"
WITHIN = re.compile(r"H(?=s|[AN]*N)")
PAID_BY = frozenset({"from", "by"})
LONGEST = 5


def find_whose(found: Found, names: list[Name], *, lexicon: Lexicon, holding_verbs: frozenset[str]) -> str | None:
    """Who pays, has or lacks the sum: what a name stands for, or the words of a noun such as "councils"; else None.

    In order of trust: the owner right before the sum, the subject of the verb that governs it, who it comes "from" or
    is paid "by", who is given it, and the owner within what it is for. `names` are places in found.words.
    """
    words = found.words
    letters = mark_holders(words, names, lexicon)
    first, last = found.joined
    before, after = letters[:first], letters[last:]
    if owner := OWNER.search(before):
        return called(words, letters, owner.start(), names)
    subjects = [match for match in SUBJECT.finditer(before) if is_holding(words[match.start() : first], holding_verbs)]
    if subjects:
        return called(words, letters, subjects[-1].start(), names)
    payer = PAYER.match(after)
    if payer and words[last + payer.start("link")].lemma.lower() in PAID_BY:
        return called(words, letters, last + payer.end() - 1, names)
    if beside := BESIDE.search(before):
        return called(words, letters, beside.start(), names)
    if found.relation not in {"purpose", "spent"} and (within := WITHIN.search(letters, *found.at)):
        return called(words, letters, within.start(), names)
    return None


def mark_holders(words: list[Word], names: list[Name], lexicon: Lexicon) -> str:
    """The letters of the words, with the last word of each name and each noun for a holder marked."""
    letters = [letter(word, lexicon) for word in words]
    for place, word in enumerate(words):
        if word.pos == "NOUN" and word.lemma.lower() in lexicon.holder:
            letters[place] = HOLDER
    for name in names:
        letters[name.first : name.last] = ["N"] * (name.last - name.first - 1) + [HOLDER]
    return "".join(letters)


def is_holding(words: list[Word], holding_verbs: frozenset[str]) -> bool:
    """Whether the first verb among the words is one of having or giving rather than of saying."""
    return next((word.lemma.lower() in holding_verbs for word in words if word.pos == "VERB"), False)


def called(words: list[Word], letters: str, place: int, names: list[Name]) -> str:
    """What the holder whose last word stands at `place` is called."""
    for name in names:
        if name.first <= place < name.last:
            return name.called
    plain = letters[: place + 1].replace(HOLDER, "N")
    phrase = re.search(rf"{NOUNS}$", plain[max(0, place + 1 - LONGEST) :])
    start = place + 1 - (len(phrase.group()) if phrase else 1)
    # "forces local authorities": a verb before the noun phrase is not of it
    start = max([start, *(at + 1 for at in range(start, place) if letters[at] == "V" and words[at].text[-2:] != "ed")])
    return phrase_text(words, start, place + 1)
