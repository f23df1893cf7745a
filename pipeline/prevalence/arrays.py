"""Kinds of array that the room's modules hand to one another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Keeps a share of exactly nothing from dividing by nothing; far below anything that is printed.
TINY = 1e-9
