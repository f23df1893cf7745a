"""The findings: changes that hold, in words made from their numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pipeline.corpus import Publisher
from pipeline.prevalence.arrays import Flags, Ints
from pipeline.prevalence.bands import Level, expected_articles
from pipeline.prevalence.changes import Change, Yearly, find_changes
from pipeline.prevalence.config import Config
from pipeline.prevalence.holding import Setting, count_holding, list_settings
from pipeline.prevalence.outlets import name_outlets
from pipeline.prevalence.shares import Shares
from pipeline.prevalence.sources import Period, gather_sources
from pipeline.prevalence.splits import COLUMNS as SPLIT_COLUMNS
from pipeline.prevalence.splits import split_change

COLUMNS = [
    "finding_id", "theme_id", "kind", "from_year", "earlier_to", "later_from", "to_year", "change", "low", "high",
    "probability", "n_settings", "n_holds", "sentence",
]  # fmt: skip
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
NO_SPLITS = pd.DataFrame(columns=SPLIT_COLUMNS)


def write_findings(
    shares: Shares,
    level: Level,
    articles: pd.DataFrame,
    variants: pd.DataFrame,
    *,
    usable: Flags,
    publishers: Sequence[Publisher] = (),
    config: Config,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables findings and splits of the themes of `shares`; `usable` (years,) says which years carry weight.

    Sources are outlets here: `publishers` are those that corpus.toml states.
    """
    names, numbers = number_outlets(articles, shares.article_ids, publishers)
    means = level.moments.means
    yearly = Yearly(
        year_names=shares.year_names,
        articles=expected_articles(shares),
        share=level.share,
        agenda=level.process,
        sources=[gather_sources(names, numbers, shares.years, shared) for shared in means.T],
    )
    shown = Setting(shares.years, means)
    settings = list_settings(shares, means, numbers, len(names), variants, config=config)
    rows, splits = [], [NO_SPLITS]
    for change in find_changes(yearly, usable, config=config):
        holding = count_holding(change.theme, change.earlier, change.later, shown, settings, config=config)
        if holding[1] < config.holds_in * holding[0]:
            continue
        rows.append(write_row(change, shares.theme_ids[change.theme], shares.year_names, holding))
        splits.append(split_change(change, yearly.sources[change.theme], str(rows[-1]["finding_id"])))
    return pd.DataFrame(rows, columns=COLUMNS), pd.concat(splits[1:] or splits, ignore_index=True)


def number_outlets(
    articles: pd.DataFrame, article_ids: list[str], publishers: Sequence[Publisher]
) -> tuple[list[str], Ints]:
    """The names of the outlets, sorted, and each article's number among them."""
    outlets = dict(zip(articles["article_id"], name_outlets(articles, publishers), strict=True))
    numbers, names = pd.factorize(np.array([outlets[article] for article in article_ids], dtype=object), sort=True)
    return [str(name) for name in names], np.asarray(numbers, dtype=np.int64)


def write_row(change: Change, theme_id: str, year_names: list[int], holding: tuple[int, int]) -> dict[str, object]:
    """One finding; its years are the first of the earlier period and the last of the later one.

    `holding`: how many settings were tried, and in how many it holds.
    """
    from_year, to_year = year_names[change.earlier[0]], year_names[change.later[1]]
    apart = change.after - change.before
    return {
        "finding_id": f"{theme_id}:{from_year}-{to_year}",
        "theme_id": theme_id,
        "kind": "rise" if apart > 0 else "fall",
        "from_year": from_year,
        "earlier_to": year_names[change.earlier[1]],
        "later_from": year_names[change.later[0]],
        "to_year": to_year,
        "change": apart,
        "low": min(change.low, apart),
        "high": max(change.high, apart),
        "probability": change.probability,
        "n_settings": holding[0],
        "n_holds": holding[1],
        "sentence": write_sentence(change, year_names, holding),
    }


def write_sentence(change: Change, year_names: list[int], holding: tuple[int, int]) -> str:
    """The change in words, such as "Rose from 5 % to 14 % between 2017 and 2021 (90 % interval ...)"."""
    verb = "Rose" if change.after > change.before else "Fell"
    apart = change.after - change.before
    low, high = min(change.low, apart), max(change.high, apart)
    digits = 0 if abs(round(100 * change.after) - round(100 * change.before)) >= 2 else 1
    before, after = (percent(share, digits) for share in (change.before, change.after))
    interval = f"90 % interval of the change: {signed(low, digits)} to {signed(high, digits)} points"
    earlier, later = name_period(change.earlier, year_names), name_period(change.later, year_names)
    if DASH in earlier + later:
        told = f"{verb} from {before} in {earlier} to {after} in {later} ({interval})"
    else:
        told = f"{verb} from {before} to {after} between {earlier} and {later} ({interval})"
    held = f"holds in {holding[1]} of {holding[0]} other settings" if holding[0] else ""
    return "; ".join(part for part in (told, change.remark, held) if part)


def percent(share: float, digits: int) -> str:
    """A share in per cent; what would round to nothing says so."""
    shown = f"{100 * share:.{digits}f}"
    return f"{shown} %" if float(shown) > 0 else "less than 1 %"


def name_period(period: Period, year_names: list[int]) -> str:
    """A year, or a first and last year with a dash between."""
    first, last = year_names[period[0]], year_names[period[1]]
    return str(first) if first == last else f"{first}{DASH}{last}"


def signed(share: float, digits: int) -> str:
    """A difference of shares in points, with a true minus sign."""
    shown = f"{abs(100 * share):.{digits}f}"
    return f"{MINUS}{shown}" if share < 0 and float(shown) > 0 else shown
