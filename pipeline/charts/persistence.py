"""How firmly themes and topics recur in independent runs of the model."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from pipeline.charts.canvas import CHARCOAL, GREY, GUIDE, NAVY, ORANGE, PAPER, SMALL_SIZE, WIDTH, quiet
from pipeline.charts.chart import Chart, Origin
from pipeline.charts.letters import fit
from pipeline.charts.parts import mean_parts, theme_parts
from pipeline.charts.scene import Scene, theme_names
from pipeline.rows import highest, lowest, records
from pipeline.wording import count, percent, plain, shorten

NAME_CHARS = 36


def draw_persistence(
    topics: pd.DataFrame, themes: pd.DataFrame, article_topics: pd.DataFrame, articles: pd.DataFrame, scene: Scene
) -> Chart:
    """In what share of the chains each theme recurs, and its topics beside it."""
    points = persistence_points(topics, themes)
    if points.empty:
        return scene.nothing("persistence", list(points.columns))
    whole = points[points["level"] == "theme"].reset_index(drop=True)
    firm = whole["persistence"] >= scene.config.firm
    least, most = lowest(whole, "persistence"), highest(whole, "persistence")
    values = {
        "firm": int(firm.sum()),
        "themes": count(len(whole), "theme"),
        "limit": percent(scene.config.firm),
        "topics": count(int((points["level"] == "topic").sum()), "topic"),
        "lowest": percent(least["persistence"]),
        "lowest_theme": least["name"],
        "highest": percent(most["persistence"]),
        "highest_theme": most["name"],
    }
    said = " ".join(f"{row['name']}: {percent(row['persistence'])}." for row in records(whole))
    words = scene.words("persistence", values, title="title" if int(firm.sum()) else "title_none", alt=said)
    height = 0.2 * len(whole) + 0.5
    canvas = scene.canvas(words, height)
    plot_persistence(canvas.axes(2.55, WIDTH - 3.1, top=0.12, height=height - 0.5), points, scene)
    return Chart(
        "persistence", words, points, canvas.figure, persistence_origin(points, article_topics, topics, articles)
    )


def persistence_points(topics: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """A row a theme and a row a topic: name, the theme it belongs to, persistence and share."""
    columns = ["level", "id", "theme_id", "name", "persistence", "share"]
    whole = themes.assign(level="theme", id=themes["theme_id"], name=themes["theme_id"].map(theme_names(themes)))
    whole = whole.sort_values(["persistence", "share", "theme_id"], ascending=[False, False, True], kind="stable")
    parts = topics.assign(level="topic", id=topics["topic_id"], name=topics["label"].map(topic_name))
    parts = parts.sort_values("topic_id", kind="stable")
    return pd.concat([whole[columns], parts[columns]], ignore_index=True)


def persistence_origin(
    points: pd.DataFrame, article_topics: pd.DataFrame, topics: pd.DataFrame, articles: pd.DataFrame
) -> Origin:
    """What each article adds to the mean share of each theme and topic."""
    parts = theme_parts(article_topics, topics, articles)
    of_themes = mean_parts(parts).rename(columns={"theme_id": "id", "theme_share": "share"})
    fitted = article_topics[article_topics["article_id"].isin(parts.index)]
    of_topics = fitted.assign(share=fitted["share"] / max(len(parts), 1)).rename(columns={"topic_id": "id"})
    rows = pd.concat([of_themes, of_topics[["id", "article_id", "share"]]])
    known = rows[rows["id"].isin(points["id"])]
    order = ["id", "share", "article_id"]
    return Origin(
        ("id",),
        known.sort_values(order, ascending=[True, False, True], kind="stable", ignore_index=True)[
            ["id", "article_id", "share"]
        ],
    )


def topic_name(label: object) -> str:
    """A topic's label, of bounded length."""
    return shorten(plain(label), NAME_CHARS)


def plot_persistence(axes: Axes, points: pd.DataFrame, scene: Scene) -> None:
    """A row a theme: a filled dot for the theme, small hollow ones for its topics."""
    whole = points[points["level"] == "theme"].reset_index(drop=True)
    place = {theme: row for row, theme in enumerate(whole["theme_id"])}
    parts = points[(points["level"] == "topic") & points["theme_id"].isin(place)]
    firm = whole["persistence"] >= scene.config.firm
    axes.axvline(scene.config.firm, color=GREY, lw=0.8, ls=(0, (4, 3)))
    axes.text(
        scene.config.firm, -0.75, scene.word("persistence.limit"), size=SMALL_SIZE, ha="center", va="bottom", color=GREY
    )
    axes.plot(parts["persistence"], parts["theme_id"].map(place), "o", ms=3, mfc=PAPER, mec=GREY, mew=0.8, ls="none")
    for row, value, is_firm in zip(range(len(whole)), whole["persistence"], firm, strict=True):
        axes.plot(value, row, "o" if is_firm else "s", ms=5.2, color=NAVY if is_firm else ORANGE)
        axes.annotate(
            percent(value), (1.0, row), (8, 0), textcoords="offset points", va="center", size=SMALL_SIZE, color=CHARCOAL
        )
    axes.set_yticks(range(len(whole)), [fit(name, 2.4, SMALL_SIZE) for name in whole["name"]])
    axes.set_ylim(len(whole) - 0.4, -0.7)
    axes.set_xlim(0, 1.015)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(share) for share in (0, 0.25, 0.5, 0.75, 1)])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color=GUIDE, lw=0.4)
    axes.set_xlabel(scene.word("persistence.axis"))
    quiet(axes, keep="bottom")
