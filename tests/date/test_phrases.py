import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.date.phrases import Phrases, any_of, word_places

WORDS = ["tide", "Tide", "TIDE", "tide table", "Tide Table 2020", "table", "_tide_", "ebb", "(tide"]


def found(phrases, text):
    return [match.group() for match in Phrases(phrases).find(text)]


def test_words_are_placed_in_small_letters():
    assert word_places("Ebb, ebb_2") == {"ebb": (0, 5), "2": (9,)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Budget Day came", ["Budget Day"]),
        ("the budget day came", []),
        ("Later  this year, LATER THIS YEAR", ["Later  this year", "LATER THIS YEAR"]),
        ("Budgets and underBudget and Budget", ["Budget"]),
    ],
)
def test_phrases_with_a_capital_are_sought_as_they_are_and_others_in_any_case(text, expected):
    assert found(["Budget", "Budget Day", "later this year"], text) == expected


def test_a_phrase_that_begins_with_a_mark_is_found():
    assert found(["(tide)", "ebb"], "ebb (tide) ebb") == ["ebb", "(tide)", "ebb"]


@given(
    st.lists(st.sampled_from(["tide", "Tide Table", "ebb", "ebb tide", "Table"]), min_size=1, unique=True),
    st.lists(st.sampled_from([*WORDS, " ", "\n", "-", "."]), max_size=20).map(" ".join),
)
def test_it_finds_what_one_pattern_of_all_phrases_finds(phrases, text):
    assert found(phrases, text) == [match.group() for match in re.finditer(any_of(phrases), text)]
