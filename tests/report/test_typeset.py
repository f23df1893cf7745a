from __future__ import annotations

import pytest

from pipeline.report.typeset import UNKNOWN_LETTER, known_letters


@pytest.mark.parametrize(("svg", "shown"), [
    ("<text>Ferries £5 – עברית</text>", "<text>Ferries £5 – עברית</text>"),
    ("<text>\u4e2d a</text>\n", f"<text>{UNKNOWN_LETTER} a</text>\n"),
])  # fmt: skip
def test_letters_that_the_font_lacks_become_squares(svg, shown):
    assert known_letters(svg) == shown
