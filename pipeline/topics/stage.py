"""Topics: what the articles are about, as topics that recur over many chains of LDA, grouped into themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.corpus import Corpus
from pipeline.kept import KeptTheme
from pipeline.topics.chains import Chain
from pipeline.topics.config import Config
from pipeline.topics.consensus import find_consensus
from pipeline.topics.crosscheck import crosscheck_rows
from pipeline.topics.describe import Model, describe
from pipeline.topics.evidence import evidence_rows
from pipeline.topics.labels import unused_labels
from pipeline.topics.ladder import ladder_rows
from pipeline.topics.matching import show
from pipeline.topics.phrases import join_phrases
from pipeline.topics.plans import plan_chains
from pipeline.topics.registry import keep_names
from pipeline.topics.results import article_rows, draw_rows, draw_shares, none_found, term_rows, theme_rows, topic_rows
from pipeline.topics.size import find_size
from pipeline.topics.terms import content_terms
from pipeline.topics.trials import Trials, Tried, plan_trials, run_trials
from pipeline.topics.variants import variant_rows
from pipeline.topics.vocabulary import Matter, build_matter

NO_TERMS = "the articles hold too few terms for any theme, so none is shown. Add documents, then make."


def topics(
    articles: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    kept: Sequence[KeptTheme] = (),
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """Tables topics to evidence of pipeline/tables/themes.py; articles with too few terms are rejects.

    `kept` themes give their ids and labels to those that are known again. Near-duplicates are not fitted
    and have no rows. A corpus without terms gives tables without rows.
    """
    counted = articles[articles["duplicate_of"].isna()]
    own = tokens["article_id"].isin(counted["article_id"])
    words = join_phrases(content_terms(tokens[own], mentions, config=config), config=config)
    matter = build_matter(words, config=config)
    rejects = too_short(counted, matter.articles)
    if not len(matter.articles):
        return {**none_found(), "rejects": rejects, "notices": [NO_TERMS]}
    config = replace(config, n_topics=find_size(matter, config=config))
    plans = plan_chains(matter, config=config)
    trials = plan_trials(matter, words, plans, config=config)
    chains, tried = run_trials(plans, trials)
    consensus = find_consensus(chains, config=config)
    model = describe(consensus, matter, words, counted, labels=corpus.themes, config=config)
    model, notices = name_again(model, kept, corpus, config)
    draws = draw_shares(model, alpha_sum=config.alpha_sum, seed=config.random_seed)
    return {
        "topics": topic_rows(model),
        "themes": theme_rows(model),
        "topic_terms": term_rows(model, n_terms=config.n_terms_shown),
        "article_topics": article_rows(model, draws),
        "draws": draw_rows(model, draws),
        **hold_against(model, matter, chains, tried, trials, has_rest=consensus.has_rest, config=config),
        "evidence": evidence_rows(model, words, tokens[own], counted, config=config),
        "rejects": rejects,
        **({"notices": notices} if notices else {}),
    }


def name_again(model: Model, kept: Sequence[KeptTheme], corpus: Corpus, config: Config) -> tuple[Model, list[str]]:
    """The model with the names of kept themes, and what to tell of names that found no theme."""
    model, notices = keep_names(model, term_rows(model, n_terms=config.n_terms_shown), kept)
    return model, [*notices, *unused_labels(corpus.themes, model.themes["label"].tolist())]


def hold_against(
    model: Model,
    matter: Matter,
    chains: Sequence[Chain],
    tried: Sequence[Tried],
    trials: Trials,
    *,
    has_rest: bool,
    config: Config,
) -> dict[str, pd.DataFrame]:
    """Tables variants, ladder and crosscheck: what is shown held against the same corpus under other settings."""
    shown = show(model, has_rest=has_rest, rows=trials.rows)
    own = [replace(chain, counts=chain.counts[trials.rows], samples=chain.samples[:0]) for chain in chains]
    few = own[: config.trial_chains]
    return {
        "variants": variant_rows(tried, own, shown, config=config),
        "ladder": ladder_rows(tried, few, trials.splits, shown, matter.counts[trials.rows], config=config),
        "crosscheck": crosscheck_rows(tried, shown, config=config),
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
