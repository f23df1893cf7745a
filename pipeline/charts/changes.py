"""The changes that hold, each with its interval."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.canvas import GREY, NAVY, ORANGE, SMALL_SIZE, TEXT_SIZE, WIDTH, quiet
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.letters import fit
from pipeline.charts.scene import Scene, theme_names
from pipeline.rows import Row, records
from pipeline.wording import count
from pipeline.wording import points as signed_points

COLUMNS = [
    "theme",
    "theme_id",
    "from_year",
    "earlier_to",
    "later_from",
    "to_year",
    "change",
    "low",
    "high",
    "probability",
]
CHANGE_LABEL = 1.95  # inches for a theme's name beside its change


def draw_changes(
    findings: pd.DataFrame, themes: pd.DataFrame, prevalence: pd.DataFrame, contributions: pd.DataFrame, scene: Scene
) -> Chart:
    """The changes that hold, largest first, each with its interval."""
    points = change_points(findings, themes).head(scene.config.most_changes).reset_index(drop=True)
    if points.empty:
        return scene.nothing("changes", list(points.columns))
    rises = int((points["change"] > 0).sum())
    values = {
        "changes": count(len(points), "change"),
        "shown": len(points),
        "all_changes": count(len(findings), "change"),
        "rises": count(rises, "rise"),
        "falls": count(len(points) - rises, "fall"),
    }
    said = " ".join(scene.say("changes.row", change_values(row)) for row in records(points))
    words = scene.words("changes", values, alt=said)
    canvas = scene.canvas(words, 0.24 * len(points) + 0.35)
    plot_changes(canvas.axes(2.75, WIDTH - 3.4, height=0.24 * len(points) + 0.05), points)
    return Chart("changes", words, points, canvas.figure, change_origin(points, prevalence, contributions))


def change_points(findings: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The findings of known themes with their theme's name, largest change first."""
    names = theme_names(themes)
    known = findings[findings["theme_id"].isin(names)]
    named = known.assign(theme=known["theme_id"].map(names), size=known["change"].abs())
    ordered = named.sort_values(["size", "finding_id"], ascending=[False, True], kind="stable", ignore_index=True)
    return ordered[COLUMNS]


def change_origin(points: pd.DataFrame, prevalence: pd.DataFrame, contributions: pd.DataFrame) -> Origin:
    """What each article adds to a change: its part of the later period, or of the earlier one with a minus.

    A period's share is the mean of its years', each weighing as its expected articles.
    """
    by = ["theme_id", "from_year", "to_year"]
    counted = prevalence.drop_duplicates("year").set_index("year")["n_effective"]
    parts = []
    for row in records(points):
        own = contributions[contributions["theme_id"] == row["theme_id"]]
        for sign, first, last in ((-1, row["from_year"], row["earlier_to"]), (1, row["later_from"], row["to_year"])):
            inside = own[own["year"].between(first, last)]
            weight = inside["year"].map(counted) / counted[(counted.index >= first) & (counted.index <= last)].sum()
            change = sign * weight * inside["contribution"]
            parts.append(inside.assign(change=change, **{name: row[name] for name in by}))
    columns = [*by, "year", "article_id", "weight", "article_share", "change"]
    rows = pd.concat(parts).sort_values([*by, "year", "article_id"], kind="stable", ignore_index=True)
    return Origin(tuple(by), rows[columns])


def change_values(row: Row) -> dict[str, object]:
    """What the sentence of one change is filled with."""
    return {
        "theme": row["theme"],
        "from_year": row["from_year"],
        "to_year": row["to_year"],
        "change": signed_points(row["change"]),
        "low": signed_points(row["low"]),
        "high": signed_points(row["high"]),
    }


def plot_changes(axes: Axes, changes: pd.DataFrame) -> None:
    """A row a change: a dot with its interval, to the right of zero where the share rose."""
    places = np.arange(len(changes))
    colors = [NAVY if change > 0 else ORANGE for change in changes["change"]]
    axes.axvline(0, color=GREY, lw=0.8)
    axes.hlines(places, 100 * changes["low"], 100 * changes["high"], colors=colors, lw=1.6)
    for place, change, color in zip(places, changes["change"], colors, strict=True):
        axes.plot(100 * change, place, "^" if change > 0 else "v", ms=5, color=color)
    axes.set_ylim(len(changes) - 0.4, -0.6)
    texts = [
        f"{fit(row['theme'], CHANGE_LABEL, TEXT_SIZE)}, {row['from_year']}\N{EN DASH}{row['to_year']}"
        for row in records(changes)
    ]
    axes.set_yticks(places, texts)
    axes.tick_params(axis="y", length=0)
    axes.set_xlabel("percentage points")
    quiet(axes, keep="bottom")
    for place, row in zip(places, records(changes), strict=True):
        axes.annotate(
            signed_points(row["change"]),
            (100 * row["high"], place),
            (4, 0),
            textcoords="offset points",
            va="center",
            size=SMALL_SIZE,
        )
