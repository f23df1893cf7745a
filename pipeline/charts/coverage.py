"""How many articles there are a year, and how they were dated."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from pipeline.charts.canvas import CHARCOAL, GREY, MARGIN, NAVY, ORANGE, PAPER, SMALL_SIZE, WIDTH, quiet, year_ticks
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.scene import Scene
from pipeline.rows import highest, lowest, records
from pipeline.wording import count, percent, year_list

HEIGHT = 1.9
MOST_LABELS = 25  # years above this many are too narrow for a number over each bar
# Width of an article's date interval in days, and what it is called; the last class has no upper end.
DOUBTS = ((0, "to the day"), (31, "within a month"), (366, "within a year"), (np.inf, "more widely"))
UNDATED = "undated"
BASES = {
    "feed": "stated by the source",
    "dateline": "dateline in the article",
    "text": "dates in its text",
    "title": "date in its headline",
    "office": "who held an office",
    "event": "a dated event named",
    "neighbours": "articles around it",
    "none": "no evidence: undated",
}


def draw_coverage(articles: pd.DataFrame, article_years: pd.DataFrame, scene: Scene) -> Chart:
    """Articles a year by best day, with the number to be expected under the doubt of dates."""
    points = coverage_points(articles, article_years, scene.years)
    if not scene.years:
        return scene.nothing("coverage", list(points.columns))
    dated = points.dropna(subset=["year"])
    gaps = [int(year) for year in dated.loc[dated["n_articles"] == 0, "year"]]
    most, least = highest(dated, "n_articles"), lowest(dated, "n_articles")
    values = {
        "articles": count(int(points["n_articles"].sum()), "article"),
        "most_year": int(most["year"]),
        "most": count(int(most["n_articles"]), "article"),
        "least_year": int(least["year"]),
        "least": count(int(least["n_articles"]), "article"),
        "gaps": year_list(gaps) if gaps else scene.word("coverage.no_gap"),
        "undated": count(int(points["n_articles"].sum() - dated["n_articles"].sum()), "article"),
        "first": count(int(dated["n_articles"].iloc[0]), "article"),
        "last": count(int(dated["n_articles"].iloc[-1]), "article"),
        "first_year": scene.years[0],
        "last_year": scene.years[-1],
    }
    words = scene.words("coverage", values, title="title_gaps" if gaps else "title")
    canvas = scene.canvas(words, HEIGHT)
    plot_coverage(canvas.axes(0.45, WIDTH - 0.5, top=0.1, height=HEIGHT - 0.3), points, scene)
    return Chart("coverage", words, points, canvas.figure, coverage_origin(articles, article_years, scene.years))


def coverage_points(articles: pd.DataFrame, article_years: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    """A row a year and one, without year, for undated articles: counted articles, and how many to expect."""
    counted = articles[articles["duplicate_of"].isna()]
    best = counted["year"].value_counts()
    chances = article_years[article_years["article_id"].isin(counted["article_id"])]
    expected = chances.groupby("year")["probability"].sum()
    rows: list[dict[str, object]] = [
        {"year": year, "n_articles": int(best.get(year, 0)), "n_expected": float(expected.get(year, 0.0))}
        for year in years
    ]
    undated = int(counted["year"].isna().sum())
    if undated:
        rows.append({"year": pd.NA, "n_articles": undated, "n_expected": np.nan})
    points = pd.DataFrame(rows, columns=["year", "n_articles", "n_expected"])
    return points.astype({"year": "Int64", "n_articles": "int64", "n_expected": "float64"})


def coverage_origin(articles: pd.DataFrame, article_years: pd.DataFrame, years: tuple[int, ...]) -> Origin:
    """Each counted article in the year of its best day, and by its probability in every year it may be of."""
    counted = articles.loc[articles["duplicate_of"].isna(), ["article_id", "year"]].astype({"year": "Int64"})
    chances = article_years[article_years["article_id"].isin(counted["article_id"]) & article_years["year"].isin(years)]
    best = counted.assign(n_articles=1)
    spread = chances.rename(columns={"probability": "n_expected"}).astype({"year": "Int64"})
    rows = best.merge(spread, on=["article_id", "year"], how="outer").fillna({"n_articles": 0})
    rows = rows.assign(n_expected=rows["n_expected"].where(rows["year"].isna(), rows["n_expected"].fillna(0.0)))
    ordered = rows.astype({"n_articles": "int64"}).sort_values(["year", "article_id"], kind="stable", ignore_index=True)
    return Origin(("year",), ordered[["year", "article_id", "n_articles", "n_expected"]])


def plot_coverage(axes: Axes, points: pd.DataFrame, scene: Scene) -> None:
    """Bars of the articles counted, hollow diamonds of those expected, words at years without any."""
    years = list(scene.years)
    dated, undated = points.dropna(subset=["year"]), points[points["year"].isna()]
    places, tops = dated["year"].astype(int).to_numpy(), dated["n_articles"].to_numpy()
    axes.bar(places, tops, width=0.72, color=NAVY)
    differ = (dated["n_expected"] - dated["n_articles"]).abs() >= 0.5  # less than half an article says nothing
    axes.plot(places[differ], dated["n_expected"][differ], "D", ms=4, mfc=PAPER, mec=ORANGE, mew=1.2, ls="none")
    year_ticks(axes, years, most=14)
    if len(undated):
        aside = years[-1] + 2
        axes.bar([aside], undated["n_articles"], width=0.72, color=PAPER, edgecolor=GREY, hatch="////")
        axes.set_xticks([*axes.get_xticks(), aside], [*(t.get_text() for t in axes.get_xticklabels()), "undated"])
        axes.set_xlim(years[0] - 0.7, aside + 0.9)
        number = int(undated["n_articles"].iloc[0])
        label_bar(axes, aside, number, above=number)
    axes.set_ylim(0, max(1.0, 1.14 * max(points["n_articles"].max(), dated["n_expected"].max())))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    quiet(axes)
    for place, top, expect in zip(places, tops, dated["n_expected"], strict=True):
        if top == 0:
            axes.annotate(
                scene.word("coverage.gap"),
                (float(place), 0),
                (0, 4),
                textcoords="offset points",
                ha="center",
                va="bottom",
                size=SMALL_SIZE,
                color=GREY,
                rotation=90,
            )
        elif len(years) <= MOST_LABELS:
            label_bar(axes, int(place), int(top), above=max(float(top), float(expect)))


def label_bar(axes: Axes, place: int, top: int, *, above: float) -> None:
    """The number over a bar, `above` all that stands there."""
    axes.annotate(
        f"{top:,}", (place, above), (0, 3), textcoords="offset points", ha="center", va="bottom", size=SMALL_SIZE
    )


def draw_dating(articles: pd.DataFrame, scene: Scene) -> Chart:
    """On what evidence articles were dated, and how closely."""
    counted = articles[articles["duplicate_of"].isna()]
    points = dating_points(counted)
    if counted.empty:
        return scene.nothing("dating", list(points.columns))
    bases, doubts = points[points["group"] == "evidence"], points[points["group"] == "closeness"]
    top, exact = highest(bases, "n_articles"), records(doubts)[0]
    values = {
        "exact": percent(exact["n_articles"] / len(counted)),
        "month": percent(doubts["n_articles"].iloc[:2].sum() / len(counted)),
        "exact_count": count(int(exact["n_articles"]), "article"),
        "basis": top["class"],
        "basis_count": count(int(top["n_articles"]), "article"),
        "undated": count(int(doubts["n_articles"].iloc[-1]), "article"),
        "articles": count(len(counted), "article"),
    }
    said = "; ".join(f"{row['class']}: {row['n_articles']}" for row in records(points)) + "."
    words = scene.words("dating", values, alt=said)
    canvas = scene.canvas(words, 0.3 + 0.2 * max(len(bases), len(doubts)))
    half = WIDTH / 2
    for left, group, width in ((1.62, bases, half - 2.0), (half + 1.25, doubts, half - 1.65)):
        plot_classes(canvas.axes(left, width, top=0.25, height=0.2 * len(group)), group)
    canvas.write(MARGIN, 0.1, scene.say("dating.evidence"), color=NAVY)
    canvas.write(half + 0.1, 0.1, scene.say("dating.closeness"), color=NAVY)
    return Chart("dating", words, points, canvas.figure, dating_origin(counted))


def dating_points(counted: pd.DataFrame) -> pd.DataFrame:
    """A row for each kind of evidence that occurs, and for each class of closeness: how many articles."""
    bases, doubts = counted["date_basis"].map(BASES).value_counts(), closeness(counted).value_counts()
    rows = [("evidence", name, int(bases[name])) for name in BASES.values() if name in bases]
    rows += [("closeness", name, int(doubts.get(name, 0))) for name in (*(name for _, name in DOUBTS), UNDATED)]
    return pd.DataFrame(rows, columns=["group", "class", "n_articles"])


def closeness(counted: pd.DataFrame) -> pd.Series:
    """How closely each article is dated, in words."""
    days = (counted["date_latest"] - counted["date_earliest"]).dt.days.to_numpy(dtype=float)
    names = [name for _, name in DOUBTS]
    place = np.searchsorted([limit for limit, _ in DOUBTS[:-1]], days)
    found = [UNDATED if pd.isna(day) else names[where] for day, where in zip(days, place, strict=True)]
    return pd.Series(found, index=counted.index, dtype="str")


def dating_origin(counted: pd.DataFrame) -> Origin:
    """Each counted article in the class of its evidence and in that of its closeness."""
    sides = {"evidence": counted["date_basis"].map(BASES), "closeness": closeness(counted)}
    parts = [
        pd.DataFrame({"group": group, "class": names, "article_id": counted["article_id"], "n_articles": 1})
        for group, names in sides.items()
    ]
    rows = pd.concat(parts).sort_values(["group", "class", "article_id"], kind="stable", ignore_index=True)
    return Origin(("group", "class"), rows)


def plot_classes(axes: Axes, group: pd.DataFrame) -> None:
    """Horizontal bars, a class a row, each with its number."""
    places = np.arange(len(group))
    axes.barh(places, group["n_articles"], height=0.66, color=NAVY)
    axes.set_yticks(places, list(group["class"]))
    axes.set_ylim(len(group) - 0.4, -0.6)
    axes.set_xlim(0, max(1, group["n_articles"].max()) * 1.02)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    quiet(axes, keep="left")
    for place, number in zip(places, group["n_articles"], strict=True):
        axes.annotate(
            f"{number:,}",
            (number, place),
            (3, 0),
            textcoords="offset points",
            va="center",
            size=SMALL_SIZE,
            color=CHARCOAL,
        )
