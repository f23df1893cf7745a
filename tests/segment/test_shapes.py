import pytest

from pipeline.segment.shapes import find_shape, has_clock, is_cut, is_date_line, is_headline, is_opening, load_shapes
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
SHAPES = load_shapes(CONFIG)


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2020",
        "Wednesday, 4th March 2020",
        "March 4, 2020",
        "Saltmere, March 4, 2020",
        "Posted on March 4, 2020 by admin",
        "04/03/2020",
        "2020-03-04",
        "Wed, 04 Mar 20 10:00",
        "Published: 4 March 2020 at 10.30am",
        "By Ann Oak | 4 Mar 2020",
    ],
)
def test_date_lines(text):
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "March 2020",
        "Regional update - November 2017",
        "The board met on 4 March 2020 and agreed to mend the pier.",
        "On 4 March 2020 the chair of the ferry board opened the new quay at noon",
        "Page 4 of 20",
        "£4,030,000",
        "It was 4 March 2020.",
    ],
)
def test_no_date_lines(text):
    assert not is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry fares to rise",
        "“We have waited long enough”",
        "Who pays for the pier?",
        "2,000 sign petition",
        "Comment on the review of harbours and...",
        "Update: Ports Committee - November 2017",
    ],
)
def test_headlines(text):
    assert is_headline(text, config=CONFIG)


@pytest.mark.parametrize(
    "text",
    [
        "The board met on Monday.",
        "Ann Oak, chair of the board, said:",
        "• mend the pier",
        "1. The board welcomes the paper",
        "4 March 2020",
        "Dear Minister",
        "https://www.port.example/news",
        "***",
        "The board met on Monday. It agreed to mend the pier before the season and to raise…",
        "word " * 50,
    ],
)
def test_no_headlines(text):
    assert not is_headline(text, config=CONFIG)


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("View response", "any", "link_label"),
        ("Download the full report (PDF, 2MB)", "any", "link_label"),
        ("Open the document", "any", "link_label"),
        ("Share on Facebook", "any", "share"),
        ("Tags: harbour, ferry", "any", "tags"),
        ("Leave a comment", "any", "comments"),
        ("Related articles", "any", "related"),
        ("Older news | Page 4 | Newer news", "any", "pager"),
        ("Page 1 of 28", "any", "page"),
        ("- 3 -", "any", "page"),
        ("We use cookies to improve this site.", "any", "cookies"),
        ("Photo by Ann Oak", "any", "credit"),
        ("Ann Oak at the quay (picture supplied by the board)", "any", "credit"),
        ("Image source, Harbour Pictures", "any", "credit"),
        ("The post Ferry fares to rise appeared first on Port News.", "any", "plumbing"),
        ("ENDS", "end", "end_mark"),
        ("-ends-", "end", "end_mark"),
        ("###", "end", "end_mark"),
        ("By email to: board@port.example", "head", "contact"),
        ("]]>", "any", "plumbing"),
        ("https://port.example/a.jpg Port News", "any", "plumbing"),
        ("© 2020 Port News", "any", "copyright"),
        ("Word count: 781", "any", "widget"),
    ],
)
def test_known_shapes(text, place, kind):
    assert find_shape(text, SHAPES, places=(place,)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The view from the quay is fine, said the harbour master.",
        "2017",
        "Education",
        "Universal Credit: what comes next",
        "The picture is mixed across the region",
        "Access to education",
        "Sharing good practice between ports",
        "Ends of the rope are spliced by hand",
        "Open letter to the minister",
        "Tagging of crab pots begins in May",
        "Reading scores rise for a third year",
    ],
)
def test_text_that_has_no_shape_of_furniture(text):
    assert find_shape(text, SHAPES, places=("any", "head", "end")) == ""


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("SALTMERE, March 4, 2020 - The board met.", True),
        ("Saltmere, 4 March 2020 – The board met.", True),
        ("SALTMERE (PN) - The board met.", True),
        ("4 March 2020: The board met.", True),
        ("The board - which met on 4 March 2020 - agreed.", False),
        ("We met on 4 March 2020 - a Wednesday.", False),
    ],
)
def test_openings_of_agencies(text, opens):
    assert is_opening(text) is opens


def test_small_witnesses():
    assert has_clock("Wed, 04 Mar 20 10:00")
    assert not has_clock("4 March 2020")
    assert is_cut("The board met and…")
    assert is_cut("The board met [...]")
    assert not is_cut("The board met.")
