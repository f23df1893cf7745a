"""Kinds of array that the modules of the room hand to one another, and sums over them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Keeps a share of exactly nothing from dividing by nothing; far below anything that is printed.
TINY = 1e-9


def sum_to_one(shares: Floats) -> Floats:
    """`shares` (..., columns) scaled to sum to 1; where all are 0 they stay."""
    return np.asarray(shares / np.maximum(shares.sum(axis=-1, keepdims=True), TINY))


def group_means(values: Floats, group: Ints) -> Floats:
    """(groups, columns): means of `values` (rows, columns) over the rows of each group; 0 for a group without rows."""
    sums = np.stack([np.bincount(group, column) for column in values.T], axis=1)
    return np.asarray(sums / np.maximum(np.bincount(group), 1)[:, None])
