import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.segment.lines import line_key, n_words, piece, split_lines

ENDS = ["\n", "\r\n", "\r", "\n\n", "\x0c", "\u2028", "\x85"]
MIXED = st.lists(
    st.one_of(st.text(max_size=12), st.sampled_from(ENDS), st.sampled_from(["\ufeff", "🚢", "e\u0301", "\u200b"]))
)


@given(MIXED.map("".join))
def test_a_line_is_what_stands_at_its_place(text):
    end = 0
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text != ""
        assert line.start >= end
        assert not set(line.text) & set("\n\r\x0b\x0c\x00\x1e\x85\u2028\u2029")
        end = line.end


@given(MIXED.map("".join))
def test_what_is_no_line_is_blank(text):
    rest = list(text)
    for line in split_lines(text):
        rest[line.start : line.end] = " " * (line.end - line.start)
    assert "".join(rest).strip(
        " \t\xa0\u200b\u200c\u200d\u2060\ufeff\u3000\n\r\u2028\u2029\x85"
    ).isprintable() is False or (
        not "".join(rest).strip(" \t\xa0\u200b\u200c\u200d\u2060\ufeff\u3000\n\r\u2028\u2029\x85")
    )


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("a\nb", [0, 1]),
        ("a\r\nb", [0, 1]),
        ("a\n\nb", [0, 2]),
        ("a\r\n \r\nb\rc", [0, 2, 1]),
        ("\n\na", [2]),
        ("a\x0cb", [0, 1]),
    ],
)
def test_gaps_count_line_ends(text, gaps):
    assert [line.gap for line in split_lines(text)] == gaps


def test_pages_are_counted_by_form_feeds():
    assert [line.page for line in split_lines("a\nb\x0cc\n\x0c\x0cd")] == [0, 0, 1, 3]


@pytest.mark.parametrize(
    ("text", "key"), [("The Quay – Open!", "the quay open"), ("ENDS", "ends"), ("* * *", "* * *"), ("9 May", "9 may")]
)
def test_lines_are_compared_without_case_and_punctuation(text, key):
    assert line_key(text) == key


def test_a_piece_keeps_its_place():
    (line,) = split_lines("\n  spam Title here  ")
    part = piece(line, line.start + 4, line.end, role="")
    assert part is not None
    assert (part.text, part.start, part.end) == ("Title here", line.start + 5, line.end)
    assert piece(line, line.start + 4, line.start + 5) is None
    assert n_words(part.text) == 2
