"""A simulated corpus as the tables that the stages topics and prevalence want."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from pipeline.certify.generators import Planted
from pipeline.certify.shape import Ints, Shape
from pipeline.checks import empty

SENTENCE = 15  # words
DOCUMENT = "0" * 12


def write_tables(planted: Planted, shape: Shape) -> dict[str, pd.DataFrame]:
    """Tables articles, article_years, tokens and mentions of a simulated corpus; every word is a noun of its own."""
    ids = [f"{DOCUMENT}:{number:06d}" for number in range(1, len(planted.texts) + 1)]
    best = [int(np.argmax(row)) if row.any() else None for row in shape.years]
    places = np.argwhere(shape.years > 0)
    texts = [write(text) for text in planted.texts]
    columns: dict[str, Any] = {
        "article_id": ids,
        "document_id": DOCUMENT,
        "source": shape.sources,
        "title": [f"{spell(int(text[0]))} and {spell(int(text[-1]))}" for text in planted.texts],
        "start": 0,
        "end": [len(text) for text in texts],
        "spans": [[[0, len(text)]] for text in texts],
        "text": texts,
        "n_words": [len(text) for text in planted.texts],
        "duplicate_of": None,
        "date_basis": "none",
        "date_evidence": "",
        "year": pd.array([None if place is None else shape.year_names[place] for place in best], dtype="Int64"),
    }
    articles = empty("articles").reindex(range(len(ids))).assign(**columns)
    article_years = pd.DataFrame(
        {
            "article_id": [ids[row] for row, _ in places],
            "year": [shape.year_names[column] for _, column in places],
            "probability": shape.years[shape.years > 0],
        }
    )
    return {
        "articles": articles,
        "article_years": article_years,
        "tokens": write_tokens(planted, ids),
        "mentions": empty("mentions"),
    }


def write_tokens(planted: Planted, ids: list[str]) -> pd.DataFrame:
    """The table tokens: words of WIDTH letters with a blank after each."""
    sizes = [len(text) for text in planted.texts]
    position = np.concatenate([np.arange(size) for size in sizes])
    width = len(spell(0)) + 1
    names = np.array([spell(term) for term in range(planted.themes.shape[1])], dtype=object)
    return pd.DataFrame(
        {
            "article_id": np.repeat(np.array(ids, dtype=object), sizes),
            "position": position,
            "start": position * width,
            "end": position * width + width - 1,
            "sentence": position // SENTENCE,
            "lemma": names[np.concatenate(planted.texts)],
            "pos": "NOUN",
        }
    )


def write(text: Ints) -> str:
    """The text of an article."""
    return " ".join(spell(int(term)) for term in text)


def spell(term: int) -> str:
    """A word for a term, such as "qabadf": letters alone, all of one length, no word of English at its start."""
    letters = ""
    rest = int(term)
    for _ in range(5):
        rest, digit = divmod(rest, 10)
        letters = "abcdefghij"[digit] + letters
    return f"q{letters}"


def unspell(word: str) -> int:
    """The term that `spell` made the word for."""
    return int("".join(str("abcdefghij".index(letter)) for letter in word[1:]))
