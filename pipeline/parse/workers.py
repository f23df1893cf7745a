"""Units parsed in this process or in several; the same results in the same order either way."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING

from pipeline.parse.config import Config
from pipeline.parse.model import load_model
from pipeline.parse.units import Unit
from pipeline.parse.words import Parsed, parse_unit

if TYPE_CHECKING:
    from spacy.language import Language

# The model of this process: set before workers are forked, which then share its memory, or by each worker for itself.
_loaded: dict[str, Language] = {}


def parse_units(units: Iterable[Unit], *, config: Config) -> Iterator[tuple[Unit, Parsed]]:
    """Each unit with what was found in it, in order."""
    first, rest = look_ahead(iter(units), config.parallel_chars)
    if not first:
        return
    model(config.model)  # a missing model is told before any worker starts
    n_workers = count_workers(config, n_chars=sum(unit.n_chars for unit in first), n_units=len(first))
    ordered = chain(first, rest)
    if n_workers == 1:
        for unit in ordered:
            yield unit, parse_one(unit, config)
    else:
        yield from parse_in_workers(ordered, config, n_workers)


def look_ahead(units: Iterator[Unit], n_chars: int) -> tuple[list[Unit], Iterator[Unit]]:
    """The first units, enough to hold `n_chars` characters if there are that many (two at least), and the rest."""
    first: list[Unit] = []
    size = 0
    for unit in units:
        first.append(unit)
        size += unit.n_chars
        if size >= n_chars and len(first) > 1:
            break
    return first, units


def count_workers(config: Config, *, n_chars: int, n_units: int) -> int:
    """How many processes pay for this much text."""
    if n_units < 2:
        return 1
    if config.n_process:
        return config.n_process
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return n_cores if n_chars >= config.parallel_chars else 1


def parse_in_workers(units: Iterable[Unit], config: Config, n_workers: int) -> Iterator[tuple[Unit, Parsed]]:
    """The units parsed by `n_workers` processes, with only a few units under way, so that memory stays bounded."""
    # forked workers share the loaded model; macOS forbids forking such a process, and Windows cannot
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    under_way: deque[tuple[Unit, Future[Parsed]]] = deque()
    with ProcessPoolExecutor(n_workers, mp_context=context) as pool:
        for unit in units:
            under_way.append((unit, pool.submit(parse_one, unit, config)))
            if len(under_way) > 2 * n_workers:
                done, future = under_way.popleft()
                yield done, future.result()
        for done, future in under_way:
            yield done, future.result()


def parse_one(unit: Unit, config: Config) -> Parsed:
    """What one unit holds; the model is loaded on first use in a process."""
    return parse_unit(model(config.model), unit, batch_size=config.batch_size, labels=frozenset(config.labels))


def model(package: str) -> Language:
    """The model of this process."""
    if package not in _loaded:
        _loaded[package] = load_model(package)
    return _loaded[package]
