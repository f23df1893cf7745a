"""Topics: what the articles are about, as topics that recur over many chains of LDA, grouped into themes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.corpus import Corpus
from pipeline.topics.chains import run_chains
from pipeline.topics.config import Config
from pipeline.topics.consensus import find_consensus
from pipeline.topics.describe import describe
from pipeline.topics.phrases import join_phrases
from pipeline.topics.plans import plan_chains
from pipeline.topics.results import article_rows, draw_rows, draw_shares, none_found, term_rows, theme_rows, topic_rows
from pipeline.topics.terms import content_terms
from pipeline.topics.vocabulary import build_matter


def topics(
    articles: pd.DataFrame, tokens: pd.DataFrame, mentions: pd.DataFrame, *, corpus: Corpus, config: Config
) -> dict[str, Any]:
    """Tables topics, themes, topic_terms, article_topics and draws; articles with too few terms are rejects.

    Near-duplicates are not fitted and have no rows. A corpus without terms gives tables without rows.
    """
    counted = articles[articles["duplicate_of"].isna()]
    own = tokens["article_id"].isin(counted["article_id"])
    words = join_phrases(content_terms(tokens[own], mentions, config=config), config=config)
    matter = build_matter(words, config=config)
    rejects = too_short(counted, matter.articles)
    if not len(matter.articles):
        lack = "the articles hold too few terms for any theme, so none is shown. Add documents, then make."
        return {**none_found(), "rejects": rejects, "notices": [lack]}
    consensus = find_consensus(run_chains(plan_chains(matter, config=config)), config=config)
    model = describe(consensus, matter, words, counted, labels=corpus.themes, config=config)
    draws = draw_shares(model, alpha_sum=config.alpha_sum, seed=config.random_seed)
    return {
        "topics": topic_rows(model),
        "themes": theme_rows(model),
        "topic_terms": term_rows(model, n_terms=config.n_terms_shown),
        "article_topics": article_rows(model, draws),
        "draws": draw_rows(model, draws),
        "rejects": rejects,
    }


def too_short(counted: pd.DataFrame, fitted: NDArray[np.object_]) -> pd.DataFrame:
    """A reject for each article that holds too few terms to tell what it is about."""
    short = counted[~counted["article_id"].isin(set(fitted))]
    return pd.DataFrame(
        {
            "row_id": short["article_id"],
            "reason": "too_few_terms",
            "text": [title or text[:200] for title, text in zip(short["title"], short["text"], strict=True)],
        }
    ).reset_index(drop=True)
