"""The ladder of the number of topics: what fewer or more topics, and other engines, make of the corpus."""

from __future__ import annotations

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
    PLUM,
    SMALL_SIZE,
    WIDTH,
    Canvas,
    quiet,
)
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.scene import Scene
from pipeline.rows import highest, lowest, records
from pipeline.wording import MINUS, count, percent

MEASURES = ("persistence", "exclusivity", "npmi", "held_out")
HIGH, KEY_HIGH = 1.35, 0.26
# Engines by mark and colour: shape tells them apart where colour does not.
MARKS = {"tomotopy": ("o", NAVY), "gensim": ("s", ORANGE), "scikit-learn": ("^", PLUM)}
COLUMNS = ["measure", "setting", "engine", "n_topics", "value", "is_shipped"]


def draw_ladder(ladder: pd.DataFrame, article_topics: pd.DataFrame, scene: Scene) -> Chart:
    """A panel a measure: its value at each number of topics, and what other engines come to."""
    points = ladder_points(ladder)
    if points.empty:
        return scene.nothing("ladder", COLUMNS)
    shipped = ladder[ladder["is_shipped"]]
    lasting = shipped["persistence"].dropna()
    said = " ".join(measure_alt(points[points["measure"] == name], name, scene) for name in MEASURES)
    values = {
        "topics": count(int(shipped["n_topics"].iloc[0]), "topic") if len(shipped) else "",
        "lasting": percent(float(lasting.iloc[0])) if len(lasting) else "",
        "fewest": int(ladder["n_topics"].min()),
        "most": int(ladder["n_topics"].max()),
    }
    words = scene.words("ladder", values, title="title" if len(lasting) else "title_none", alt=said)
    canvas = scene.canvas(words, KEY_HIGH + HIGH + 0.62)
    draw_ladder_key(canvas, scene)
    rungs = sorted(set(points["n_topics"]))
    width = (WIDTH - 0.4) / len(MEASURES)
    for place, name in enumerate(MEASURES):
        canvas.write(MARGIN + place * width + 0.02, KEY_HIGH + 0.08, scene.word(f"ladder.{name}"), size=7.0, color=NAVY)
        axes = canvas.axes(MARGIN + place * width + 0.34, width - 0.38, top=KEY_HIGH + 0.22, height=HIGH)
        plot_measure(axes, points[points["measure"] == name], rungs, name, scene)
    articles = pd.DataFrame({"article_id": sorted(set(article_topics["article_id"]))}, dtype="str")
    return Chart("ladder", words, points, canvas.figure, Origin((), articles))


def ladder_points(ladder: pd.DataFrame) -> pd.DataFrame:
    """A row for each measure of each rung and engine; what could not be measured has none."""
    keys = ["setting", "engine", "n_topics", "is_shipped"]
    long = ladder.melt(id_vars=keys, value_vars=list(MEASURES), var_name="measure", value_name="value").dropna()
    place = {name: rank for rank, name in enumerate(MEASURES)}
    ordered = long.assign(place=long["measure"].map(place), other=long["engine"] != "tomotopy")
    ordered = ordered.sort_values(["place", "other", "n_topics", "setting"], kind="stable", ignore_index=True)
    return ordered[COLUMNS]


def measure_alt(own: pd.DataFrame, name: str, scene: Scene) -> str:
    """One measure in words: its highest and lowest values, and that of the number shown."""
    if own.empty:
        return ""
    shipped = own[own["is_shipped"]]
    at = records(shipped)[0] if len(shipped) else records(own)[0]
    rows = {"shown": at, "highest": highest(own, "value"), "lowest": lowest(own, "value")}
    values: dict[str, object] = {"measure": scene.word(f"ladder.{name}")}
    for key, row in rows.items():
        values |= {key: written(row["value"], name), f"{key}_setting": row["setting"]}
    return scene.say("ladder.row", values)


def written(value: float, measure: str) -> str:
    """A value as its measure is written: shares in per cent, others with two digits."""
    if measure in ("persistence", "exclusivity"):
        return percent(value)
    return f"{MINUS if value < 0 else ''}{abs(value):.2f}"


def draw_ladder_key(canvas: Canvas, scene: Scene) -> None:
    """One line above the panels that names the marks."""
    axes = canvas.axes(MARGIN, WIDTH - 2 * MARGIN, top=0.02, height=0.16)
    axes.set(xlim=(0, WIDTH - 2 * MARGIN), ylim=(-1, 1))
    axes.axis("off")
    axes.plot(0.06, 0, "o", ms=5.4, color=NAVY)
    axes.text(0.18, 0, scene.word("ladder.key_shown"), va="center", size=SMALL_SIZE)
    axes.plot(1.86, 0, "o", ms=4, mfc=PAPER, mec=NAVY, mew=1.0)
    axes.text(1.96, 0, scene.word("ladder.key_tried"), va="center", size=SMALL_SIZE)
    for left, engine in ((3.5, "gensim"), (4.5, "scikit-learn")):
        mark, color = MARKS[engine]
        axes.plot(left, 0, mark, ms=4, mfc=PAPER, mec=color, mew=1.2)
        axes.text(left + 0.1, 0, engine, va="center", size=SMALL_SIZE)


def plot_measure(axes: Axes, own: pd.DataFrame, rungs: list[int], name: str, scene: Scene) -> None:
    """One measure over the numbers of topics, which stand at equal steps; a light line joins the rungs."""
    at = own["n_topics"].map({rung: place for place, rung in enumerate(rungs)})
    ladder = (own["engine"] == "tomotopy").to_numpy()
    axes.plot(at[ladder], own["value"][ladder], color=GREY, lw=0.9, zorder=1)
    for place, row in zip(at, records(own), strict=True):
        mark, color = MARKS[row["engine"]]
        face = color if row["is_shipped"] else PAPER
        axes.plot(place, row["value"], mark, ms=5.4 if row["is_shipped"] else 4, mfc=face, mec=color, mew=1.1, zorder=2)
    label_shipped(axes, own.assign(at=at), name)
    axes.set_xticks(range(len(rungs)), [str(rung) for rung in rungs])
    axes.set_xlim(-0.5, len(rungs) - 0.5)
    if name in ("persistence", "exclusivity"):
        axes.set_ylim(0, 1.05)
        axes.set_yticks([0, 0.5, 1], [percent(share) for share in (0, 0.5, 1)])
    else:
        axes.margins(y=0.25)
        axes.locator_params(axis="y", nbins=4)
    if own.empty:
        axes.set_yticks([])
        axes.text(len(rungs) / 2 - 0.5, 0.5, scene.word("ladder.unknown"), ha="center", size=SMALL_SIZE, color=GREY)
    axes.set_xlabel(scene.word("ladder.axis"), size=SMALL_SIZE)
    axes.tick_params(axis="x", labelsize=6, length=0)
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    quiet(axes, keep="bottom")


def label_shipped(axes: Axes, own: pd.DataFrame, name: str) -> None:
    """The value at the number of topics that is shown, above its mark."""
    for row in records(own[own["is_shipped"]]):
        said = written(row["value"], name)
        axes.annotate(
            said, (row["at"], row["value"]), (0, 5), textcoords="offset points", ha="center", va="bottom", size=6,
            color=CHARCOAL,
        )  # fmt: skip
