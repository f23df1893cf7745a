"""How much of a distribution an interval must hold, so that it covers as often as it says: learned from each source.

An article whose day is stated shows how good the order and the rest of its text would have been at telling it: its day
is hidden, and where it falls in the distribution that is left tells whether such distributions are too wide or too
narrow here (leave-one-out calibration; Dawid 1984 on the probability integral transform). A source that posts strictly
in order needs less of a distribution than one that now and then posts late. Days are whole: the day itself counts half.
"""

from __future__ import annotations

import numpy as np

from pipeline.date.grid import Floats

# No interval is to hold all of a distribution, whose tails reach over all years.
MOST = 0.99


def find_depths(by_place: Floats, hidden: Floats, days: Floats) -> Floats:
    """How far out each day lies in its distribution: 0 at the median, 1 at the ends.

    Rows over days, each article one: what its place says, and what its text says without the stated day; `days` are
    indices.
    """
    joint = by_place * hidden
    joint /= joint.sum(axis=1, keepdims=True)
    places = np.arange(len(joint)), days.astype(np.int64)
    reached = np.cumsum(joint, axis=1)[places] - joint[places] / 2
    depths: Floats = np.abs(2.0 * reached - 1.0)
    return depths


def fit_level(depths: Floats, coverage: float, *, weight: float) -> float:
    """The share of a distribution whose central part covers the share `coverage` of the days.

    A prior worth `weight` articles says that distributions are honest as they are: their depths are uniform.
    """
    ordered = np.sort(depths)
    wanted = coverage * (len(ordered) + weight)
    # with the k least deep covered, the prior's share must make up for the rest: where that falls between two depths
    for n_covered in range(len(ordered) + 1):
        low = ordered[n_covered - 1] if n_covered else 0.0
        high = ordered[n_covered] if n_covered < len(ordered) else 1.0
        level = max(low, (wanted - n_covered) / weight)
        if level <= high:
            return min(float(level), MOST)
    return MOST
