"""A document as it is written, which keeps the place of all that it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tests.demo.model import Article, Mention, Run

CURLY = str.maketrans({"'": "’"})


@dataclass
class Place:
    """Where an article stands in its document, and how many of its words are of which theme."""

    article: Article
    start: int
    end: int = 0
    words: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Found:
    """Where a mention stands in its document."""

    key: str
    start: int
    end: int
    surface: str
    theme: str
    mention: Mention


@dataclass
class Page:
    """One document: its text so far, its articles, furniture and mentions. Offsets are indices into the text."""

    source: str
    is_curly: bool = True
    newline: str = "\n"
    packed: bytes | None = None
    parts: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    furniture: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Found] = field(default_factory=list)

    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    def content(self) -> bytes:
        """The bytes of the file: the text itself, or the package in which it was put."""
        return self.text().encode() if self.packed is None else self.packed

    def add(self, text: str) -> None:
        """Add text that is neither an article's nor furniture: line breaks, mostly."""
        text = text.translate(CURLY) if self.is_curly else text
        text = text.replace("\n", self.newline)
        self.parts.append(text)
        self.length += len(text)

    def add_furniture(self, text: str) -> None:
        """Add lines that belong to the page and to no article; each line is noted by itself."""
        for line in text.splitlines(keepends=True):
            bare = line.strip()
            start = self.length + line.find(bare)
            self.add(line)
            if bare:
                self.furniture.append((start, start + len(bare)))

    def begin(self, article: Article) -> None:
        """Start an article here."""
        self.places.append(Place(article, self.length))

    def end(self) -> None:
        """End the article here."""
        self.places[-1].end = self.length

    def add_runs(self, runs: tuple[Run, ...]) -> str:
        """Add text of the present article, and note what it names and its words by theme; the text as it was added."""
        place = self.places[-1]
        before = len(self.parts)
        for run in runs:
            start = self.length
            self.add(run.text)
            place.words[run.theme] += len(run.text.split())
            if run.mention:
                surface = self.parts[-1]
                found = Found(place.article.plan.key, start, self.length, surface, run.theme, run.mention)
                self.mentions.append(found)
        return "".join(self.parts[before:])
