"""A change between two periods parted exactly into the mix of sources and the change within them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.prevalence.arrays import TINY, Floats
from pipeline.prevalence.changes import Change
from pipeline.prevalence.sources import SourceYears, period_sums

COLUMNS = ["finding_id", "source", "from_weight", "to_weight", "from_share", "to_share", "mix", "within"]


def split_change(change: Change, table: SourceYears, finding_id: str) -> pd.DataFrame:
    """One row a source that has articles in either period; mix and within add up to the change.

    Each source counts with the mean of both periods for what is held still (Kitagawa 1955, the same as Shapley's values
    of the two causes); its mix is what its weight's change makes of how far it lies from the mean of all. A source
    that is absent from a period changes in weight alone, and its share there is null.
    """
    parts = [period_sums(table, period) for period in (change.earlier, change.later)]
    levels = (change.before, change.after)
    weights = np.stack([part.articles / max(float(part.articles.sum()), TINY) for part in parts])
    shares = np.stack([fit_to_level(part, level) for part, level in zip(parts, levels, strict=True)])
    known = np.stack([part.articles > 0 for part in parts])
    stated = np.where(known, shares, shares[::-1])
    middle = sum(levels) / 2.0
    mix = (weights[1] - weights[0]) * (stated.mean(axis=0) - middle)
    within = weights.mean(axis=0) * (stated[1] - stated[0])
    rows = pd.DataFrame(
        {
            "finding_id": finding_id,
            "source": table.names,
            "from_weight": weights[0],
            "to_weight": weights[1],
            "from_share": np.where(known[0], shares[0], np.nan),
            "to_share": np.where(known[1], shares[1], np.nan),
            "mix": mix,
            "within": within,
        }
    )
    return rows[COLUMNS].take(np.flatnonzero(known.any(axis=0)))


def fit_to_level(part: SourceYears, level: float) -> Floats:
    """(sources,): mean shares of the sources, brought to a mean of `level` over the articles, still within 0 and 1.

    The level that is told has shrinkage undone; what that added or took is shared out in proportion.
    """
    n = part.articles
    means = np.divide(part.sums, n, out=np.zeros_like(n), where=n > 0)
    mean = float(part.sums.sum() / max(float(n.sum()), TINY))
    if level <= mean:
        return np.asarray(means * (level / max(mean, TINY)))
    return np.asarray(1.0 - (1.0 - means) * ((1.0 - level) / max(1.0 - mean, TINY)))
