"""Whether it was found what each sum is for. No stage is imported: tables only."""

from __future__ import annotations

import re

import pandas as pd

from tests.demo.measures import Figures, Truth, fold, pair_rows

READINGS = " / "
SMALL = frozenset({"of", "on", "for", "to", "at", "the", "a", "an", "it", "and", "in"})
PREPOSITION = re.compile(r" (?:of|on|for|to|at) ")


def measure_purposes(truth: Truth, sums: pd.DataFrame, mentions: pd.DataFrame) -> Figures:
    """Of the sums found in place: how many are said to be for something, how many for the right thing, at what length.

    `purpose words` is the mean number of words of those that are right: a whole sentence would always be right.
    """
    placed = sums[["mention_id", "about"]].merge(mentions[["mention_id", "source", "start", "end"]], on="mention_id")
    pairs = [(str(want["about"]), told(got["about"])) for want, got in pair_rows(truth.money, placed)]
    right = [about for purpose, about in pairs if is_right(about, purpose)]
    return {
        "purpose told": sum(bool(about) for _, about in pairs) / max(len(pairs), 1),
        "purpose right": len(right) / max(len(pairs), 1),
        "purpose words": sum(len(about.split()) for about in right) / max(len(right), 1),
    }


def told(about: object) -> str:
    """The phrase; empty where there is none."""
    return "" if pd.isna(about) else str(about)


def is_right(about: str, purpose: str) -> bool:
    """Whether a phrase holds the head noun, or more than half of the words, of one reading of the purpose.

    The head noun is the last word before the first preposition ("order for battery ferries": order). Small words do not
    count, nor do case and a plural's s.
    """
    words = stems(about)
    readings = [(head_of(one), stems(one)) for one in purpose.split(READINGS)]
    return any(head in words or 2 * len(wanted & words) > len(wanted) for head, wanted in readings)


def head_of(phrase: str) -> str:
    """The stem of the phrase's head noun."""
    return stem(PREPOSITION.split(fold(phrase))[0].split()[-1])


def stems(phrase: str) -> set[str]:
    """The stems of a phrase's words, small ones left out."""
    return {stem(word) for word in re.findall(r"[\w'-]+", fold(phrase)) if word not in SMALL}


def stem(word: str) -> str:
    """A word without a possessive ending or a plural's s."""
    return re.sub(r"(?:'s?|s'?)$", "", word) if len(word) > 3 else word
