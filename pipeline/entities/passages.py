"""Passages: the articles' texts as words with their places, and the model's names among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.entities.words import GLUE, JOINTS, OPENING, find_addresses, find_words
from pipeline.offsets import OffsetMap


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


def read_passages(
    articles: pd.DataFrame, tokens: pd.DataFrame, spans: pd.DataFrame, *, seams: Mapping[str, int] | None = None
) -> Iterator[Passage]:
    """The passages of the articles in the order of article_id, one at a time.

    `seams` are words that a scrape ran together ("GreeneThank"), with the place at which each is cut in two.
    """
    ordered = articles.sort_values("article_id", kind="stable")
    names = slices_of(spans.sort_values(["article_id", "start", "end", "label"], kind="stable"), ordered["article_id"])
    openings = slices_of(sentence_openings(tokens), ordered["article_id"])
    rows = zip(
        ordered["article_id"], ordered["source"], ordered["text"], ordered["title"], ordered["spans"], strict=True
    )
    for (article_id, source, text, title, kept), named, opened in zip(rows, names, openings, strict=True):
        places = OffsetMap(kept)
        found = list(zip(named["start"].tolist(), named["end"].tolist(), named["label"].tolist(), strict=True))
        opens = {place[0] for start in opened["start"].tolist() if (place := places.to_article(start, start + 1))}
        heading = "" if pd.isna(title) else title
        yield split_words(article_id, source, text, heading, places, found, opens, seams=seams)


def sentence_openings(tokens: pd.DataFrame) -> pd.DataFrame:
    """The first word of each sentence, sorted: article_id and start.

    `tokens` stands in the order of its key, as all tables do; sorting it would be the dearest step of the room.
    """
    sentence, article = tokens["sentence"], tokens["article_id"]
    changed = (sentence != sentence.shift()) | (article != article.shift())
    return tokens.loc[changed, ["article_id", "start"]].sort_values(["article_id", "start"], kind="stable")


def slices_of(frame: pd.DataFrame, article_ids: pd.Series) -> Iterator[pd.DataFrame]:
    """The rows of each article, of a table sorted by article_id; no rows where it has none."""
    keys, wanted = frame["article_id"].to_numpy(dtype=object), article_ids.to_numpy(dtype=object)
    begins, stops = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
    for begin, stop in zip(begins, stops, strict=True):
        yield frame.iloc[begin:stop]


def split_words(
    article_id: str,
    source: str,
    text: str,
    title: str,
    places: OffsetMap,
    found: list[tuple[int, int, str]],
    openings: Container[int],
    *,
    seams: Mapping[str, int] | None = None,
) -> Passage:
    """The passage of one article; `found` are the model's names in document offsets.

    `openings` are places in the text where the model begins a sentence; line ends, marks and bullets open one too.
    """
    nameless = find_addresses(text)
    words, starts, ends, gaps, opens = [], [], [], [], []
    end = 0
    for start, stop in find_words(text, nameless, seams=seams):
        gap = text[end:start] or glue_between(text, start, end)
        words.append(text[start:stop])
        starts.append(start)
        ends.append(stop)
        gaps.append(gap)
        opens.append(end == 0 or start in openings or (gap not in JOINTS and OPENING.search(gap) is not None))
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


def glue_between(text: str, start: int, end: int) -> str:
    """What stands for the space that a scrape lost before the word at `start`; nothing where none was lost.

    A capital begins another sentence or name, unless a small word stands before it: "theHarbour".
    """
    if end != start or not start or not (text[start - 1].isalpha() and text[start].isalpha()):
        return ""
    if text[start].islower():
        return " "
    word = text[:end].rpartition(" ")[2]
    return " " if word.islower() else GLUE
