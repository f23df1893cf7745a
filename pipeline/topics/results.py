"""Results: the Model as the tables of the contract."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.topics.describe import Model
from pipeline.topics.measures import row_shares

COLUMNS = {
    "topics": "topic_id theme_id label persistence coherence exclusivity share is_background",
    "themes": "theme_id label persistence share kind is_hand_labelled",
    "topic_terms": "topic_id rank term weight frex",
    "article_topics": "article_id topic_id share low high",
    "draws": "article_id draw shares",
    "variants": "variant article_id shares",
    "ladder": "setting engine n_topics npmi exclusivity persistence held_out n_splits n_merges is_shipped",
    "crosscheck": "theme_id engine similarity share_r is_found",
    "evidence": "theme_id kind rank article_id start end share",
}


def none_found() -> dict[str, pd.DataFrame]:
    """The tables without rows, for a corpus that holds no terms."""
    return {name: pd.DataFrame(columns=columns.split()) for name, columns in COLUMNS.items()}


def topic_rows(model: Model) -> pd.DataFrame:
    """The table topics."""
    return model.topics.drop(columns="kind")


def theme_rows(model: Model) -> pd.DataFrame:
    """The table themes."""
    return model.themes


def term_rows(model: Model, *, n_terms: int) -> pd.DataFrame:
    """The table topic_terms: each topic's heaviest terms."""
    heaviest = np.argsort(-model.terms, axis=1, kind="stable")[:, :n_terms]
    n_topics, n_ranks = heaviest.shape
    return pd.DataFrame(
        {
            "topic_id": np.repeat(model.topics["topic_id"].to_numpy(), n_ranks),
            "rank": np.tile(np.arange(1, n_ranks + 1), n_topics),
            "term": model.vocabulary[heaviest].ravel(),
            "weight": np.take_along_axis(model.terms, heaviest, axis=1).ravel(),
            "frex": np.take_along_axis(model.frex, heaviest, axis=1).ravel(),
        }
    )


def article_rows(model: Model, draws: NDArray[np.float32]) -> pd.DataFrame:
    """The table article_topics; an article's shares sum to 1, low and high are the 5th and 95th percentile of draws."""
    shares = model.shares
    low, high = np.quantile(draws, (0.05, 0.95), axis=0).astype(float)
    n_articles, n_topics = shares.shape
    return pd.DataFrame(
        {
            "article_id": np.repeat(model.articles, n_topics),
            "topic_id": np.tile(model.topics["topic_id"].to_numpy(), n_articles),
            "share": shares.ravel(),
            # a mean may lie beyond the percentiles of a skewed share
            "low": np.minimum(low, shares).ravel(),
            "high": np.maximum(high, shares).ravel(),
        }
    )


def draw_rows(model: Model, draws: NDArray[np.float32]) -> pd.DataFrame:
    """The table draws."""
    n_draws, n_articles, _ = draws.shape
    return pd.DataFrame(
        {
            "article_id": np.tile(model.articles, n_draws),
            "draw": np.repeat(np.arange(n_draws), n_articles),
            "shares": list(draws.reshape(n_draws * n_articles, -1)),
        }
    )


def draw_shares(model: Model, *, alpha_sum: float, seed: int) -> NDArray[np.float32]:
    """Posterior draws of the articles' shares (draws x articles x topics), each summing to 1.

    Given a sample's assignments an article's shares have a Dirichlet posterior: alpha plus its counts. So a draw holds
    the doubt of the chain, of the sample, and of an article's being only so many words long.
    """
    n_draws, _, n_topics = model.samples.shape
    drawn = np.empty(model.samples.shape, dtype=np.float32)
    for draw in range(n_draws):
        random = np.random.default_rng([seed, draw])
        gammas = random.standard_gamma(model.samples[draw].astype(float) + alpha_sum / n_topics)
        drawn[draw] = row_shares(gammas * model.levels)
    return drawn
