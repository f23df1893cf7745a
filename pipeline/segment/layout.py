"""Where articles start and end in a text of lines: by separators that repeat, or by date lines under headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.segment.config import Config
from pipeline.segment.drafts import Draft, Layout, cut_at_heads, piece_words
from pipeline.segment.lines import DIGITS, Line, n_words
from pipeline.segment.marks import find_marked, find_opened, find_paged, find_spaced
from pipeline.segment.shapes import Shapes, find_shape, is_date_line, is_headline

MIN_TITLE_WORDS = 3
# A document with fewer empty lines than this share of its lines has none on purpose.
DENSE_SHARE = 0.02
# Lines of a separator block stand beside each other in this share of the places of the rarer one.
LINKED_SHARE = 0.8
# A layout that finds this share of the articles that another finds is close to it.
CLOSE_SHARE = 0.9
# Lines from a headline to its date line, both counted: headline, summary, name, date.
MAX_HEAD_LINES = 4
# "Document 3 of 50": a separator that counts.
COUNTED = re.compile(r"\b\d+ of \d+\b")


def find_layout(lines: Sequence[Line], *, shapes: Shapes, config: Config) -> Layout:
    """The cut that explains the text best: the one with most articles, the surer kind first where they are close."""
    found = [
        find_separated(lines, shapes=shapes, config=config),
        find_marked(lines, config=config),
        find_dated(lines, config=config),
        find_opened(lines, config=config),
        find_spaced(lines, config=config),
        find_paged(lines, config=config),
        Layout((Draft(0, len(lines)),) if lines else ()),
    ]
    most = max(len(layout.drafts) for layout in found)
    return next(layout for layout in found if len(layout.drafts) >= CLOSE_SHARE * most)


def find_separated(lines: Sequence[Line], *, shapes: Shapes, config: Config) -> Layout:
    """The cut by a block of lines that repeats with a headline after it; no drafts where there is none.

    The most frequent short lines are tried first, together with those that are about as frequent: a content system
    writes its block whole every time. A line that fails (an entry in every article's head, say) is put aside.
    """
    keys = [separator_key(line) if is_candidate(line, config=config) else "" for line in lines]
    counts = Counter(key for key in keys if key)
    frequent = {key: n for key, n in counts.items() if n >= config.min_repeats}
    for _ in range(config.max_tiers):
        if not frequent:
            break
        most = max(frequent.values())
        core = frozenset(key for key, n in frequent.items() if n >= config.core_share * most)
        for group in linked_groups(keys, core):
            blocks = find_blocks(keys, group)
            if is_separator(lines, blocks, group, shapes=shapes, config=config):
                return Layout(cut_at_blocks(lines, blocks), group, "separated")
        frequent = {key: n for key, n in frequent.items() if key not in core}
    return Layout(())


def is_candidate(line: Line, *, config: Config) -> bool:
    """Whether a line may belong to a separator: short, no date line (dates differ, but may coincide)."""
    return len(line.text) <= config.max_separator_chars and not line.role and not is_date_line(line.text)


def separator_key(line: Line) -> str:
    """The form in which a line is counted as a separator: one that numbers the articles is the same each time."""
    return DIGITS.sub("0", line.key) if COUNTED.search(line.key) else line.key


def linked_groups(keys: Sequence[str], core: frozenset[str]) -> list[frozenset[str]]:
    """The lines of `core` in groups that stand together, the largest group first, then in the order of the text."""
    counts = Counter(key for key in keys if key in core)
    pairs = Counter((one, other) for one, other in pairwise(keys) if one in core and other in core)
    group_of = {key: key for key in counts}
    for (one, other), n in sorted(pairs.items()):
        if n >= LINKED_SHARE * min(counts[one], counts[other]):
            old, new = group_of[other], group_of[one]
            group_of = {key: new if group == old else group for key, group in group_of.items()}
    groups: dict[str, set[str]] = {}
    for key in counts:
        groups.setdefault(group_of[key], set()).add(key)
    return [frozenset(group) for group in sorted(groups.values(), key=len, reverse=True)]


def find_blocks(keys: Sequence[str], core: frozenset[str]) -> list[tuple[int, int]]:
    """Runs of lines of `core`, as [first, last); where the core has several lines, a run needs two that differ."""
    blocks: list[tuple[int, int]] = []
    first = None
    for index in range(len(keys) + 1):
        inside = index < len(keys) and keys[index] in core
        if inside and first is None:
            first = index
        if not inside and first is not None:
            if len(set(keys[first:index])) >= min(len(core), 2):
                blocks.append((first, index))
            first = None
    return blocks


def is_separator(
    lines: Sequence[Line],
    blocks: Sequence[tuple[int, int]],
    core: frozenset[str],
    *,
    shapes: Shapes,
    config: Config,
) -> bool:
    """Whether blocks separate articles: enough of them, and what follows has the shape of a headline over text.

    A block of one plain line needs to be of a known shape, or many: headings repeat in long reports too.
    """
    followed = [last for _, last in blocks if last < len(lines)]
    if len(blocks) < config.min_repeats or not followed:
        return False
    headed = [at for at in followed if is_headline(lines[at].text, config=config)]
    if len(headed) < config.min_headed_share * len(followed):
        return False
    pieces = cut_at_blocks(lines, blocks)
    if median(piece_words(lines, piece) for piece in pieces) < config.min_article_words:
        return False
    if len(core) > 1:
        return True
    text = lines[blocks[0][0]].text
    is_known = bool(find_shape(text, shapes, places=("any", "end")) or COUNTED.search(text))
    is_known = is_known or not any(char.isalnum() for char in text)
    # sub-headings below a repeated heading are a word or two
    is_long = median(n_words(lines[at].text) for at in headed) >= MIN_TITLE_WORDS
    return is_known or (is_long and len(blocks) >= config.min_plain_separators)


def cut_at_blocks(lines: Sequence[Line], blocks: Sequence[tuple[int, int]]) -> tuple[Draft, ...]:
    """The articles between blocks, in order; an empty one is none."""
    edges = [(0, 0), *blocks, (len(lines), len(lines))]
    cuts = [(before[1], after[0]) for before, after in pairwise(edges)]
    return tuple(Draft(first, last) for first, last in cuts if first < last)


def find_dated(lines: Sequence[Line], *, config: Config) -> Layout:
    """The cut at headlines that have a date line below (or above) them; no drafts where that is no pattern."""
    dated = [index for index, line in enumerate(lines) if is_date_line(line.text)]
    if len(dated) < config.min_datelines:
        return Layout(())
    found = [find_heads(lines, dated, below=below, gap=gap, config=config) for below in (True, False) for gap in (1, 2)]
    if dated[-1] >= len(lines) - 2 and dated[0] > 2:
        found.append(find_feet(lines, dated, config=config))
    best = max(found, key=len)
    if len(best) < max(config.min_datelines, config.min_dateline_share * len(dated)):
        return Layout(())
    return cut_at_heads(lines, best, kind="dated", config=config)


def find_heads(lines: Sequence[Line], dated: Sequence[int], *, below: bool, gap: int, config: Config) -> list[int]:
    """Lines at which articles begin if date lines stand below (or above) headlines, `gap` line ends apart (2: or more).

    What begins an article stands after an empty line, at the start of the document, or anywhere in a document that
    has no empty lines. Between headline and date line a name or a summary may stand, without an empty line.
    """
    is_dense = sum(line.gap > 1 for line in lines) < DENSE_SHARE * len(lines)
    heads = []
    for index in dated:
        first = head_of(lines, index, gap=gap) if below else index
        headline = first if below else index + 1
        if first < 0 or headline >= len(lines) or (not below and min(lines[headline].gap, 2) != gap):
            continue
        begins = first == 0 or lines[first].gap >= 2 or is_dense
        if begins and is_headline(lines[headline].text, config=config):
            heads.append(first)
    return heads


def head_of(lines: Sequence[Line], index: int, *, gap: int) -> int:
    """The first line of the block that ends with the date line `index` (or just above it, for a gap of 2); or -1."""
    if index == 0 or min(lines[index].gap, 2) != gap:
        return -1
    first = index - 1
    while first > 0 and lines[first].gap == 1 and index - first < MAX_HEAD_LINES:
        first -= 1
    # a block that is longer is a paragraph: then only the line just above can be the headline
    return first if lines[first].gap != 1 or first == 0 else index - 1


def find_feet(lines: Sequence[Line], dated: Sequence[int], *, config: Config) -> list[int]:
    """Lines at which articles begin if each ends with its date line: the first, and headlines just below date lines."""
    below = [index + 1 for index in dated if index + 1 < len(lines)]
    return [0, *(index for index in below if is_headline(lines[index].text, config=config))]
