"""How far long work has come: a bar with the time left, on a terminal only."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

# Work that is over sooner shows no bar, seconds.
QUIET_SECONDS = 2.0
BAR = "{desc} {n:,.0f} of {total:,.0f} {bar} {remaining} left"


def one(_: object) -> int:
    """One for every item."""
    return 1


def follow(items: Iterable[Item], what: str, *, total: int, size: Callable[[Item], int] = one) -> Iterator[Item]:
    """The same items; on a terminal, while they are taken, a line with their count and the time left.

    `what` names the stage and what is counted, such as "date: articles"; `size` tells how much of `total` an item is.
    Nothing is shown where the standard error is no terminal or CI is set.
    """
    from tqdm import tqdm

    # disable=None: off where the stream is no terminal
    quiet = True if os.environ.get("CI") else None
    with tqdm(desc=what, total=total, disable=quiet, delay=QUIET_SECONDS, leave=False, bar_format=BAR) as bar:
        for item in items:
            yield item
            bar.update(size(item))
