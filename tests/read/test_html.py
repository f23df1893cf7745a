import pytest

from pipeline.read.faults import UnreadableError
from pipeline.read.html import block_text, fragment_text, lxml_html, read_html

STORY = "The ferry board met on Monday and agreed to mend the pier before the summer season begins. "
PAGE = f"""<!DOCTYPE html><html><head><title>Pier to be mended | Port News</title>
<meta property="article:published_time" content="2021-03-04T10:00:00+00:00"></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Pier to be mended</h1>
<p>{STORY * 3}</p><h2>Who pays</h2><p>{STORY * 3}</p></article><script>var x = "no text";</script></body></html>"""


def test_a_page_is_one_item_with_title_time_and_main_text():
    text = read_html(PAGE)
    head, body = text.split("\n\n", 1)
    assert head.split("\n")[:3] == ["\x1e", "title: Pier to be mended", "published: 2021-03-04T10:00:00+00:00"]
    assert body.count("agreed to mend the pier") == 6
    assert "Who pays" in body
    assert "no text" not in text


def test_a_listing_gives_an_item_for_each_article():
    one = "<article><h2><a href='/{0}'>Story {0}</a></h2><time datetime='2020-0{0}-01'>x</time><p>{1}</p></article>"
    page = "<html><body>" + "".join(one.format(n, STORY * 4) for n in (1, 2, 3)) + "</body></html>"
    text = read_html(page)
    assert text.count("\x1e") == 3
    assert "title: Story 2\npublished: 2020-02-01\nurl: /2\n" in text


def test_a_listing_without_article_elements_is_known_by_its_links():
    one = "<li class='post'><div><h3><a href='/{0}'>Story {0}</a></h3></div><div><p>{1}</p></div></li>"
    page = "<html><body><ul>" + "".join(one.format(n, STORY * 4) for n in range(4)) + "</ul></body></html>"
    text = read_html(page)
    assert text.count("\x1e\ntitle: Story") == 4
    assert text.count("agreed to mend") == 16


@pytest.mark.parametrize("form", ["<section><h2>Part {0}</h2><p>{1}</p></section>", "<h2>Part {0}</h2><p>{1}</p>"])
def test_sections_of_one_article_stay_together(form):
    parts = "".join(form.format(n, STORY * 4) for n in range(4))
    assert read_html(f"<html><body><h1>The pier</h1>{parts}</body></html>").count("\x1e") == 1


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("Fish &amp; chips &lt;here&gt;", "Fish & chips <here>"),
        ("<b>bold</b> and <!-- note --> plain", "bold and plain"),
        ("a\n b\tc<script>x()</script>d", "a b cd"),
        ("", ""),
    ],
)
def test_markup_becomes_the_text_that_a_reader_sees(markup, text):
    assert fragment_text(markup) == text


def test_an_element_can_be_left_out():
    root = lxml_html.fragment_fromstring("<div><h2>Head</h2> after <p>text</p></div>")
    assert block_text(root, skip=root[0]) == "after\n\ntext"


def read_or_reason(page):
    try:
        return read_html(page).strip("\x1e\n")
    except UnreadableError as fault:
        return fault.reason


@pytest.mark.parametrize("page", ["", "<!-- only a comment -->", "\x00"])
def test_a_page_without_elements_is_refused_or_empty(page):
    assert read_or_reason(page) in ("broken_html", "")


@pytest.mark.parametrize("depth", [100, 300, 2000, 3000, 50_000])
def test_nothing_is_lost_to_deep_nesting(depth):
    page = f"<p>First.</p>{'<div>' * depth}{STORY}{'</div>' * depth}<script>code</script><p>The last word.</p>"
    text = read_or_reason(page)
    assert "ferry board" in text
    if depth > 255:  # of shallow pages trafilatura says what is the article
        assert "First." in text
        assert "The last word." in text
        assert "code" not in text


def test_nothing_of_a_fragment_is_lost_to_deep_nesting():
    for depth in (300, 3000):
        assert fragment_text(f"{'<b>' * depth}ferry{'</b>' * depth}<p>board</p>").split() == ["ferry", "board"]
