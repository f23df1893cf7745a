"""What every part of the report is told: the corpus, the sentences, and how documents may be quoted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.corpus import Corpus, Publish
from pipeline.report.blocks import Block, figure
from pipeline.report.config import Config
from pipeline.report.given import Given
from pipeline.veil import Veil, build_veil
from pipeline.wording import percent, plain, say, shorten

TITLE_CHARS = 120


@dataclass(frozen=True)
class Story:
    """The corpus as the report speaks of it."""

    corpus: str
    period: str
    years: tuple[int, ...]
    is_demonstration: bool
    config: Config
    publish: Publish
    sentences: Mapping[str, str]
    figures: Mapping[str, Any]
    veil: Veil

    def say(self, name: str, values: Mapping[str, object] | None = None) -> str:
        """The sentence `name` with `values`, and with what is known everywhere."""
        known = {
            "corpus": self.corpus,
            "period": self.period,
            "interval": percent(self.config.interval),
            "firm_limit": percent(self.config.firm),
        }
        return say(self.sentences[name], {**known, **(values or {})})

    def word(self, name: str) -> str:
        """The sentence `name` as it stands, for words within a sentence."""
        return self.sentences[name]

    def columns(self, name: str) -> list[str]:
        """The headings of a table: the sentence `name`, parted at its bars."""
        return [part.strip() for part in self.sentences[name].split("|")]

    def chart(self, name: str, caption: str = "") -> list[Block]:
        """The chart `name`, with the sentence `caption` below it if one is named.

        Nothing where the chart shows nothing, or shows people in another way than this report may.
        """
        facts = self.figures[name].facts if name in self.figures else {"is_empty": True}
        is_fit = self.publish.people in ("names", facts.get("people"))
        if facts.get("is_empty") or not is_fit:
            return []
        return [figure(name, str(facts["alt"]), self.say(caption) if caption else "")]

    def quote(self, text: object, article_id: str) -> str:
        """Text of an article as it may be shown; nothing where no text of articles may be."""
        return self.veil.cover(plain(text), article_id) if self.publish.excerpts else ""

    def headline(self, title: object, article_id: str) -> str:
        """A headline as it may be shown."""
        return shorten(self.veil.cover(plain(title), article_id), self.config.headline_chars)


def build_story(given: Given, *, figures: Mapping[str, Any], corpus: Corpus, config: Config) -> Story:
    """The story of one corpus; its years are those of its articles and of its stated period, without holes."""
    sentences = {row["name"]: row["sentence"] for row in config.sentences}
    veil = build_veil(given.mentions, given.entities, mode=corpus.publish.people, stand_in=sentences["any.person"])
    seen = [int(year) for year in given.articles["year"].dropna().unique()]
    stated = list(corpus.period or ())
    years = tuple(range(min(seen + stated), max(seen + stated) + 1)) if seen else ()
    period = f"{years[0]}\N{EN DASH}{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    title = shorten(plain(corpus.title), TITLE_CHARS) or sentences["any.corpus"]
    return Story(
        corpus=title,
        period=period or sentences["any.undated"],
        years=years,
        is_demonstration=corpus.demonstration,
        config=config,
        publish=corpus.publish,
        sentences=sentences,
        figures=figures,
        veil=veil,
    )
