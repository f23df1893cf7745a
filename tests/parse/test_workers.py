"""Workers: how many are started, and how far the text is looked through for that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.parse.units import Paragraph, Unit
from pipeline.parse.workers import count_workers, look_ahead
from pipeline.settings import load_config

CONFIG = load_config("parse", {})


def unit(n_chars: int) -> Unit:
    return Unit(("a",), (Paragraph(0, 0, "x" * n_chars),))


@pytest.mark.parametrize(("sizes", "n_chars", "wanted"), [([5, 5, 5], 8, 2), ([50, 5], 8, 2), ([50], 8, 1), ([], 8, 0)])
def test_only_as_many_units_are_cut_beforehand_as_are_needed(sizes: list[int], n_chars: int, wanted: int) -> None:
    units = [unit(size) for size in sizes]
    first, rest = look_ahead(iter(units), n_chars)
    assert len(first) == wanted
    assert [*first, *rest] == units


@pytest.mark.parametrize(
    ("n_process", "n_chars", "n_units", "wanted"),
    [(1, 10**9, 50, 1), (3, 10, 50, 3), (3, 10**9, 1, 1), (0, 10, 50, 1)],
)
def test_processes_are_started_only_where_they_pay(n_process: int, n_chars: int, n_units: int, wanted: int) -> None:
    assert count_workers(replace(CONFIG, n_process=n_process), n_chars=n_chars, n_units=n_units) == wanted
