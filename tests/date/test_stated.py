import datetime as dt

import pytest

from pipeline.date.clues import read_article
from pipeline.date.grid import Grid
from pipeline.date.stated import find_stated, timestamp_day

GRID = Grid(2010, 2025)


def found(text="", *, title="Pier", published=None, url=None, month_first=False):
    clues = find_stated(read_article(title, text, published, url), grid=GRID, month_first=month_first)
    return [(clue.basis, clue.shape.profile, dt.date.fromordinal(clue.shape.spans[0][0]).isoformat()) for clue in clues]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-05-01T23:59:00+02:00", [("feed", "feed", "2024-05-01")]),
        ("2024-05-01", [("feed", "feed", "2024-05-01")]),
        ("1970-01-01T00:00:00Z", []),
        ("yesterday", []),
        (None, []),
    ],
)
def test_a_timestamp_states_its_day(published, expected):
    assert found(published=published) == expected


def test_an_unreadable_timestamp_is_no_day():
    assert timestamp_day("2024-13-45") is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.org/2024/05/01/pier/", [("feed", "address", "2024-05-01")]),
        ("https://x.org/pier-17-02-2021/", [("feed", "address", "2021-02-17")]),
        ("https://x.org/2024/05/pier/", [("feed", "address", "2024-05-01")]),
        ("https://x.org/item/20240501999", []),
    ],
)
def test_an_address_may_hold_the_day(url, expected):
    assert found(url=url) == expected


@pytest.mark.parametrize(
    "line",
    ["23 July 2024", "July 23, 2024", "Washington, July 23, 2024", "Published on 23 July 2024", "Tuesday 23 July 2024"],
)
def test_a_line_with_a_date_and_at_most_a_place_is_a_dateline(line):
    assert found(f"{line}\n\nThe pier is open.") == [("dateline", "dateline", "2024-07-23")]


@pytest.mark.parametrize(
    "text",
    [
        "The pier opened on 23 July 2024\nand all went well.",
        "Ada Lane met the board of the pier 23 July 2024",
        "\n".join(["A line of text."] * 8 + ["23 July 2024"] + ["A line of text."] * 8),
    ],
)
def test_dates_within_sentences_are_no_datelines(text):
    assert found(text) == []


def test_a_dateline_may_stand_at_the_end():
    text = "\n".join(["A line of text."] * 8 + ["Leeds, 23 July 2024"])
    assert found(text) == [("dateline", "dateline", "2024-07-23")]


def test_a_paragraph_may_open_with_place_and_date():
    assert found("LEEDS (3 March 2022) – The pier is open.") == [("dateline", "run_in", "2022-03-03")]


def test_a_note_of_first_publication_takes_the_finest_date():
    note = "This article first appeared in The Pier in February 2021 - https://x.org/pier-17-02-2021/"
    assert found(f"The pier.\n{note}") == [("text", "first_published", "2021-02-17")]
    assert found("The pier.\nFirst published in The Pier, March 2021.") == [
        ("text", "first_published_month", "2021-03-01")
    ]
