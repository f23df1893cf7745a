"""Each theme's share of every year, a small panel a theme, with two intervals."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MultipleLocator

from pipeline.charts.canvas import (
    CHARCOAL,
    GREY,
    GUIDE,
    MARGIN,
    NAVY,
    PAPER,
    SMALL_SIZE,
    TEAL,
    WIDTH,
    Canvas,
    quiet,
)
from pipeline.charts.changes import change_points
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.letters import fit_lines
from pipeline.charts.scene import Scene, theme_names
from pipeline.rows import highest, lowest, records
from pipeline.wording import count, listing, percent, percent_range, shorten
from pipeline.wording import points as signed_points

COLUMNS = [
    "theme",
    "theme_id",
    "year",
    "share",
    "low",
    "high",
    "agenda_low",
    "agenda_high",
    "n_articles",
    "n_effective",
    "is_sparse",
]
PANEL_HIGH, PANEL_GAP, KEY_HIGH = 0.92, 0.42, 0.28
TITLE_HIGH, LINE_HIGH = 0.2, 0.12  # a panel's name of one line, and what another line adds
LEFT, BETWEEN = 0.38, 0.16  # inches left of the panels, for the scale, and between two
PAGE_HIGH = 8.4  # inches for the panels, so that title, key and source find room on the same page
FEW_PANELS, FEW_COLUMNS, MANY_COLUMNS = 24, 3, 4
LABEL_SIZE = 7.0
THICK, THIN = 4.4, 0.8  # widths of the two intervals, points
MOST_TITLE_CHARS = 34  # longer theme names would push a title past ten words
# Evidence needs weight: the trend averages a year with its neighbours by their articles.
NEIGHBOUR_WEIGHT = 0.5


def draw_prevalence(
    prevalence: pd.DataFrame, contributions: pd.DataFrame, themes: pd.DataFrame, findings: pd.DataFrame, scene: Scene
) -> Chart:
    """Small multiples of all reading themes: dots, two intervals, a light trend that stops at gaps."""
    shares = theme_shares(prevalence, themes)
    names = list(dict.fromkeys(shares["theme"]))[: scene.config.most_panels]
    return draw_panels("prevalence", names, shares, findings, contributions, scene)


def draw_overview(
    prevalence: pd.DataFrame, contributions: pd.DataFrame, themes: pd.DataFrame, findings: pd.DataFrame, scene: Scene
) -> Chart:
    """The few themes for a first page: those with the surest changes, then the largest that are subjects."""
    subjects = themes[themes["kind"] != "background"]
    shares = theme_shares(prevalence, subjects)
    changed = change_points(findings, subjects).drop_duplicates("theme_id")["theme"]
    names = list(dict.fromkeys([*changed[changed.isin(shares["theme"])], *shares["theme"]]))
    return draw_panels("overview", names[: scene.config.overview_panels], shares, findings, contributions, scene)


def draw_panels(
    chart: str,
    names: list[str],
    shares: pd.DataFrame,
    findings: pd.DataFrame,
    contributions: pd.DataFrame,
    scene: Scene,
) -> Chart:
    """A panel for each of `names`, in rows that share a scale."""
    drawn = shares[shares["theme"].isin(names)].reset_index(drop=True)
    if drawn.empty or not scene.years:
        return scene.nothing(chart, COLUMNS)
    title, values = prevalence_title(findings, drawn)
    empty = sorted(set(scene.years) - set(drawn["year"]))
    values |= {
        "shown": len(names),
        "all_themes": count(shares["theme"].nunique(), "theme"),
        "gap_years": listing(map(str, empty)) if empty else scene.word("prevalence.no_gap"),
    }
    alt = " ".join(series_alt(drawn[drawn["theme"] == name], scene) for name in names)
    words = scene.words(chart, values, title=title, alt=alt)
    columns = FEW_COLUMNS if len(names) <= FEW_PANELS else MANY_COLUMNS
    rows = -(-len(names) // columns)
    lines = max(len(title_lines(name, columns)) for name in names)
    gap = PANEL_GAP + (lines - 1) * LINE_HIGH
    high = min(PANEL_HIGH, PAGE_HIGH / rows - gap)
    canvas = scene.canvas(words, KEY_HIGH + rows * (high + gap))
    draw_key(canvas, scene)
    for row in range(rows):
        own = names[row * columns : (row + 1) * columns]
        below = KEY_HIGH + row * (high + gap) + TITLE_HIGH + (lines - 1) * LINE_HIGH
        draw_row(canvas, drawn, own, below=below, high=high, columns=columns, scene=scene)
    return Chart(chart, words, drawn, canvas.figure, share_origin(contributions, drawn))


def theme_shares(prevalence: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The rows of themes as wholes with their names, largest theme first, the background last."""
    ordered = themes.assign(last=themes["kind"] == "background").sort_values(
        ["last", "share", "theme_id"], ascending=[True, False, True], kind="stable"
    )
    rank = {theme: place for place, theme in enumerate(ordered["theme_id"])}
    names = theme_names(themes)
    whole = prevalence[prevalence["topic_id"].isna() & prevalence["theme_id"].isin(rank)]
    named = whole.assign(theme=whole["theme_id"].map(names), place=whole["theme_id"].map(rank))
    return named.sort_values(["place", "year"], kind="stable", ignore_index=True)[COLUMNS]


def share_origin(contributions: pd.DataFrame, drawn: pd.DataFrame) -> Origin:
    """What each article adds to the themes and years that are drawn, largest first."""
    rows = contributions[contributions["theme_id"].isin(drawn["theme_id"])].rename(columns={"contribution": "share"})
    order = ["theme_id", "year", "share", "article_id"]
    rows = rows.sort_values(order, ascending=[True, True, False, True], kind="stable", ignore_index=True)
    return Origin(("theme_id", "year"), rows[["theme_id", "year", "article_id", "weight", "article_share", "share"]])


def prevalence_title(findings: pd.DataFrame, shares: pd.DataFrame) -> tuple[str, dict[str, object]]:
    """Name of the title's sentence and its values: the largest change that holds, or that none does."""
    known = findings[findings["theme_id"].isin(shares["theme_id"])]
    if known.empty:
        return "title_none", {}
    first = known.loc[known["change"].abs().sort_values(ascending=False, kind="stable").index[0]]
    theme = shares.loc[shares["theme_id"] == first["theme_id"], "theme"].iloc[0]
    values: dict[str, object] = {
        "theme": shorten(theme, MOST_TITLE_CHARS),
        "change": signed_points(first["change"]).lstrip("+\N{MINUS SIGN}"),
        "from_year": int(first["from_year"]),
        "to_year": int(first["to_year"]),
    }
    return f"title_{first['kind']}", values


def series_alt(series: pd.DataFrame, scene: Scene) -> str:
    """One theme's course in words: first, last, highest and lowest share with their intervals."""
    picks = {
        "first": records(series)[0],
        "last": records(series)[-1],
        "highest": highest(series, "share"),
        "lowest": lowest(series, "share"),
    }
    values: dict[str, object] = {"theme": series["theme"].iloc[0]}
    for name, row in picks.items():
        values[name] = percent(row["share"])
        values[f"{name}_year"] = int(row["year"])
        values[f"{name}_range"] = percent_range(row["low"], row["high"])
    return scene.say("prevalence.series", values)


def draw_key(canvas: Canvas, scene: Scene) -> None:
    """One line above the panels that names the marks."""
    axes = canvas.axes(MARGIN, WIDTH - 2 * MARGIN, top=0.02, height=0.16)
    axes.set(xlim=(0, WIDTH - 2 * MARGIN), ylim=(-1, 1))
    axes.axis("off")
    places = (0.06, 1.28, 2.72, 4.48, 5.56)
    axes.plot(places[0], 0, "o", ms=3.0, color=NAVY)
    axes.plot([places[1]] * 2, [-0.9, 0.9], color=TEAL, lw=THICK, solid_capstyle="butt")
    axes.plot([places[2]] * 2, [-0.9, 0.9], color=CHARCOAL, lw=THIN)
    axes.plot(places[3], 0, "o", ms=3.0, mfc=PAPER, mec=NAVY, mew=0.9)
    axes.plot([places[4] - 0.1, places[4] + 0.06], [0, 0], color=GREY, lw=0.9)
    for place, name in zip(places, ("dot", "corpus_band", "agenda_band", "sparse", "trend"), strict=True):
        axes.text(place + 0.1, 0, scene.word(f"prevalence.key_{name}"), va="center", size=SMALL_SIZE)


def draw_row(
    canvas: Canvas, drawn: pd.DataFrame, names: list[str], *, below: float, high: float, columns: int, scene: Scene
) -> None:
    """A row of panels that share one scale from zero."""
    top = float(drawn.loc[drawn["theme"].isin(names), ["agenda_high", "high", "share"]].max().max())
    width = panel_width(columns)
    for column, name in enumerate(names):
        axes = canvas.axes(LEFT + column * (width + BETWEEN), width, top=below, height=high)
        plot_theme(axes, drawn[drawn["theme"] == name], years=list(scene.years))
        axes.set_ylim(0, min(1.0, 1.06 * top) if top > 0 else 1.0)
        axes.yaxis.set_major_locator(share_ticks(top))
        axes.yaxis.set_major_formatter(lambda share, _: f"{100 * share:.3g} %")
        if column:
            axes.tick_params(axis="y", labelleft=False, length=0)
        title = "\n".join(title_lines(name, columns))
        axes.set_title(title, loc="left", size=LABEL_SIZE, weight="bold", pad=3, color=NAVY, linespacing=1.15)


def panel_width(columns: int) -> float:
    """Width of a panel in inches."""
    return (WIDTH - LEFT - 0.04 - BETWEEN * (columns - 1)) / columns


def title_lines(name: str, columns: int) -> list[str]:
    """A theme's name above its panel, in two lines where one does not hold it."""
    return fit_lines(name, panel_width(columns), LABEL_SIZE, bold=True)


def share_ticks(top: float) -> MultipleLocator:
    """A locator with about three steps of a scale that ends at `top`."""
    steps = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)
    return MultipleLocator(next((step for step in steps if top / step <= 4), 0.5))


def plot_theme(axes: Axes, series: pd.DataFrame, *, years: list[int]) -> None:
    """One theme's dots with both intervals; hollow where the year is sparse, nothing where it has no articles."""
    crowded = len(years) > 20
    mark = 1.8 if crowded else 2.9
    for run in unbroken(series["year"].astype(int).tolist()):
        part = series[series["year"].isin(run)]
        axes.plot(part["year"], smooth(part), color=GREY, lw=0.9, zorder=1)
    axes.vlines(series["year"], series["agenda_low"], series["agenda_high"], color=CHARCOAL, lw=THIN, zorder=2)
    axes.vlines(series["year"], series["low"], series["high"], color=TEAL, lw=THICK * (0.5 if crowded else 1), zorder=3)
    sparse = series["is_sparse"].astype(bool)
    for part, fill in ((series[~sparse], NAVY), (series[sparse], PAPER)):
        dots = axes.plot(part["year"], part["share"], "o", ls="none", zorder=4, clip_on=False)
        dots[0].set(markersize=mark, markerfacecolor=fill, markeredgecolor=NAVY, markeredgewidth=0.9)
    axes.set_xlim(years[0] - 0.6, years[-1] + 0.6)
    ends = sorted({years[0], years[len(years) // 2], years[-1]}) if len(years) > 2 else years
    axes.set_xticks(ends, [str(year) for year in ends])
    if crowded:  # labels of neighbouring panels would touch
        axes.get_xticklabels()[0].set_horizontalalignment("left")
        axes.get_xticklabels()[-1].set_horizontalalignment("right")
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    quiet(axes, keep="bottom")


def unbroken(years: list[int]) -> list[list[int]]:
    """Runs of years that follow each other: no line is drawn across a year without articles."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return runs


def smooth(part: pd.DataFrame) -> np.ndarray:
    """Each year's share averaged with its neighbours', weighted by articles and by nearness."""
    weight = np.maximum(part["n_effective"].to_numpy(dtype=float), 1e-9)
    near = np.eye(len(part)) + NEIGHBOUR_WEIGHT * (np.eye(len(part), k=1) + np.eye(len(part), k=-1))
    pull = near * weight
    means: np.ndarray = pull @ part["share"].to_numpy(dtype=float) / pull.sum(axis=1)
    return means
