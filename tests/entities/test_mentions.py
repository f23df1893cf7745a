"""Mentions on their way to the table."""

from __future__ import annotations

from pipeline.entities.mentions import read_title_region, sum_mention
from pipeline.entities.money import Sum
from pipeline.entities.passages import Passage, split_words
from pipeline.offsets import OffsetMap
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


def passage_of(text: str, *, title: str = "", kept: list[list[int]] | None = None) -> Passage:
    return split_words("d:1", "d.txt", text, title, OffsetMap(kept or [[0, len(text)]]), [], set())


def test_a_sum_gets_offsets_of_the_document() -> None:
    passage = passage_of("It cost £5m.", kept=[[30, 42]])
    (mention,) = sum_mention(passage, Sum(8, 11, 5e6, None, "GBP"))
    assert (mention.start, mention.end, mention.surface) == (38, 41, "£5m")


def test_what_reaches_over_two_kept_stretches_is_no_mention() -> None:
    passage = passage_of("cost £5\nm", kept=[[0, 7], [20, 21]])
    assert list(sum_mention(passage, Sum(5, 9, 5e6, None, "GBP"))) == []


def test_a_region_is_read_from_the_title_only_for_a_regional_body() -> None:
    passage = passage_of("our regional Boat Board and a Boat Board", title="South West Update")
    assert read_title_region(passage, 2, CONFIG) == "South West"
    assert read_title_region(passage, 6, CONFIG) is None
    assert read_title_region(passage_of("our regional Boat Board", title="Update"), 2, CONFIG) is None


def test_a_region_of_something_else_says_nothing_of_the_body() -> None:
    passage = passage_of("the region’s Boat Board, a region for Boat Board", title="South West Update")
    assert read_title_region(passage, 3, CONFIG) == "South West"
    assert read_title_region(passage, 8, CONFIG) is None
