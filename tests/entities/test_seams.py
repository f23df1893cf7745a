"""Seams: words that a scrape ran together, and words that only look so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from pipeline.entities.seams import find_seams
from tests.entities.conftest import CONFIG

LOWER = Counter({"also": 9, "landing": 9, "in": 99, "is": 99, "and": 99, "man": 9, "side": 9, "with": 99})
HABITUAL = Counter({"theHarbour": 6, "andPilots": 6})
NAMES = Counter({"Dankwah": 40, "Harbourmaster": 40, "Hill": 40, "Just": 40, "Quay": 40})


def seams(*words: str, habit: Counter[str] = HABITUAL, surnames: frozenset[str] = frozenset()) -> dict[str, int]:
    """The seams of words that a corpus of some 200 words in capitals holds once."""
    written = NAMES + habit + Counter(words)
    return find_seams(written, LOWER, surnames=surnames, function_words=CONFIG.function_words)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Dankwahalso", 7),
        ("Dankwahlanding", 7),
        ("Harbourmasterin", 13),
        ("thePilot", 3),
        ("Quaywith", 4),
        ("Hillman", None),
        ("Hillside", None),
        ("Justin", None),
        ("Dankwah", None),
    ],
)
def test_where_words_run_together_by_habit_they_are_cut(word: str, place: int | None) -> None:
    assert seams(word).get(word) == place


def test_without_the_habit_only_a_surname_is_cut_from_the_sentence_behind_it() -> None:
    words = ("Dankwahalso", "thePilot", "DankwahThank", "HillThank")
    assert seams(*words, habit=Counter(), surnames=frozenset({"dankwah"})) == {"DankwahThank": 7}
    assert seams("DankwahWe’re", habit=Counter(), surnames=frozenset({"dankwah"})) == {"DankwahWe’re": 7}


def test_a_word_that_is_written_often_is_no_slip() -> None:
    assert "Hillside" not in find_seams(
        NAMES + HABITUAL + Counter({"Quaywith": 30}), LOWER, surnames=(), function_words=CONFIG.function_words
    )
    assert "Quaywith" not in find_seams(
        NAMES + HABITUAL + Counter({"Quaywith": 30}), LOWER, surnames=(), function_words=CONFIG.function_words
    )


def test_a_name_is_read_out_of_words_that_ran_together(surfaces: Callable[..., list[tuple[str, str]]]) -> None:
    texts = ["Jane Dankwah went toHarbour and the men also went."] * 12 + ["We met Jane Dankwahalso today."]
    assert {surface for surface, _ in surfaces("PERSON", *texts)} == {"Jane Dankwah"}
