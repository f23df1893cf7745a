import pytest

from pipeline.date.clues import quoted, read_article, shape_of


@pytest.mark.parametrize(
    ("title", "text", "body"),
    [
        ("New pier opens", "New pier opens\nThe pier is open.", "The pier is open."),
        ("New pier opens at last in the old...", "New pier opens at last\nOpen.", "Open."),
        ("New pier...", "New pier opens at last\nOpen.", "Open."),
        ("New pier", "The council met.\nOpen.", "The council met.\nOpen."),
        ("", "The council met.", "The council met."),
        ("New pier", "New pier opens, and it is a fine one.", "New pier opens, and it is a fine one."),
        ("New pier...", "New pier" + " and ropes" * 99, "New pier" + " and ropes" * 99),
    ],
)
def test_the_headline_is_left_out_of_the_body(title, text, body):
    assert read_article(title, text, None, None).body == body


def test_addresses_are_blanked_and_quotes_straightened_in_place():
    reading = read_article("", "The council’s page https://x.org/2014/05/01/a says", None, None)
    assert reading.body == "The council's page " + " " * len("https://x.org/2014/05/01/a") + " says"
    assert "2014/05/01" in reading.raw_body


def test_quoted_words_are_one_short_line():
    assert quoted("3\nMay  2017") == "'3 May 2017'"
    assert len(quoted("x" * 500)) < 90


def test_spans_stand_once_and_in_order():
    assert shape_of([(5, 6), (1, 2), (5, 6)], "past").spans == ((1, 2), (5, 6))
