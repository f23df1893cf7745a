"""Seams: where a scrape ran two words together that are to be parted: "GreeneThank", "theHarbour", "Dalealso"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping

from pipeline.entities.words import fold_word

CAMEL = re.compile(r"([A-Z][a-zà-ÿ]{2,})([A-Z][a-z]*(?:['’][a-z]+)?)")
PLAIN = re.compile(r"[A-Z][a-zà-ÿ]{5,}")
FRONT = re.compile(
    r"(?:the|and|that|by|with|from|for|of|to|in|at|on|is|as|said|an|or|our|their|this)(?=[A-Z][a-zà-ÿ]{2})"
)
# A text has the habit where this share of its words in capitals has a small word in front. The shared corpus and the
# demonstration have none; a scrape of press releases that lost the spaces around its links has one in 300.
HABIT, LEAST = 1 / 1000, 10
OFTEN = 5  # how often each part is written by itself, and how much more often than the whole
TAILS = re.compile(r".{2,}(?:ed|ing|ly)|here|also|sent|led")
LONG_STEM = 7  # letters before "in" or "is": "Educationin", but "Justin" and "Israelis" are words


def find_seams(
    written: Counter[str], lower: Counter[str], *, surnames: Container[str], function_words: Container[str]
) -> dict[str, int]:
    """The words to be cut and how many letters stand before the cut.

    `written` counts the words with a capital as they are written, `lower` those without; `surnames` are folded. A
    surname may run into the next sentence anywhere; other words are cut only where the corpus has the habit.
    """
    seams = {
        word: len(match[1])
        for word in written
        if len(word) > 5 and (match := CAMEL.fullmatch(word)) and fold_word(match[1]) in surnames
    }
    fronts = {word: match.end() for word in written if (match := FRONT.match(word))}
    n_fronts = sum(written[word] for word in fronts)
    if n_fronts < max(LEAST, HABIT * sum(written.values())):
        return seams
    tails = {
        word: place
        for word in written
        if PLAIN.fullmatch(word) and (place := tail_place(word, written, lower, function_words))
    }
    return tails | fronts | seams


def tail_place(
    word: str, written: Mapping[str, int], lower: Mapping[str, int], function_words: Container[str]
) -> int | None:
    """How many letters stand before a small word or a verb that hangs on a name: 4 in "Dalealso"; None without."""
    if word.casefold() in lower:
        return None
    for place in range(len(word) - 2, 2, -1):
        stem, rest = word[:place], word[place:]
        if lower.get(rest, 0) < OFTEN or written.get(stem, 0) < OFTEN * max(1, written[word]):
            continue
        if rest in function_words and (len(rest) > 2 or len(stem) >= LONG_STEM):
            return place
        if TAILS.fullmatch(rest):
            return place
    return None
