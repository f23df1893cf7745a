"""Settings of the charts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Values in config.toml beside this file, where each is explained."""

    most_names: int = field(metadata={"low": 1, "high": 40})
    most_panels: int = field(metadata={"low": 1, "high": 60})
    overview_panels: int = field(metadata={"low": 1, "high": 12})
    most_changes: int = field(metadata={"low": 1, "high": 40})
    term_panels: int = field(metadata={"low": 1, "high": 24})
    terms_shown: int = field(metadata={"low": 1, "high": 12})
    most_pairs: int = field(metadata={"low": 1, "high": 40})
    links_shown: int = field(metadata={"low": 1, "high": 12})
    least_naming: int = field(metadata={"low": 5})
    sums_labelled: int = field(metadata={"low": 0, "high": 20})
    interval: float = field(metadata={"low": 0.5, "high": 0.999})
    firm: float = field(metadata={"low": 0, "high": 1})
    most_rows: int = field(metadata={"low": 0})
    dpi: int = field(metadata={"low": 72, "high": 600})
    sentences: tuple[dict[str, str], ...]
