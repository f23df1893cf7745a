"""Themes by year as a heat map: which theme belongs to which years, at one glance."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.patches import Rectangle

from pipeline.charts.canvas import (
    CHARCOAL,
    GUIDE,
    INK,
    MARGIN,
    NAVY,
    PAPER,
    SMALL_SIZE,
    WIDTH,
    Canvas,
    quiet,
    year_labels,
)
from pipeline.charts.chart import Chart
from pipeline.charts.letters import fit
from pipeline.charts.prevalence import series_alt, share_origin, theme_shares
from pipeline.charts.scene import Scene
from pipeline.rows import Row, highest, records
from pipeline.wording import count, percent, round_half_up, shorten

# White through the lighter to the darker blue of the palette: lightness falls evenly, so that grey tells the same.
SHADES = LinearSegmentedColormap.from_list("shares", [PAPER, "#CFE0EE", "#6F9CC1", NAVY])
LEFT, ROW_HIGH, KEY_HIGH, HEAD_HIGH = 2.35, 0.2, 0.26, 0.16
WIDEST_CELL = 0.8  # inches: cells of a few years need not fill the sheet
NUMBER_WIDE = 0.22  # inches that a number of two digits wants
TITLE_CHARS = 40


def draw_heat(prevalence: pd.DataFrame, contributions: pd.DataFrame, themes: pd.DataFrame, scene: Scene) -> Chart:
    """A row a theme, in the order of their mean year; the darker a cell, the larger the theme's share of the year."""
    shares = theme_shares(prevalence, themes)
    names = list(dict.fromkeys(shares["theme"]))[: scene.config.most_panels]
    points = by_mean_year(shares[shares["theme"].isin(names)], themes)
    if points.empty or not scene.years:
        return scene.nothing("heat", list(points.columns))
    top = highest_share(points)
    values = {
        "shown": len(names),
        "all_themes": count(shares["theme"].nunique(), "theme"),
        "theme": shorten(top["theme"], TITLE_CHARS),
        "share": percent(top["share"]),
        "year": top["year"],
    }
    ordered = list(dict.fromkeys(points["theme"]))
    told = " ".join(series_alt(points[points["theme"] == name], scene) for name in ordered)
    # a sparse year may hold a darker cell, which the title leaves out: then it says so
    is_outdone = bool((points["share"] > top["share"]).any())
    words = scene.words("heat", values, title="title_firm" if is_outdone else "title", alt=told)
    high = ROW_HIGH * len(ordered)
    canvas = scene.canvas(words, KEY_HIGH + HEAD_HIGH + high + 0.2)
    draw_heat_key(canvas, float(points["share"].max()), scene)
    wide = min(WIDTH - LEFT - MARGIN, WIDEST_CELL * len(scene.years))
    axes = canvas.axes(LEFT, wide, top=KEY_HIGH + HEAD_HIGH, height=high)
    plot_heat(axes, points, ordered, list(scene.years))
    return Chart("heat", words, points, canvas.figure, share_origin(contributions, points))


def by_mean_year(shares: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The rows with the themes of early years first and the background last."""
    weighed = shares.assign(weight=shares["share"], moment=shares["share"] * shares["year"])
    sums = weighed.groupby("theme_id")[["weight", "moment"]].sum()
    mean = sums["moment"] / sums["weight"].where(sums["weight"] > 0, 1.0)
    background = set(themes.loc[themes["kind"] == "background", "theme_id"])
    keyed = shares.assign(last=shares["theme_id"].isin(background), mean=shares["theme_id"].map(mean.round(9)))
    ordered = keyed.sort_values(["last", "mean", "theme_id", "year"], kind="stable", ignore_index=True)
    return ordered[list(shares.columns)]


def highest_share(points: pd.DataFrame) -> Row:
    """The row of the largest share, of years that are not sparse where there are any."""
    firm = points[~points["is_sparse"].astype(bool)]
    return highest(firm if len(firm) else points, "share")


def draw_heat_key(canvas: Canvas, top: float, scene: Scene) -> None:
    """One line above the map: the scale of shades, the mark of a sparse year, the hatching of a year without."""
    axes = canvas.axes(LEFT, 1.6, top=0.03, height=0.12)
    axes.pcolormesh(np.linspace(0, 1.6, 33), [0, 1], np.linspace(0, 1, 32)[None, :], cmap=SHADES, vmin=0, vmax=1)
    axes.set_xlim(0, 1.6)
    axes.axis("off")
    canvas.write(LEFT - 0.3, 0.09, percent(0))
    canvas.write(LEFT + 1.66, 0.09, percent(top))
    rest = canvas.axes(LEFT + 2.1, WIDTH - LEFT - 2.2, top=0.03, height=0.12)
    rest.set(xlim=(0, WIDTH - LEFT - 2.2), ylim=(0, 1))
    rest.axis("off")
    rest.plot(0.1, 0.5, "o", ms=4, mfc=PAPER, mec=NAVY, mew=0.9)
    rest.text(0.2, 0.5, scene.word("prevalence.key_sparse"), va="center", size=SMALL_SIZE)
    rest.add_patch(hatched(1.02, 0.0, 0.2, 1.0))
    rest.text(1.28, 0.5, scene.word("any.no_articles"), va="center", size=SMALL_SIZE)


def plot_heat(axes: Axes, points: pd.DataFrame, names: list[str], years: list[int]) -> None:
    """The cells with their shares in per cent where there is room; hatched columns for years without articles."""
    row = {name: place for place, name in enumerate(names)}
    grid = np.full((len(names), len(years)), np.nan)
    grid[points["theme"].map(row), points["year"].astype(int) - years[0]] = points["share"]
    top = float(np.nanmax(grid)) or 1.0
    edges = np.arange(len(years) + 1) + years[0] - 0.5
    axes.pcolormesh(edges, np.arange(len(names) + 1) - 0.5, np.ma.masked_invalid(grid), cmap=SHADES, vmin=0, vmax=top)
    for column in np.flatnonzero(np.isnan(grid).all(axis=0)):
        axes.add_patch(hatched(years[0] + column - 0.5, -0.5, 1.0, len(names)))
    if axes.get_position().width * WIDTH / len(years) >= NUMBER_WIDE:
        for point in records(points):
            shade = SHADES(point["share"] / top)
            axes.text(
                point["year"],
                row[point["theme"]],
                str(round_half_up(100 * point["share"])),
                ha="center",
                va="center",
                size=6,
                color=ink_on(shade),
            )
    sparse = sorted(set(points.loc[points["is_sparse"].astype(bool), "year"].astype(int)))
    axes.plot(sparse, [-0.85] * len(sparse), "o", ms=4, mfc=PAPER, mec=NAVY, mew=0.9, ls="none", clip_on=False)
    axes.hlines(np.arange(1, len(names)) - 0.5, edges[0], edges[-1], color=PAPER, lw=0.8)
    axes.set(xlim=(edges[0], edges[-1]), ylim=(len(names) - 0.5, -0.5))
    axes.set_yticks(range(len(names)), [fit(name, LEFT - 0.15, SMALL_SIZE) for name in names])
    axes.set_xticks(*year_labels(years, most=12))
    axes.tick_params(axis="both", length=0)
    quiet(axes, keep="")
    for label in axes.get_xticklabels():
        label.set_color(CHARCOAL)


def hatched(left: float, low: float, wide: float, high: float) -> Rectangle:
    """A hatched rectangle: no articles, which is not the same as a share of nothing."""
    return Rectangle((left, low), wide, high, facecolor=PAPER, edgecolor=GUIDE, hatch="////", lw=0, zorder=0.5)


def ink_on(shade: tuple[float, float, float, float]) -> str:
    """Black or white, whichever stands out more: one of them always does by 4.5:1 (WCAG 2.2)."""
    return PAPER if luminance(shade) < 0.179 else INK


def luminance(shade: str | tuple[float, float, float, float]) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(shade)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
