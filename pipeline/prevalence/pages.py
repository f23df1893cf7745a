"""One article's words, to look up what stands around a sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.offsets import OffsetMap
from pipeline.prevalence.about import Lexicon, Word, find_about, shorten
from pipeline.prevalence.arrays import Ints
from pipeline.prevalence.config import Config
from pipeline.prevalence.speakers import Name, find_speaker, quote_around

# Columns of one article's rows, in reading order.
Columns = Mapping[str, npt.NDArray[Any]]


class Page:
    """An article with its tokens and mentions; offsets asked for are those of its document."""

    def __init__(
        self, title: str, text: str, spans: Sequence[Sequence[int]], tokens: Columns, mentions: Columns
    ) -> None:
        self.title = title
        self.text = text
        self.map = OffsetMap(spans)
        self.tokens = tokens
        self.starts: Ints = tokens["start"]
        self.ends: Ints = tokens["end"]
        self.sentences: Ints = tokens["sentence"]
        self.mentions = mentions
        self.in_sum = np.zeros(len(self.starts), dtype=bool)
        is_sum = mentions["type"] == "MONEY"
        for start, end in zip(mentions["start"][is_sum], mentions["end"][is_sum], strict=True):
            self.in_sum |= (self.ends > start) & (self.starts < end)

    def context(self, start: int, end: int, *, config: Config) -> tuple[str, str | None]:
        """What the sum at [start, end) of the document is for, and who says so; the headline where nothing tells."""
        held = np.flatnonzero((self.ends > start) & (self.starts < end))
        headline = shorten(self.title, config.about_words)
        if not len(held):
            return headline, None
        places = np.flatnonzero(self.sentences == self.sentences[held[0]])
        words = [self.word(int(place)) for place in places]
        first, last = int(np.searchsorted(places, held[0])), int(np.searchsorted(places, held[-1], side="right"))
        lexicon = Lexicon(config.amount_words, config.time_words)
        about = find_about(words, first, last, most=config.about_words, lexicon=lexicon)
        return about or headline, self.speaker(places, words[first].start, config.speech_verbs)

    def speaker(self, places: Ints, at: int, speech_verbs: frozenset[str]) -> str | None:
        """Who says what stands in the sentence at `places`, or, in a quotation, who is named at either end of it."""
        told = self.speaker_among(places, speech_verbs)
        quote = quote_around(self.text, at)
        if told or quote is None:
            return told
        around = np.unique(np.concatenate([self.sentence_at(quote[0]), self.sentence_at(quote[1])]))
        outside = [not quote[0] < self.word(int(place)).start < quote[1] for place in around]
        return self.speaker_among(around[np.array(outside, dtype=bool)], speech_verbs)

    def speaker_among(self, places: Ints, speech_verbs: frozenset[str]) -> str | None:
        """Who the tokens at `places` name as a speaker."""
        return find_speaker([self.word(int(place)) for place in places], self.named(places), speech_verbs=speech_verbs)

    def sentence_at(self, at: int) -> Ints:
        """Places of the tokens of the sentence that holds, or ends last before, a place in the article's text."""
        where = self.map.to_document(at, at + 1)
        before = np.flatnonzero(self.starts <= where[0]) if where else np.zeros(0, dtype=np.int64)
        if not len(before):
            return np.zeros(0, dtype=np.int64)
        return np.flatnonzero(self.sentences == self.sentences[before[-1]])

    def word(self, place: int) -> Word:
        """The token at a place; one that was not kept whole has no text."""
        start, end = self.map.to_article(int(self.starts[place]), int(self.ends[place])) or (0, 0)
        lemma, part = self.tokens["lemma"][place], self.tokens["pos"][place]
        return Word(start, end, self.text[start:end], lemma, part, bool(self.in_sum[place]))

    def named(self, places: Ints) -> list[Name]:
        """The people and bodies named among the tokens at `places`, in order."""
        starts, ends = self.starts[places], self.ends[places]
        found = []
        columns = (self.mentions[name] for name in ("type", "start", "end", "surface", "canonical"))
        for kind, start, end, surface, canonical in zip(*columns, strict=True):
            held = np.flatnonzero((ends > start) & (starts < end))
            if kind != "MONEY" and len(held):
                called = surface if pd.isna(canonical) else canonical
                found.append(Name(int(held[0]), int(held[-1]) + 1, str(called)))
        return sorted(found, key=lambda name: (name.first, name.last, name.called))
