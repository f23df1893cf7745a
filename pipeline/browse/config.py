"""Settings of the browsable page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Values in config.toml beside this file, where each is explained."""

    headline_findings: int = field(metadata={"low": 0, "high": 3})
    terms_shown: int = field(metadata={"low": 1, "high": 30})
    go_with: int = field(metadata={"low": 0, "high": 20})
    most_behind: int = field(metadata={"low": 1, "high": 10000})
    least_share: float = field(metadata={"low": 0.001, "high": 0.2})
    least_chance: float = field(metadata={"low": 0.001, "high": 0.2})
    plain_kb: int = field(metadata={"low": 0, "high": 20000})
    chunk_kb: int = field(metadata={"low": 10, "high": 5000})
    most_text_mb: int = field(metadata={"low": 0, "high": 1000})
    interval: float = field(metadata={"low": 0.5, "high": 0.999})
    firm: float = field(metadata={"low": 0, "high": 1})
    sentences: tuple[dict[str, str], ...]
    glossary: tuple[dict[str, str], ...]
