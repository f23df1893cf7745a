"""How the page speaks of a corpus: its sentences, its years, and what may be shown of people and texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.browse.config import Config
from pipeline.browse.given import Given
from pipeline.corpus import Corpus, Publish
from pipeline.veil import Veil, build_veil
from pipeline.wording import percent, plain, say, shorten

TITLE_CHARS, NAME_CHARS, HEADLINE_CHARS = 120, 80, 300
BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Voice:
    """The corpus as the page speaks of it."""

    corpus: str
    period: str
    years: tuple[int, ...]
    is_demonstration: bool
    config: Config
    publish: Publish
    sentences: Mapping[str, str]
    veil: Veil

    def say(self, name: str, values: Mapping[str, object] | None = None) -> str:
        """The sentence `name` with `values`, and with what is known everywhere."""
        return say(self.sentences[name], {**self.known, **(values or {})})

    @property
    def known(self) -> dict[str, str]:
        """What every sentence may name."""
        return {
            "corpus": self.corpus,
            "period": self.period,
            "interval": percent(self.config.interval),
            "firm_limit": percent(self.config.firm),
        }

    def word(self, name: str) -> str:
        """The sentence `name` as it stands."""
        return self.sentences[name]

    def name(self, said: object, most: int = NAME_CHARS) -> str:
        """A label, a term or a body's name as it may be shown."""
        return shorten(self.veil.cover(plain(said)), most)

    def headline(self, title: object, article_id: str) -> str:
        """An article's headline as it may be shown."""
        return shorten(self.veil.cover(plain(title), article_id), HEADLINE_CHARS)

    def quote(self, text: object, article_id: str) -> str:
        """Text of an article as it may be shown; nothing where no text of articles may be."""
        return self.veil.cover(plain(text), article_id) if self.publish.excerpts else ""

    def path(self, source: object, instead: str) -> str:
        """A document's path, or what stands for it where the path names a person whom the page may not."""
        said = plain(source)
        words = BETWEEN_WORDS.sub(" ", said)
        return said if self.veil.cover(words) == words else instead


def build_voice(given: Given, *, corpus: Corpus, config: Config) -> Voice:
    """The voice of one corpus; its years are those of its articles and of its stated period, without holes."""
    sentences = {row["name"]: row["sentence"] for row in config.sentences}
    publish = corpus.publish
    veil = build_veil(given.mentions, given.entities, mode=publish.people, stand_in=sentences["any.person"])
    seen = [int(year) for year in given.articles["year"].dropna().unique()]
    stated = list(corpus.period or ())
    years = tuple(range(min(seen + stated), max(seen + stated) + 1)) if seen else ()
    period = f"{years[0]}\N{EN DASH}{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    return Voice(
        corpus=shorten(plain(corpus.title), TITLE_CHARS) or sentences["any.corpus"],
        period=period or sentences["any.undated"],
        years=years,
        is_demonstration=corpus.demonstration,
        config=config,
        publish=publish,
        sentences=sentences,
        veil=veil,
    )
