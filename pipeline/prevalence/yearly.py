"""The table of each year's shares."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.prevalence.arrays import TINY, Flags, Floats, Ints
from pipeline.prevalence.bands import Level, expected_articles, limits
from pipeline.prevalence.shares import Shares

COLUMNS = [
    "theme_id", "topic_id", "year", "share", "low", "high", "agenda_low", "agenda_high", "subject_share", "subject_low",
    "subject_high", "n_articles", "n_effective", "is_sparse",
]  # fmt: skip


def find_shown(shares: Shares, period: tuple[int, int] | None) -> Flags:
    """(years,): which years have rows: those within the period, if one is stated, with an article's best day in them.

    Doubt about dates spreads expected articles over the years between; a year that holds no article stays a gap.
    """
    years = np.array(shares.year_names, dtype=np.int64)
    first, last = period if period else (0, 9999)
    holds = count_articles(shares) > 0
    return np.asarray(holds & (years >= first) & (years <= last) & (len(shares.draws) > 0))


def count_articles(shares: Shares) -> Ints:
    """(years,): articles whose best day is in the year."""
    years = np.array(shares.year_names, dtype=np.int64)
    return np.asarray((shares.best_years[:, None] == years[None, :]).sum(axis=0))


def write_years(
    shares: Shares, of_themes: Level, of_topics: Level, background: Flags, *, shown: Flags, sparse_below: float
) -> pd.DataFrame:
    """Rows of every theme as a whole (topic_id null) and of every topic, for each year that is shown.

    `background` (themes,) marks themes that are no subject.
    """
    theme_of = [shares.theme_ids[column] for column in shares.members.argmax(axis=1)]
    n_effective = expected_articles(shares)
    facts = pd.DataFrame(
        {
            "year": shares.year_names,
            "n_articles": count_articles(shares),
            "n_effective": n_effective,
            "is_sparse": n_effective < sparse_below,
        }
    )[shown]
    whole: list[str | None] = [None] * len(shares.theme_ids)
    rows = [
        *write_level(facts, of_themes, background, shown, shares.theme_ids, whole),
        *write_level(facts, of_topics, shares.members @ background > 0, shown, theme_of, list(shares.topic_ids)),
    ]
    return pd.concat(rows, ignore_index=True)[COLUMNS]


def write_level(
    facts: pd.DataFrame,
    level: Level,
    background: Flags,
    shown: Flags,
    theme_ids: list[str],
    topic_ids: list[str | None],
) -> list[pd.DataFrame]:
    """One frame a theme or topic, with its shares of all that is written and of what is not background."""
    within = write_ends(level, shown)
    within |= write_subject(level, background, shown)
    return [
        facts.assign(theme_id=theme, topic_id=topic, **{name: values[:, place] for name, values in within.items()})
        for place, (theme, topic) in enumerate(zip(theme_ids, topic_ids, strict=True))
    ]


def write_ends(level: Level, shown: Flags) -> dict[str, Floats]:
    """By column, (groups, themes): each interval takes in the best share, and the agenda's takes in the corpus's."""
    low, high = limits(level.corpus[:, shown])
    agenda_low, agenda_high = limits(level.agenda[:, shown])
    share = level.share[shown]
    low, high = np.minimum(low, share), np.maximum(high, share)
    ends = {"share": share, "low": low, "high": high}
    ends |= {"agenda_low": np.minimum(agenda_low, low), "agenda_high": np.maximum(agenda_high, high)}
    return {name: np.clip(values, 0.0, 1.0) for name, values in ends.items()}


def write_subject(level: Level, background: Flags, shown: Flags) -> dict[str, Floats]:
    """By column, (years, themes): shares of this corpus's matter that is not background; NaN for background itself."""
    share = subject_part(level.share[shown], background)
    low, high = limits(subject_part(level.corpus[:, shown], background))
    ends = {"subject_share": share, "subject_low": np.minimum(low, share), "subject_high": np.maximum(high, share)}
    return {name: np.where(background, np.nan, np.clip(values, 0.0, 1.0)) for name, values in ends.items()}


def subject_part(shares: Floats, background: Flags) -> Floats:
    """`shares` (..., themes) over the sum of those that are not background."""
    return np.asarray(shares / np.maximum(shares[..., ~background].sum(axis=-1, keepdims=True), TINY))
