from pipeline.segment.items import find_items
from pipeline.segment.lines import split_lines

TEXT = (
    "\x1e\ntitle: Ferry fares to rise\npublished: 2025-04-09T10:00:00Z\nurl: https://a.example/1\nauthor: Ann Oak\n\n"
    "The board met.\n\ntitle: this is text\n\n\x1e\npublished: 9 April 2025\n\nNo title here.\n\n\x1e\n\n"
)


def test_each_item_is_an_article_with_what_its_header_states():
    lines, layout = find_items(TEXT, split_lines(TEXT))
    one, two = layout.drafts
    assert (one.title, one.published, one.url, one.author) == (
        "Ferry fares to rise", "2025-04-09T10:00:00+00:00", "https://a.example/1", "Ann Oak",
    )  # fmt: skip
    kept = [line.text for line in lines[one.first : one.last] if not line.role]
    assert kept == ["Ferry fares to rise", "The board met.", "title: this is text"]
    assert (two.title, two.published) == ("", None)


def test_a_time_in_other_words_stays_to_be_read():
    lines, layout = find_items(TEXT, split_lines(TEXT))
    two = layout.drafts[1]
    assert [line.text for line in lines[two.first : two.last] if not line.role] == ["9 April 2025", "No title here."]
    assert all(TEXT[line.start : line.end] == line.text for line in lines)
