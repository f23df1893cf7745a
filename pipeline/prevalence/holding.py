"""In how many of the settings tried a change holds: other models of the same articles, and each source left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.prevalence.arrays import TINY, Floats, Ints, sum_to_one
from pipeline.prevalence.config import Config
from pipeline.prevalence.shares import Shares
from pipeline.prevalence.sources import Period


@dataclass(frozen=True)
class Setting:
    """One setting: articles' probabilities of the years (articles, years; 0 where left out), and their shares."""

    years: Floats
    shares: Floats


def list_settings(
    shares: Shares, means: Floats, source: Ints, n_sources: int, variants: pd.DataFrame, *, config: Config
) -> list[Setting]:
    """Every variant, and every source of `config.source_articles` or more left out, of the `most_sources` largest.

    `means` (articles, themes) are the shares that are shown, `source` (articles,) numbers of sources.
    """
    counts = np.bincount(source, minlength=n_sources)
    largest = np.argsort(-counts, kind="stable")[: config.most_sources]
    left_out = sorted(int(place) for place in largest if config.source_articles <= counts[place] < len(source))
    without = [Setting(shares.years * (source != place)[:, None], means) for place in left_out]
    return [*read_variants(shares, variants), *without]


def read_variants(shares: Shares, variants: pd.DataFrame) -> list[Setting]:
    """The settings of the table variants, by name; articles that a variant does not hold are left out of it.

    Its shares stand in the order of all theme_ids; those of the themes of `shares` are taken, in proportion.
    """
    row = {article: place for place, article in enumerate(shares.article_ids)}
    found = []
    for _, rows in variants[variants["article_id"].isin(row)].groupby("variant", sort=True):
        places = rows["article_id"].map(row).to_numpy(dtype=np.int64)
        held = np.zeros((len(shares.article_ids), len(shares.theme_ids)))
        held[places] = sum_to_one(np.stack(rows["shares"].to_list()).astype(float)[:, shares.kept])
        there = np.zeros(len(held))
        there[places] = 1.0
        found.append(Setting(shares.years * there[:, None], held))
    return found


def count_holding(
    theme: int, earlier: Period, later: Period, shown: Setting, settings: list[Setting], *, config: Config
) -> tuple[int, int]:
    """How many settings could show the change, and in how many it holds: same direction, `kept_in_setting` of its size.

    A setting can show it that has `source_articles` or more articles in both periods.
    """
    whole = change_in(theme, earlier, later, shown)[0]
    found = [change_in(theme, earlier, later, setting) for setting in settings]
    tried = [change for change, fewest in found if fewest >= config.source_articles]
    return len(tried), sum(change * np.sign(whole) >= config.kept_in_setting * abs(whole) for change in tried)


def change_in(theme: int, earlier: Period, later: Period, setting: Setting) -> tuple[float, float]:
    """A theme's change of mean share in one setting, and the articles of the period that has fewer."""
    means, counts = [], []
    for first, last in (earlier, later):
        weight = setting.years[:, first : last + 1].sum(axis=1)
        counts.append(float(weight.sum()))
        means.append(float(weight @ setting.shares[:, theme]) / max(counts[-1], TINY))
    return means[1] - means[0], min(counts)
