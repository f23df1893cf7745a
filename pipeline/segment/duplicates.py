"""Near-duplicates: the same article twice, in one document or in several.

MinHash (Broder 1997) proposes pairs; the overlap of their word shingles is then measured, and their numbers and
titles compared: a monthly update that re-uses its paragraphs is no duplicate of the month before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from pipeline.segment.config import Config

WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\b\d[\d.,]*")
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"spring", "summer", "autumn", "winter"}
)
# An article that stands whole in another, which is at most so much longer, is the same.
MIN_CONTAINED, MIN_LENGTH_RATIO = 0.92, 0.5
# Share of all numbers of two articles that may stand in one of them only.
MAX_OTHER_NUMBERS = 0.3
Runs = npt.NDArray[np.uint32]
# An odd number that spreads sums of hashes over all bits (the golden ratio in 64 bits, Knuth 6.4).
MIXER = np.uint64(0x9E3779B97F4A7C15)
# Shorter texts say too little to be compared.
MIN_WORDS = 8


@dataclass(frozen=True)
class Candidate:
    """What is compared of one article."""

    article_id: str
    title: str
    text: str
    rank: tuple[object, ...]


def find_duplicates(articles: Sequence[Candidate], *, config: Config) -> Mapping[str, str]:
    """By article_id of each duplicate the article_id that is counted: of a group the one of lowest rank."""
    numbers: dict[str, int] = {}
    leaders = find_copies(articles)
    distinct = [number for number, leader in enumerate(leaders) if number == leader]
    runs = [shingle(articles[number].text, numbers, size=config.shingle_words) for number in distinct]
    for one, other in find_pairs(runs, config=config):
        first, second = distinct[one], distinct[other]
        # pairs within a group that is joined already need no measuring: a text in a hundred copies has 5,000 of them
        if (head := find_leader(leaders, first)) == (tail := find_leader(leaders, second)):
            continue
        if is_same(articles[first], articles[second], runs[one], runs[other], config=config):
            leaders[tail] = head
    members: dict[int, list[Candidate]] = {}
    for number, article in enumerate(articles):
        members.setdefault(find_leader(leaders, number), []).append(article)
    counted: dict[str, str] = {}
    for group in members.values():
        best = min(group, key=lambda article: (article.rank, article.article_id))
        counted |= {article.article_id: best.article_id for article in group if article is not best}
    return counted


def find_copies(articles: Sequence[Candidate]) -> list[int]:
    """For each article the index of the first one with the same title and text; its own where it is too short."""
    first: dict[tuple[str, str], int] = {}
    return [
        first.setdefault((article.title, article.text), number)
        if len(WORD.findall(article.text)) >= MIN_WORDS
        else number
        for number, article in enumerate(articles)
    ]


def find_leader(leaders: Sequence[int], number: int) -> int:
    """The member that stands for the group of `number` (union-find)."""
    while leaders[number] != number:
        number = leaders[number]
    return number


def shingle(text: str, numbers: dict[str, int], *, size: int) -> Runs:
    """Numbers for the runs of `size` words in a text, sorted, each once; none for a text too short to compare.

    `numbers` keeps a number for each word seen (a hash, so that it does not depend on the order of texts). Runs as
    numbers take 4 bytes where as text they would take 100: at 100,000 articles 0.2 GB for 5 GB.
    """
    words = WORD.findall(text.casefold())
    if len(words) < MIN_WORDS:
        return np.empty(0, dtype=np.uint32)
    for word in words:
        if word not in numbers:
            numbers[word] = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    hashes = np.array([numbers[word] for word in words], dtype=np.uint64)
    size = min(size, len(words))
    runs = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for at in range(size):
        runs = runs * MIXER + hashes[at : len(words) - size + 1 + at]
    runs ^= runs >> np.uint64(29)
    return np.unique(((runs * MIXER) >> np.uint64(32)).astype(np.uint32))


def find_pairs(shingles: Sequence[Runs], *, config: Config) -> list[tuple[int, int]]:
    """Pairs of articles whose MinHashes say that they overlap, smaller index first, sorted.

    Two articles are a pair where a band of their MinHashes is the same. Where more than `most_alike` share a band, it
    is stock text, or one article many times: each is then compared with its neighbour and the first one only, so that
    cost grows with articles and not with their square. The same article twice shares its other bands too.
    """
    places = [number for number, runs in enumerate(shingles) if len(runs)]
    if len(places) < 2:
        return []
    from datasketch import MinHash, MinHashLSH

    bands = MinHashLSH(threshold=config.candidate_overlap, num_perm=config.n_hashes)
    empty = MinHash(num_perm=config.n_hashes, seed=config.random_state, hashfunc=int)
    sketches = np.empty((len(places), config.n_hashes), dtype=np.uint32)
    for row, number in enumerate(places):
        sketch = empty.copy()
        sketch.update_batch(shingles[number])
        sketches[row] = sketch.hashvalues
    pairs: set[tuple[int, int]] = set()
    for band in range(bands.b):
        alike: dict[bytes, list[int]] = {}
        for number, part in zip(places, sketches[:, band * bands.r : (band + 1) * bands.r], strict=True):
            alike.setdefault(part.tobytes(), []).append(number)
        for members in alike.values():
            if len(members) <= config.most_alike:
                pairs.update(combinations(members, 2))
            else:
                pairs.update(pairwise(members))
                pairs.update((members[0], member) for member in members[1:])
    return sorted(pairs)


def is_same(one: Candidate, other: Candidate, one_runs: Runs, other_runs: Runs, *, config: Config) -> bool:
    """Whether two articles are the same one: measured overlap, and no other month or other numbers."""
    shared = len(np.intersect1d(one_runs, other_runs, assume_unique=True))
    shorter, longer = sorted((len(one_runs), len(other_runs)))
    overlap = shared / (shorter + longer - shared)
    is_contained = shared >= MIN_CONTAINED * shorter and shorter >= MIN_LENGTH_RATIO * longer
    if overlap < config.min_overlap and not is_contained:
        return False
    return not has_other_period(one.title, other.title) and not has_other_numbers(one.text, other.text)


def has_other_period(one: str, other: str) -> bool:
    """Whether two titles name different months, years or numbers: issues of one series."""
    first, second = (set(WORD.findall(title.casefold())) for title in (one, other))
    only = first ^ second
    return bool(only) and all(word in MONTHS or word.isdigit() for word in only) and bool(first & second)


def has_other_numbers(one: str, other: str) -> bool:
    """Whether the numbers of two texts differ beyond what a changed date line does."""
    first, second = (set(NUMBER.findall(text)) for text in (one, other))
    either = first | second
    differ = min(len(first - second), len(second - first))
    return bool(either) and differ > 2 and differ > float(np.round(MAX_OTHER_NUMBERS * len(either)))
