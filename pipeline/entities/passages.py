"""Passages: the articles' texts as words with their places, and the model's names among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.offsets import OffsetMap

# A word: dotted letters (U.S.), letters and digits with inner apostrophes (O'Brien), a possessive 's alone, or "&".
WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|&")
NAMELESS = re.compile(  # addresses and file names hold no mentions
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:org|gov|ac|co|com|net|edu|eu|info)(?:\.[a-z]{2})?\b(?:/\S*)?"
    r"|\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|jpe?g|png|gif|html?|zip)\b|(?<![\w@])@\w+",
    re.IGNORECASE,
)
OPENING = re.compile(r"[.!?:;…•|\n]|^\s*[‘“\"'(\[]|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """One article's text in words: `gaps[i]` is the text before word i, `opens[i]` whether it begins a sentence.

    `names` are the model's candidates as (first word, one past the last, label).
    """

    article_id: str
    source: str
    text: str
    title: str
    places: OffsetMap
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    opens: list[bool]
    names: list[tuple[int, int, str]]
    nameless: list[tuple[int, int]]

    def surface(self, first: int, last: int) -> str:
        """The text from word `first` up to, not with, word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def is_joined(self, index: int) -> bool:
        """Whether word `index` stands right behind the word before it: a space, hyphen or possessive between."""
        return 0 < index < len(self.words) and self.gaps[index] in JOINTS


JOINTS = frozenset((" ", "", "-", "\u00a0", "’ ", "' ", "  ", "‑"))


def read_passages(articles: pd.DataFrame, spans: pd.DataFrame) -> Iterator[Passage]:
    """The passages of the articles in the order of article_id, one at a time."""
    ordered = articles.sort_values("article_id", kind="stable")
    spans = spans.sort_values(["article_id", "start", "end", "label"], kind="stable")
    names = spans["article_id"].to_numpy(dtype=object)
    starts, ends, labels = spans["start"].to_numpy(), spans["end"].to_numpy(), spans["label"].to_numpy(dtype=object)
    wanted = ordered["article_id"].to_numpy(dtype=object)
    begins, stops = np.searchsorted(names, wanted, "left"), np.searchsorted(names, wanted, "right")
    rows = zip(wanted, ordered["source"], ordered["text"], ordered["title"], ordered["spans"], begins, stops, strict=True)
    for article_id, source, text, title, kept, begin, stop in rows:
        places = OffsetMap(kept)
        found = [(int(s), int(e), str(n)) for s, e, n in zip(starts[begin:stop], ends[begin:stop], labels[begin:stop], strict=True)]
        yield split_words(article_id, source, text, "" if pd.isna(title) else title, places, found)


def split_words(
    article_id: str, source: str, text: str, title: str, places: OffsetMap, found: list[tuple[int, int, str]]
) -> Passage:
    """The passage of one article; `found` are the model's names in document offsets."""
    nameless = [match.span() for match in NAMELESS.finditer(text)]
    ahead = list(nameless)
    words, starts, ends, gaps, opens = [], [], [], [], []
    end = 0
    for match in WORD.finditer(text):
        start, stop = match.span()
        while ahead and ahead[0][1] <= start:
            ahead.pop(0)
        if ahead and ahead[0][0] < stop:
            continue
        gap = text[end:start]
        words.append(match[0])
        starts.append(start)
        ends.append(stop)
        gaps.append(gap)
        opens.append(end == 0 or (len(gap) > 1 and OPENING.search(gap) is not None))
        end = stop
    names = []
    for start, stop, label in found:
        place = places.to_article(start, stop)
        if place is None:
            continue
        first, last = bisect_left(starts, place[0]), bisect_left(starts, place[1])
        if first < last:
            names.append((first, last, label))
    return Passage(article_id, source, text, title, places, words, starts, ends, gaps, opens, names, nameless)


def fold_word(word: str) -> str:
    """A word in the form in which words are compared: case folded, straight apostrophe, "and" for "&"."""
    return "and" if word == "&" else word.casefold().replace("’", "'")


def fold_name(name: str) -> str:
    """A name in the form in which names are compared: folded words, no leading article."""
    words = [fold_word(word) for word in WORD.findall(name)]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words).replace(" 's", "'s")


def tidy_name(surface: str) -> str:
    """A surface as canonical names are written: straight apostrophes, "and" for "&", single spaces, no "Ltd"."""
    name = re.sub(r"\s+", " ", surface.replace("’", "'").replace("‑", "-"))
    name = re.sub(r"\s&\s", " and ", name)
    return re.sub(r"^[Tt]he\s|\s(?:Ltd|Limited)\.?$", "", name)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()


def is_acronym(word: str) -> bool:
    """Whether a word looks like a short form: two capitals or more, such as NHS, DfE, RiP, U.S."""
    return sum(map(str.isupper, word)) >= 2 and len(word) <= 10 and word[:1].isalnum()
