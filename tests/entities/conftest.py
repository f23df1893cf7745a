"""Small tables for the entities room: texts of our own with the names that a model would see in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import pytest

from pipeline.corpus import Corpus
from pipeline.entities.stage import entities
from pipeline.settings import load_config

CONFIG = load_config("entities", {})
Names = Mapping[str, str]


def article_rows(texts: Sequence[str], *, duplicates: Mapping[int, int] | None = None) -> pd.DataFrame:
    """One article a text, one document each; text i is of day i + 1 of March 2020."""
    ids = [f"doc{index:09d}:0001" for index in range(len(texts))]
    copies = duplicates or {}
    return pd.DataFrame(
        {
            "article_id": pd.array(ids, dtype="str"),
            "source": [f"{index}.txt" for index in range(len(texts))],
            "title": [text.partition("\n")[0] for text in texts],
            "text": pd.array(list(texts), dtype="str"),
            "spans": [[[0, len(text)]] for text in texts],
            "duplicate_of": pd.array([ids[copies[i]] if i in copies else None for i in range(len(texts))], dtype="str"),
            "date": pd.to_datetime([f"2020-03-{index + 1:02d}" for index in range(len(texts))]),
        }
    )


def token_rows(articles: pd.DataFrame) -> pd.DataFrame:
    """Words parted by spaces, sentences by full stops and line ends: as much of `tokens` as the room reads."""
    rows = []
    for name, text in zip(articles["article_id"], articles["text"], strict=True):
        sentence = 0
        for position, match in enumerate(re.finditer(r"\S+", text)):
            rows.append((name, position, match.start(), match.end(), sentence))
            sentence += match[0][-1] in ".!?" or text[match.end() : match.end() + 1] == "\n"
    return pd.DataFrame(rows, columns=["article_id", "position", "start", "end", "sentence"])


def span_rows(articles: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Each place where a surface of `names` stands whole, with its label."""
    rows = [
        (name, match.start(), match.end(), label)
        for name, text in zip(articles["article_id"], articles["text"], strict=True)
        for surface, label in names.items()
        for match in re.finditer(rf"\b{re.escape(surface)}(?!\w)", text)
    ]
    frame = pd.DataFrame(rows, columns=["article_id", "start", "end", "label"])
    return frame.astype({"article_id": "str", "start": "int64", "end": "int64", "label": "str"})


@pytest.fixture
def run() -> Callable[..., dict[str, pd.DataFrame]]:
    """The stage on texts: run(texts, names={surface: label}, corpus=..., duplicates={copy: original})."""

    def on_texts(
        texts: Sequence[str],
        *,
        names: Names | None = None,
        corpus: Corpus | None = None,
        duplicates: Mapping[int, int] | None = None,
    ) -> dict[str, pd.DataFrame]:
        articles = article_rows(texts, duplicates=duplicates)
        tokens, spans = token_rows(articles), span_rows(articles, names or {})
        return entities(articles, tokens, spans, corpus=corpus or Corpus(), config=CONFIG)

    return on_texts


@pytest.fixture
def surfaces(run: Callable[..., dict[str, pd.DataFrame]]) -> Callable[..., list[tuple[str, str]]]:
    """The surfaces of one type in texts, with their canonical names, in order."""

    def of(kind: str, *texts: str, names: Names | None = None, corpus: Corpus | None = None) -> list[tuple[str, str]]:
        mentions = run(texts, names=names, corpus=corpus)["mentions"]
        chosen = mentions[mentions["type"] == kind].sort_values(["article_id", "start"])
        return list(zip(chosen["surface"], chosen["canonical"], strict=True))

    return of
