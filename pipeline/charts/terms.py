"""The terms of each theme, and how firmly themes and topics recur."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.canvas import (
    CHARCOAL,
    GREY,
    GUIDE,
    MARGIN,
    NAVY,
    ORANGE,
    PAPER,
    SMALL_SIZE,
    TEAL,
    WIDTH,
    Canvas,
    quiet,
)
from pipeline.charts.chart import Chart
from pipeline.charts.letters import fit
from pipeline.charts.scene import Scene, theme_names
from pipeline.rows import highest, lowest, records
from pipeline.wording import count, listing, percent, plain, shorten

COLUMNS = 3
ROW_HIGH, TITLE_HIGH, GAP = 0.125, 0.2, 0.14
NAME_CHARS = 36


def draw_terms(topic_terms: pd.DataFrame, topics: pd.DataFrame, themes: pd.DataFrame, scene: Scene) -> Chart:
    """A panel a theme: its heaviest terms, and how far each is the theme's own."""
    points = theme_terms(topic_terms, topics, themes, shown=scene.config.terms_shown)
    if points.empty:
        return scene.nothing("terms", list(points.columns))
    names = list(dict.fromkeys(points["theme"]))[: scene.config.term_panels]
    points = points[points["theme"].isin(names)].reset_index(drop=True)
    first = points[points["theme"] == names[0]]
    values = {
        "themes": count(len(names), "theme"),
        "theme": shorten(names[0], NAME_CHARS),
        "terms": listing(first["term"].head(2)),
    }
    said = " ".join(
        scene.say("terms.row", {"theme": name, "terms": listing(points.loc[points["theme"] == name, "term"])})
        for name in names
    )
    words = scene.words("terms", values, alt=said)
    rows = -(-len(names) // COLUMNS)
    panel = TITLE_HIGH + scene.config.terms_shown * ROW_HIGH
    canvas = scene.canvas(words, 0.22 + rows * (panel + GAP))
    draw_terms_key(canvas, scene)
    width = WIDTH / COLUMNS
    for place, name in enumerate(names):
        below = 0.22 + (place // COLUMNS) * (panel + GAP)
        left = MARGIN + (place % COLUMNS) * width
        group = points[points["theme"] == name]
        canvas.write(left, below + 0.09, fit(name, width - 0.2, 7.0), size=7.0, color=NAVY)
        high = len(group) * ROW_HIGH
        axes = canvas.axes(left + 1.12, 0.58, top=below + TITLE_HIGH, height=high)
        plot_weights(axes, group, widest=float(points["weight"].max()))
        plot_owned(canvas.axes(left + 1.76, 0.3, top=below + TITLE_HIGH, height=high), group)
    return Chart("terms", words, points, canvas.figure)


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
    return named[["theme", "theme_id", "term", "weight", "own", "frex"]].reset_index(drop=True)


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


def draw_persistence(topics: pd.DataFrame, themes: pd.DataFrame, scene: Scene) -> Chart:
    """In what share of the chains each theme recurs, and its topics beside it."""
    points = persistence_points(topics, themes)
    if points.empty:
        return scene.nothing("persistence", list(points.columns))
    whole = points[points["level"] == "theme"].reset_index(drop=True)
    firm = whole["persistence"] >= scene.config.firm
    least, most = lowest(whole, "persistence"), highest(whole, "persistence")
    values = {
        "firm": int(firm.sum()),
        "themes": count(len(whole), "theme"),
        "limit": percent(scene.config.firm),
        "topics": count(int((points["level"] == "topic").sum()), "topic"),
        "lowest": percent(least["persistence"]),
        "lowest_theme": least["name"],
        "highest": percent(most["persistence"]),
        "highest_theme": most["name"],
    }
    said = " ".join(f"{row['name']}: {percent(row['persistence'])}." for row in records(whole))
    words = scene.words("persistence", values, title="title" if int(firm.sum()) else "title_none", alt=said)
    height = 0.2 * len(whole) + 0.5
    canvas = scene.canvas(words, height)
    plot_persistence(canvas.axes(2.55, WIDTH - 3.1, top=0.12, height=height - 0.5), points, scene)
    return Chart("persistence", words, points, canvas.figure)


def persistence_points(topics: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """A row a theme and a row a topic: name, the theme it belongs to, persistence and share."""
    columns = ["level", "theme_id", "name", "persistence", "share"]
    whole = themes.assign(level="theme", name=themes["theme_id"].map(theme_names(themes)))
    whole = whole.sort_values(["persistence", "share", "theme_id"], ascending=[False, False, True], kind="stable")
    parts = topics.assign(level="topic", name=topics["label"].map(topic_name)).sort_values("topic_id", kind="stable")
    return pd.concat([whole[columns], parts[columns]], ignore_index=True)


def topic_name(label: object) -> str:
    """A topic's label, of bounded length."""
    return shorten(plain(label), NAME_CHARS)


def plot_persistence(axes: Axes, points: pd.DataFrame, scene: Scene) -> None:
    """A row a theme: a filled dot for the theme, small hollow ones for its topics."""
    whole = points[points["level"] == "theme"].reset_index(drop=True)
    place = {theme: row for row, theme in enumerate(whole["theme_id"])}
    parts = points[(points["level"] == "topic") & points["theme_id"].isin(place)]
    firm = whole["persistence"] >= scene.config.firm
    axes.axvline(scene.config.firm, color=GREY, lw=0.8, ls=(0, (4, 3)))
    axes.text(
        scene.config.firm, -0.75, scene.word("persistence.limit"), size=SMALL_SIZE, ha="center", va="bottom", color=GREY
    )
    axes.plot(parts["persistence"], parts["theme_id"].map(place), "o", ms=3, mfc=PAPER, mec=GREY, mew=0.8, ls="none")
    for row, value, is_firm in zip(range(len(whole)), whole["persistence"], firm, strict=True):
        axes.plot(value, row, "o" if is_firm else "s", ms=5.2, color=NAVY if is_firm else ORANGE)
        axes.annotate(
            percent(value), (1.0, row), (8, 0), textcoords="offset points", va="center", size=SMALL_SIZE, color=CHARCOAL
        )
    axes.set_yticks(range(len(whole)), [fit(name, 2.4, SMALL_SIZE) for name in whole["name"]])
    axes.set_ylim(len(whole) - 0.4, -0.7)
    axes.set_xlim(0, 1.015)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(share) for share in (0, 0.25, 0.5, 0.75, 1)])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    axes.set_xlabel(scene.word("persistence.axis"))
    quiet(axes, keep="bottom")
