"""Small tables and settings that the tests of this room share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pipeline.checks import empty
from pipeline.prevalence.about import Lexicon, Word
from pipeline.prevalence.config import Config
from pipeline.prevalence.pages import read_lexicon
from pipeline.settings import load_config

INPUTS = (
    "articles",
    "article_years",
    "tokens",
    "mentions",
    "topics",
    "themes",
    "article_topics",
    "draws",
    "variants",
)
DAYS = ("date", "date_earliest", "date_latest")


@pytest.fixture(scope="session")
def config() -> Config:
    return replace(load_config("prevalence", {}), n_draws=200)


@pytest.fixture(scope="session")
def lexicon(config) -> Lexicon:
    return read_lexicon(config)


def tagged(text: str) -> tuple[list[Word], int, int]:
    """Words of "Word/POS" or "Word/POS/lemma" parts and the places of those in [[ ]]; "_" joins a part to the last."""
    words: list[Word] = []
    at = first = last = 0
    for part in text.split():
        inside = "[[" in part or "]]" in part
        token, pos, *lemma = part.replace("[[", "").replace("]]", "").split("/")
        glued = token.startswith("_")
        token = token.removeprefix("_")
        at += 0 if glued or not words else 1
        if "[[" in part:
            first = len(words)
        words.append(
            Word(at, at + len(token), token, lemma[0] if lemma else token.lower(), pos, inside or pos == "SUM")
        )
        at += len(token)
        if "]]" in part:
            last = len(words)
    return words, first, last


@pytest.fixture(scope="session")
def tag():
    return tagged


def write_tables(years: list[dict[int, float] | None], *, sources: list[str] | None = None, shares=None) -> dict:
    """All the tables that the stage wants: one article a dict of year probabilities, four topics in three themes."""
    ids = [f"aaaaaaaaaaaa:{number:04d}" for number in range(1, len(years) + 1)]
    rng = np.random.default_rng(5)
    made = {name: empty(name) for name in INPUTS}
    best = [max(known, key=known.get) if known else None for known in years]
    made["articles"] = pd.DataFrame(
        {
            "article_id": ids,
            "document_id": "aaaaaaaaaaaa",
            "source": sources or "one.txt",
            "start": range(len(ids)),
            "end": range(1, len(ids) + 1),
            "title": [f"Headline {chr(97 + number % 26)} {number // 26 * 'x'}" for number in range(len(ids))],
            "spans": [[[number, number + 1]] for number in range(len(ids))],
            "text": "x",
            "date": pd.NaT,
            "url": None,
            "duplicate_of": None,
            **{name: pd.to_datetime([year and f"{year}-05-01" for year in best]) for name in DAYS},
            "year": pd.array(best, dtype="Int64"),
        }
    )
    rows = [(key, year, p) for key, known in zip(ids, years, strict=True) for year, p in (known or {}).items()]
    made["article_years"] = pd.DataFrame(rows, columns=["article_id", "year", "probability"])
    names = ["t01", "t02", "t03", "t04"]
    made["topics"] = pd.DataFrame({"topic_id": names, "theme_id": ["theme-a", "theme-b", "theme-a", "theme-z"]})
    kinds = ["subject", "subject", "background"]
    made["themes"] = pd.DataFrame({"theme_id": ["theme-a", "theme-b", "theme-z"], "kind": kinds})
    levels = shares if shares is not None else rng.dirichlet(np.ones(4), len(ids))
    rows = [
        (key, draw, rng.dirichlet(level * 80 + 0.1).astype(np.float32))
        for key, level in zip(ids, levels, strict=True)
        for draw in range(20)
    ]
    made["draws"] = pd.DataFrame(rows, columns=["article_id", "draw", "shares"])
    rows = [
        (key, topic, p) for key, level in zip(ids, levels, strict=True) for topic, p in zip(names, level, strict=True)
    ]
    made["article_topics"] = pd.DataFrame(rows, columns=["article_id", "topic_id", "share"])
    return made


@pytest.fixture(scope="session")
def tables():
    return write_tables
