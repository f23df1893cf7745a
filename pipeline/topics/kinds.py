"""Kinds of topics: a subject, a kind of document, one series, or the vocabulary that all articles share."""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
MONTHS = frozenset(name.lower() for name in [*calendar.month_name[1:], *calendar.month_abbr[1:]]) | {"sept"}
SEASONS = frozenset(
    {"spring", "summer", "autumn", "fall", "winter", "quarter", "weekly", "monthly", "quarterly", "termly"}
)
NUMBER = re.compile(r"(?:1[89]|20)\d\d|\d{1,3}")
LITTLE = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "with",
    ]
)
LEAST_ISSUES = 3  # three dated headlines of one wording make a series
DATED_SHARE = 0.6  # a word of a series' headlines mostly stands beside a date
LEAST_LIFT = 2.0  # a topic is of a series only where it is at least twice as common in an issue as in another article


@dataclass(frozen=True)
class Forms:
    """What headlines tell of form: words that recur in dated headlines, and articles x words that say them."""

    words: tuple[str, ...]
    has_word: NDArray[np.bool_]
    is_issue: NDArray[np.bool_]


def find_forms(titles: Sequence[str]) -> Forms:
    """The words of form that recur over dated headlines ("update" in "North Update, May 2020"), and the issues.

    A series is known by its headlines: they share words and differ in their date.
    """
    stamps: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    dated: Counter[str] = Counter()
    said: Counter[str] = Counter()
    words_of = []
    for title in titles:
        words = [word.lower() for word in WORD.findall(title)]
        stamp = tuple(word for word in words if is_date_word(word))
        plain = {word for word in words if word not in LITTLE and not is_date_word(word)}
        words_of.append((plain, stamp))
        said.update(plain)
        for word in plain if stamp else ():
            dated[word] += 1
            stamps[word].add(stamp)
    forms = tuple(
        sorted(w for w, seen in stamps.items() if len(seen) >= LEAST_ISSUES and dated[w] >= DATED_SHARE * said[w])
    )
    has_word = np.array([[word in plain for word in forms] for plain, _ in words_of], dtype=bool)
    has_word = has_word.reshape(len(titles), len(forms))
    is_dated = np.array([bool(stamp) for _, stamp in words_of], dtype=bool)
    return Forms(forms, has_word, is_dated & has_word.any(axis=1))


def is_date_word(word: str) -> bool:
    """Whether a headline's word is part of a date or the number of an issue."""
    return word in MONTHS or word in SEASONS or bool(NUMBER.fullmatch(word))


def series_profiles(shares: Matrix, forms: Forms, *, kind_share: float) -> Matrix:
    """For each topic that lies in the issues of series, its mass over words of form; zeros for other topics."""
    if not forms.words:
        return np.zeros((shares.shape[1], 0))
    mass = shares.sum(axis=0)
    inside = shares[forms.is_issue].sum(axis=0) / np.maximum(mass, 1e-12)
    of_series = (inside >= kind_share) & is_commoner(shares, forms.is_issue)
    issues = forms.has_word & forms.is_issue[:, None]
    # a series is known by what most issues say ("update"), less by what sets one issue apart (a place)
    weight = issues.sum(axis=0) / max(1, int(forms.is_issue.sum()))
    profile: Matrix = (shares.T @ issues) / np.maximum(mass, 1e-12)[:, None] * weight
    profile[~of_series] = 0
    return profile


def is_commoner(shares: Matrix, is_issue: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether each topic is commoner in an issue than in another article; none where there are no others."""
    if is_issue.all() or not is_issue.any():
        return np.zeros(shares.shape[1], dtype=bool)
    common: NDArray[np.bool_] = shares[is_issue].mean(axis=0) >= LEAST_LIFT * shares[~is_issue].mean(axis=0)
    return common


def is_document_kind(
    shares: Matrix, titles: Sequence[str], top: Sequence[Sequence[str]], genres: frozenset[str], *, kind_share: float
) -> NDArray[np.bool_]:
    """Whether each topic is a kind of document: its mass lies in headlines that name a genre, as its own terms do."""
    mass = np.maximum(shares.sum(axis=0), 1e-12)
    found = np.zeros(shares.shape[1], dtype=bool)
    words_of = [{word.lower().removesuffix("s") for word in WORD.findall(title)} for title in titles]
    for topic, terms in enumerate(top):
        named = genres & {part for term in terms for part in term.split("_")}
        if named:
            says = np.array([bool(words & named) for words in words_of])
            found[topic] = shares[says, topic].sum() / mass[topic] >= kind_share
    return found
