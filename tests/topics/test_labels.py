"""Labels: names that people would give, unique; a person's own win."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.corpus import ThemeLabel
from pipeline.topics.labels import match_labels, pick_label, seed_terms, theme_ids, unused_labels

WRITING = {"flood": "flood", "flood_barrier": "flood barriers", "ofgem": "Ofgem", "tariff": "tariffs"}


@pytest.mark.parametrize(
    ("ranked", "taken", "expected"),
    [
        (["flood_barrier", "flood", "ofgem"], [], "Flood barriers, Ofgem"),
        (["ofgem", "tariff", "flood"], ["Ofgem, tariffs"], "Ofgem, tariffs, flood"),
        (["ofgem"], ["Ofgem"], "Ofgem (2)"),
        ([], [], "Unnamed"),
    ],
)
def test_labels_are_unique_and_say_no_word_twice(ranked, taken, expected):
    assert pick_label(ranked, WRITING, taken, 2) == expected


def test_a_persons_label_follows_its_words():
    terms = np.array([[0.5, 0.5, 0, 0], [0, 0, 0.5, 0.5]])
    shares = np.full((4, 2), 0.5)
    labels = [
        ThemeLabel("Trains", ("rail", "train fare")),
        ThemeLabel("Space", ("rocket",)),
        ThemeLabel("More", ("rail",)),
    ]
    assert match_labels(terms, shares, ["flood", "river", "rail", "train_fare"], labels) == {1: "Trains"}


def test_theme_ids_are_unique_and_plain():
    assert theme_ids(["SEND, schools’ places", "SEND  schools places", "!!"]) == [
        "send-schools-places",
        "send-schools-places-2",
        "theme",
    ]


def test_words_in_the_plural_find_their_term():
    assert {"train_fare", "train_fares", "city", "rail"} <= seed_terms(ThemeLabel("Rail", ("train fares", "cities")))


def test_a_label_that_no_theme_bears_is_told():
    told = unused_labels([ThemeLabel("Trains", ("rail",)), ThemeLabel("Space", ("rocket",))], ["Trains", "Floods"])
    assert len(told) == 1
    assert "'Space'" in told[0]
