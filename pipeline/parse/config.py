"""Settings of the parse room; values and their evidence stand in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """What may be tuned in the spaCy pass."""

    model: str
    batch_size: int = field(metadata={"low": 1})
    unit_chars: int = field(metadata={"low": 1000})
    piece_chars: int = field(metadata={"low": 200, "high": 1_000_000})  # spaCy refuses longer texts
    n_process: int = field(metadata={"low": 0})
    parallel_chars: int = field(metadata={"low": 0})
    labels: tuple[str, ...]
