"""Which themes are met in the same articles, and which keep apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.atlas import largest_themes
from pipeline.charts.canvas import GREY, GUIDE, NAVY, ORANGE, PAPER, SMALL_SIZE, WIDTH, quiet
from pipeline.charts.chart import Chart, Origin, Words
from pipeline.charts.letters import fit
from pipeline.charts.parts import theme_parts
from pipeline.charts.scene import Scene, theme_names
from pipeline.charts.similarity import Floats, chance_of, correlate, fisher_limits, hold_false
from pipeline.rows import records
from pipeline.wording import MINUS, count, shorten

ROW_HIGH, LEFT, NAME = 0.19, 3.75, 1.72
FEWEST = 3  # themes, or articles, below which nothing can be said
TITLE_CHARS = 32
COLUMNS = ["theme", "theme_id", "other", "other_id", "correlation", "low", "high"]


def draw_correlation(
    themes: pd.DataFrame, topics: pd.DataFrame, article_topics: pd.DataFrame, articles: pd.DataFrame, scene: Scene
) -> Chart:
    """A row for each pair of themes met in the same articles more, or less, than chance would have it."""
    known = largest_themes(themes, scene.config.most_panels)
    parts = theme_parts(article_topics, topics, articles)
    ids = [theme for theme in known["theme_id"] if theme in parts.columns]
    if len(ids) < FEWEST or len(parts) <= FEWEST:
        return scene.nothing("correlation", COLUMNS)
    found, scores = correlate(parts[ids])
    # shares of an article sum to one, so that themes that have nothing to do with each other correlate a little below 0
    chance = -1.0 / max(len(themes) - 1, 1)
    linked = linked_pairs(found, len(parts), theme_names(known), ids, chance=chance)
    if linked.empty:
        return scene.nothing("correlation", COLUMNS, why="title_none")
    points = linked.head(scene.config.most_pairs).sort_values("correlation", ascending=False, kind="stable")
    points = points.reset_index(drop=True)
    words = correlation_words(points, linked, chance, len(ids), scene)
    high = ROW_HIGH * len(points)
    canvas = scene.canvas(words, high + 0.5)
    plot_pairs(canvas.axes(LEFT, WIDTH - LEFT - 0.45, top=0.14, height=high), points, chance, scene)
    return Chart("correlation", words, points[COLUMNS], canvas.figure, correlation_origin(points, parts, ids, scores))


def linked_pairs(r: Floats, n: int, names: dict[str, str], ids: list[str], *, chance: float) -> pd.DataFrame:
    """A row for each pair of themes whose correlation over `n` articles is not chance's, farthest from it first."""
    others, ones = np.tril_indices(len(ids), -1)
    value = r[ones, others]
    low, high = fisher_limits(value, n)
    pairs = pd.DataFrame(
        {
            "theme": [names[ids[one]] for one in ones],
            "theme_id": [ids[one] for one in ones],
            "other": [names[ids[other]] for other in others],
            "other_id": [ids[other] for other in others],
            "correlation": value,
            "low": low,
            "high": high,
            "apart": np.abs(value - np.clip(value, chance, 0.0)).round(12),
        }
    )
    kept = pairs[hold_false(chance_of(value, n, usual=chance))]
    order = ["apart", "theme_id", "other_id"]
    return kept.sort_values(order, ascending=[False, True, True], kind="stable", ignore_index=True)


def correlation_origin(points: pd.DataFrame, parts: pd.DataFrame, ids: list[str], scores: Floats) -> Origin:
    """What each article adds to a correlation: the product of its two standard scores over the number of articles."""
    rows = []
    for row in records(points):
        both = scores[:, ids.index(row["theme_id"])] * scores[:, ids.index(row["other_id"])] / len(parts)
        key = {"theme_id": row["theme_id"], "other_id": row["other_id"]}
        rows.append(pd.DataFrame({**key, "article_id": parts.index, "correlation": both}))
    return Origin(("theme_id", "other_id"), pd.concat(rows, ignore_index=True))


def correlation_words(points: pd.DataFrame, linked: pd.DataFrame, chance: float, themes: int, scene: Scene) -> Words:
    """What is said of the pairs."""
    together = int((linked["correlation"] > 0).sum())
    first = records(points)[0]
    values = {
        "one": shorten(first["theme"], TITLE_CHARS),
        "other": shorten(first["other"], TITLE_CHARS),
        "themes": count(themes, "theme"),
        "shown": len(points),
        "linked": count(len(linked), "pair"),
        "together": count(together, "pair"),
        "apart": count(len(linked) - together, "pair"),
        "chance": signed(chance),
    }
    said = " ".join(scene.say("correlation.row", pair_values(row)) for row in records(points))
    return scene.words("correlation", values, title="title" if together else "title_apart", alt=said)


def pair_values(row: dict[str, object]) -> dict[str, object]:
    """What the sentence of one pair is filled with."""
    numbers = {name: signed(float(str(row[name]))) for name in ("correlation", "low", "high")}
    return {"one": row["theme"], "other": row["other"], **numbers}


def signed(value: float) -> str:
    """A correlation with two digits and a true minus sign."""
    return f"{MINUS if round(value, 2) < 0 else ''}{abs(value):.2f}"


def plot_pairs(axes: Axes, points: pd.DataFrame, chance: float, scene: Scene) -> None:
    """Dots with intervals: filled to the right of what chance shows, hollow squares to its left."""
    places = np.arange(len(points))
    above = (points["correlation"] > 0).to_numpy()
    axes.axvspan(chance, 0, color=GUIDE, lw=0, zorder=0.5)
    axes.text(
        chance / 2, -0.65, scene.word("correlation.chance"), size=SMALL_SIZE, color=GREY, ha="center", va="bottom"
    )
    colors = [NAVY if right else ORANGE for right in above]
    axes.hlines(places, points["low"], points["high"], colors=colors, lw=1.6, zorder=2)
    value = points["correlation"].to_numpy()
    axes.plot(value[above], places[above], "o", ms=5, color=NAVY, ls="none", zorder=3)
    axes.plot(value[~above], places[~above], "s", ms=4.6, mfc=PAPER, mec=ORANGE, mew=1.2, ls="none", zorder=3)
    axes.set_yticks(places, [pair_name(row) for row in records(points)])
    axes.set_ylim(len(points) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    axes.set_xlabel(scene.word("correlation.axis"))
    quiet(axes, keep="bottom")
    for place, row in zip(places, records(points), strict=True):
        axes.annotate(
            signed(row["correlation"]), (row["high"], place), (4, 0), textcoords="offset points", va="center",
            size=SMALL_SIZE,
        )  # fmt: skip


def pair_name(row: dict[str, object]) -> str:
    """Two themes' names on one line."""
    return " + ".join(fit(str(row[name]), NAME, SMALL_SIZE) for name in ("theme", "other"))
