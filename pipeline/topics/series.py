"""Series: which topics are of one series, and which of them belong to a subject all the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from pipeline.topics.consensus import unit_rows

Matrix = NDArray[np.float64]


def group_series(profiles: Matrix, same_series: float) -> NDArray[np.intp]:
    """The number of each topic's series, from 0: average linkage of the headlines' words."""
    if len(profiles) < 2:
        return np.zeros(len(profiles), dtype=np.intp)
    unit = unit_rows(profiles)
    distance = np.clip(1 - unit @ unit.T, 0, None)
    distance = (distance + distance.T) / 2
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    return np.asarray(fcluster(tree, 1 - same_series, "distance") - 1, dtype=np.intp)


def leave_series(
    marks: Matrix,
    use: Matrix,
    home: NDArray[np.intp],
    of_series: NDArray[np.bool_],
    of_kind: NDArray[np.bool_],
    *,
    leaves_series: float,
) -> NDArray[np.intp]:
    """The themes after topics that are of a subject as well as of their series have left it for that subject's.

    `marks`: for each topic the terms that set it apart, as shares; `use`: topics x terms, how much each uses a term. A
    topic leaves for the subject's theme that uses most of its marks, where that theme uses more than `leaves_series`
    times what the series uses of them, the topic included: never for one that is mostly a kind of document (`of_kind`).
    A series of one topic stays.
    """
    subjects = subject_themes(use.sum(axis=1), home, of_series, of_kind)
    settled = home.copy()
    if not len(subjects):
        return settled
    parts = use / np.maximum(use.sum(axis=0), 1e-300)
    by_subject = np.stack([parts[home == theme].sum(axis=0) for theme in subjects])
    for topic in np.flatnonzero(of_series):
        series = home == home[topic]
        used = by_subject @ marks[topic]
        if series.sum() > 1 and used.max() > leaves_series * float(marks[topic] @ parts[series].sum(axis=0)):
            settled[topic] = subjects[np.argmax(used)]
    return settled


def subject_themes(
    mass: Matrix, home: NDArray[np.intp], of_series: NDArray[np.bool_], of_kind: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The themes outside of series whose mass is not mostly of topics that are a kind of document."""
    themes = np.unique(home[~of_series])
    kinds = np.array([mass[(home == theme) & of_kind].sum() for theme in themes])
    whole = np.array([mass[home == theme].sum() for theme in themes])
    return themes[2 * kinds <= whole]
