"""Articles that begin with a header of labelled lines: "Title: ...", "Date: ...", as exports and front matter have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.segment.config import Config
from pipeline.segment.drafts import Draft, Layout
from pipeline.segment.dumps import iso_time
from pipeline.segment.lines import Line, n_words, piece

LABEL = re.compile(r"^\W{0,3}(?P<label>[A-Za-z][A-Za-z ]{1,18}?)\W{0,2}:\W{0,2}\s+(?=\S)")
HEADER = "item_header"
# Lines of a header, and those that fence it off (front matter), are at most so many.
MAX_HEADER_LINES = 12
FENCE = re.compile(r"[-+=*_]{3,}")


def find_labelled(lines: Sequence[Line], *, config: Config) -> tuple[list[Line], Layout]:
    """The lines, labels marked as such, and a draft for each header; no drafts where there is no such header.

    A header is two lines or more with different labels, of which one says a title and another a date or an address.
    """
    labels = {row["label"]: row["part"] for row in config.fields}
    headers = [header for header in find_headers(lines, labels) if is_header(header)]
    if not headers or (len(headers) == 1 and headers[0][0][0] > 1):
        return list(lines), Layout(())
    pieces: list[Line] = []
    begun: list[tuple[int, dict[str, str]]] = []
    at = 0
    for header in headers:
        first = header[0][0]
        pieces += lines[at:first]
        while pieces and FENCE.fullmatch(pieces[-1].text) and len(pieces) > (begun[-1][0] if begun else -1):
            pieces[-1] = replace(pieces[-1], role=HEADER)
            break
        begun.append((len(pieces), {part: value for _, part, value in header}))
        for index, part, value in header:
            pieces += cut_label(lines[index], part, value)
        at = header[-1][0] + 1
        if at < len(lines) and FENCE.fullmatch(lines[at].text):
            pieces.append(replace(lines[at], role=HEADER))
            at += 1
    pieces += lines[at:]
    return pieces, Layout(tuple(make_drafts(pieces, begun)), kind="labelled")


def find_headers(lines: Sequence[Line], labels: Mapping[str, str]) -> list[list[tuple[int, str, str]]]:
    """Runs of labelled lines without a blank line between: (index, what it says, value) of each line."""
    headers: list[list[tuple[int, str, str]]] = []
    for index, line in enumerate(lines):
        found = LABEL.match(line.text)
        part = labels.get(found["label"].casefold().strip(), "") if found else ""
        if not found or not part:
            continue
        entry = (index, part, unquote(line.text[found.end() :]))
        goes_on = headers and headers[-1][-1][0] == index - 1 and line.gap == 1
        if goes_on and len(headers[-1]) < MAX_HEADER_LINES:
            headers[-1].append(entry)
        else:
            headers.append([entry])
    return headers


def unquote(value: str) -> str:
    """A value without the straight quotation marks that YAML sets around it; typographic ones belong to it."""
    bare = value.strip()
    is_quoted = len(bare) > 2 and bare[0] == bare[-1] and bare[0] in "\"'"
    return bare[1:-1].strip() if is_quoted else bare


def is_header(header: Sequence[tuple[int, str, str]]) -> bool:
    """Whether labelled lines are the header of an article."""
    parts = {part for _, part, _ in header}
    return "title" in parts and bool(parts & {"published", "url"})


def cut_label(line: Line, part: str, value: str) -> list[Line]:
    """A header line as pieces: of a title only the label is dropped; a date that is no timestamp stays to be read."""
    if part == "title" or (part == "published" and iso_time(value) is None):
        start = line.start + line.text.rindex(value)
        end = start + len(value)
        label, mark = piece(line, line.start, start, role=HEADER), piece(line, end, line.end, role=HEADER)
        return [found for found in (label, piece(line, start, end), mark) if found]
    return [replace(line, role=HEADER)]


def make_drafts(pieces: Sequence[Line], begun: Sequence[tuple[int, Mapping[str, str]]]) -> list[Draft]:
    """A draft for each header, and one for text before the first where it is more than a line."""
    edges = [*(first for first, _ in begun), len(pieces)]
    drafts = []
    if edges[0] > 0 and sum(n_words(line.text) for line in pieces[: edges[0]]) > MAX_HEADER_LINES:
        drafts.append(Draft(0, edges[0]))
    for (first, fields), last in zip(begun, edges[1:], strict=True):
        stamp = iso_time(fields.get("published", ""))
        title, url, author = (fields.get(part) for part in ("title", "url", "author"))
        drafts.append(Draft(first, last, title=title or "", url=url, author=author, published=stamp))
    return drafts
