"""Who is named when: people and bodies by the articles of each year."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pipeline.charts.canvas import CHARCOAL, GUIDE, NAVY, PAPER, SMALL_SIZE, WIDTH, quiet, year_axis
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.letters import fit
from pipeline.charts.scene import Scene
from pipeline.rows import highest
from pipeline.wording import count, plain, shorten

ROW_HIGH = 0.2
NAME_CHARS, LONGEST_NAME = 46, 80
MOST_TITLE_CHARS = 60
LARGEST_DOT = 130.0  # square points, for the largest number of articles in one cell
NUMBER_REACH = 4.4  # points: the radius of a dot that holds two digits
MOST_NUMBERED = 12  # years above which numbers beside dots would touch


def draw_people(mentions: pd.DataFrame, entities: pd.DataFrame, articles: pd.DataFrame, scene: Scene) -> Chart:
    """The people named in most articles, by year; by role, or not at all, where the settings say so."""
    if scene.publish.people == "none":
        return scene.nothing("people", ["name", "role", "year", "n_articles", "total"], why="hidden")
    people = entities[entities["type"] == "PERSON"]
    if scene.publish.people == "roles":
        people = people.dropna(subset=["role"])
        people = people.assign(canonical=people["role"], role=None)
    return draw_names("people", people, mentions, articles, scene)


def draw_bodies(mentions: pd.DataFrame, entities: pd.DataFrame, articles: pd.DataFrame, scene: Scene) -> Chart:
    """The bodies named in most articles, by year."""
    return draw_names("bodies", entities[entities["type"] == "BODY"], mentions, articles, scene)


def draw_names(name: str, known: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame, scene: Scene) -> Chart:
    """A row a name, a column a year: the larger the dot, the more articles."""
    points = name_points(known, mentions, articles, most=scene.config.most_names)
    if points.empty:
        return scene.nothing(name, list(points.columns))
    totals = points.drop_duplicates("name").set_index("name")["total"]
    first = str(totals.index[0])
    peak = highest(points, "n_articles")
    values = {
        "first": shorten(first, MOST_TITLE_CHARS),
        "first_total": count(int(totals.iloc[0]), "article"),
        "shown": len(totals),
        "all": f"{known['canonical'].nunique():,}",
        "peak": shorten(str(peak["name"]), MOST_TITLE_CHARS),
        "peak_count": count(int(peak["n_articles"]), "article"),
        "peak_year": scene.word("any.no_year") if pd.isna(peak["year"]) else int(peak["year"]),
    }
    said = " ".join(f"{shorten(str(who), NAME_CHARS)}: {total}." for who, total in totals.items())
    words = scene.words(name, values, alt=said)
    held = set(articles.loc[articles["duplicate_of"].isna(), "year"].dropna().astype(int))
    canvas = scene.canvas(words, ROW_HIGH * len(totals) + 0.22)
    plot_names(canvas.axes(2.95, WIDTH - 3.4, top=0.02, height=ROW_HIGH * len(totals)), points, held, scene)
    return Chart(name, words, points, canvas.figure, name_origin(known, mentions, articles, points))


def name_points(known: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """A row for each of the `most` names and each year: the counted articles that name it, and the total."""
    pairs = name_pairs(known, mentions, articles)
    totals = pairs.groupby("name").size().rename("total").reset_index()
    totals = totals.sort_values(["total", "name"], ascending=[False, True], kind="stable").head(most)
    yearly = pairs.groupby(["name", "year"], dropna=False).size().rename("n_articles").reset_index()
    roles = pairs.dropna(subset=["role"]).drop_duplicates("name")[["name", "role"]]
    joined = totals.merge(yearly, on="name").merge(roles, on="name", how="left")
    place = {name: row for row, name in enumerate(totals["name"])}
    ordered = joined.assign(place=joined["name"].map(place)).sort_values(["place", "year"], kind="stable")
    return ordered[["name", "role", "year", "n_articles", "total"]].reset_index(drop=True)


def name_pairs(known: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """A row for each name and each counted article that names it."""
    counted = articles.loc[articles["duplicate_of"].isna(), ["article_id", "year"]]
    who = known[["entity_id", "canonical", "role"]]
    pairs = mentions[["article_id", "entity_id"]].merge(who, on="entity_id").merge(counted, on="article_id")
    named = pairs.assign(name=pairs["canonical"].map(short_name)).sort_values(["name", "article_id"], kind="stable")
    return named.drop_duplicates(["name", "article_id"])


def name_origin(known: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame, points: pd.DataFrame) -> Origin:
    """The counted articles that name each of the names that are drawn, by year."""
    pairs = name_pairs(known, mentions, articles)
    rows = pairs[pairs["name"].isin(points["name"])].assign(n_articles=1)
    ordered = rows.sort_values(["name", "year", "article_id"], kind="stable", ignore_index=True)
    return Origin(("name", "year"), ordered[["name", "year", "article_id", "n_articles"]])


def short_name(name: object) -> str:
    """A name, of bounded length."""
    return shorten(plain(name), LONGEST_NAME)


def plot_names(axes: Axes, points: pd.DataFrame, articles_years: set[int], scene: Scene) -> None:
    """Dots by year, the number in those of two and more, the total at the right."""
    names = list(dict.fromkeys(points["name"]))
    years = list(scene.years) or [0]
    undated = years[-1] + 1 + max(0.6, 0.04 * len(years))
    at = points["year"].astype("Float64").fillna(undated).astype(float)
    rows = points["name"].map({name: row for row, name in enumerate(names)}).astype(float)
    size = LARGEST_DOT * min(1.0, 12 / len(years)) * points["n_articles"] / points["n_articles"].max()
    axes.scatter(at, rows, s=size.clip(lower=4), color=NAVY, linewidths=0, zorder=3)
    mark_gaps(axes, articles_years, years)
    if len(years) <= MOST_NUMBERED:
        number_dots(axes, at, rows, points, size)
    axes.set_ylim(len(names) - 0.4, -0.6)
    word = scene.word("any.no_year") if points["year"].isna().any() else None
    year_axis(axes, list(scene.years), most=10, undated=undated, word=word)
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    axes.tick_params(axis="both", length=0)
    axes.set_yticks(range(len(names)), [row_name(points, name) for name in names])
    quiet(axes, keep="")
    right = axes.get_xlim()[1]
    for row, name in enumerate(names):
        total = int(points.loc[points["name"] == name, "total"].iloc[0])
        axes.annotate(
            f"{total:,}",
            (right, row),
            (14, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            size=SMALL_SIZE,
            color=CHARCOAL,
        )


def mark_gaps(axes: Axes, held: set[int], years: list[int]) -> None:
    """Hatching over years without articles: nobody could be named there."""
    low, high = sorted(axes.get_ylim())
    for year in years:
        if held and year not in held:
            axes.add_patch(
                Rectangle((year - 0.5, low), 1, high - low, fc=PAPER, ec=GUIDE, hatch="////", lw=0, zorder=1)
            )


def number_dots(axes: Axes, at: pd.Series, rows: pd.Series, points: pd.DataFrame, size: pd.Series) -> None:
    """The number of articles within large dots, and beside smaller ones of more than one article."""
    for x, y, number, area in zip(at, rows, points["n_articles"], size, strict=True):
        reach = (float(area) / math.pi) ** 0.5
        if reach >= NUMBER_REACH:
            axes.annotate(f"{number:,}", (x, y), ha="center", va="center", size=5.5, color=PAPER, zorder=4)
        elif number > 1:
            beside: Any = {"ha": "left", "va": "center", "size": 5.5, "color": CHARCOAL}
            axes.annotate(f"{number:,}", (x, y), (reach + 1.5, 0), textcoords="offset points", zorder=4, **beside)


def row_name(points: pd.DataFrame, name: str) -> str:
    """A name with its role, cut to the width at the left."""
    role = points.loc[points["name"] == name, "role"].iloc[0]
    return fit(name if pd.isna(role) else f"{name}, {plain(role)}", 2.8, SMALL_SIZE)
