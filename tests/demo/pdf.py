"""A letter as a PDF of several pages, written by hand: the same bytes whatever libraries are installed."""

from __future__ import annotations

import random
import textwrap

from tests.demo.model import Article
from tests.demo.page import Page

LINE_LENGTH = 88
LINES_ON_A_PAGE = 46
LEADING = 14
HEAD = "UHST response to the {event}"


def write_pdf(source: str, articles: list[Article], _rng: random.Random) -> Page:
    """A letter with running heads, page numbers and lines broken where the page's width breaks them."""
    page = Page(source)
    (article,) = articles
    page.begin(article)
    day = f"{article.plan.date:%A} {article.plan.date.day} {article.plan.date:%B %Y}"
    lines = ["By email", "", day, "", page.add_runs(article.title), ""]
    number = 0
    for block in article.blocks:
        page.add("\n")
        text = page.add_runs(block.runs)
        if block.kind == "numbered":
            number += 1
            text = f"{number}. {text}"
        lines += [*textwrap.wrap(text, LINE_LENGTH, break_on_hyphens=False), ""]
    page.end()
    leaves = [lines[at : at + LINES_ON_A_PAGE] for at in range(0, len(lines), LINES_ON_A_PAGE)]
    head = HEAD.format(event=article.plan.event)
    page.packed = make_pdf([(head, leaf, str(count)) for count, leaf in enumerate(leaves, 1)])
    return page


def make_pdf(leaves: list[tuple[str, list[str], str]]) -> bytes:
    """A PDF with a page for each (running head, lines, page number)."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(leaves)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(leaves)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, leaf in enumerate(leaves):
        stream = draw_leaf(*leaf)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return content + f"{tail}startxref\n{len(content)}\n%%EOF\n".encode()


def draw_leaf(head: str, lines: list[str], number: str) -> bytes:
    """The drawing of one page: running head above, lines, page number below."""
    drawn = [text_at(56, 800, head, 8)]
    drawn += [text_at(56, 770 - LEADING * row, line, 10) for row, line in enumerate(lines) if line]
    drawn.append(text_at(290, 40, number, 8))
    return b"\n".join(drawn)


def text_at(x: int, y: int, text: str, size: int) -> bytes:
    """A line of text at a place."""
    coded = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %d Tf %d %d Td (%s) Tj ET" % (size, x, y, coded)
