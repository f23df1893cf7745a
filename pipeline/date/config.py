"""Settings of the room date; their values stand in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Every tunable value of the room."""

    profiles: tuple[dict[str, str], ...]
    cues_past: frozenset[str]
    cues_future: frozenset[str]
    cues_decoy: frozenset[str]
    cues_meeting: frozenset[str]
    seasons: tuple[dict[str, str], ...]
    calendar_uk: tuple[dict[str, str], ...]
    margin_years: int = field(metadata={"low": 0, "high": 50})
    outlier_years: float = field(metadata={"low": 0, "high": 0.2})
    longest_years: int = field(metadata={"low": 1, "high": 500})
    kept_rows: int = field(metadata={"low": 1})
    misleading: float = field(metadata={"low": 0, "high": 0.5})
    coverage: float = field(metadata={"low": 0.5, "high": 0.999})
    level_weight: float = field(metadata={"low": 1})
    day_width: int = field(metadata={"low": 0})
    month_width: int = field(metadata={"low": 0})
    widest: int = field(metadata={"low": 1})
    least_support: float = field(metadata={"low": 0})
    least_year: float = field(metadata={"low": 0, "high": 0.1})
    order_gain: float = field(metadata={"low": 1})
    firm_width: int = field(metadata={"low": 0})
    nearby: int = field(metadata={"low": 0})
    fewest_firm: int = field(metadata={"low": 2})
    least_tau: float = field(metadata={"low": 0, "high": 1})
    most_pairs: int = field(metadata={"low": 2})
    least_smoothing: float = field(metadata={"low": 1})
    outside: float = field(metadata={"low": 0.001, "high": 1})
    order_evidence: float
    learning_rounds: int = field(metadata={"low": 1})
    learning_run: int = field(metadata={"low": 2})
    gap_scales: tuple[float, ...] = field(metadata={"low": 0})
    gap_weights: tuple[float, ...] = field(metadata={"low": 0, "high": 1})
    gap_prior: float = field(metadata={"low": 0})
    disorder_scale: float = field(metadata={"low": 0.1})
    most_disorder: float = field(metadata={"low": 0, "high": 0.5})
    together_mean: float = field(metadata={"low": 0, "high": 0.99})
    together_weight: float = field(metadata={"low": 0.1})
    displaced_mean: float = field(metadata={"low": 0.0001, "high": 0.5})
    displaced_weight: float = field(metadata={"low": 0})
    lag_scales: tuple[float, ...] = field(metadata={"low": 0})
    lag_weights: tuple[float, ...] = field(metadata={"low": 0, "high": 1})
    lag_prior: float = field(metadata={"low": 0})
    repost_lag: tuple[float, ...] = field(metadata={"low": 0})
    block: int = field(metadata={"low": 1})
