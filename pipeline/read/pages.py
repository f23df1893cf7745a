"""The text of a PDF: paragraphs joined over its printed lines, a form feed at the end of each page."""

from __future__ import annotations

import re
from statistics import median

from pipeline.read.faults import PARSER_FAULTS, UnreadableError

PAGE_END = "\x0c"
# Most pages of one PDF, so that a file of a million empty pages takes bounded time.
MAX_PAGES = 5000
# PDFium marks a hyphen that it takes for one of line breaking as U+FFFE, older versions as U+0002.
BROKEN_WORD = re.compile("[\ufffe\x02]\r?\n?")
# A printed line that is shorter than this share of a usual line ends its paragraph.
FULL_LINE = 0.75
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
LIST_ITEM = re.compile(r"^\s*(?:[•▪–*-]|\(?[0-9ivx]{1,4}[.)])\s")


def read_pdf(content: bytes) -> str:
    """The text of a PDF, page ends as form feeds. Raises UnreadableError for broken, locked or picture-only files."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > MAX_PAGES:
                raise UnreadableError("too_many_pages", f"{len(document)} pages (at most {MAX_PAGES}): split the file")
            pages = [page_text(document, number) for number in range(len(document))]
        finally:
            document.close()
    except (pypdfium2.PdfiumError, *PARSER_FAULTS) as fault:
        raise UnreadableError("broken_pdf", f"cannot be opened as a PDF ({fault})") from fault
    if not any(page.strip() for page in pages):
        raise UnreadableError("no_text", f"{len(pages)} pages without text: pictures only; run OCR on it first")
    return (PAGE_END + "\n").join(map(join_lines, pages))


def page_text(document: object, number: int) -> str:
    """The text of one page as PDFium gives it, a line for a printed line."""
    page = document[number]  # type: ignore[index]
    textpage = page.get_textpage()
    found = str(textpage.get_text_bounded())
    textpage.close()
    page.close()
    return BROKEN_WORD.sub("", found).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def join_lines(page: str) -> str:
    """The page with its printed lines joined into paragraphs, an empty line between two.

    A line goes on where it is about as long as lines usually are on the page, does not end a sentence at a shorter
    length, and the next does not begin a list item.
    """
    lines = [line.strip() for line in page.split("\n")]
    long_ones = [len(line) for line in lines if len(line) > 20]
    full = FULL_LINE * median(long_ones) if long_ones else 0
    paragraphs: list[list[str]] = [[]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line:
            paragraphs[-1].append(line)
        is_apart = LIST_ITEM.match(following) or PAGE_NUMBER.fullmatch(following)
        goes_on = line and following and len(line) >= full and not is_apart
        if SENTENCE_END.search(line) and following[:1].isupper() and len(line) < full / FULL_LINE:
            goes_on = False
        if not goes_on and paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)
