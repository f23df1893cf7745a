"""The items of a feed that was dumped as text: title, addresses and timestamp run together, tags lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from pipeline.segment.drafts import Draft, Layout
from pipeline.segment.lines import Line, line_key, n_words, piece

STAMP = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+)?\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{4}"
    r"\s\d{1,2}:\d{2}(?::\d{2})?\s(?:[+-]\d{4}|[A-Z]{2,4})"
    r"|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?"
)
TOKEN = re.compile(rf"(?P<url>https?://[^\s<>\"]+)|(?P<stamp>{STAMP})")
STAMP_ALONE = re.compile(STAMP)
PLUMBING = "feed_plumbing"
# A name between the address and the timestamp; a longer text is the description of the channel.
MAX_AUTHOR_WORDS = 5
# Words before a title in letters that are not Latin, where Latin letters follow. Spam is often of another language.
FOREIGN_PREFIX = re.compile(r"(?:[^\sA-Za-zÀ-ɏ]*[^\W\d_A-Za-zÀ-ɏ][^\sA-Za-zÀ-ɏ]*\s+)+(?=[^\w\s]*[A-Za-zÀ-ɏ])")
# So many titles, and such a share of them, must begin with the same words for these to be plumbing.
MIN_PREFIXED, MIN_PREFIX_SHARE = 3, 0.5
MAX_PREFIX_WORDS = 7
# Characters of a day alone, such as 2017-04-28.
ISO_DAY = 10


@dataclass(frozen=True)
class Token:
    """A stretch of one line: an address, a timestamp, or the text between."""

    kind: str
    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Head:
    """The head of one item: where its title stands, where its plumbing ends, what it states."""

    title: Token
    last: Token
    url: str | None
    author: str | None
    published: str | None


def find_dump(lines: Sequence[Line]) -> tuple[list[Line], Layout]:
    """The lines, heads cut into title and plumbing, and the layout by items; no drafts where this is no dump."""
    has_addresses = any("://" in line.text for line in lines)
    if not has_addresses or not any(STAMP_ALONE.search(line.text) for line in lines):
        return list(lines), Layout(())
    tokens = split_tokens(lines)
    heads = [head for at, token in enumerate(tokens) if token.kind == "stamp" and (head := read_head(tokens, at))]
    if len(heads) < 2 and not any(head.title.line < 3 for head in heads):
        return list(lines), Layout(())
    return cut_lines(lines, heads, find_prefixes(lines, heads))


def split_tokens(lines: Sequence[Line]) -> list[Token]:
    """Addresses, timestamps and the text beside them, for the lines that hold any and the line before each."""
    tokens: list[Token] = []
    for index, line in enumerate(lines):
        at = 0
        for found in TOKEN.finditer(line.text):
            tokens += text_token(line, index, at, found.start())
            kind = "url" if found.lastgroup == "url" else "stamp"
            tokens.append(Token(kind, index, line.start + found.start(), line.start + found.end(), found.group()))
            at = found.end()
        tokens += text_token(line, index, at, len(line.text))
    return tokens


def text_token(line: Line, index: int, start: int, end: int) -> list[Token]:
    """The text [start, end) of a line as a token, or none where it is blank."""
    part = piece(line, line.start + start, line.start + end)
    return [Token("text", index, part.start, part.end, part.text)] if part else []


def read_head(tokens: Sequence[Token], at: int) -> Head | None:
    """The head of the item whose timestamp is token `at`: title, addresses, perhaps a name, timestamp, addresses."""
    before = at - 1
    author = None
    if before > 0 and tokens[before].kind == "text" and tokens[before - 1].kind == "url":
        if n_words(tokens[before].text) <= MAX_AUTHOR_WORDS:
            author = tokens[before].text
        before -= 1
    first_url = before
    while first_url > 0 and tokens[first_url].kind == "url" and tokens[first_url - 1].kind == "url":
        first_url -= 1
    if first_url < 1 or tokens[first_url].kind != "url" or tokens[first_url - 1].kind != "text":
        return None
    title = tokens[first_url - 1]
    if tokens[at].line - title.line > 4:
        return None
    return Head(title, end_of_head(tokens, at), tokens[first_url].text, author, iso_time(tokens[at].text))


def end_of_head(tokens: Sequence[Token], at: int) -> Token:
    """The last address on the timestamp's line after it (the item's permanent one), or the timestamp itself."""
    last = tokens[at]
    for token in tokens[at + 1 : at + 8]:
        if token.line != tokens[at].line:
            break
        if token.kind == "url":
            return token
    return last


def iso_time(stamp: str) -> str | None:
    """A timestamp in ISO 8601, or None for one that is no time (31 November)."""
    try:
        return datetime.fromisoformat(stamp).isoformat()[: len(stamp) if len(stamp) == ISO_DAY else None]
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stamp).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def find_prefixes(lines: Sequence[Line], heads: Sequence[Head]) -> dict[int, int]:
    """By a title's start, how many of its first characters are plumbing.

    That is words that begin most titles and stand in no text, such as spam or the site's name, and words in letters of
    another script than the rest of the title. A word with a colon is a kind of article, and stays.
    """
    counts: Counter[str] = Counter()
    for title in sorted({head.title.text for head in heads}):
        counts.update(set(prefixes(title)))
    titled = {head.title.line for head in heads}
    texts = {word for index, line in enumerate(lines) if index not in titled for word in line.key.split()}
    enough = max(MIN_PREFIXED, MIN_PREFIX_SHARE * len(heads))
    skips = {}
    for head in heads:
        own = prefixes(head.title.text)
        shared = [
            part
            for part in own
            if counts[part] >= enough and not part.endswith(":") and not texts & set(line_key(part).split())
        ]
        foreign = FOREIGN_PREFIX.match(head.title.text)
        skips[head.title.start] = max(len(shared[-1]) if shared else 0, foreign.end() if foreign else 0)
    return skips


def prefixes(title: str) -> list[str]:
    """The first word of a title, its first two words, and so on; never all of them."""
    words = title.split(" ")
    return [" ".join(words[:n]) for n in range(1, min(len(words), MAX_PREFIX_WORDS + 1))]


def cut_lines(lines: Sequence[Line], heads: Sequence[Head], skips: Mapping[int, int]) -> tuple[list[Line], Layout]:
    """The lines with each head cut into title and plumbing, and a draft for each item that has text below its head."""
    pieces: list[Line] = []
    begun: list[tuple[int, Head, str]] = []
    at = 0
    for head in heads:
        pieces += [part for index in range(at, head.title.line) if (part := rest_of(lines[index], pieces))]
        line = lines[head.title.line]
        skip = skips[head.title.start]
        before = piece(line, max(line.start, pieces[-1].end if pieces else 0), head.title.start + skip, role=PLUMBING)
        title = piece(line, head.title.start + skip, head.title.end)
        pieces += [before] if before else []
        if title:
            begun.append((len(pieces), head, title.text))
            pieces.append(title)
        pieces += plumbing_until(lines, head)
        at = head.last.line + (1 if head.last.end == lines[head.last.line].end else 0)
    pieces += [part for index in range(at, len(lines)) if (part := rest_of(lines[index], pieces))]
    edges = [*(index for index, _, _ in begun), len(pieces)]
    drafts = [
        Draft(first, last, title=title, url=head.url, author=head.author, published=head.published)
        for (first, head, title), last in zip(begun, edges[1:], strict=True)
        if has_text(pieces[first + 1 : last])
    ]
    return pieces, Layout(tuple(drafts), kind="dump")


def rest_of(line: Line, pieces: Sequence[Line]) -> Line | None:
    """What is left of a line after the pieces that were cut from it."""
    done = pieces[-1].end if pieces else 0
    return line if done <= line.start else piece(line, done, line.end)


def plumbing_until(lines: Sequence[Line], head: Head) -> list[Line]:
    """The lines from the end of the title to the end of the head, as plumbing."""
    parts = []
    for index in range(head.title.line, head.last.line + 1):
        start = head.title.end if index == head.title.line else lines[index].start
        end = head.last.end if index == head.last.line else lines[index].end
        parts.append(piece(lines[index], start, end, role=PLUMBING))
    return [part for part in parts if part]


def has_text(lines: Sequence[Line]) -> bool:
    """Whether lines below a head hold text: the head of the channel itself has none before the first item."""
    return sum(n_words(line.text) for line in lines if not line.role and not TOKEN.search(line.text)) >= 3
