"""Headlines: lines in which nearly every word has a capital, so that a capital tells nothing."""

from __future__ import annotations

import re

from pipeline.entities.passages import Passage
from pipeline.entities.words import is_capital

LONGEST = 200  # characters
LEAST_WORDS, LEAST_LETTERS, SHARE = 5, 4, 0.8
# What a colon or a dash parts in a headline: "Update: Ropes and Nets Committee - March".
SEGMENT = re.compile(r"(?:(?!: | [-–—] ).)+")


def is_headline(passage: Passage, index: int) -> bool:
    """Whether word `index` stands in a line, or a part of one, in which nearly every word has a capital."""
    start = passage.text.rfind("\n", 0, passage.starts[index]) + 1
    end = passage.text.find("\n", passage.ends[index])
    line = passage.text[start : end if end >= 0 else None]
    place = passage.starts[index] - start
    line = next((m[0] for m in SEGMENT.finditer(line) if m.start() <= place < m.end()), line)
    if len(line) >= LONGEST or line.rstrip()[-1:] in (".", "!", "?", ";", ","):
        return False
    words = [word for word in line.split() if len(word) >= LEAST_LETTERS and word[0].isalpha()]
    return len(words) >= LEAST_WORDS and sum(map(is_capital, words)) >= SHARE * len(words)
