"""Sums of money: a grammar for the ways in which they are written, never for counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.entities.amounts import DIGITS, MAGNITUDE, NUMBER_WORDS, read_magnitude, read_number, read_words
from pipeline.entities.currencies import Currencies
from pipeline.entities.rates import find_period, find_qualifier, is_linked
from pipeline.entities.senses import IDIOM, OF_NOUN, SPENDING, is_money, is_named, is_weight


@dataclass(frozen=True)
class Sum:
    """A sum in a text: its place, value in whole units (None where vague), upper end of a range in one expression."""

    start: int
    end: int
    value: float | None
    value_high: float | None
    currency: str | None
    period: str | None = None
    qualifier: str | None = None


# What a line without sums lacks: looked for first, since most lines hold none.
TRIGGER = re.compile(
    r"[£$€¥₹₩₽₺₪₴₦₵฿₫₱¢]|\b[KTU]sh\s?\d|\bRM?\d|\bN\d|\b[4-9a-z]+-figure\b|\d\s?p\b|(?-i:[A-Z]{3})\s?\d|\d\s?[A-Za-z.]*\s?(?-i:[A-Z]{3})\b|\b(?:pounds?|dollars?|euros?|pence|cents"
    r"|quid|bucks|grand|yen|yuan|rupees|Rs|francs|kron[eo]r|zlotys?|rou?bles|rand|shekels|hryvnias?|renminbi"
    r"|(?:thousand|million|billion|trillion)s)\b",
    re.IGNORECASE,
)
DASH = r"\s?[-–—]\s?"
# "£10-12 million", "£10m-12m", "$250-300", "£10 to 12 million"; both signs only where the first end lacks its magnitude
TAIL = re.compile(
    rf"(?P<link>{DASH}|\s(?:to|or)\s)(?P<sign>[£$€])?(?P<high>{DIGITS})(?P<magnitude>{MAGNITUDE})?(?![\d%]|\s?%)",
    re.IGNORECASE,
)
VIDEO_LINES = frozenset((144, 240, 360, 480, 720))  # "480p" is a picture's height
PENCE = re.compile(r"(?<![\w.,£$€/-])(\d{1,3}(?:\.\d)?)(p|¢)(?![\w¢])(?!\.\d)")
SLANG = frozenset(("bucks", "quid", "rand", "grand"))  # "Bucks" is a county, "RAND" an institute
PLAIN_NUMBER_WORDS = frozenset(("a", "an"))
GRAND = re.compile(
    rf"\b((?:\d+(?:\.\d)?|{NUMBER_WORDS}))\s(grand)\b"
    r"(?=\s*(?:[.,;:!?)’”\"]|$|(?:in|on|for|a|per|to|from|each|or|and|every|at|by|more|less|off)\b))"
)


def find_sums(text: str, *, currencies: Currencies, money_nouns: frozenset[str]) -> list[Sum]:
    """The sums in a text, in order, none overlapping; values in whole currency units.

    Ends of a range written apart ("between £200m and £250m") are two sums; written as one ("£10-12 million") they are
    one, with its upper end. Periods and qualifiers are read from the words around.
    """
    found: list[Sum] = []
    start = 0
    for line in text.split("\n"):
        if TRIGGER.search(line):
            found += shift_sums(sums_of_line(line, currencies, money_nouns), start)
        start += len(line) + 1
    return found


def shift_sums(sums: list[Sum], by: int) -> list[Sum]:
    """The same sums, `by` characters further on."""
    return [replace(each, start=each.start + by, end=each.end + by) for each in sums]


def sums_of_line(line: str, currencies: Currencies, money_nouns: frozenset[str]) -> list[Sum]:
    """The sums of one line with their periods and qualifiers."""
    proposed = [
        *signed_sums(line, currencies),
        *worded_sums(line, currencies, money_nouns),
        *pence_sums(line, currencies),
        *vague_sums(line, currencies, money_nouns),
    ]
    chosen = share_magnitudes(line, choose_longest(proposed))
    described = [
        replace(
            each,
            period=find_period(line, each.start, each.end, money_nouns=money_nouns),
            qualifier=each.qualifier or find_qualifier(line, each.start, each.end),
        )
        for each in chosen
    ]
    return share_periods(line, described)


def choose_longest(proposed: list[Sum]) -> list[Sum]:
    """Of proposals that overlap the longest, in the order of the text."""
    chosen: list[Sum] = []
    for each in sorted(proposed, key=lambda s: (s.start - s.end, s.start)):
        if all(each.end <= other.start or other.end <= each.start for other in chosen):
            chosen.append(each)
    return sorted(chosen, key=lambda s: s.start)


def signed_sums(line: str, currencies: Currencies) -> Iterator[Sum]:
    """Sums with a sign or an ISO code: "£1.4billion", "US$3.2tn", "GBP 5m", "1,5 Mio. €"."""
    for match in currencies.before.finditer(line):
        form = match["form"]
        low, magnitude = read_number(match["low"]), match["magnitude"]
        if form.isalpha() and not magnitude and low < 100 and "." not in match["low"]:
            continue  # "TRY 2", "CAD 3": too little to tell a code from a word
        yield with_tail(line, match.start(), match.end(), low, magnitude, currencies.code(form))
    for match in currencies.behind.finditer(line):
        value = read_number(match["low"]) * read_magnitude(match["magnitude"])
        yield Sum(match.start(), match.end(), rounded(value), None, currencies.code(match["form"]))


def with_tail(line: str, start: int, end: int, low: float, magnitude: str | None, currency: str | None) -> Sum:
    """The sum that begins here, with the upper end of its range where one expression states both."""
    factor = read_magnitude(magnitude)
    tail = TAIL.match(line, end)
    if tail is not None and is_range(tail, low, magnitude):
        upper = read_magnitude(tail["magnitude"]) if tail["magnitude"] else factor
        value = low * (factor if magnitude else upper)
        return Sum(start, tail.end(), rounded(value), rounded(read_number(tail["high"]) * upper), currency)
    return Sum(start, end, rounded(low * factor), None, currency)


def is_range(tail: re.Match[str], low: float, magnitude: str | None) -> bool:
    """Whether what follows a number is the upper end of its range rather than a count or a sum of its own."""
    high = read_number(tail["high"])
    if tail["sign"]:
        return tail["link"].strip() in "-–—" and not magnitude and bool(tail["magnitude"]) and low < high
    if tail["magnitude"]:
        return low * read_magnitude(magnitude) < high * read_magnitude(tail["magnitude"])
    # "£250-300", but not "£20 to 30 families" nor "£3m-2025"
    return tail["link"].strip() in "-–—" and not magnitude and low < high


def worded_sums(line: str, currencies: Currencies, money_nouns: frozenset[str]) -> Iterator[Sum]:
    """Sums whose currency is a word: "5 million pounds", "two thirds of a billion dollars", "20 euros"."""
    for match in currencies.worded.finditer(line):
        form, number = match["form"], match["digits"] or match["words"]
        has_magnitude = bool(match["magnitude"])
        if form.lower() in SLANG and not form.islower():
            continue
        if number.lower() in PLAIN_NUMBER_WORDS and not has_magnitude and not is_linked(line, match.end()):
            continue
        low = read_number(number) if match["digits"] else read_words(number)
        value = low * read_magnitude(match["magnitude"])
        if is_named(line, match, has_magnitude=has_magnitude) or (
            currencies.default not in (None, "GBP") and is_weight(line, match)
        ):
            continue
        if not is_money(line, match, value=value, has_magnitude=has_magnitude, money_nouns=money_nouns):
            continue
        yield Sum(match.start(), match.end(), rounded(value / currencies.subunit(form)), None, currencies.code(form))
    for match in GRAND.finditer(line):
        words = match[1]
        low = read_number(words) if words[0].isdigit() else read_words(words)
        if low:
            yield Sum(match.start(), match.end(), rounded(low * 1000), None, currencies.default)


def pence_sums(line: str, currencies: Currencies) -> Iterator[Sum]:
    """Sums below the unit: "50p", "75¢"."""
    for match in PENCE.finditer(line):
        number = float(match[1])
        if match[2] == "p" and number in VIDEO_LINES:
            continue
        currency = "GBP" if match[2] == "p" else currencies.dollar
        yield Sum(match.start(), match.end(), rounded(number / 100), None, currency)


# A number of no known size, before a currency: "tens of thousands of pounds", "billions and billions of dollars".
LARGE = r"(?:hundreds|thousands|millions|billions|trillions|lakhs|crores)"
SOME = r"(?:(?:tens|dozens|scores|hundreds|thousands)\s(?:(?:or|and)\s(?:even\s)?(?:hundreds|thousands)\s)?of\s)"
VAGUE_SIZE = rf"{SOME}?{LARGE}(?:\s(?:and|or|upon|if\snot)\s{SOME}?{LARGE})?"
INTO_THE = re.compile(
    rf"\b(?:in|into|to)\sthe\s(?:low\s|mid\s|high\s)?(?P<size>{VAGUE_SIZE})\b(?!\sof\b)", re.IGNORECASE
)
SPENT = re.compile(
    rf"{SPENDING.pattern}\s(?:us\s|them\s|it\s|councils\s|taxpayers\s|people\s|families\s)?(?P<size>{SOME}?(?:millions|billions|trillions))\b"
    r"(?=\s*(?:[.,;:!?)’”\"]|$)|\s(?:on|in|to|from|for|by|off|a\syear|each|every|per|into|towards|over|more)\b)",
    re.IGNORECASE,
)
IN_FUNDS = re.compile(rf"\b(?P<size>{VAGUE_SIZE})\sin\s(?:[^\W\d_]+\s){{0,2}}?(?P<noun>[^\W\d_]+)\b", re.IGNORECASE)
# "a six-figure settlement"
FIGURES = re.compile(
    r"\b(?P<size>(?:[4-9]|four|five|six|seven|eight|nine|ten)-figure\s(?:[^\W\d_]+\s)??(?P<noun>[^\W\d_]+))\b",
    re.IGNORECASE,
)
FIGURE_NOUNS = frozenset(("sum", "sums", "settlement", "payout", "bonus", "deal", "offer", "advance", "amount"))
PUBLIC_MONEY = re.compile(
    rf"\b(?P<size>{VAGUE_SIZE})\sof\s(?:public|taxpayers?[’']?s?|lottery)\s(?:money|cash|funds)\b", re.IGNORECASE
)


def vague_sums(line: str, currencies: Currencies, money_nouns: frozenset[str]) -> Iterator[Sum]:
    """Sums of no stated size: "tens of thousands of pounds", "multi-million-pound", "millions" after a word of cost."""
    for match in currencies.vague.finditer(line):
        form = match["form"] or match["form2"] or match["form3"] or match["sign"] or ""
        noun = OF_NOUN.match(line, match.end())
        weighs = form.lower().startswith("pound") and noun is not None and noun[1].lower() not in money_nouns
        if not weighs and not IDIOM.match(line[match.end() :].lstrip(" -")):
            yield vague(match.start(), match.end(), currencies.code(form))
    for match in INTO_THE.finditer(line):
        if SPENDING.search(line, max(0, match.start() - 80), match.start()):
            yield vague(*match.span("size"), currencies.default)
    for pattern in (SPENT, PUBLIC_MONEY):
        for match in pattern.finditer(line):
            yield vague(*match.span("size"), currencies.default)
    for match in [*FIGURES.finditer(line), *IN_FUNDS.finditer(line)]:
        if match["noun"].lower() in money_nouns | FIGURE_NOUNS:
            yield vague(*match.span("size"), currencies.default)


def vague(start: int, end: int, currency: str | None) -> Sum:
    """A sum of no stated size."""
    return Sum(start, end, None, None, currency, qualifier="vague")


def rounded(value: float) -> float:
    """`value` without the dust of binary fractions: 4.7 times a billion is 4,700,000,000."""
    return round(value, 4)


LINK = re.compile(r"\s?(?:to|and|or|[-–—])\s?(?:over|about|around|nearly|almost|up\sto|more\sthan)?\s?", re.IGNORECASE)


def share_magnitudes(line: str, sums: list[Sum]) -> list[Sum]:
    """Sums in which "£10" of "between £10 and £12 million" has the magnitude of the other end."""
    shared = list(sums)
    for place, (low, high) in enumerate(pairwise(sums)):
        between = line[low.end : high.start].strip().lower()
        joined = between in ("to", "or") or (between == "and" and re.search(r"\bbetween\s+$", line[: low.start]))
        bare = re.fullmatch(r"\D*([\d.]+)", line[low.start : low.end])
        factor = re.search(rf"\d({MAGNITUDE})$", line[high.start : high.end], re.IGNORECASE)
        if joined and bare and factor and low.value is not None and high.value is not None:
            size = read_magnitude(factor[1])
            if size >= 1000 and low.value * size < high.value:
                shared[place] = replace(low, value=rounded(low.value * size))
    return shared


def share_periods(line: str, sums: list[Sum]) -> list[Sum]:
    """Sums in which both ends of a range have the period that one of them states."""
    shared = list(sums)
    for place in range(len(sums) - 1):
        low, high = shared[place], shared[place + 1]
        if LINK.fullmatch(line[low.end : high.start]):
            period = low.period or high.period
            shared[place], shared[place + 1] = replace(low, period=period), replace(high, period=period)
    return shared
