"""The articles of an HTML page, as items: main text, headings, title, date, address and author."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from lxml import html as lxml_html

from pipeline.read.faults import PARSER_FAULTS, UnreadableError
from pipeline.read.items import Item, items_text

HEADINGS = ("h1", "h2", "h3", "h4")
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th"}
    | {"tr", "ul", *HEADINGS}
)
SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "button", "select", "textarea"}
    | {"head", "nav"}
)
MANY_SPACES = re.compile(r" {2,}")
CODE = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>")
TAG = re.compile(r"<[^>]{0,1000}>")
MANY_LINE_ENDS = re.compile(r"\n{3,}")
SPACES = re.compile(r"[ \t\r\n\f\v]+")
# What a browser writes before these instead of an empty line.
OPENINGS = {"br": "\n", "li": "\n• ", "tr": "\n", "td": " ", "th": " "}
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# An <article> of fewer characters is a card or a comment.
MIN_ARTICLE_CHARS = 200
# A listing without <article> elements has so many headings, and a link or a time with most of them.
MIN_LISTED, MIN_STATED_SHARE = 3, 0.6


def read_html(page: str) -> str:
    """The items of a page: one for each article of a listing, else the page's main text."""
    clean = XML_DECLARATION.sub("", page.replace("\x00", " "))
    try:
        root, is_cut = parse_page(clean, is_huge=False)
        is_deep = is_cut
        if is_deep:
            root, is_cut = parse_page(clean, is_huge=True)
    except (etree.LxmlError, *PARSER_FAULTS) as fault:
        raise UnreadableError("broken_html", f"cannot be parsed as HTML ({fault})") from fault
    if is_cut:
        return items_text([Item(bare_text(clean), title=first_heading(root))])
    try:
        if is_deep:  # trafilatura would read the cut tree
            return items_text([Item(block_text(root), title=first_heading(root))])
        listed = listed_items(root)
        return items_text(listed if len(listed) > 1 else [page_item(page, root)])
    except (etree.LxmlError, *PARSER_FAULTS) as fault:
        raise UnreadableError("broken_html", f"too deep or too odd for the parser ({type(fault).__name__})") from fault


def parse_page(page: str, *, is_huge: bool) -> tuple[lxml_html.HtmlElement, bool]:
    """The tree of a page, and whether the parser cut it off: it does so below 255 levels, or 2047 if `is_huge`.

    What stands behind the place is lost without an error; only the parser's log tells.
    """
    parser = lxml_html.HTMLParser(huge_tree=is_huge)
    root = lxml_html.document_fromstring(page, parser=parser)
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def bare_text(page: str) -> str:
    """The text of a page without regard to its structure."""
    return MANY_SPACES.sub(" ", TAG.sub(" ", CODE.sub(" ", page))).strip()


def listed_items(root: lxml_html.HtmlElement) -> list[Item]:
    """An item for each article of a listing: outermost <article> elements, or wrappers of linked or dated headings."""
    outermost = [
        element
        for element in root.iter("article")
        if not any(outer.tag == "article" for outer in element.iterancestors())
    ]
    items = [item for element in outermost if (item := wrapped_item(element))]
    if len(items) > 1:
        return items
    for level in HEADINGS:
        items = [item for element in find_wrappers(root, level) if (item := wrapped_item(element))]
        stated = sum(bool(item.url or item.published) for item in items)
        # sections of one article have headings too, but no links in them and no dates of their own
        if len(items) >= MIN_LISTED and stated >= MIN_STATED_SHARE * len(items):
            return items
    return []


def find_wrappers(root: lxml_html.HtmlElement, level: str) -> list[lxml_html.HtmlElement]:
    """For each heading of a level the largest element that holds no other heading of that level."""
    headings = list(root.iter(level))
    if len(headings) < MIN_LISTED:
        return []
    # how many headings of the level each element holds, counted upwards from each heading once
    held = Counter(outer for heading in headings for outer in heading.iterancestors())
    wrappers = []
    for heading in headings:
        alone = [outer for outer in heading.iterancestors() if held[outer] == 1]
        if alone:
            wrappers.append(alone[-1])
    return wrappers


def wrapped_item(element: lxml_html.HtmlElement) -> Item | None:
    """An element with a heading as an item, or None for one with too little text: a card, a comment."""
    heading = next(element.iter(*HEADINGS), None)
    body = block_text(element, skip=heading)
    if heading is None or len(body) < MIN_ARTICLE_CHARS:
        return None
    link = next((a.get("href", "") for a in heading.iter("a")), "")
    time = next((t.get("datetime") or t.text_content() for t in element.iter("time")), "")
    return Item(body, title=heading.text_content().strip(), published=time.strip(), url=link.strip())


def page_item(page: str, root: lxml_html.HtmlElement) -> Item:
    """The page as one item: trafilatura's main text and metadata; all block text where it finds nothing."""
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
    whole = block_text(root) or bare_text(page)
    if found is None or isinstance(found, dict):
        return Item(whole, title=first_heading(root))
    title = first_heading(root) or (found.title or "")
    # trafilatura ends paragraphs with one line end
    body = MANY_LINE_ENDS.sub("\n\n", (found.text or whole).strip().replace("\n", "\n\n"))
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    published = stated_time(root) or (found.date or "")
    return Item(body, title=title, published=published, url=found.url or "", author=found.author or "")


def first_heading(root: lxml_html.HtmlElement) -> str:
    """The page's h1 where there is just one, else its og:title or title, without line ends."""
    headings = [SPACES.sub(" ", h.text_content()).strip() for h in root.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    stated = root.xpath("//meta[@property='og:title']/@content | //title/text()")
    return str(stated[0]).strip() if stated else ""


def stated_time(root: lxml_html.HtmlElement) -> str:
    """The time of publication that the page's metadata states, or nothing."""
    found = root.xpath(
        "//meta[@property='article:published_time' or @name='date' or @itemprop='datePublished']/@content"
    )
    return str(found[0]).strip() if found else ""


def fragment_text(markup: str) -> str:
    """The block text of a piece of HTML, such as a feed's content; plain text stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root, is_cut = parse_page(f"<div>{markup.replace(chr(0), ' ')}</div>", is_huge=True)
        return bare_text(markup) if is_cut else block_text(root)
    except (etree.LxmlError, *PARSER_FAULTS):
        return TAG.sub(" ", markup).strip()


def block_text(element: lxml_html.HtmlElement, *, skip: lxml_html.HtmlElement | None = None) -> str:
    """The text of an element without `skip`: an empty line between blocks, list items marked by a bullet."""
    parts: list[str] = []
    hidden = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        is_element = event in ("start", "end")
        is_hidden = is_element and (node is skip or node.tag in SKIPPED)
        if event == "start":
            hidden += is_hidden
            if not hidden:
                parts += [OPENINGS.get(node.tag, "\n\n" if node.tag in BLOCKS else ""), flat(node.text)]
            continue
        hidden -= is_hidden
        if not hidden and is_element and node.tag in BLOCKS and node.tag not in OPENINGS:
            parts.append("\n\n")
        if not hidden and node is not element:
            parts.append(flat(node.tail))
    return trim_lines("".join(parts))


def flat(text: str | None) -> str:
    """Text as a browser shows it: white space as one space."""
    return SPACES.sub(" ", text or "")


def trim_lines(text: str) -> str:
    """Lines without space at their ends, at most one empty line between two."""
    lines = "\n".join(line.strip() for line in MANY_SPACES.sub(" ", text).split("\n"))
    return MANY_LINE_ENDS.sub("\n\n", lines).strip()
