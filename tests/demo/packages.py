"""Documents in packages: RSS, HTML pages, Word, CSV. Their text is known, its offsets are the reader's to choose."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from html import escape

from tests.demo.forms import BESIDE, DOMAIN, POLL, stamp
from tests.demo.model import Article, Block, text_of
from tests.demo.page import Page

ZIP_DATE = (2020, 1, 1, 0, 0, 0)
WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MENU = ("Home", "News", "Jobs at sea", "Tides", "Directory", "Advertise", "Subscribe")
FOOTER = ("About us", "Contact", "Privacy", "Terms of use")
COOKIES = "We use cookies to keep you logged in and to count our visitors. You may refuse those that we do not need."
LATIN_PAGES = ("pages/2024-05-pier-notes.html", "pages/2025-02-quay-notes.html")


def slug_of(article: Article) -> str:
    """The headline as an address has it."""
    kept = "".join(c for c in text_of(article.title).lower() if c.isalnum() or c == " ")
    return "-".join(kept.split()[:9])


def as_html(page: Page, blocks: tuple[Block, ...]) -> str:
    """An article's blocks as paragraphs, headings and lists."""
    lines: list[str] = []
    in_list = False
    for block in blocks:
        is_item = block.kind == "bullet"
        if is_item != in_list:
            lines.append("<ul>" if is_item else "</ul>")
        in_list = is_item
        if block.kind in BESIDE:
            lines.append(f"<p>{escape(text_of(block.runs))}</p>")
            continue
        tag = {"bullet": "li", "heading": "h3"}.get(block.kind, "p")
        lines.append(f"<{tag}>{escape(page.add_runs(block.runs), quote=False)}</{tag}>")
        page.add("\n")
    return "\n".join([*lines, "</ul>"] if in_list else lines)


def write_rss(source: str, articles: list[Article], rng: random.Random) -> Page:
    """An RSS file: a teaser in the description, the text in content:encoded, some entities written twice over."""
    page = Page(source)
    items = []
    for number, article in enumerate(sorted(articles, key=lambda one: one.plan.date, reverse=True), 1):
        page.begin(article)
        title = escape(page.add_runs(article.title), quote=False).replace("’", "&#8217;")
        page.add("\n")
        link = f"{DOMAIN}/{article.plan.date:%Y/%m/%d}/{slug_of(article)}/"
        time = stamp(article.plan.date, rng.randint(6, 18), rng.randint(0, 59))
        teaser = text_of(article.blocks[0].runs)[: rng.randint(90, 140)].rsplit(" ", 1)[0]
        body = as_html(page, article.blocks)
        if rng.random() < 0.2:
            body = f"<p><em>{POLL}</em></p>\n{body}"
        page.end()
        items.append(
            f"<item>\n<title>{title}</title>\n<link>{link}</link>\n<pubDate>{time}</pubDate>\n"
            f"<dc:creator><![CDATA[{rng.choice(BYLINES)}]]></dc:creator>\n<category><![CDATA[Harbours]]></category>\n"
            f'<guid isPermaLink="false">{DOMAIN}/?p={20_000 + 91 * number}</guid>\n'
            f"<description><![CDATA[<p>{escape(teaser, quote=False)} [&#8230;]</p>]]></description>\n"
            f"<content:encoded><![CDATA[{body}]]></content:encoded>\n</item>"
        )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"<channel>\n<title>Mole &amp; Jetty</title>\n<link>{DOMAIN}</link>\n"
        "<description>News and views for ports and coasts</description>\n<language>en-GB</language>\n"
    )
    page.packed = (head + "\n".join(items) + "\n</channel>\n</rss>\n").encode()
    return page


BYLINES = ("Mole & Jetty reporter", "News desk", "Staff writer")


def write_html(source: str, articles: list[Article], rng: random.Random) -> Page:
    """A page of a site: menu, cookie banner, the article with its time, related links, footer."""
    page = Page(source)
    (article,) = articles
    page.begin(article)
    title = escape(page.add_runs(article.title), quote=False)
    page.add("\n")
    body = as_html(page, article.blocks)
    page.end()
    day = article.plan.date
    name = "Mole &amp; Jetty" if article.plan.outlet == "paper" else "Union of Harbour and Seaboard Towns"
    menu = "".join(f'<li><a href="/{item.lower().replace(" ", "-")}">{item}</a></li>' for item in MENU)
    footer = " | ".join(f'<a href="/{item.lower().replace(" ", "-")}">{item}</a>' for item in FOOTER)
    related = "".join(
        f'<li><a href="/archive/{n}">{text}</a></li>' for n, text in enumerate(rng.sample(RELATED, 3), 100)
    )
    charset = "windows-1252" if source in LATIN_PAGES else "utf-8"
    text = (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="{charset}"><title>{title} | {name}</title>\n'
        f'<meta property="article:published_time" content="{day}T09:{rng.randint(10, 59)}:00+00:00"></head>\n<body>\n'
        f'<div class="cookie-banner"><p>{COOKIES}</p><button>Accept all</button> <button>Refuse</button></div>\n'
        f"<header><nav><ul>{menu}</ul></nav></header>\n<main><article>\n<h1>{title}</h1>\n"
        f'<p class="meta">Published <time datetime="{day}">{day.day} {day:%B %Y}</time></p>\n{body}\n</article>\n'
        f"<aside><h2>Most read</h2><ol>{related}</ol></aside></main>\n<footer><p>{footer}</p>"
        f"<p>Copyright {name}. All rights reserved.</p></footer>\n</body></html>\n"
    )
    page.packed = text.encode("cp1252" if source in LATIN_PAGES else "utf-8")
    return page


RELATED = (
    "Tide tables for the coming quarter",
    "Ten photographs of fog",
    "How to moor alongside without a scratch",
    "Readers' letters",
    "Crossword: all at sea",
    "A guide to signal flags",
)


def write_csv(source: str, articles: list[Article], _rng: random.Random) -> Page:
    """An export of a press office's list: one row an article."""
    page = Page(source)
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(["ref", "published", "headline", "body"])
    for number, article in enumerate(sorted(articles, key=lambda one: one.plan.date), 1):
        page.begin(article)
        title = page.add_runs(article.title)
        page.add("\n")
        parts = []
        for block in article.blocks:
            parts.append(text_of(block.runs) if block.kind in BESIDE else page.add_runs(block.runs))
            page.add("\n")
        page.end()
        writer.writerow([f"PR{number:04d}", f"{article.plan.date:%d/%m/%Y}", title, "\n\n".join(parts)])
    page.packed = lines.getvalue().encode()
    return page


def write_docx(source: str, articles: list[Article], _rng: random.Random) -> Page:
    """A Word file: a heading, a date line, paragraphs and bullets."""
    page = Page(source)
    (article,) = articles
    page.begin(article)
    day = f"{article.plan.date:%A} {article.plan.date.day} {article.plan.date:%B %Y}"
    lines = [word_line(page.add_runs(article.title), "Heading1"), word_line(day, "Normal")]
    for block in article.blocks:
        page.add("\n")
        style = {"heading": "Heading2", "bullet": "ListBullet"}.get(block.kind, "Normal")
        lines.append(word_line(page.add_runs(block.runs), style))
    page.end()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    packages = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1" Type="{OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD_SPACE}"><w:body>{"".join(lines)}</w:body></w:document>',
    }
    packed = io.BytesIO()
    # stored, not deflated: the bytes must not depend on a version of zlib
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), '<?xml version="1.0" encoding="UTF-8"?>' + text)
    page.packed = packed.getvalue()
    return page


def word_line(text: str, style: str) -> str:
    """A paragraph of a Word file."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'
    )
