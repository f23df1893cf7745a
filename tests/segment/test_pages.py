import pytest

from pipeline.segment.lines import split_lines
from pipeline.segment.pages import mark_pages
from pipeline.segment.shapes import load_shapes
from pipeline.settings import load_config

SHAPES = load_shapes(load_config("segment", {}))
PARAGRAPH = "The board met in the customs house and heard about berth {0}."


def dropped(text):
    return [line.text for line in mark_pages(split_lines(text), shapes=SHAPES) if line.role]


def pages(head, foot, n=4, end="\x0c"):
    return end.join(
        f"{head.format(p)}\n\n{PARAGRAPH.format(p)}\n\n{PARAGRAPH.format(p + 50)}\n\n{foot.format(p)}\n"
        for p in range(1, n + 1)
    )


@pytest.mark.parametrize(
    ("head", "foot", "expected"),
    [
        (
            "Reply to the review",
            "Page {0} of 4",
            ["Page 1 of 4"] + [x for p in (2, 3, 4) for x in ("Reply to the review", f"Page {p} of 4")],
        ),
        ("Port news {0}", "{0}", [x for p in (1, 2, 3, 4) for x in (f"Port news {p}", str(p))]),
    ],
)
def test_running_heads_and_numbers(head, foot, expected):
    assert dropped(pages(head, foot)) == expected


def test_pages_without_form_feeds_are_seen_by_their_numbers():
    assert dropped(pages("Reply to the review", "Page {0} of 4", end="")) == ["Page 1 of 4"] + [
        x for p in (2, 3, 4) for x in ("Reply to the review", f"Page {p} of 4")
    ]


@pytest.mark.parametrize("text", ["", "2017\n\nThe board met.\n\n12", "One page.\n\n£3,000,000\n\n£3,000,000\n\nText."])
def test_numbers_in_a_text_without_pages_stay(text):
    assert dropped(text) == []
