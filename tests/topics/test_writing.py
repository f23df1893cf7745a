"""Writing: a term as the articles write it."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

from pipeline.topics.writing import pick_writing, usual_writing


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({"Ofgem": 5}, "Ofgem"),
        ({"SEND": 9, "Send": 1}, "SEND"),
        ({"Floods": 3, "floods": 2, "flood": 1}, "floods"),
        ({"Home Office": 9, "home office": 1}, "Home Office"),
        ({}, "home office"),
    ],
)
def test_a_term_is_written_as_the_articles_write_it(seen, expected):
    assert pick_writing(Counter(seen), "home_office") == expected


def test_writing_is_read_through_the_kept_spans():
    # the article keeps two stretches of its document; "SEND" stands in the second one
    articles = pd.DataFrame({"article_id": ["a"], "spans": [[[10, 15], [30, 40]]], "text": ["flood\nSEND plans"]})
    words = pd.DataFrame({"article_id": ["a", "a"], "term": ["send", "gone"], "start": [30, 90], "end": [34, 94]})
    assert usual_writing(["send", "gone"], words, articles) == {"send": "SEND", "gone": "gone"}
