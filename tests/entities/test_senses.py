import re

import pytest

from pipeline.entities.currencies import build_currencies
from pipeline.entities.senses import is_named, is_weight
from pipeline.settings import load_config


def worded(line):
    currencies = build_currencies(load_config("entities", {}).currencies, default="USD")
    match = currencies.worded.search(line)
    assert isinstance(match, re.Match)
    return match


@pytest.mark.parametrize(
    ("line", "named"),
    [("They shut Five Dollar Lane.", True), ("Five Dollar fines rose.", False), ("a five dollar Lane fine", False)],
)
def test_a_name_is_told_by_its_capitals(line, named):
    assert is_named(line, worded(line), has_magnitude=False) is named


@pytest.mark.parametrize(
    ("line", "weight"),
    [
        ("Officers seized 4,000 pounds at the quay.", True),
        ("The quay cost 4,000 pounds.", False),
        ("The quay takes 4,000 dollars.", False),
    ],
)
def test_pounds_are_of_weight_unless_they_are_spent(line, weight):
    assert is_weight(line, worded(line)) is weight
