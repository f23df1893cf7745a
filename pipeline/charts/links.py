"""Which bodies go with which theme: how much of the articles that name a body the theme fills."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from scipy.special import stdtr, stdtrit

from pipeline.charts.canvas import CHARCOAL, GREY, GUIDE, MARGIN, NAVY, SMALL_SIZE, TEAL, WIDTH, Canvas, quiet
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.letters import fit
from pipeline.charts.names import name_pairs
from pipeline.charts.parts import theme_parts
from pipeline.charts.scene import Scene, theme_names
from pipeline.charts.similarity import hold_false
from pipeline.rows import highest, records
from pipeline.wording import count, percent, percent_range, shorten

COLUMNS = ["theme", "theme_id", "name", "n_articles", "share", "low", "high", "usual"]
PANELS = 2
HIGH = 0.95  # upper end of the interval
LEAST_ERROR = 1e-6  # of a mean: articles that are all alike tell no more than this
ROW_HIGH, TITLE_HIGH, GAP, KEY_HIGH = 0.135, 0.2, 0.12, 0.24
LABEL, PLOT = 1.85, 1.0  # inches for a body's name, and for its dot with the interval
TITLE_CHARS = 34


def draw_links(
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    articles: pd.DataFrame,
    article_topics: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    scene: Scene,
) -> Chart:
    """A panel a theme: the bodies in whose articles the theme takes up more room than elsewhere."""
    parts = theme_parts(article_topics, topics, articles)
    bodies = entities[entities["type"] == "BODY"]
    pairs = name_pairs(bodies, mentions, articles)
    pairs = pairs[pairs["article_id"].isin(parts.index)][["name", "article_id"]]
    points = link_points(pairs, parts, themes, scene)
    if points.empty:
        return scene.nothing("links", COLUMNS)
    names = list(dict.fromkeys(points["theme"]))
    top = highest(points.assign(above=points["low"] - points["usual"]), "above")
    values = {
        "theme": shorten(top["theme"], TITLE_CHARS),
        "body": shorten(top["name"], TITLE_CHARS),
        "share": percent(top["share"]),
        "usual": percent(top["usual"]),
        "least": scene.config.least_naming,
        "links": count(len(points), "link"),
        "themes": count(len(names), "theme"),
    }
    said = " ".join(scene.say("links.row", link_values(row)) for row in records(points))
    words = scene.words("links", values, alt=said)
    deepest = int(points.groupby("theme").size().max())
    panel = TITLE_HIGH + deepest * ROW_HIGH
    canvas = scene.canvas(words, KEY_HIGH + -(-len(names) // PANELS) * (panel + GAP))
    draw_links_key(canvas, scene)
    for place, name in enumerate(names):
        left, below = MARGIN + (place % PANELS) * WIDTH / PANELS, KEY_HIGH + (place // PANELS) * (panel + GAP)
        draw_panel(canvas, points[points["theme"] == name], left, below, widest=float(points["high"].max()))
    return Chart("links", words, points, canvas.figure, link_origin(points, pairs, parts))


def link_points(pairs: pd.DataFrame, parts: pd.DataFrame, themes: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """For each theme the bodies whose articles it fills most above its usual share, by the interval's lower end.

    Many pairs are looked at, so that those above by chance are held at a small share of those shown.
    """
    told = themes[(themes["kind"] != "background") & themes["theme_id"].isin(parts.columns)]
    told = told.sort_values(["share", "theme_id"], ascending=[False, True], kind="stable").head(
        scene.config.term_panels
    )
    names, usual = theme_names(told), parts.mean()
    sizes = pairs.groupby("name").size()
    often = sizes[sizes >= scene.config.least_naming]
    shares = pairs[pairs["name"].isin(often.index)].merge(parts, left_on="article_id", right_index=True)
    grouped = shares.drop(columns="article_id").groupby("name")
    means, spreads = grouped.mean(), grouped.std(ddof=1)
    n = often.to_numpy(dtype=float)
    rows = []
    for theme in told["theme_id"]:
        error = np.maximum(spreads[theme].to_numpy() / np.sqrt(n), LEAST_ERROR)
        own = pd.DataFrame({"name": means.index, "n_articles": often.to_numpy(), "share": means[theme].to_numpy()})
        width = stdtrit(n - 1, HIGH) * error
        odds = stdtr(n - 1, (usual[theme] - own["share"]) / error)
        ends = {"low": (own["share"] - width).clip(lower=0), "high": (own["share"] + width).clip(upper=1)}
        rows.append(own.assign(theme=names[theme], theme_id=theme, usual=usual[theme], odds=odds, **ends))
    if not len(often) or not rows:
        return pd.DataFrame(columns=COLUMNS)
    found = pd.concat(rows, ignore_index=True)
    kept = found[hold_false(found["odds"].to_numpy())]
    place = {theme: rank for rank, theme in enumerate(told["theme_id"])}
    ordered = kept.assign(place=kept["theme_id"].map(place), low_first=-kept["low"].round(12))
    ordered = ordered.sort_values(["place", "low_first", "name"], kind="stable")
    return ordered.groupby("place", sort=False).head(scene.config.links_shown)[COLUMNS].reset_index(drop=True)


def link_origin(points: pd.DataFrame, pairs: pd.DataFrame, parts: pd.DataFrame) -> Origin:
    """What each article that names a body adds to the mean share of the theme."""
    rows = []
    for row in records(points):
        own = pairs.loc[pairs["name"] == row["name"], "article_id"].sort_values()
        share = parts.loc[own, row["theme_id"]].to_numpy() / row["n_articles"]
        columns = {"theme_id": row["theme_id"], "name": row["name"], "article_id": own.to_numpy(), "share": share}
        rows.append(pd.DataFrame({**columns, "n_articles": 1}))
    return Origin(("theme_id", "name"), pd.concat(rows, ignore_index=True))


def link_values(row: dict[str, object]) -> dict[str, object]:
    """What the sentence of one link is filled with."""
    low, high, share, usual = (float(str(row[key])) for key in ("low", "high", "share", "usual"))
    return {
        "theme": row["theme"],
        "body": row["name"],
        "articles": count(math.floor(float(str(row["n_articles"]))), "article"),
        "share": percent(share),
        "range": percent_range(low, high),
        "usual": percent(usual),
    }


def draw_links_key(canvas: Canvas, scene: Scene) -> None:
    """One line above the panels that names the marks."""
    axes = canvas.axes(MARGIN, WIDTH - 2 * MARGIN, top=0.02, height=0.16)
    axes.set(xlim=(0, WIDTH - 2 * MARGIN), ylim=(-1, 1))
    axes.axis("off")
    axes.plot([0.0, 0.24], [0, 0], color=TEAL, lw=3.0, solid_capstyle="butt")
    axes.plot(0.12, 0, "o", ms=3.2, color=NAVY)
    axes.text(0.32, 0, scene.word("links.key_share"), va="center", size=SMALL_SIZE)
    axes.plot([4.0, 4.0], [-1, 1], color=GREY, lw=1.0, ls=(0, (2, 1.5)))
    axes.text(4.1, 0, scene.word("links.key_usual"), va="center", size=SMALL_SIZE)


def draw_panel(canvas: Canvas, group: pd.DataFrame, left: float, below: float, *, widest: float) -> None:
    """One theme: its bodies with dot, interval and share, beside the theme's usual share."""
    width = WIDTH / PANELS
    canvas.write(left, below + 0.09, fit(group["theme"].iloc[0], width - 0.15, 7.0), size=7.0, color=NAVY)
    high = len(group) * ROW_HIGH
    axes = canvas.axes(left + LABEL, PLOT, top=below + TITLE_HIGH, height=high)
    plot_links(axes, group, widest=widest)


def plot_links(axes: Axes, group: pd.DataFrame, *, widest: float) -> None:
    """Dots with intervals from zero; the dashed line is the theme's share of all articles."""
    places = np.arange(len(group))
    axes.hlines(places, 0, widest, color=GUIDE, lw=0.4, zorder=0)
    axes.axvline(float(group["usual"].iloc[0]), color=GREY, lw=1.0, ls=(0, (2, 1.5)), zorder=1)
    axes.hlines(places, group["low"], group["high"], color=TEAL, lw=3.0, zorder=2)
    axes.plot(group["share"], places, "o", ms=3.2, color=NAVY, ls="none", zorder=3)
    axes.set(xlim=(0, widest), ylim=(len(group) - 0.45, -0.55))
    axes.set_yticks(places, [fit(name, LABEL - 0.08, SMALL_SIZE) for name in group["name"]])
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    quiet(axes, keep="left")
    for place, share in zip(places, group["share"], strict=True):
        axes.annotate(
            percent(share),
            (widest, place),
            (3, 0),
            textcoords="offset points",
            va="center",
            size=SMALL_SIZE,
            color=CHARCOAL,
        )
