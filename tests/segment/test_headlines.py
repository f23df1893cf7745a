import pytest

from pipeline.segment.headlines import complete_title, find_author, find_title
from pipeline.segment.lines import split_lines
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
TEXT = "The board met in the customs house on Monday and heard about the state of the berths in the old harbour."


@pytest.mark.parametrize(
    ("parts", "titled", "title"),
    [
        (["Ferry fares to rise", TEXT], True, "Ferry fares to rise"),
        (["4 March 2020", "Ferry fares to rise", TEXT], True, "Ferry fares to rise"),
        (["# Ferry fares  to rise", TEXT], True, "Ferry fares to rise"),
        (["**Ferry fares to rise**", TEXT], False, "Ferry fares to rise"),
        (["4 March 2020", "Reply to the review", "Introduction", TEXT], False, "Reply to the review"),
        (
            ["Port House", "4 March 2020", "Dear Minister", "Re: Dues of small ports", TEXT],
            False,
            "Dues of small ports",
        ),
        (["Port House", "Dear Minister", "Dues of small ports", TEXT], False, "Dues of small ports"),
        (["Port House", "The Union of Small Ports", "Dear Minister", TEXT], False, "The Union of Small Ports"),
        ([TEXT], False, "The board met in the customs house on Monday and heard about …"),
        (["Word."], False, "Word."),
        ([], True, ""),
    ],
)
def test_the_headline(parts, titled, title):
    assert find_title(split_lines("\n\n".join(parts)), titled=titled, config=CONFIG) == title


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        ("Reply to the review of...", "Reply to the review of small ports", "Reply to the review of small ports"),
        (
            "Reply to the review of…",
            "Our reply to the review of small ports, sent today.",
            "Reply to the review of small ports",
        ),
        ("Reply to the review of...", "The review of small ports is out.", "Reply to the review of..."),
        ("Reply to the review of...", "Reply to the review of...", "Reply to the review of..."),
        ("Ports and...", "Ports and quays are closed.", "Ports and..."),  # two words could stand anywhere
        (
            "Reply to the review of...",
            "It stands at https://port.example/reply-to-the-review-of-small-ports-17-02-2021/ now.",
            "Reply to the review of small ports",
        ),
        ("Reply to the review", "Reply to the review of ports", "Reply to the review"),
        (
            "Reply to the review of...",
            "On the reply to the review of small ports, Ann Oak said:",
            "Reply to the review of small ports",
        ),
    ],
)
def test_a_cut_headline_is_completed_from_the_text(title, text, whole):
    assert complete_title(title, split_lines(text), config=CONFIG) == whole


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Oak", "Ann Oak"),
        ("by Ann M. O’Oak-Elm", "Ann M. O’Oak-Elm"),
        ("By the harbour", None),
        ("By email", None),
        ("By Ann Oak, who was there", None),
    ],
)
def test_the_name_on_a_line_of_its_own(line, author):
    assert find_author(split_lines(f"Ferry fares to rise\n{line}\n\n{TEXT}")) == author
