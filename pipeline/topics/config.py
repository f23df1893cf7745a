"""Settings of the room: types and ranges here, values in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Settings of topics; what each value means, and why it is what it is, stands beside it in config.toml."""

    parts_of_speech: tuple[str, ...]
    left_out: tuple[str, ...]
    stop_terms: frozenset[str]
    connectors: frozenset[str]
    genres: frozenset[str]
    phrase_min_count: int = field(metadata={"low": 2})
    phrase_npmi: float = field(metadata={"low": -1, "high": 1})
    min_articles: int = field(metadata={"low": 1})
    max_article_share: float = field(metadata={"low": 0, "high": 1})
    trade_evenness: float = field(metadata={"low": 0})
    trade_article_share: float = field(metadata={"low": 0, "high": 1})
    least_articles: int = field(metadata={"low": 2})
    least_terms: int = field(metadata={"low": 1})
    passage_terms: int = field(metadata={"low": 1})
    n_topics: int = field(metadata={"low": 1})
    finds_n_topics: bool
    sizes: tuple[float, ...]
    n_size_splits: int = field(metadata={"low": 1})
    size_articles: int = field(metadata={"low": 1})
    same_fit: float = field(metadata={"low": 0})
    articles_per_topic: int = field(metadata={"low": 1})
    terms_per_topic: int = field(metadata={"low": 1})
    alpha_sum: float = field(metadata={"low": 0.001})
    eta: float = field(metadata={"low": 0.0001})
    n_chains: int = field(metadata={"low": 1})
    least_chains: int = field(metadata={"low": 1})
    most_updates: int = field(metadata={"low": 1})
    n_burn: int = field(metadata={"low": 1})
    n_samples: int = field(metadata={"low": 1})
    n_between: int = field(metadata={"low": 1})
    n_draws: int = field(metadata={"low": 1})
    most_draw_cells: int = field(metadata={"low": 1})
    random_seed: int = field(metadata={"low": 0})
    least_topic_terms: int = field(metadata={"low": 0})
    same_topic: float = field(metadata={"low": 0, "high": 1})
    least_persistence: float = field(metadata={"low": 0, "high": 1})
    background_spread: tuple[float, ...] = field(metadata={"low": 0, "high": 1})
    background_own: tuple[float, ...] = field(metadata={"low": 0, "as_many_as": "background_spread"})
    owns_enough: float = field(metadata={"low": 0, "high": 1})
    everywhere: float = field(metadata={"low": 0})
    level_articles: int = field(metadata={"low": 1})
    kind_share: float = field(metadata={"low": 0, "high": 1})
    n_themes: int = field(metadata={"low": 1})
    same_series: float = field(metadata={"low": 0, "high": 1})
    leaves_series: float = field(metadata={"low": 0})
    terms_weight: float = field(metadata={"low": 0, "high": 1})
    mass_power: float = field(metadata={"low": 0, "high": 1})
    same_theme: float = field(metadata={"low": 0, "high": 1})
    frex_weight: float = field(metadata={"low": 0, "high": 1})
    n_terms_shown: int = field(metadata={"low": 10})
    n_label_terms: int = field(metadata={"low": 1})
    rungs: tuple[float, ...] = field(metadata={"low": 0.01})
    trial_chains: int = field(metadata={"low": 1})
    least_trial_chains: int = field(metadata={"low": 1})
    most_trial_updates: int = field(metadata={"low": 1})
    n_held_splits: int = field(metadata={"low": 1})
    held_share: float = field(metadata={"low": 0.01, "high": 0.5})
    n_passes: int = field(metadata={"low": 10})
    found_similarity: float = field(metadata={"low": 0, "high": 1})
    found_correlation: float = field(metadata={"low": 0, "high": 1})
    n_evidence: int = field(metadata={"low": 1})
    least_sentence_terms: int = field(metadata={"low": 1})
    same_passage: float = field(metadata={"low": 0, "high": 1})
