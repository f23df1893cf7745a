"""The table of each year's shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.prevalence.arrays import Flags, Floats, Ints
from pipeline.prevalence.bands import Level, expected_articles, limits
from pipeline.prevalence.shares import Shares

COLUMNS = [
    "theme_id", "topic_id", "year", "share", "low", "high", "agenda_low", "agenda_high", "whole_share", "whole_low",
    "whole_high", "n_articles", "n_effective", "is_sparse",
]  # fmt: skip
KEY = ["theme_id", "topic_id", "year"]
WHOLE = ["whole_share", "whole_low", "whole_high"]


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


@dataclass(frozen=True)
class Measured:
    """Shares with the themes' and the topics' levels by year that were measured from them."""

    shares: Shares
    themes: Level
    topics: Level


def write_years(subjects: Measured, everything: Measured, *, shown: Flags, sparse_below: float) -> pd.DataFrame:
    """Rows of every theme as a whole (topic_id null) and of every topic, for each year that is shown.

    Shares of subjects are of what is on subjects, and beside them of everything; those of background of everything.
    """
    within, whole = (write_rows(part, shown, sparse_below) for part in (subjects, everything))
    background = whole[~whole["theme_id"].isin(subjects.shares.theme_ids)]
    beside = whole.rename(columns={"share": "whole_share", "low": "whole_low", "high": "whole_high"})
    rows = pd.concat([within, background], ignore_index=True)
    return rows.merge(beside[[*KEY, *WHOLE]], on=KEY, how="left")[COLUMNS]


def write_rows(measured: Measured, shown: Flags, sparse_below: float) -> pd.DataFrame:
    """The rows of one measure of themes and topics, for each year that is shown."""
    shares = measured.shares
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
        *write_level(facts, measured.themes, shown, shares.theme_ids, whole),
        *write_level(facts, measured.topics, shown, theme_of, list(shares.topic_ids)),
    ]
    return pd.concat(rows, ignore_index=True)


def write_level(
    facts: pd.DataFrame, level: Level, shown: Flags, theme_ids: list[str], topic_ids: list[str | None]
) -> list[pd.DataFrame]:
    """One frame a theme or topic."""
    within = write_ends(level, shown)
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
