"""Amounts: numbers in digits and in words, and their magnitudes, as values."""

from __future__ import annotations

import re

# Longest first in each alternation: "million" before "m". Single letters only when glued to the digits (GLUED).
MAGNITUDES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9,
    "trillion": 1e12, "trillions": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "mrd": 1e9, "mia": 1e9, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9, "milliard": 1e9,
    "milliards": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12, "grand": 1e3,
}  # fmt: skip
SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
UNITS = {word: number for number, word in enumerate(SMALL_NUMBERS)}
TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

THIN = "\u00a0\u202f\u2009"  # spaces that do not break a line: some houses part thousands with them
DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,2}}(?!\d))?"  # 1,234,567.89; digits glued on behind are not its own
    rf"|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}"  # 12,34,567: Indian groups
    rf"|\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"  # 1.234,56 and 1.234.567
    rf"|\d{{1,3}}(?:[{THIN}'’]\d{{3}})+(?:[.,]\d{{1,2}}(?!\d))?(?!\d)"
    rf"|\d+[.,]\d+|\d+)[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
)
LONG_MAGNITUDE = r"(?:thousand|million|billion|trillion|mio|mrd|lakhs?|crores?)"
MAGNITUDE = (
    r"(?:\s?[-–]?\s?(?:(?:hundred|thousand|lakh)\s)?(?:(?:millions?|billions?|trillions?)(?:\b|(?=[a-z])(?!en\b|aire))|thousand\b|lakhs?\b|crores?\b)"
    r"|\s?(?:millionen|milliarden?|milliards?|mio|mrd|mia|mln|bln|mil|mn|bn|trn|tn)\b|\shundred\b|\s[mM]\b(?![²³'’])|(?:mm|[kmbt])\b)"
)
SMALL_WORD = "(?:" + "|".join([*UNITS, *TENS]) + ")"
# "two", "twenty-five", "a hundred and fifty", "one and a half", "two thirds of a", "half a", "three-quarters of a"
NUMBER_WORDS = (
    rf"(?:(?:(?:an?|one|two|three|four|nine)[\s-])?(?:half|thirds?|quarters?|fifths?|tenths?)\s(?:of\s)?(?:an?|one)"
    rf"|(?:an?(?![\s-]{SMALL_WORD}\b)|{SMALL_WORD}(?:[\s-]{SMALL_WORD})?)(?:[\s-]hundred)?(?:\sand\s{SMALL_WORD}(?:-{SMALL_WORD})?)?"
    rf"(?:[\s-]and[\s-]a[\s-](?:half|quarter))?(?:\sthousand(?:\s(?:and\s)?{SMALL_WORD}(?:[\s-]{SMALL_WORD})?(?:\shundred)?)?)?)"
)


def read_number(text: str) -> float:
    """The value of a number in digits, of any house: 1,234.5, 1.234,5, 1 234,5, 1,5 (one and a half), 2½."""
    fraction = VULGAR.get(text[-1:], 0.0)
    digits = re.sub(rf"[{THIN}\s'’½¼¾⅓⅔]", "", text)
    if not digits:
        return fraction
    if "," in digits and "." in digits:
        decimal = max(digits.rfind(","), digits.rfind("."))
        whole = re.sub(r"[.,]", "", digits[:decimal])
        return float(f"{whole}.{digits[decimal + 1 :]}") + fraction
    if re.fullmatch(r"\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3}", digits):
        return float(digits.replace(",", "")) + fraction
    if digits.count(".") > 1:
        return float(digits.replace(".", "")) + fraction
    return float(digits.replace(",", ".")) + fraction


def read_magnitude(text: str | None) -> float:
    """What "m", " billion", "-million", " hundred thousand" or nothing multiplies by."""
    product = 1.0
    for word in re.findall(r"[^\W\d_]+", (text or "").lower()):
        product *= MAGNITUDES[word]
    return product


def read_words(text: str) -> float:
    """The value of a number in words, such as "two thirds of a", "one and a half" or "a hundred and fifty"."""
    words = [word for word in re.findall(r"[a-z]+", text.lower()) if word not in ("of", "and")]
    fraction = next((word for word in words if word.rstrip("s") in FRACTIONS), None)
    if fraction is not None:
        place = words.index(fraction)
        size = FRACTIONS[fraction.rstrip("s")]
        before = [word for word in words[:place] if word not in ("a", "an")]
        if fraction != words[-1] or not before:  # "two thirds of a", "half a"
            return size * (read_words(" ".join(before)) if before else 1.0)
        return read_words(" ".join(before)) + size  # "one and a half"
    total, part = 0.0, 0.0
    for word in words:
        if word in ("a", "an"):
            part += 1
        elif word == "hundred":
            part *= 100
        elif word == "thousand":
            total, part = total + part * 1000, 0.0
        else:
            part += UNITS.get(word, TENS.get(word, 0))
    return total + part
