from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.charts.letters import fit, fit_lines, text_width, wrap
from pipeline.wording import ELLIPSIS

WRITTEN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Mn"]), max_size=60)


def test_width_grows_with_size_and_weight():
    assert text_width("ferry", 20) == pytest.approx(2 * text_width("ferry", 10))
    assert text_width("ferry", 10, bold=True) > text_width("ferry", 10)
    assert text_width("", 10) == 0


def test_text_that_fits_is_left_alone():
    assert fit("ferry", 2.0, 7) == "ferry"


def test_text_is_cut_at_a_word():
    assert fit("ferries and harbours and ships", text_width("ferries and harbours", 7), 7) == "ferries and…"


@given(WRITTEN)
@example("00000000<<I\xa000")  # cut at a no-break space
def test_what_is_cut_is_no_wider_than_the_room(text):
    cut = fit(text, 0.8, 7)
    assert cut == text or text_width(cut, 7) <= 0.8


@given(st.lists(st.text(alphabet="abcdefg ", min_size=1, max_size=8), max_size=30))
def test_wrapping_keeps_every_word_that_fits_a_line(words):
    text = " ".join(" ".join(words).split())
    lines = wrap(text, 1.5, 8)
    assert " ".join(lines) == text
    assert all(text_width(line, 8) <= 1.5 for line in lines)


def test_a_word_wider_than_the_line_is_cut():
    assert wrap("short " + "w" * 500, 1.0, 8)[0] == "short"
    assert all(text_width(line, 8) <= 1.0 for line in wrap("w" * 500, 1.0, 8))


@pytest.mark.parametrize(
    ("text", "n_lines", "is_cut"), [("Ferries", 1, False), ("Ferries and the towns", 2, False), ("word " * 40, 2, True)]
)
def test_a_name_has_two_lines_at_most(text, n_lines, is_cut):
    lines = fit_lines(text.strip(), 1.0, 7.0)
    assert len(lines) == n_lines
    assert lines[-1].endswith(ELLIPSIS) == is_cut
    assert all(text_width(line, 7.0) <= 1.0 for line in lines)
