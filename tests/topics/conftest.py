"""Tiny corpora for the topics room: articles made of chosen words, and articles drawn from planted topics."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from pipeline.checks import empty
from pipeline.settings import load_config

QUICK = {
    "n_chains": 4,
    "least_chains": 2,
    "n_burn": 60,
    "n_samples": 4,
    "n_between": 4,
    "n_draws": 8,
    "trial_chains": 1,
    "least_trial_chains": 1,
    "n_held_splits": 1,
    "n_passes": 10,
}


@pytest.fixture
def settings():
    """The room's own settings with short chains, and any others by name."""

    def make(**changes: Any):
        return load_config("topics", {**QUICK, **changes})

    return make


@pytest.fixture
def corpus_of():
    """Tables articles, tokens and mentions of articles given as (title, words); words are `lemma/POS` or nouns."""
    return make_corpus


def make_corpus(written: list[tuple[str, str]], *, document: str = "aaaaaaaaaaaa") -> dict[str, pd.DataFrame]:
    articles, tokens = [], []
    for number, (title, words) in enumerate(written, 1):
        article_id = f"{document}:{number:04d}"
        text, rows, sentence = "", [], 0
        for position, word in enumerate(words.split()):
            lemma, _, pos = word.partition("/")
            rows.append((article_id, position, len(text), len(text) + len(lemma), sentence, lemma, pos or "NOUN"))
            text += lemma + " "
            sentence += lemma == "."
        tokens += rows
        articles.append(article_row(article_id, document, title, text.rstrip()))
    return {
        "articles": pd.DataFrame(articles) if articles else empty("articles"),
        "tokens": pd.DataFrame(tokens, columns=list(empty("tokens").columns)) if tokens else empty("tokens"),
        "mentions": empty("mentions"),
    }


def article_row(article_id: str, document: str, title: str, text: str) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "document_id": document,
        "source": "made.txt",
        "title": title,
        "start": 0,
        "end": len(text),
        "year": 2020,
        "spans": [[0, len(text)]],
        "text": text,
        "n_words": len(text.split()),
        "duplicate_of": None,
    }


@pytest.fixture(scope="session")
def planted():
    """Words of 120 articles drawn from 5 planted topics of 40 terms each, their shares, and the topics themselves."""
    random = np.random.default_rng(7)
    n_articles, n_topics, n_own = 120, 5, 40
    topics = np.zeros((n_topics, n_topics * n_own))
    for topic in range(n_topics):
        topics[topic, topic * n_own : (topic + 1) * n_own] = random.dirichlet(np.full(n_own, 0.5))
    shares = random.dirichlet(np.full(n_topics, 0.2), n_articles)
    rows = []
    for article, share in enumerate(shares):
        drawn = random.choice(n_topics, 60, p=share)
        rows += [(f"a{article:03d}", f"w{random.choice(n_topics * n_own, p=topics[topic]):03d}") for topic in drawn]
    return pd.DataFrame(rows, columns=["article_id", "term"]), shares, topics
