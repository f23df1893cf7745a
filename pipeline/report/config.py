"""Settings of the report."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Values in config.toml beside this file, where each is explained."""

    headline_findings: int = field(metadata={"low": 0, "high": 3})
    listed_findings: int = field(metadata={"low": 1, "high": 100})
    examples: int = field(metadata={"low": 0, "high": 10})
    excerpt_chars: int = field(metadata={"low": 40, "high": 1000})
    headline_chars: int = field(metadata={"low": 20, "high": 500})
    terms_shown: int = field(metadata={"low": 1, "high": 20})
    topics_shown: int = field(metadata={"low": 1, "high": 100})
    go_with: int = field(metadata={"low": 0, "high": 10})
    most_rows: int = field(metadata={"low": 1, "high": 200})
    years_across: int = field(metadata={"low": 1, "high": 12})
    interval: float = field(metadata={"low": 0.5, "high": 0.999})
    firm: float = field(metadata={"low": 0, "high": 1})
    page_ppi: int = field(metadata={"low": 36, "high": 300})
    sentences: tuple[dict[str, str], ...]
    glossary: tuple[dict[str, str], ...]
    notes: tuple[dict[str, str], ...]
