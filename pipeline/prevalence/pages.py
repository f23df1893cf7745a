"""One article's words, to look up what stands around a sum."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.offsets import OffsetMap
from pipeline.prevalence.about import Lexicon, Word, find_about, letter, shorten
from pipeline.prevalence.arrays import Ints
from pipeline.prevalence.concerns import Years, find_years
from pipeline.prevalence.config import Config
from pipeline.prevalence.holders import find_whose
from pipeline.prevalence.kinds import AMOUNT, find_kind
from pipeline.prevalence.links import stem_words
from pipeline.prevalence.speakers import Name, find_speaker, quote_around

# "Harbour Board - Mending the piers": the name of a holder, then the purpose
LAST_PART = re.compile(r"\s[-–—|]\s|[:.!?]\s")
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
# Columns of one article's rows, in reading order.
Columns = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Context:
    """What the words around a sum say: what for, what kind of sum, whose, who says it, which years it concerns.

    `is_quoted` says that it stands in a quotation, whoever speaks; the last four are the words by which sums are
    compared (links.Stated).
    """

    about: str
    kind: str = AMOUNT
    whose: str | None = None
    speaker: str | None = None
    is_quoted: bool = False
    years: Years | None = None
    near: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


class Page:
    """An article with its tokens and mentions; offsets asked for are those of its document."""

    def __init__(
        self,
        title: str,
        text: str,
        spans: Sequence[Sequence[int]],
        tokens: Columns,
        mentions: Columns,
        *,
        year: int | None = None,
    ) -> None:
        self.title = title
        self.year = year
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

    def context(self, start: int, end: int, *, config: Config) -> Context:
        """What the words around the sum at [start, end) of the document say of it; the headline where nothing does."""
        held = np.flatnonzero((self.ends > start) & (self.starts < end))
        headline = shorten(self.title, config.about_words)
        if not len(held):
            return Context(headline)
        places = np.flatnonzero(self.sentences == self.sentences[held[0]])
        words = [self.word(int(place)) for place in places]
        first, last = int(np.searchsorted(places, held[0])), int(np.searchsorted(places, held[-1], side="right"))
        words, first, last = own_sentence(words, first, last)
        lexicon = read_lexicon(config)
        found = find_about(words, first, last, most=config.about_words, lexicon=lexicon)
        names = renumber(self.named(places), words, found.words)
        before = self.text[words[0].start : words[first].start]
        whose = find_whose(found, names, lexicon=lexicon, holding_verbs=config.holding_verbs)
        told = frozenset(re.findall(r"[^\W\d_]+", f"{found.told} {whose or ''}"))
        at = words[first].start
        label = self.label_of(*(self.map.to_article(start, end) or (at, words[last - 1].end)), config.about_words)
        return Context(
            about=label or found.told or headline,
            kind=find_kind(found, lexicon=lexicon),
            whose=whose,
            near=content_stems([word for word in found.words if word.text in told], lexicon),
            wide=content_stems(found.words, lexicon),
            numbers=frozenset(word.text for word in found.words if is_count(word, lexicon)),
            names=stem_words(word.text for word in found.words if word.pos == "PROPN" and not word.is_sum),
            speaker=self.speaker(places, at, config.speech_verbs),
            is_quoted=quote_around(self.text, at) is not None,
            years=find_years(before, self.text[words[last - 1].end : words[-1].end], written=self.year),
        )

    def label_of(self, start: int, end: int, most: int) -> str:
        """What the sum at [start, end) of the text is for in a list or table: "" in running text.

        That is the line above a sum which stands alone in its line, or the words that it is glued to.
        """
        line = self.text.rfind("\n", 0, start) + 1
        before, after = self.text[line:start], self.text[end:].split("\n", 1)[0]
        glued = LAST_PART.split(before)[-1]
        if glued[-1:].isalpha() and glued.split()[-1][:1].isupper():
            return shorten(glued, most)
        if any(sign.isalpha() for sign in before + after):
            return ""
        above = [text for text in self.text[:line].split("\n")[-3:] if any(sign.isalpha() for sign in text)]
        return shorten(LAST_PART.split(above[-1])[-1], most) if above else ""

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


def own_sentence(words: list[Word], first: int, last: int) -> tuple[list[Word], int, int]:
    """The words of the sum's own sentence where a parser took the stop of "£5m. Rain fell" for an abbreviation's."""
    stops = [
        place + 1
        for place, (word, after) in enumerate(pairwise(words))
        if word.is_sum and word.text.endswith(".") and after.text[:1].isupper()
    ]
    start = max((stop for stop in stops if stop <= first), default=0)
    end = min((stop for stop in stops if stop >= last), default=len(words))
    return words[start:end], first - start, last - start


def read_lexicon(config: Config) -> Lexicon:
    """The word lists of the settings that phrases are read by."""
    return Lexicon(
        amount=config.amount_words,
        time=config.time_words,
        change=config.change_words,
        gap=config.gap_words,
        holder=config.holders,
        cost=config.cost_verbs,
        money=config.money_words,
        parts=config.part_words,
    )


def renumber(names: list[Name], words: list[Word], kept: list[Word]) -> list[Name]:
    """The names by their places in `kept`, which lacks some of the `words`."""
    places = {word: place for place, word in enumerate(kept)}
    held = [sorted(places[word] for word in words[name.first : name.last] if word in places) for name in names]
    return [replace(name, first=at[0], last=at[-1] + 1) for name, at in zip(names, held, strict=True) if at]


def is_count(word: Word, lexicon: Lexicon) -> bool:
    """Whether the word is a figure in digits that is neither of a sum nor a year."""
    return word.text[:1].isdigit() and not word.is_sum and letter(word, lexicon) == "#"


def content_stems(words: list[Word], lexicon: Lexicon) -> frozenset[str]:
    """The stems of a sentence's nouns, adjectives and verbs, sums and words of amount and time left out."""
    loose = lexicon.amount | lexicon.time
    kept = [word for word in words if word.pos in CONTENT and not word.is_sum and word.lemma.lower() not in loose]
    return stem_words(word.lemma for word in kept)
