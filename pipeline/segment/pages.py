"""What pages of print leave in a text: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.lines import DIGITS, Line
from pipeline.segment.shapes import SENTENCE_END, Shapes

ROLE = "page_furniture"
NUMBER_ALONE = re.compile(r"\d{1,4}|[ivxlc]{1,6}", re.IGNORECASE)
# Lines on each side of a page's edge that may be its running head or foot.
EDGE_LINES = 3
MAX_RUNNING_CHARS = 150


def mark_pages(lines: Sequence[Line], *, shapes: Shapes) -> list[Line]:
    """The lines with page numbers, running heads and feet marked; the first of equal heads stays (a title, often)."""
    numbers = [shape.pattern for shape in shapes.rows if shape.kind == "page"]
    is_number = [any(pattern.fullmatch(line.text) for pattern in numbers) for line in lines]
    edges = [
        index for index in range(1, len(lines)) if lines[index].page != lines[index - 1].page or is_number[index - 1]
    ]
    if not edges:
        return [replace(line, role=ROLE) if mark else line for line, mark in zip(lines, is_number, strict=True)]
    near = near_edges(edges, len(lines))
    near = {index for index in near if is_running(lines[index].text)}
    counts = Counter(running_key(lines[index]) for index in near)
    running = {key for key, n in counts.items() if n >= max(2, len(edges) // 2)}
    turns = {place for edge in edges if lines[edge].page != lines[edge - 1].page for place in (edge - 1, edge)}
    marked = []
    seen: set[str] = set()
    for index, line in enumerate(lines):
        is_bare = (index in turns or index == len(lines) - 1) and bool(NUMBER_ALONE.fullmatch(line.text))
        again = index in near and running_key(line) in running and (line.key in seen or bool(DIGITS.search(line.text)))
        seen.add(line.key)
        marked.append(replace(line, role=ROLE) if is_number[index] or is_bare or again else line)
    return marked


def near_edges(edges: Sequence[int], n_lines: int) -> set[int]:
    """Lines that stand near an edge of a page, the document's own first and last lines included."""
    places = {index for edge in edges for index in range(edge - EDGE_LINES, edge + EDGE_LINES)}
    places |= set(range(EDGE_LINES)) | set(range(n_lines - EDGE_LINES, n_lines))
    return {index for index in places if 0 <= index < n_lines}


def is_running(text: str) -> bool:
    """Whether a line may be a running head or foot: short and no sentence."""
    return len(text) <= MAX_RUNNING_CHARS and not SENTENCE_END.search(text)


def running_key(line: Line) -> str:
    """The line with its numbers made alike: running heads count pages."""
    return DIGITS.sub("0", line.key)
