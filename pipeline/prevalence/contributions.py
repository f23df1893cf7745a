"""What each article contributes to a theme's share of a year, so that a plotted point leads back to its articles."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.prevalence.arrays import TINY, Flags, Floats
from pipeline.prevalence.bands import Level, centre, expected_articles
from pipeline.prevalence.shares import Shares

COLUMNS = ["theme_id", "year", "article_id", "weight", "article_share", "contribution"]


def write_contributions(shares: Shares, level: Level, *, shown: Flags, wanted: Flags | None = None) -> pd.DataFrame:
    """A row for each theme, year that is shown and article that may be of it; contributions add up to the share.

    `wanted` (themes,) says which themes have rows; all, unless given.

    A year's share is the mean of its articles' shares, each weighing as its probability of the year, and then mended
    for shrinkage; that mending is the same factor for all articles of the year, so it is spread over them as they
    stand: contribution = weight x article_share x (share of the year / mean of the year).
    """
    counted = np.maximum(expected_articles(shares), TINY)
    factor = mend_factor(level.share, centre(shares, level.moments))
    article, year = np.nonzero(shares.years * shown)
    weight = shares.years[article, year] / counted[year]
    ids, years = np.array(shares.article_ids, dtype=object)[article], np.array(shares.year_names)[year]
    frames = []
    for place, theme in enumerate(shares.theme_ids):
        if wanted is not None and not wanted[place]:
            continue
        own = level.moments.means[article, place]
        part = weight * own * factor[year, place]
        columns = {"year": years, "article_id": ids, "weight": weight, "article_share": own, "contribution": part}
        frames.append(pd.DataFrame({"theme_id": theme, **columns}))
    return pd.concat(frames, ignore_index=True)[COLUMNS]


def mend_factor(share: Floats, mean: Floats) -> Floats:
    """(years, themes): by what the mean of the articles' shares was multiplied; 0 where there is none."""
    return np.asarray(np.divide(share, mean, out=np.zeros_like(share, dtype=float), where=mean > 0))
