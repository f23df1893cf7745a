import dataclasses
import random

import pytest

from pipeline.segment.duplicates import Candidate, find_duplicates, find_pairs, shingle
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
WORDS = [f"word{n}" for n in range(400)]


def text(seed, n=150):
    return " ".join(random.Random(seed).choices(WORDS, k=n))


def article(number, body, title="Ferry fares to rise", rank=()):
    return Candidate(f"doc:{number:04d}", title, body, rank)


def found(*articles):
    return dict(find_duplicates(articles, config=CONFIG))


@pytest.mark.parametrize(
    "other",
    [
        text(1),
        text(1) + " Words 781",
        text(1) + " First printed in the Port News of May 2020",
        "By Ann Oak " + text(1).upper(),
        text(1).replace("word7 ", "word8 "),
        text(1) + " " + text(2, 8),
    ],
)
def test_the_same_article_again_with_other_last_lines(other):
    assert found(article(1, text(1)), article(2, other)) == {"doc:0002": "doc:0001"}


NUMBERS = "In {0} the board of {1} ports spent £{2} on {3} berths and {4} cranes. " + text(3, 120)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (article(1, text(1)), article(2, text(2))),
        # shares half of its text
        (article(1, text(1) + text(2)), article(2, text(1) + text(3))),
        # issues of a series
        (article(1, text(1), "Ports update March 2020"), article(2, text(1), "Ports update April 2020")),
        (article(1, NUMBERS.format(2019, 41, 300, 7, 8)), article(2, NUMBERS.format(2020, 52, 410, 9, 11))),
        # too short to tell
        (article(1, "View speech now"), article(2, "View speech now")),
        (article(1, ""), article(2, "")),
    ],
)
def test_other_articles(one, other):
    assert found(one, other) == {}


def test_of_a_group_the_one_of_lowest_rank_counts_whatever_the_order():
    group = [article(1, text(1), rank=(2,)), article(2, text(1), rank=(1,)), article(3, text(1), rank=(1,))]
    assert found(*group) == found(*group[::-1]) == {"doc:0001": "doc:0002", "doc:0003": "doc:0002"}


def test_runs_of_words_do_not_depend_on_what_was_seen_before():
    one, other = shingle(text(1), {}, size=4), {}
    shingle(text(9), other, size=4)
    assert (shingle(text(1), other, size=4) == one).all()
    assert len(one) == 147


def test_stock_text_is_not_compared_all_with_all_and_a_copy_in_it_is_still_found():
    stock = "The wardens of berth {0} close the slipway for {1} days and ask boats to keep off the {2} quay until then"
    names = [f"{first}{last}" for first in ("north", "south", "east", "west", "upper") for last in "abcdefghijkl"]
    texts = [stock.format(name, number, names[-number]) for number, name in enumerate(names)]
    texts.append(texts[7] + " today")
    runs = [shingle(text, {}, size=CONFIG.shingle_words) for text in texts]
    few = dataclasses.replace(CONFIG, most_alike=5)
    pairs, all_pairs = (find_pairs(runs, config=config) for config in (few, CONFIG))
    assert (7, len(names)) in pairs
    assert set(pairs) < set(all_pairs)
