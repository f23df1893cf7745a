"""Sums of money by year, on a scale of powers of ten."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.canvas import CHARCOAL, GUIDE, MARGIN, NAVY, PAPER, SMALL_SIZE, WIDTH, Canvas, quiet, year_axis
from pipeline.charts.chart import Chart, Origin, Words
from pipeline.charts.letters import fit
from pipeline.charts.scene import Scene, theme_names
from pipeline.rows import highest, lowest, records
from pipeline.wording import count, money, plain, shorten

COLUMNS = ["mention_id", "year", "value", "currency", "period", "kind", "about", "theme", "n_named"]
HEIGHT, ROW_HIGH = 2.9, 0.15
ABOUT_CHARS = 200
CLOSE = (0.4, 0.5)  # years and powers of ten within which two numbers would touch
JITTER = 0.26  # of a year to each side, so that sums of one year stand apart


def draw_sums(sums: pd.DataFrame, articles: pd.DataFrame, themes: pd.DataFrame, scene: Scene) -> Chart:
    """Each sum of the most frequent currency as a dot in its year; rates hollow, the largest named."""
    sums = sums[sums["article_id"].isin(articles.loc[articles["duplicate_of"].isna(), "article_id"])]
    stated = sums.dropna(subset=["value"])
    stated = stated[stated["value"] > 0]
    if stated.empty:
        return scene.nothing("sums", COLUMNS)
    counts = stated["currency"].fillna("").value_counts()
    currency = sorted(counts[counts == counts.max()].index)[0]
    own = stated[stated["currency"].fillna("") == currency]
    points = sum_points(own, themes, is_quoted=scene.publish.is_named and scene.publish.excerpts)
    words = sum_words(points, currency, len(sums) - len(own), scene)
    rows = -(-min(len(points), scene.config.sums_labelled) // 2)
    canvas = scene.canvas(words, HEIGHT + rows * ROW_HIGH)
    plot_sums(canvas.axes(0.75, WIDTH - 0.85, top=0.05, height=HEIGHT - 0.3), points, currency, scene)
    list_largest(canvas, points, currency, scene)
    named = own.assign(mention_id=first_named(own), n_named=1)[["mention_id", "article_id", "n_named"]]
    often = named.groupby(["mention_id", "article_id"], as_index=False).agg(n_named=("n_named", "sum"))
    origin = Origin(("mention_id",), often)  # an article may name a sum twice
    return Chart("sums", words, points, canvas.figure, origin)


def first_named(own: pd.DataFrame) -> pd.Series:
    """For each sum the mention where it was first announced: its own, unless it is one announced again."""
    known = own["same_as"].isin(own["mention_id"])
    return own["same_as"].where(known, own["mention_id"])


def sum_points(own: pd.DataFrame, themes: pd.DataFrame, *, is_quoted: bool) -> pd.DataFrame:
    """A row a sum, once however often it was announced, largest first, with the name of its theme."""
    names = theme_names(themes)
    first = first_named(own)
    # what a sum is for is quoted from an article and may name people
    about = own["about"].map(lambda about: shorten(plain(about), ABOUT_CHARS)) if is_quoted else ""
    often = first.map(first.value_counts())
    told = own.assign(theme=own["theme_id"].map(names), about=about, n_named=often)[first == own["mention_id"]]
    return told.sort_values(["value", "mention_id"], ascending=[False, True], kind="stable", ignore_index=True)[COLUMNS]


def sum_words(points: pd.DataFrame, currency: str, left_out: int, scene: Scene) -> Words:
    """What is said of the sums."""
    largest, smallest = highest(points, "value"), lowest(points, "value")
    values = {
        "sums": count(len(points), "sum"),
        "named": count(int(points["n_named"].sum()), "time"),
        "largest": money(largest["value"], currency),
        "largest_year": year_word(largest["year"], scene),
        "smallest": money(smallest["value"], currency),
        "smallest_year": year_word(smallest["year"], scene),
        "median": money(round(float(points["value"].median())), currency),
        "rates": count(int((~are_whole(points)).sum()), "sum"),
        "left_out": count(left_out, "sum"),
    }
    dated = points.dropna(subset=["year"])
    ends = (dated["year"].min(), dated["year"].max()) if len(dated) else ()
    alt = " ".join(
        scene.say(
            "sums.year", {"year": int(year), "top": money(dated.loc[dated["year"] == year, "value"].max(), currency)}
        )
        for year in dict.fromkeys(ends)
    )
    return scene.words("sums", values, alt=alt)


def are_whole(points: pd.DataFrame) -> pd.Series:
    """Whether each sum is a whole amount rather than a rate, a change or a gap."""
    return points["period"].isna() & (points["kind"] == "amount")


def year_word(year: object, scene: Scene) -> str:
    """A year, or the word for none."""
    return str(year) if isinstance(year, int) else scene.word("any.no_year")


def plot_sums(axes: Axes, points: pd.DataFrame, currency: str, scene: Scene) -> None:
    """Dots on a scale of powers of ten; the place within a year comes from the sum's identifier."""
    years = list(scene.years) or [0]
    undated = years[-1] + 1.6
    middle = points["year"].astype("Float64").fillna(undated).astype(float).to_numpy()
    at = middle + np.array([spread(mention) for mention in points["mention_id"]])
    rate = ~are_whole(points).to_numpy()
    value = points["value"].to_numpy(dtype=float)
    axes.set_yscale("log")
    axes.plot(at[~rate], value[~rate], "o", ms=4, color=NAVY, alpha=0.85, mew=0, ls="none", zorder=3)
    axes.plot(at[rate], value[rate], "o", ms=4, mfc=PAPER, mec=NAVY, mew=0.9, ls="none", zorder=3)
    word = scene.word("any.no_year") if points["year"].isna().any() else None
    year_axis(axes, list(scene.years), most=12, undated=undated, word=word)
    low, high = int(np.floor(np.log10(value.min()))), int(np.floor(np.log10(value.max()))) + 1
    axes.set_ylim(10.0**low, 10.0**high * 1.2)
    powers = [10.0**power for power in range(low, high + 1)]
    axes.set_yticks(powers, [money(power, currency) for power in powers])
    axes.tick_params(axis="y", which="minor", left=False)
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    quiet(axes, keep="bottom")
    number_largest(axes, at, value, most=scene.config.sums_labelled)


def spread(mention_id: str) -> float:
    """A place within the year, from -JITTER to JITTER, that depends on the mention alone."""
    digest = hashlib.sha256(mention_id.encode("utf-8", "replace")).digest()
    return JITTER * (2 * digest[0] / 255 - 1)


def number_largest(axes: Axes, at: np.ndarray, value: np.ndarray, *, most: int) -> None:
    """The rank of each of the largest sums beside its dot; the list below the chart spells them out."""
    placed: list[tuple[float, float]] = []
    for rank, (place, top) in enumerate(zip(at[:most], np.log10(value[:most]), strict=True), 1):
        is_close = any(abs(place - other) < CLOSE[0] and abs(top - height) < CLOSE[1] for other, height in placed)
        is_left = place < np.round(place)  # numbers stand outside, or above where another number is close
        placed.append((float(place), float(top)))
        axes.annotate(
            str(rank),
            (place, 10.0**top),
            (0 if is_close else -4 if is_left else 4, 4 if is_close else 0),
            textcoords="offset points",
            ha="center" if is_close else "right" if is_left else "left",
            va="bottom" if is_close else "center",
            size=SMALL_SIZE,
            color=CHARCOAL,
        )


def list_largest(canvas: Canvas, points: pd.DataFrame, currency: str, scene: Scene) -> None:
    """The largest sums in words, in two columns below the chart, by their rank in it."""
    largest = records(points.head(scene.config.sums_labelled))
    half = -(-len(largest) // 2)
    for place, row in enumerate(largest):
        values = {
            "rank": place + 1,
            "value": money(row["value"], currency),
            "year": year_word(row["year"], scene),
            "about": row["about"],
        }
        left = MARGIN + (place // half) * WIDTH / 2
        said = fit(scene.say("sums.largest", values).rstrip(" :"), WIDTH / 2 - 0.2, SMALL_SIZE)
        canvas.write(left, HEIGHT + (place % half + 0.5) * ROW_HIGH, said)
