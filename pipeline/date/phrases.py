"""Many phrases sought in a text at once: at each word, only those that begin with it are tried.

One pattern of several hundred alternatives tries them all at each place, which was half the cost of reading a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4)
def word_places(text: str) -> Mapping[str, tuple[int, ...]]:
    """Where each word of a text begins, by the word in small letters; kept for the few texts that are at hand."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in WORD.finditer(text):
        places[word.group().lower()].append(word.start())
    return {word: tuple(starts) for word, starts in places.items()}


class Phrases:
    """Phrases by their first words; those that hold no capital are sought in any case."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_head: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            by_head[head_of(phrase)].append(phrase)
        self.patterns = {head: any_of(words) for head, words in by_head.items()}

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in the text in order, none within another; at a place, the longest one."""
        places = word_places(text)
        begun = [(start, head) for head in self.patterns.keys() & places.keys() for start in places[head]]
        if "" in self.patterns:
            begun += [(match.start(), "") for match in self.patterns[""].finditer(text)]
        end = 0
        for start, head in sorted(begun):
            match = self.patterns[head].match(text, start) if start >= end else None
            if match:
                end = match.end()
                yield match


def head_of(phrase: str) -> str:
    """The first word of a phrase in small letters; "" where it begins with a mark."""
    word = WORD.match(phrase)
    return word.group().lower() if word else ""


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases, the longest first; phrases without a capital are sought in any case."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    escaped = ((phrase, re.escape(phrase).replace(r"\ ", r"\s+")) for phrase in ordered)
    written = [f"(?i:{pattern})" if phrase == phrase.lower() else pattern for phrase, pattern in escaped]
    return re.compile(r"(?<!\w)(?:" + "|".join(written) + r")(?!\w)")
