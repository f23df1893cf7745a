"""The yardstick for what sums are for."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from tests.demo.language import PATTERNS, SLOT
from tests.demo.purposes import is_right, measure_purposes
from tests.demo.test_validate import truth

__all__ = ["truth"]


@pytest.mark.parametrize(
    ("about", "purpose", "expected"),
    [
        ("wall at the harbour mouth", "sea wall", True),
        ("Timber groynes", "timber groynes", True),
        ("the skippers' licences", "skipper's licence", True),
        ("premium", "council tax premium / second homes", True),
        ("council tax", "council tax premium / second homes", True),
        ("second", "council tax premium / second homes", False),
        ("battery ferries", "order for battery ferries", True),
        ("of the year", "tests of silt", False),
        ("", "pavilion", False),
    ],
)
def test_a_purpose_is_right_by_its_head_or_most_of_its_words(about, purpose, expected):
    assert is_right(about, purpose) is expected


def test_every_pattern_says_what_its_sums_are_for():
    patterns = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PATTERNS.glob("*.txt")))
    details = [match[3] for match in SLOT.finditer(patterns) if match[1] in ("sum", "money")]
    assert len(details) > 50
    assert [detail for detail in details if not re.fullmatch(r"[\d.kmb-]+(:\w+)? = \S.*\S", detail)] == []


def test_the_truth_scores_full_marks_and_nothing_none(truth):
    placed = truth.money.dropna(subset=["start"])
    mentions = placed.assign(mention_id=[f"m{number}" for number in range(len(placed))])
    first = mentions["about"].str.split(" / ").str[0]
    found = measure_purposes(truth, mentions.assign(about=first), mentions)
    assert (found["purpose told"], found["purpose right"]) == (1, 1)
    silent = measure_purposes(truth, mentions.assign(about=pd.NA), mentions)
    assert list(silent.values()) == [0, 0, 0]
