"""The map of themes by the terms that they use."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.canvas import (
    CHARCOAL,
    GREY,
    MARGIN,
    NAVY,
    PAPER,
    TEAL,
    WIDTH,
    Canvas,
)
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.labels import Spot, place_labels
from pipeline.charts.letters import fit, text_width
from pipeline.charts.parts import mean_parts, theme_parts
from pipeline.charts.scene import Scene, theme_names
from pipeline.charts.similarity import (
    Floats,
    kept_order,
    pair_distances,
    place,
    theme_vectors,
)
from pipeline.rows import lowest, records
from pipeline.wording import count, percent, shorten

COLUMNS = ["theme", "theme_id", "theme_share", "x", "y", "nearest", "nearest_id", "distance"]
MAP_HIGH, LEAST_HIGH, DISC_HIGH = 4.2, 1.4, 0.2
MAP_LABEL, LABEL_SIZE = 2.4, 6.5
EDGE_X, EDGE_Y = 0.9, 0.3
LARGEST_DISC = 0.2  # inches: radius of the largest theme
DIRECT = 24  # themes that still find room for names on the map
TITLE_CHARS = 32
FEWEST = 3  # themes, or articles, below which nothing can be said of likeness


def draw_map(
    topic_terms: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    article_topics: pd.DataFrame,
    articles: pd.DataFrame,
    scene: Scene,
) -> Chart:
    """Themes as discs by size, near to each other where they use the same terms; a line leads to the closest."""
    known = largest_themes(themes[themes["theme_id"].isin(topics["theme_id"])], scene.config.most_panels)
    if len(known) < FEWEST or topic_terms.empty:
        return scene.nothing("map", COLUMNS)
    ids = known["theme_id"].tolist()
    distances = pair_distances(theme_vectors(topic_terms, topics, ids))
    points = map_points(known, distances)
    closest = lowest(points, "distance")
    values = {
        "one": shorten(closest["theme"], TITLE_CHARS),
        "other": shorten(closest["nearest"], TITLE_CHARS),
        "themes": count(len(ids), "theme"),
        "kept": percent(kept_order(distances, points[["x", "y"]].to_numpy())),
        "alike": percent(1 - closest["distance"] ** 2),
    }
    said = " ".join(scene.say("map.row", {"theme": row["theme"], "near": row["nearest"]}) for row in records(points))
    words = scene.words("map", values, alt=said)
    canvas = scene.canvas(words, map_height(len(points)))
    plot_map(canvas, points)
    means = mean_parts(theme_parts(article_topics, topics, articles))
    origin = Origin(("theme_id",), means[means["theme_id"].isin(ids)].reset_index(drop=True))
    return Chart("map", words, points, canvas.figure, origin)


def map_points(known: pd.DataFrame, distances: Floats) -> pd.DataFrame:
    """A row a theme: its place, its mean share, the theme that is closest by its terms and how far that is."""
    names, ids = theme_names(known), known["theme_id"].tolist()
    places = place(distances)
    apart = distances + 9 * np.eye(len(ids))  # no theme is closest to itself
    nearest = apart.argmin(axis=1)
    return pd.DataFrame(
        {
            "theme": [names[theme] for theme in ids],
            "theme_id": ids,
            "theme_share": known["share"].to_numpy(),
            "x": places[:, 0],
            "y": places[:, 1],
            "nearest": [names[ids[other]] for other in nearest],
            "nearest_id": [ids[other] for other in nearest],
            "distance": apart.min(axis=1),
        }
    )[COLUMNS]


def largest_themes(themes: pd.DataFrame, most: int) -> pd.DataFrame:
    """The largest themes that are no background, in order."""
    told = themes[themes["kind"] != "background"]
    return told.sort_values(["share", "theme_id"], ascending=[False, True], kind="stable").head(most)


def map_height(n_themes: int) -> float:
    """Inches that the map takes: a few discs need no large sheet."""
    return min(MAP_HIGH, LEAST_HIGH + DISC_HIGH * n_themes)


def plot_map(canvas: Canvas, points: pd.DataFrame) -> None:
    """Discs, lines to the closest and names; places are in inches on the sheet."""
    wide, high = WIDTH - 2 * MARGIN, map_height(len(points)) - 0.1
    axes = canvas.axes(MARGIN, wide, top=0.05, height=high)
    axes.set(xlim=(0, wide), ylim=(0, high))
    axes.axis("off")
    drawn = points.assign(x=stretched(points["x"], EDGE_X, wide), y=stretched(points["y"], EDGE_Y, high))
    at = drawn.set_index("theme_id")
    for row in records(drawn):
        other = at.loc[row["nearest_id"]]
        axes.plot([row["x"], other["x"]], [row["y"], other["y"]], color=GREY, lw=0.7, zorder=1)
    radius = LARGEST_DISC * np.sqrt(drawn["theme_share"] / drawn["theme_share"].max()).to_numpy()
    axes.scatter(
        drawn["x"], drawn["y"], s=(2 * 72 * radius) ** 2, color=TEAL, linewidths=0.8, edgecolors=NAVY, zorder=3
    )
    name_map(axes, drawn, radius, wide=wide, high=high)


def stretched(values: pd.Series, edge: float, length: float) -> Floats:
    """Values spread over a length but for an edge at both ends."""
    above = values.to_numpy(dtype=float) - float(values.min())
    return np.asarray(edge + (length - 2 * edge) * above / max(float(above.max()), 1e-9))


def name_map(axes: Axes, whole: pd.DataFrame, radius: Floats, *, wide: float, high: float) -> None:
    """The themes' names beside their discs, where they cover least."""
    size = LABEL_SIZE if len(whole) <= DIRECT else LABEL_SIZE - 1
    names = [fit(name, MAP_LABEL, size) for name in whole["theme"]]
    spots = [
        Spot(row["x"], row["y"], reach, text_width(name, size), size / 72 * 1.15)
        for row, reach, name in zip(records(whole), radius.tolist(), names, strict=True)
    ]
    for name, (left, low) in zip(names, place_labels(spots, wide=wide, high=high), strict=True):
        # a line behind a name is broken by the name's own paper
        ground = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.4, "alpha": 0.85}
        axes.text(left, low, name, size=size, color=CHARCOAL, va="bottom", ha="left", zorder=2, bbox=ground)
