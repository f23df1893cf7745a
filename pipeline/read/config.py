"""Settings of read; the values stand in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Bounds on what one file may cost, and the names of columns."""

    max_file_bytes: int = field(metadata={"low": 1})
    max_unpacked_bytes: int = field(metadata={"low": 1})
    max_html_bytes: int = field(metadata={"low": 1})
    max_docx_bytes: int = field(metadata={"low": 1})
    max_lines: int = field(metadata={"low": 1})
    max_control_share: float = field(metadata={"low": 0, "high": 1})
    max_broken_share: float = field(metadata={"low": 0, "high": 1})
    max_western_share: float = field(metadata={"low": 0, "high": 1})
    min_guess_bytes: int = field(metadata={"low": 1})
    columns: tuple[dict[str, str], ...]
