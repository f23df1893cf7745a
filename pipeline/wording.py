"""Numbers in words, and text of documents made fit to show: what the rooms that write for readers share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

NO_BREAK = "\N{NO-BREAK SPACE}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
MINUS = "\N{MINUS SIGN}"
BREAK_HERE = "\N{ZERO WIDTH SPACE}"
BREAK_STEP = 8  # narrow columns hold no more wide letters
# A leading sign by which spreadsheets know a formula (OWASP, CSV injection).
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# Control, format (marks of direction among them) and surrogate characters: they have no picture and can turn lines.
UNSEEN = frozenset(("Cc", "Cf", "Cs"))
# Joiners within words and emoji are of those, but belong to the writing.
JOINERS = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")


def say(sentence: str, values: Mapping[str, object]) -> str:
    """The sentence with its {names} replaced by `values`, its first letter a capital."""
    said = sentence.format_map(values)
    return said[:1].upper() + said[1:]


def count(number: float, noun: str) -> str:
    """A number with its noun: "1 article", "1,204 articles", "2 bodies"."""
    if round(number) == 1:
        return f"1{NO_BREAK}{noun}"
    return f"{round(number):,}{NO_BREAK}{plural(noun)}"


def plural(noun: str) -> str:
    """The plural of an English noun; of a phrase, that of its last word."""
    if noun.endswith("person"):
        return noun[:-6] + "people"
    if noun.endswith("corpus"):
        return noun[:-2] + "ora"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def percent(share: float) -> str:
    """A share in whole per cent; what is not quite nothing is "under 1 %", not quite all "over 99 %"."""
    if 0 < share < 0.005:
        return f"under{NO_BREAK}1{NO_BREAK}%"
    if 0.995 <= share < 1:
        return f"over{NO_BREAK}99{NO_BREAK}%"
    return f"{round_half_up(100 * share)}{NO_BREAK}%"


def percent_range(low: float, high: float) -> str:
    """An interval of shares: "3 to 7 %"."""
    return f"{round_half_up(100 * low)}{NO_BREAK}to{NO_BREAK}{round_half_up(100 * high)}{NO_BREAK}%"


def points(change: float) -> str:
    """A change of a share in percentage points, with its sign."""
    whole = round_half_up(100 * abs(change))
    sign = "" if whole == 0 else (MINUS if change < 0 else "+")
    return f"{sign}{whole}"


def round_half_up(number: float) -> int:
    """The nearest whole number, halves upwards, as readers expect."""
    size = int(round(abs(number), 9) + 0.5)  # 14.5 is stored as 14.499999999999998 once it was 0.145
    return size if number >= 0 else -size


def money(value: float, currency: str | None) -> str:
    """A sum as a person writes it: "£4,500", "£12.3 million", "CHF 90"."""
    sign = SIGNS.get(currency or "", f"{currency}{NO_BREAK}" if currency else "")
    minus = MINUS if value < 0 else ""
    size = abs(value)
    for scale, name in SCALES:
        if size >= scale:
            return f"{minus}{sign}{size / scale:,.4g}{NO_BREAK}{name}"
    digits = 0 if size == int(size) or size >= 1000 else 2
    return f"{minus}{sign}{size:,.{digits}f}"


def listing(items: Iterable[str]) -> str:
    """Items as a list in a sentence: "a", "a and b", "a, b and c"."""
    said = list(items)
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def year_list(years: Iterable[int]) -> str:
    """Years as a list in a sentence, neighbours joined: "2017, 2019-2021 and 2024"."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return listing(str(run[0]) if len(run) == 1 else f"{run[0]}\N{EN DASH}{run[-1]}" for run in runs)


def plain(text: object) -> str:
    """Text of a document on one line, without characters that have no picture or turn the direction of writing."""
    shown = (" " if sign in "\t\n\r\v\f\x85\u2028\u2029" else sign for sign in str(text))
    kept = "".join(sign for sign in shown if sign in JOINERS or unicodedata.category(sign) not in UNSEEN)
    return " ".join(kept.split())


def shorten(text: str, most: int) -> str:
    """`text` cut to at most `most` characters, at a word where there is one."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > most // 2 else cut).rstrip(" ,;:.-") + ELLIPSIS


def breakable(text: str, *, longest: int = 30) -> str:
    """`text` with places where a line may break, close to each other, in words longer than `longest` characters."""
    step = min(longest, BREAK_STEP)
    return re.sub(
        rf"\S{{{longest + 1},}}", lambda word: re.sub(rf"(\S{{{step}}})(?=\S)", rf"\1{BREAK_HERE}", word[0]), text
    )


def safe_cell(value: object) -> str:
    """`value` as text that no spreadsheet runs as a formula (OWASP: a leading quote disarms it)."""
    cell = str(value)
    return "'" + cell if cell[:1] in FORMULA_SIGNS and cell else cell
