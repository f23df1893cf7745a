"""The map through the kept spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.offsets import OffsetMap, kept_text


@st.composite
def texts_with_spans(draw):
    """A text of any characters, line ends and emoji included, and ordered stretches of it."""
    text = draw(st.text(alphabet="ab\r\n\u2028é\u0301\U0001f6a2\ufeff ", min_size=2, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, pairs


@given(texts_with_spans(), st.data())
def test_what_is_found_in_the_article_is_the_same_text_in_the_document(made, data):
    text, spans = made
    article = kept_text(text, spans)
    start = data.draw(st.integers(0, len(article)))
    end = data.draw(st.integers(start, len(article)))
    place = OffsetMap(spans).to_document(start, end)
    if place is not None:
        assert text[place[0] : place[1]] == article[start:end]
        assert OffsetMap(spans).to_article(*place) == (start, end)


@given(texts_with_spans())
def test_every_whole_kept_span_is_found(made):
    _, spans = made
    offsets = OffsetMap(spans)
    for begin, (start, end) in zip(offsets.begins, spans, strict=True):
        assert offsets.to_document(begin, begin + end - start) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, (10, 13)),  # the first span, "abc"
        (4, 6, (20, 22)),  # the second, after the newline
        (2, 5, None),  # reaches over the newline between the two
        (3, 4, None),  # the newline itself stands nowhere in the document
        (4, 4, None),  # nothing
        (5, 9, None),  # beyond the end
    ],
)
def test_places_in_two_spans(start, end, expected):
    assert OffsetMap([[10, 13], [20, 22]]).to_document(start, end) == expected
