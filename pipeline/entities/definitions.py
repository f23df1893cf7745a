"""Definitions: "Long Name (LN)" and "LN (Long Name)" in the manner of Schwartz and Hearst (2003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# The long form ends right before the bracket; the short form is in it, alone or before a comma, semicolon or "or".
BRACKETED = re.compile(
    r"(?<=[\w’'”\"])[’'”\"]?\s?\(\s?[“‘\"']?([A-Za-z][\w&+./-]{1,11})[”’\"']?(?:[,;]\s[^()]{0,40}|\sor\s[^()]{0,40})?\s?\)(?:\s([A-Za-z]+))?"
)
SHORT_FIRST = re.compile(r"\b([A-Z][A-Za-z&]{1,9})\s\(([A-Z][^()]{6,120})\)")
POSSESSIVE = re.compile(r"['’]s$")
SENTENCE_BREAK = re.compile(r"[.;:!?\n()\[\]•“”\"]")


def find_definitions(text: str, *, things: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(short form, long form) pairs that the text defines.

    A noun of `things` behind the bracket belongs to the long form: "Dale and Adult Services (DAS) conference" is an
    event.
    """
    for match in BRACKETED.finditer(text):
        short = match[1]
        if is_short_form(short):
            before = text[max(0, match.start() - 160) : match.start()]
            before = SENTENCE_BREAK.split(before)[-1].rstrip("’'”\" ")
            long = best_long_form(short, before)
            if long:
                behind = match[2] if match[2] and match[2].lower() in things else ""
                yield short, f"{long} {behind}".rstrip()
    for match in SHORT_FIRST.finditer(text):
        if is_short_form(match[1]):
            long = best_long_form(match[1], match[2])
            if long and len(long) > 0.7 * len(match[2]):
                yield match[1], long


def is_short_form(short: str) -> bool:
    """Whether a bracketed word can be a short form: 2 to 10 characters with two capitals."""
    return 2 <= len(short) <= 10 and sum(map(str.isupper, short)) >= 2


def best_long_form(short: str, before: str) -> str | None:
    """The shortest stretch at the end of `before` that spells `short`, first letter at a word's start; None without.

    Schwartz and Hearst (2003), with their limit on the number of words, widened because public bodies' names hold
    small words that the short form skips.
    """
    short = short.removesuffix("s") if short[:-1].isupper() else short
    words = before.split()
    limit = min(len(short) + 6, 2 * len(short) + 3)
    window = " ".join(words[-limit:])
    place = len(window) - 1
    for index in range(len(short) - 1, -1, -1):
        letter = short[index].lower()
        if not letter.isalnum():
            continue
        while place >= 0 and (
            window[place].lower() != letter
            or ((index == 0 or short[index].isupper()) and not begins_word(window, place))
        ):
            place -= 1
        if place < 0:
            return None
        place -= 1
    long = POSSESSIVE.sub("", window[place + 1 :].strip(" ,-–‘“'\""))
    return long if len(long) > len(short) and len(long.split()) > 1 else None


def begins_word(text: str, place: int) -> bool:
    """Whether a word begins at `place`, or a capital stands inside one (CoramBAAF)."""
    return place == 0 or not text[place - 1].isalnum() or (text[place].isupper() and text[place - 1].islower())
