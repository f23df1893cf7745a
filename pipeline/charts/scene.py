"""What every chart is told: the corpus, its years, the sentences and how people may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pipeline.charts.canvas import Canvas, draw_message, open_canvas
from pipeline.charts.chart import Chart, Origin, Words
from pipeline.charts.config import Config
from pipeline.corpus import Corpus, Publish
from pipeline.rows import records
from pipeline.wording import count, percent, plain, say, shorten

# A corpus's title stands in every subtitle: about half a line of it.
TITLE_CHARS = 60
LABEL_CHARS = 80


@dataclass(frozen=True)
class Scene:
    """The corpus as charts speak of it."""

    corpus: str
    period: str
    years: tuple[int, ...]
    source: str
    interval: str
    config: Config
    publish: Publish
    sentences: Mapping[str, str]

    def say(self, name: str, values: Mapping[str, object] | None = None) -> str:
        """The sentence `name` with `values`, and with what is known of every chart."""
        known = {"corpus": self.corpus, "period": self.period, "interval": self.interval}
        return say(self.sentences[name], {**known, **(values or {})})

    def word(self, name: str) -> str:
        """The sentence `name` without a capital, for labels."""
        return self.sentences[name].format_map({"interval": self.interval})

    def words(self, chart: str, values: Mapping[str, object], *, title: str = "title", alt: str = "") -> Words:
        """Title, subtitle, source line and alt text of a chart from its sentences; `alt` is said after its own."""
        return Words(
            title=self.say(f"{chart}.{title}", values),
            subtitle=self.say(f"{chart}.subtitle", values),
            source=self.source,
            alt=f"{self.say(f'{chart}.alt', values)} {alt}".strip(),
            people=self.publish.people,
        )

    def canvas(self, words: Words, height: float) -> Canvas:
        """A sheet that carries `words`, with `height` inches to draw on."""
        return open_canvas(
            title=words.title, subtitle=words.subtitle, source=words.source, height=height, alt=words.alt
        )

    def nothing(self, chart: str, columns: list[str], *, why: str = "nothing") -> Chart:
        """The chart where there is nothing to show: one honest line, and no points."""
        message = self.say(f"{chart}.{why}")
        words = Words(message, self.say("any.nothing"), self.source, message, self.publish.people, is_empty=True)
        canvas = self.canvas(words, 0.4)
        draw_message(canvas, self.say("any.empty"))
        return Chart(chart, words, pd.DataFrame({column: [] for column in columns}), canvas.figure, Origin())


def theme_names(themes: pd.DataFrame) -> dict[str, str]:
    """The themes' labels by identifier, of bounded length; those that differ only beyond it are numbered."""
    names: dict[str, str] = {}
    times: dict[str, int] = {}
    for row in records(themes.sort_values("theme_id", kind="stable")):
        name = shorten(plain(row["label"]), LABEL_CHARS)
        times[name] = times.get(name, 0) + 1
        names[row["theme_id"]] = name if times[name] == 1 else f"({times[name]}) {name}"
    return names


def build_scene(articles: pd.DataFrame, *, corpus: Corpus, config: Config) -> Scene:
    """The scene of one corpus: its years are those of its articles and of its stated period, without holes."""
    seen = [int(year) for year in articles["year"].dropna().unique()]
    stated = list(corpus.period or ())
    years = tuple(range(min(seen + stated), max(seen + stated) + 1)) if seen else ()
    sentences = {row["name"]: row["sentence"] for row in config.sentences}
    name = shorten(plain(corpus.title), TITLE_CHARS) or sentences["any.corpus"]
    counted = int(articles["duplicate_of"].isna().sum())
    source = say(sentences["any.source"], {"corpus": name, "articles": count(counted, "article")})
    period = sentences["any.undated"] if not years else period_words(years)
    return Scene(name, period, years, source, percent(config.interval), config, corpus.publish, sentences)


def period_words(years: tuple[int, ...]) -> str:
    """A run of years: "2016", or "2016 to 2025" with a dash."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}\N{EN DASH}{years[-1]}"
