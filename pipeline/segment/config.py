"""Settings of segment; the values stand in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """What counts as a repeated line, a headline, a boundary and a near-duplicate."""

    min_repeats: int = field(metadata={"low": 2})
    min_repeat_share: float = field(metadata={"low": 0, "high": 1})
    min_place_share: float = field(metadata={"low": 0, "high": 1})
    max_separator_chars: int = field(metadata={"low": 1})
    core_share: float = field(metadata={"low": 0, "high": 1})
    max_tiers: int = field(metadata={"low": 1})
    min_headed_share: float = field(metadata={"low": 0, "high": 1})
    min_plain_separators: int = field(metadata={"low": 2})
    min_datelines: int = field(metadata={"low": 2})
    min_dateline_share: float = field(metadata={"low": 0, "high": 1})
    min_article_words: int = field(metadata={"low": 1})
    max_headline_chars: int = field(metadata={"low": 20})
    max_headline_words: int = field(metadata={"low": 3})
    max_completion_words: int = field(metadata={"low": 0})
    max_notes_share: float = field(metadata={"low": 0, "high": 1})
    max_caption_words: int = field(metadata={"low": 1})
    min_callout_words: int = field(metadata={"low": 1})
    max_callout_share: float = field(metadata={"low": 0, "high": 1})
    min_teaser_words: int = field(metadata={"low": 2})
    shingle_words: int = field(metadata={"low": 1})
    n_hashes: int = field(metadata={"low": 16})
    candidate_overlap: float = field(metadata={"low": 0, "high": 1})
    most_alike: int = field(metadata={"low": 2})
    min_overlap: float = field(metadata={"low": 0, "high": 1})
    random_state: int = field(metadata={"low": 0})
    fields: tuple[dict[str, str], ...]
    furniture_shapes: tuple[dict[str, str], ...]
