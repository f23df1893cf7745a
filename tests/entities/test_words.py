"""Words, addresses and the forms in which names are compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.words import find_addresses, find_words, fold_name, is_acronym, tidy_name


def words_of(text: str) -> list[str]:
    return [text[a:b] for a, b in find_words(text, find_addresses(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The pupils’ choir", ["The", "pupils", "choir"]),
        ("Ama's boat", ["Ama", "'s", "boat"]),
        ("O’Dwyer won’t", ["O’Dwyer", "won’t"]),
        ("U.S. ports", ["U.S.", "ports"]),
        ("R&D at XYZ-led sites", ["R", "&", "D", "at", "XYZ", "led", "sites"]),
        ("see www.harbour.example.org today", ["see", "today"]),
        ("write to ama.dankwah@harbour.gov.uk now", ["write", "to", "now"]),
        ("open plan-2020.pdf now", ["open", "now"]),
        ("follow @AmaDankwah now", ["follow", "now"]),
        ("https://a.example/Ama_Dankwah", []),
        ("", []),
    ],
)
def test_words_are_parted_and_addresses_left_out(text: str, wanted: list[str]) -> None:
    assert words_of(text) == wanted


def test_a_word_that_a_scrape_ran_together_is_cut_at_its_seam() -> None:
    text = "Ama DankwahThank you, McLeod"
    assert [text[a:b] for a, b in find_words(text, [], seams={"DankwahThank": 7})] == [
        "Ama",
        "Dankwah",
        "Thank",
        "you",
        "McLeod",
    ]


@given(st.text(max_size=200))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    places = list(find_words(text, find_addresses(text)))
    assert all(0 <= a < b <= len(text) for a, b in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour & Quays Trust", "Harbour and Quays Trust"),
        ("Pilots’ Guild", "Pilots' Guild"),
        ("HARBOUR TRUST", "Harbour Trust"),
        ("Ama  Dankwah", "Ama Dankwah"),
    ],
)
def test_names_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("surface", "wanted"),
    [
        ("The Pilots’ Guild", "Pilots' Guild"),
        ("Harbour & Quays", "Harbour and Quays"),
        ("Harbour Services Ltd", "Harbour Services"),
        ("Harbour\n Trust", "Harbour Trust"),
        ("The", "The"),
    ],
)
def test_names_are_made_tidy(surface: str, wanted: str) -> None:
    assert tidy_name(surface) == wanted


@pytest.mark.parametrize("word", ["NHS", "DfE", "RiP", "BBC", "U.S.", "G4S"])
def test_short_forms_are_seen(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Harbour", "harbour", "I", "McLeod", "DeShawn", "", "JourneyToTheSea"])
def test_other_words_are_no_short_forms(word: str) -> None:
    assert not is_acronym(word)
