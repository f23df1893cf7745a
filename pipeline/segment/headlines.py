"""The headline of an article: which line it is, and its words where the source cut it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.segment.config import Config
from pipeline.segment.lines import Line, line_key, n_words
from pipeline.segment.shapes import BULLET, CUT, SALUTATION, SENTENCE_END, SUBJECT, is_cut, is_date_line, is_headline

# Kept lines among which the headline of a letter or report is looked for.
HEAD_LINES = 20
# Words of a title that is made of the first line where there is no headline.
MADE_WORDS = 12
# A first line of so many words is a headline even in a letter; the sender's name and address have fewer to a line.
MIN_HEADLINE_WORDS = 6
MIN_STEM_WORDS = 3
SLUG = re.compile(r"(?:-[a-z]+)*")
BYLINE = re.compile(r"[Bb]y:?\s+((?:[A-Z][\w.’'-]*\s?){2,4})")
AUTHOR_LINES = 5
PHRASE_END = re.compile(r"[.!?;:]|\s[–—-]\s|,\s")
MARKDOWN = re.compile(r"^#{1,6}\s+|^\*\*(?=.*\*\*$)|\*\*$")


def find_title(lines: Sequence[Line], *, titled: bool, config: Config) -> str:
    """The headline among an article's kept lines; the first words where none has the shape of one.

    titled: by the layout the headline is the first line, or the first that is no date line.
    """
    if not lines:
        return ""
    head = lines[:HEAD_LINES]
    first = next((line.text for line in head[:3] if not is_date_line(line.text)), "")
    if is_headline(first, config=config) and (titled or n_words(first) >= MIN_HEADLINE_WORDS):
        return clean(first)
    subject = next((line.text for line in head if SUBJECT.match(line.text)), "")
    if subject:
        return clean(SUBJECT.sub("", subject))
    salutation = next((index for index, line in enumerate(head) if SALUTATION.match(line.text)), None)
    if salutation is not None:
        below = head[salutation + 1 : salutation + 2]
        if below and is_headline(below[0].text, config=config):
            return clean(below[0].text)
    headed = [line.text for line in head[:salutation] if is_headline(line.text, config=config)]
    if headed:
        return clean(headed[0] if salutation is None else max(headed, key=len))
    return made_title(next((line.text for line in lines if not is_date_line(line.text)), lines[0].text))


def made_title(text: str) -> str:
    """The first words of a text that has no headline."""
    words = BULLET.sub("", text).split()
    sentence = " ".join(words[:MADE_WORDS])
    return sentence if len(words) <= MADE_WORDS else sentence.rstrip(".,;:") + " …"


def clean(text: str) -> str:
    """A headline without marks of Markdown, on one line."""
    return " ".join(MARKDOWN.sub("", text).split()) or text


def find_author(lines: Sequence[Line]) -> str | None:
    """The name on a line "By A. Writer" near an article's beginning, kept or dropped; None where there is none."""
    return next((found[1] for line in lines[:AUTHOR_LINES] if (found := BYLINE.fullmatch(line.text))), None)


def complete_title(title: str, lines: Sequence[Line], *, config: Config) -> str:
    """The headline with the words that "..." cut off, from the article's own text; unchanged where it has none."""
    if not is_cut(title):
        return title
    stem = CUT.sub("", title).rstrip(" .,…")
    words = line_key(stem).split()
    if len(words) < MIN_STEM_WORDS:
        return title
    pattern = re.compile(r"\W+".join(map(re.escape, words)) + r"(?P<rest>[^\n]*)", re.IGNORECASE)
    for line in lines:
        found = pattern.search(line.text)
        if not found or is_cut(found.group()) or line.text == title:
            continue
        rest = found.group("rest")
        if rest[:1] == "-" and "/" in rest + line.text[: found.start()]:
            # the article's address spells the headline out: words between hyphens, before a date or the end
            rest = SLUG.findall(rest)[0].replace("-", " ")
        if line.text.endswith(":") or SENTENCE_END.search(line.text):
            rest = PHRASE_END.split(rest, maxsplit=1)[0]
        if 0 < len(rest.split()) <= config.max_completion_words:
            return stem + rest.rstrip(" .")
    return title
