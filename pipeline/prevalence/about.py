"""What a sum of money is for: a phrase of its sentence, found from the parts of speech around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word or mark of a sentence; start and end are places in the article's text."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    is_sum: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Words by lemma.

    Of amounts ("about", "extra"), of time ("year"), of rises and falls, of want, for holders of money, of cost, for
    money that does not say what for ("funding") and for parts of it ("portion").
    """

    amount: frozenset[str]
    time: frozenset[str]
    change: frozenset[str] = frozenset()
    gap: frozenset[str] = frozenset()
    holder: frozenset[str] = frozenset()
    cost: frozenset[str] = frozenset()
    money: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """What a sum is for: its words, how the sum stands to them (a name in RELATIONS) and the lemma of their noun.

    `own` and `joined` are the places of the sum, alone and with the sums that it forms a range with, and `at` those of
    the phrase, all within `words`: the sentence without its quotation marks.
    """

    told: str
    relation: str
    head: str
    own: tuple[int, int]
    joined: tuple[int, int]
    at: tuple[int, int]
    words: list[Word]


RELATIONS = ("qualified", "measured", "purpose", "spent", "bracketed", "deed", "subject", "before")


# One letter a word, so that phrases are regular expressions over a sentence: a place in the string is the word's.
LETTERS = {
    "NOUN": "N", "PROPN": "N", "ADJ": "A", "DET": "D", "ADP": "P", "VERB": "V", "AUX": "X", "ADV": "R", "CCONJ": "C",
    "NUM": "#", "SYM": "#", "PRON": "O", "PART": "t",
}  # fmt: skip
BY_TEXT = {"'s": "s", "’s": "s", "'": "s", "’": "s", "-": "-", "–": "-", "/": "-", "(": "(", "of": "o", "worth": "w"}
SUM, HEDGE, TIME, COMMA, OTHER = "£", "h", "T", ",", "?"
# The prepositions that lead from a sum to what it is for: always, or only right behind it.
PURPOSES = {
    "for": "p", "on": "p", "to": "p", "towards": "p", "toward": "p", "into": "p", "in": "f", "from": "f",
    "through": "f", "via": "f", "under": "f",
}  # fmt: skip
YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?:[-/–](?:\d\d){1,2})?")

# A noun phrase: determiner, what stands before its last noun ("home-to-school", "recently closed", "children's"), that
# noun. Then with its tail: "cost of places in homes". A participle counts where no noun stands before it.
NOUNS = r"[DO]?(?:-[ptfPo]-|[ANh#s-]|C(?=[AN])|R(?=[AV])|(?<!N)V(?=[ANhV]))*N"
LINKED = rf"{NOUNS}(?:(?:[opfP]|h(?=[DO])){NOUNS})*"
# When: "in 2025-26", "a week", "over the past four years", "compared with 2023-24".
WHEN = r"(?:V?[pfP])?(?:[opfPhDA#,]{0,6}T(?:-[#T])?)+"
SMALL = rf"(?:{WHEN}|h|Ch)*"
END = r"[pfPohw]*[DAh]*$"

FOLLOWED = re.compile(rf"{SMALL}(?P<phrase>(?=[ANV]){LINKED}(?:[pfP]D?A?T+(?:-[#T])?)?)")
MEASURED = re.compile(rf"(?P<phrase>{LINKED})[ow][hDA#]*$")
PLACED = re.compile(rf"{SMALL}(?P<phrase>[pfP]{LINKED}|[pfP]D?A?T+(?:-[#T])?)")
SPENT = re.compile(rf"{SMALL},?(?:t(?=X))?[OD]?X*R*VR*(?:p|t(?=V))(?P<phrase>(?:V(?:CV)?)?{LINKED})")
PURPOSED = re.compile(
    rf"(?:s?[hw]*o|{SMALL},?(?:[pf]|t(?=V)))(?P<phrase>(?:R?V(?:CV)?[opfP]?)?{LINKED}(?:tV{LINKED})?)"
)
BRACKETED = re.compile(rf"(?P<phrase>{LINKED})\(h*$")
DEED = re.compile(rf"(?P<phrase>V(?:[DOh]*£+)?{LINKED}){END}")
# "a flat, sold last week, fetched £2m": the aside is passed over
ASIDE = rf"(?:,[^,£]{{1,14}},)?(?:{WHEN})?,?"
SUBJECT = re.compile(rf"(?P<phrase>{LINKED}{ASIDE}[RXtA]*V?[RXtA]*V?)(?:{WHEN})?{END}")
# "a flat that let for £2m": what the clause is about
RELATIVE = re.compile(rf"(?P<phrase>{LINKED}),?O[RXt]*V(?:{NOUNS})?{END}")
# "the plan would cost the town £2m", "the plan was signed in May and is worth £2m"
COSTED = re.compile(rf"(?:[Vh]|(?<=X)w)(?:[pP]|{NOUNS})?[oDAh]*$")
COSTING = re.compile(rf"(?P<phrase>{LINKED}){ASIDE}O?(?:[RXtAhwCV]|{WHEN})+(?:[pP]|{NOUNS})?[oDAh]*$")
# The noun that a phrase is about, and the relations in which the phrase stands before its sum.
HEAD = re.compile(r"N(?![N-])")
BEFORE = frozenset({"measured", "bracketed", "deed", "subject", "before"})
# Between two ends of a range: "from £2m to £3m", "£2m and £3m".
RANGE = re.compile(r"[pPCth#-]{1,2}")
LOOSE_FIRST = frozenset({"DET", "PRON", "CCONJ", "PUNCT", "ADV", "SYM", "SCONJ"})
LOOSE_LAST = frozenset({"DET", "PRON", "CCONJ", "PUNCT", "ADP", "PART", "AUX"})
ADPOSITION = frozenset({"ADP"})
QUOTES = frozenset('“”"‘')


def find_about(words: list[Word], first: int, last: int, *, most: int, lexicon: Lexicon) -> Found:
    """The phrase of at most `most` words that says what the sum in words[first:last] is for; "" if there is none.

    In order of trust: the noun phrase that the sum qualifies ("£2m transport grant"), what it measures ("a gap of £2m
    in transport"), its purpose ("£2m for buses", "£2m to mend roads", "£2m was spent on roads"), what it is put in
    brackets behind, the deed it measures ("exceed budgets by £2m"), and the subject of its verb ("the plan would cost
    £2m"). Where none is found, the words before it.
    """
    kept = [place for place, word in enumerate(words) if word.pos != "PUNCT" or word.text not in QUOTES]
    own = (sum(place < first for place in kept), sum(place < last for place in kept))
    plain = [words[place] for place in kept]
    letters = "".join(letter(word, lexicon) for word in plain)
    joined = join_range(letters, *own)
    first, last = joined
    is_price = is_costed(plain, letters[:first], lexicon)
    before = strip_part(plain, letters[:first], lexicon)
    for relation, pieces in find_phrases(before, letters[last:], last, is_price=is_price):
        head = head_of(plain, letters, *pieces[0])
        if relation not in BEFORE and head in lexicon.money | lexicon.parts:
            pieces = extend(letters, pieces)
        parts = [
            fit(plain, start, end, letters, most=most, is_before=relation in BEFORE and end <= first)
            for start, end in pieces
        ]
        if parts[0]:
            told = shorten(" ".join(filter(None, parts)), most)
            return Found(told, relation, head, own, joined, pieces[0], plain)
    start = max(0, first - most)
    told = fit(plain, start, first, letters, most=most, is_before=True)
    return Found(told, "before", "", own, joined, (start, first), plain)


def head_of(words: list[Word], letters: str, start: int, end: int) -> str:
    """The lemma of the last noun of a phrase's first noun phrase: "gap" of "the funding gap in schools"."""
    found = HEAD.search(letters, start, end)
    return words[found.end() - 1].lemma.lower() if found else ""


def letter(word: Word, lexicon: Lexicon) -> str:
    """The letter that stands for a word."""
    lemma = word.lemma.lower()
    if word.is_sum:
        return SUM
    if word.text.lower() in BY_TEXT:
        return BY_TEXT[word.text.lower()]
    if lemma in lexicon.time or YEAR.fullmatch(word.text):
        return TIME
    if lemma in lexicon.amount:
        return HEDGE
    if word.pos == "ADP" and lemma in PURPOSES:
        return PURPOSES[lemma]
    return COMMA if word.text in {",", ";", ":"} else LETTERS.get(word.pos, OTHER)


def join_range(letters: str, first: int, last: int) -> tuple[int, int]:
    """The places of the sum with the sums that it forms a range with."""
    while found := re.search(rf"£{RANGE.pattern}$", letters[:first]):
        first = found.start()
        while first and letters[first - 1] == SUM:
            first -= 1
    while found := re.match(rf"{RANGE.pattern}£+", letters[last:]):
        last += found.end()
    return first, last


def find_phrases(before: str, after: str, last: int, *, is_price: bool) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Candidates in order of trust: the relation, and places (first, one past the last word) of the pieces."""
    if found := FOLLOWED.match(after):
        yield "qualified", [shifted(found, last)]
    if found := leftmost(MEASURED, before):
        placed = PLACED.match(after)
        yield "measured", [found.span("phrase")] + ([shifted(placed, last)] if placed else [])
    if is_price and (found := leftmost(COSTING, before)):
        yield "subject", [found.span("phrase")]
    for relation, pattern in (("purpose", PURPOSED), ("spent", SPENT)):
        if found := pattern.match(after):
            yield relation, [shifted(found, last)]
    for relation, pattern in (("bracketed", BRACKETED), ("subject", RELATIVE), ("deed", DEED), ("subject", SUBJECT)):
        if found := leftmost(pattern, before):
            yield relation, [found.span("phrase")]


def strip_part(words: list[Word], before: str, lexicon: Lexicon) -> str:
    """The letters before a sum without "at a cost of", "a portion of" and the like, which do not say what for."""
    found = leftmost(MEASURED, before)
    if found is None or head_of(words, before, *found.span("phrase")) not in lexicon.parts:
        return before
    return before[: found.start("phrase")].rstrip(",hpPD")


def is_costed(words: list[Word], before: str, lexicon: Lexicon) -> bool:
    """Whether the sum is the object of a verb such as "cost"."""
    found = leftmost(COSTED, before)
    while found:
        if words[found.start()].lemma.lower() in lexicon.cost:
            return True
        found = COSTED.search(before, found.start() + 1)
    return False


def extend(letters: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces, the last of which, a bare "funding", takes in the purpose that follows it."""
    start, end = pieces[-1]
    found = PURPOSED.match(letters[end:])
    is_bare = found is not None and not set(letters[start:end]) & set("opfP")
    return [*pieces[:-1], (start, shifted(found, end)[1])] if found and is_bare else pieces


def shifted(found: re.Match[str], by: int) -> tuple[int, int]:
    """Where the phrase stands in the sentence, for a match in what follows the sum."""
    start, end = found.span("phrase")
    return start + by, end + by


# A phrase before the sum is looked for no further back than this many words.
REACH = 16


def leftmost(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The longest match that ends where the sum begins."""
    return pattern.search(before, max(0, len(before) - REACH))


def fit(words: list[Word], start: int, end: int, letters: str, *, most: int, is_before: bool) -> str:
    """The phrase as it stands, cut at prepositions to at most `most` words: before the sum from its beginning."""
    loose = ADPOSITION if is_before else frozenset()
    told = phrase_text(words, start, end, first=loose)
    while len(told.split()) > most:
        if is_before and letters[end - 1] in "RXtV":
            end -= 1
            told = phrase_text(words, start, end, first=loose)
            continue
        seams = [place for place in range(start + 1, end) if letters[place] in "opfP"]
        if not seams:
            break
        start, end = (seams[0] + 1, end) if is_before else (start, seams[-1])
        told = phrase_text(words, start, end, first=loose)
    return shorten(told, most)


def phrase_text(words: list[Word], start: int, end: int, *, first: frozenset[str] = frozenset()) -> str:
    """The words of a phrase as they stand, without loose words at its ends: at its first those of `first` too."""
    while start < end and words[start].pos in LOOSE_FIRST | first:
        start += 1
    while start < end and words[end - 1].pos in LOOSE_LAST:
        end -= 1
    pieces = []
    for place in range(start, end):
        glued = place > start and words[place].start == words[place - 1].end
        pieces.append(words[place].text if glued or place == start else f" {words[place].text}")
    return "".join(pieces)


def shorten(told: str, most: int) -> str:
    """The first `most` words."""
    return " ".join(told.split()[:most])
