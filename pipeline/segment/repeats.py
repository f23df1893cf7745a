"""Which lines repeat from article to article in the way that furniture does, learned from the articles at hand.

A line of furniture stands at the same place of each article, counted from its start or its end; a stock sentence of a
content system stands in many of them anywhere. Sub-headings, list items and the names of speakers repeat as well, but
here and there: they are text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from pipeline.segment.config import Config
from pipeline.segment.lines import Line, n_words
from pipeline.segment.shapes import SENTENCE_END

# Places from an article's start and end that are looked at: furniture is a few lines deep.
EDGE_PLACES = 8
# Two articles that share their longest lines, so many, are copies; one long line may be a notice that they share.
SIGNATURE_LINES = 3
# A sentence of so many words that repeats is a notice wherever it stands; shorter ones may be headings or list items.
NOTICE_WORDS = 9
# The label of a link is a few words, the first with a capital and others without, and closes its article nearly always;
# a name below an article has capitals throughout.
LABEL = re.compile(r"[A-Z][a-z]+(?: [\w’'-]+){0,3}")
LABEL_PLACE_SHARE = 0.9


@dataclass
class Tally:
    """What was counted: articles, in how many each line stands and at which places, and what begins them."""

    n_articles: int = 0
    lines: Counter[str] = field(default_factory=Counter)
    places: Counter[tuple[str, int]] = field(default_factory=Counter)
    notices: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    first: Counter[str] = field(default_factory=Counter)
    longest: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Repeats:
    """Lines that are furniture by their repetition, and lines that begin many articles."""

    lines: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()


def tally_article(tally: Tally, lines: Sequence[Line], *, edges_only: bool) -> None:
    """Count one article in; one whose longest lines were seen before is a copy and does not count.

    edges_only: leave out lines deep in the article, so that a large corpus takes bounded memory.
    """
    live = [line for line in lines if not line.role]
    longest = hash_of(
        "\n".join(sorted({line.key for line in live}, key=lambda key: (-len(key), key))[:SIGNATURE_LINES])
    )
    if not live or longest in tally.longest:
        return
    tally.longest.add(longest)
    tally.n_articles += 1
    tally.first[live[0].key] += 1
    places: dict[str, set[int]] = {}
    for index, line in enumerate(live):
        from_end = index - len(live)
        if not edges_only or index < EDGE_PLACES or from_end >= -EDGE_PLACES:
            places.setdefault(line.key, set()).update(
                place for place in (index, from_end) if -EDGE_PLACES <= place < EDGE_PLACES
            )
        if n_words(line.text) >= NOTICE_WORDS and SENTENCE_END.search(line.text):
            tally.notices |= {line.key} & tally.lines.keys()
    if LABEL.fullmatch(live[-1].text) and re.search(r" [a-z]", live[-1].text):
        tally.labels.add(live[-1].key)
    tally.lines.update(places.keys())
    tally.places.update((key, place) for key, found in places.items() for place in found)


def hash_of(key: str) -> int:
    """A number for a line, the same in every run."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def find_repeats(tally: Tally, *, config: Config) -> Repeats:
    """The furniture that a tally shows: lines in enough articles, at one place of most of them or a whole notice."""
    enough = max(config.min_repeats, config.min_repeat_share * tally.n_articles)
    often = {key: n for key, n in tally.lines.items() if n >= enough}
    placed = {key for (key, _), n in tally.places.items() if key in often and n >= config.min_place_share * often[key]}
    first = frozenset(key for key, n in tally.first.items() if n >= enough)
    labels = {
        key
        for key in tally.labels
        if (n := tally.lines[key]) >= config.min_repeats and tally.places[key, -1] >= LABEL_PLACE_SHARE * n
    }
    return Repeats(frozenset(placed | labels | (tally.notices & often.keys())), first)
