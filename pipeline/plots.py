"""The charts of a run as matplotlib figures, and the way from a plotted point to its articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.errors import CorpusError
from pipeline.settings import load_config

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from pipeline.charts.chart import Chart

# Columns by which a point may be asked for: the first of each line that the chart's points have.
THEME_COLUMNS = ("theme_id", "id")
YEAR_COLUMNS = ("year", "from_year", "to_year")
NAME_COLUMNS = ("name", "class", "mention_id", "other_id", "setting")


class Plots:
    """What a run can draw; each figure is a matplotlib Figure that shows itself in a notebook, alternative text too."""

    corpus: Corpus

    def table(self, name: str) -> pd.DataFrame:
        """The table called `name`."""
        return pd.DataFrame(getattr(self, name))

    def chart(self, name: str, *, theme_ids: tuple[str, ...] = ()) -> Chart:
        """The chart called `name` with its figure, points, words and origin; of some themes only, if any are named."""
        from pipeline.charts.canvas import house_style
        from pipeline.charts.roll import ROLL, draw_chart, tables_drawn
        from pipeline.charts.scene import build_scene

        if name not in ROLL:
            raise CorpusError(f"no chart is called {name!r} (want {', '.join(ROLL)}).")
        tables: Mapping[str, pd.DataFrame] = {table: self.table(table) for table in tables_drawn(name)}
        if theme_ids:
            tables = {
                key: table[table["theme_id"].isin(theme_ids)] if key in ("themes", "sums") else table
                for key, table in tables.items()
            }
        config = load_config("charts", self.corpus.settings.get("charts", {}))
        scene = build_scene(self.table("articles"), corpus=self.corpus.for_stage("charts"), config=config)
        with house_style():
            drawn = draw_chart(name, tables, scene)
            drawn.figure.draw_without_rendering()  # ticks take their style when they are first drawn
        return drawn

    def plot(self, name: str, *, theme: str | None = None) -> Figure:
        """The figure of the chart called `name`, of one theme only where `theme` is its id, label or part of it."""
        chosen = () if theme is None else (self.theme_id(theme),)
        return self.chart(name, theme_ids=chosen).figure

    def theme_id(self, theme: str) -> str:
        """The id of a theme given by its id, its label, or a word of its label that no other label has."""
        raise CorpusError(f"theme {theme!r} is not known.")

    def plot_coverage(self) -> Figure:
        """Articles a year, and years without any."""
        return self.plot("coverage")

    def plot_dating(self) -> Figure:
        """How articles were dated, and how closely."""
        return self.plot("dating")

    def plot_prevalence(self, *, theme: str | None = None) -> Figure:
        """Each theme's share by year with both intervals, or that of one theme."""
        return self.plot("prevalence", theme=theme)

    def plot_heat(self) -> Figure:
        """Themes by year as a heat map."""
        return self.plot("heat")

    def plot_changes(self, *, theme: str | None = None) -> Figure:
        """The changes that hold, with intervals."""
        return self.plot("changes", theme=theme)

    def plot_terms(self, *, theme: str | None = None) -> Figure:
        """The heaviest terms of each theme, and how far each is the theme's own."""
        return self.plot("terms", theme=theme)

    def plot_map(self) -> Figure:
        """Themes placed by the terms that they use."""
        return self.plot("map")

    def plot_correlation(self) -> Figure:
        """Themes that are met in the same articles, or keep apart."""
        return self.plot("correlation")

    def plot_people(self) -> Figure:
        """The people named in most articles, by year."""
        return self.plot("people")

    def plot_bodies(self) -> Figure:
        """The bodies named in most articles, by year."""
        return self.plot("bodies")

    def plot_links(self, *, theme: str | None = None) -> Figure:
        """The bodies in whose articles a theme takes up more room than elsewhere."""
        return self.plot("links", theme=theme)

    def plot_sums(self, *, theme: str | None = None) -> Figure:
        """Sums of money by year on a scale of powers of ten."""
        return self.plot("sums", theme=theme)

    def plot_persistence(self, *, theme: str | None = None) -> Figure:
        """In how many of the model's independent runs themes and topics recur."""
        return self.plot("persistence", theme=theme)

    def plot_ladder(self) -> Figure:
        """What other numbers of topics, and other engines, make of the corpus."""
        return self.plot("ladder")

    def trace_point(
        self, figure: str, *, theme: str | None = None, year: int | None = None, name: str | None = None
    ) -> pd.DataFrame:
        """The articles behind the points of a figure that are of a theme, a year, a name: a row a point and article.

        A column of the figure's own values holds what the article adds; added up, they are the plotted value. Besides:
        source, start and end in the document's text, title and date. A CorpusError where no point is meant.
        """
        chart = self.chart(figure)
        wanted: dict[tuple[str, ...], Any] = {YEAR_COLUMNS: year, NAME_COLUMNS: name}
        wanted[THEME_COLUMNS] = None if theme is None else self.theme_id(theme)
        points = pick_points(chart.points, wanted, figure)
        by, articles = list(chart.origin.by), self.table("articles")
        keys = points[by].drop_duplicates() if by else None
        rows = chart.origin.articles if keys is None else chart.origin.articles.merge(keys, on=by)
        places = articles[["article_id", "source", "start", "end", "date", "title"]]
        return rows.merge(places, on="article_id", how="left")


def pick_points(points: pd.DataFrame, wanted: Mapping[tuple[str, ...], Any], figure: str) -> pd.DataFrame:
    """Those of a figure's points that agree with what is wanted; a CorpusError where there is none."""
    picked = points
    for columns, value in wanted.items():
        known = [column for column in columns if column in points.columns]
        if value is None:
            continue
        if not known:
            raise CorpusError(f"figure {figure} has no {columns[0]} to ask for (columns: {', '.join(points.columns)}).")
        agrees = pd.concat([picked[column].astype("str") == str(value) for column in known], axis=1).any(axis=1)
        picked = picked[agrees]
    if picked.empty:
        asked = ", ".join(str(value) for value in wanted.values() if value is not None) or "anything"
        raise CorpusError(f"figure {figure} has no point of {asked}. Its points stand in figures/{figure}.csv.")
    return picked
