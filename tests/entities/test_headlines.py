"""Headlines: lines in which capitals tell nothing."""

from __future__ import annotations

import pytest

from pipeline.entities.headlines import is_headline
from pipeline.entities.passages import split_words
from pipeline.offsets import OffsetMap


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Pilots Guild Calls for Better Boats This Winter", True),
        ("The Pilots Guild called for better boats this winter", False),
        ("Pilots Guild Calls for Better Boats This Winter.", False),
        ("Pilots Guild Calls", False),
        ("Pilots Guild: what crews think of boats and ropes", False),
    ],
)
def test_a_headline_has_capitals_nearly_throughout_and_no_full_stop(line: str, wanted: bool) -> None:
    text = f"Before.\n{line}\nAfter."
    passage = split_words("a", "s", text, "", OffsetMap([[0, len(text)]]), [], frozenset())
    assert is_headline(passage, passage.words.index("Guild")) is wanted
