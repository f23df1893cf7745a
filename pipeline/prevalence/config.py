"""The settings of the room; their values stand in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """What can be set; config.toml says why each value is what it is."""

    seed: int = field(metadata={"low": 0})
    n_draws: int = field(metadata={"low": 100, "high": 20_000})
    sparse_below: float = field(metadata={"low": 0})
    prior_articles: float = field(metadata={"low": 1})
    least_reliability: float = field(metadata={"low": 0.05, "high": 1})
    level_doubt: float = field(metadata={"low": 0, "high": 1})
    misjudged: float = field(metadata={"low": 0, "high": 1})
    probability: float = field(metadata={"low": 0.95, "high": 1})
    false_share: float = field(metadata={"low": 0, "high": 1})
    longest_period: int = field(metadata={"low": 1, "high": 20})
    findings_per_theme: int = field(metadata={"low": 0, "high": 20})
    source_articles: float = field(metadata={"low": 1})
    shared_sources: float = field(metadata={"low": 0, "high": 1})
    kept_without_source: float = field(metadata={"low": 0, "high": 1})
    kept_in_setting: float = field(metadata={"low": 0, "high": 1})
    holds_in: float = field(metadata={"low": 0, "high": 1})
    most_sources: int = field(metadata={"low": 1, "high": 1000})
    about_words: int = field(metadata={"low": 1, "high": 8})
    same_words: float = field(metadata={"low": 0, "high": 1})
    same_words_per_digit: float = field(metadata={"low": 0, "high": 1})
    same_words_within: float = field(metadata={"low": 0, "high": 1})
    same_years: float = field(metadata={"low": 0})
    speech_verbs: frozenset[str]
    amount_words: frozenset[str]
    time_words: frozenset[str]
    change_words: frozenset[str]
    gap_words: frozenset[str]
    holders: frozenset[str]
    holding_verbs: frozenset[str]
    cost_verbs: frozenset[str]
    money_words: frozenset[str]
    part_words: frozenset[str]
