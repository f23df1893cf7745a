"""The terms of each theme, by weight and by how far each is the theme's own."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.canvas import (
    GUIDE,
    MARGIN,
    NAVY,
    SMALL_SIZE,
    TEAL,
    WIDTH,
    Canvas,
    quiet,
)
from pipeline.charts.chart import Chart, Origin, Words
from pipeline.charts.letters import fit, fit_lines
from pipeline.charts.parts import mean_parts, theme_parts
from pipeline.charts.scene import Scene, theme_names
from pipeline.wording import count, listing, percent, plain, shorten

COLUMNS = 3
ROW_HIGH, TITLE_HIGH, LINE_HIGH, GAP, NAME_SIZE = 0.125, 0.2, 0.11, 0.14, 7.0
NAME_CHARS = 36
OWN = 0.9  # of a term's use within one theme: all but the noise of sampling


def draw_terms(
    topic_terms: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    article_topics: pd.DataFrame,
    articles: pd.DataFrame,
    scene: Scene,
) -> Chart:
    """A panel a theme: its heaviest terms, and how far each is the theme's own."""
    points = theme_terms(topic_terms, topics, themes, shown=scene.config.terms_shown)
    if points.empty:
        return scene.nothing("terms", list(points.columns))
    names = list(dict.fromkeys(points["theme"]))[: scene.config.term_panels]
    points = points[points["theme"].isin(names)].reset_index(drop=True)
    words = terms_words(points, names, scene)
    rows = -(-len(names) // COLUMNS)
    width = WIDTH / COLUMNS
    said = {name: fit_lines(name, width - 0.2, NAME_SIZE) for name in names}
    head = TITLE_HIGH + (max(map(len, said.values())) - 1) * LINE_HIGH
    panel = head + scene.config.terms_shown * ROW_HIGH
    canvas = scene.canvas(words, 0.22 + rows * (panel + GAP))
    draw_terms_key(canvas, scene)
    for place, name in enumerate(names):
        below = 0.22 + (place // COLUMNS) * (panel + GAP)
        left = MARGIN + (place % COLUMNS) * width
        group = points[points["theme"] == name]
        for line, text in enumerate(said[name]):
            above = len(said[name]) - line - 1  # names of one line stand next to their panel
            canvas.write(left, below + head - 0.11 - above * LINE_HIGH, text, size=NAME_SIZE, color=NAVY)
        high = len(group) * ROW_HIGH
        axes = canvas.axes(left + 1.12, 0.58, top=below + head, height=high)
        plot_weights(axes, group, widest=float(points["weight"].max()))
        plot_owned(canvas.axes(left + 1.76, 0.3, top=below + head, height=high), group)
    means = mean_parts(theme_parts(article_topics, topics, articles))
    origin = Origin(("theme_id",), means[means["theme_id"].isin(points["theme_id"])].reset_index(drop=True))
    return Chart("terms", words, points, canvas.figure, origin)


def terms_words(points: pd.DataFrame, names: list[str], scene: Scene) -> Words:
    """What is said of the terms: how many of them are one theme's own, and each theme's terms."""
    own = points["own"] >= OWN
    values = {
        "themes": count(len(names), "theme"),
        "own": f"{int(own.sum()):,}",
        "terms": f"{len(points):,}",
        "most_own": percent(points["own"].max()),
        "least_own": percent(points["own"].min()),
    }
    said = " ".join(
        scene.say("terms.row", {"theme": name, "terms": listing(points.loc[points["theme"] == name, "term"])})
        for name in names
    )
    return scene.words("terms", values, alt=said)


def theme_terms(topic_terms: pd.DataFrame, topics: pd.DataFrame, themes: pd.DataFrame, *, shown: int) -> pd.DataFrame:
    """The `shown` heaviest terms of each theme, with weight, frex and how far their use is the theme's own.

    A term's weight is that of its topics by their share of the theme; `own` is the theme's part of the term's weight
    over all topics that list it, by their shares.
    """
    whole = topics.groupby("theme_id", as_index=False).agg(whole=("share", "sum"))
    known = themes[["theme_id", "kind"]].assign(theme_share=themes["share"]).merge(whole, on="theme_id")
    joined = topic_terms.merge(topics[["topic_id", "theme_id", "share"]], on="topic_id").merge(known, on="theme_id")
    used = joined["weight"] * joined["share"]
    weight = used / joined["whole"].where(joined["whole"] > 0, 1.0)
    weighed = joined.assign(weight=weight, used=used, last=joined["kind"] == "background")
    grouped = weighed.groupby(["last", "theme_share", "theme_id", "term"], as_index=False).agg(
        weight=("weight", "sum"), frex=("frex", "max"), used=("used", "sum")
    )
    total = grouped.groupby("term")["used"].transform("sum")
    owned = grouped.assign(own=(grouped["used"] / total.where(total > 0, 1.0)).clip(0, 1))
    ordered = owned.sort_values(
        ["last", "theme_share", "theme_id", "weight", "term"], ascending=[True, False, True, False, True], kind="stable"
    )
    top = ordered.groupby("theme_id", sort=False).head(shown)
    terms = top["term"].map(lambda term: shorten(plain(term).replace("_", " "), NAME_CHARS))
    named = top.assign(theme=top["theme_id"].map(theme_names(themes)), term=terms)
    return named[["theme", "theme_id", "theme_share", "term", "weight", "own", "frex"]].reset_index(drop=True)


def draw_terms_key(canvas: Canvas, scene: Scene) -> None:
    """One line above the panels that names bar and mark."""
    axes = canvas.axes(MARGIN, WIDTH - 2 * MARGIN, height=0.14)
    axes.set(xlim=(0, WIDTH - 2 * MARGIN), ylim=(-1, 1))
    axes.axis("off")
    axes.barh(0, 0.22, left=0, height=1.0, color=TEAL)
    axes.text(0.3, 0, scene.word("terms.key_weight"), va="center", size=SMALL_SIZE)
    axes.plot(2.62, 0, "D", ms=3, color=NAVY)
    axes.text(2.74, 0, scene.word("terms.key_own"), va="center", size=SMALL_SIZE)


def plot_weights(axes: Axes, group: pd.DataFrame, *, widest: float) -> None:
    """Bars of weight, on one scale for all panels."""
    places = np.arange(len(group))
    axes.barh(places, group["weight"], height=0.62, color=TEAL)
    axes.set_ylim(len(group) - 0.4, -0.6)
    axes.set_xlim(0, widest * 1.04)
    axes.set_yticks(places, [fit(term, 1.0, SMALL_SIZE) for term in group["term"]])
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    quiet(axes, keep="left")


def plot_owned(axes: Axes, group: pd.DataFrame) -> None:
    """A strip from none to all, with a mark for how far each term is the theme's own."""
    places = np.arange(len(group))
    axes.hlines(places, 0, 1, color=GUIDE, lw=0.6)
    axes.plot(group["own"], places, "D", ms=2.8, color=NAVY, ls="none", clip_on=False)
    axes.set_ylim(len(group) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.axis("off")
