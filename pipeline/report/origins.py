"""Each theme's share in the largest sources, beside each other."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, table, text
from pipeline.report.story import Story
from pipeline.rows import records
from pipeline.summary import order_themes, theme_label
from pipeline.wording import breakable, percent_range, plain, round_half_up, shorten

MOST_SOURCES = 6
SOURCE_CHARS, THEME_CHARS, LINE_CHARS = 27, 80, 9


def source_blocks(prevalence_by: pd.DataFrame, themes: pd.DataFrame, story: Story) -> list[Block]:
    """A table of themes by sources; nothing where there is one source only."""
    rows = prevalence_by[prevalence_by["by"] == "source"]
    sizes = rows.groupby("group")["n_articles"].max().sort_index().sort_values(ascending=False, kind="stable")
    shown = list(sizes.head(MOST_SOURCES).index)
    if len(shown) < 2:
        return []
    cells = {
        (row["theme_id"], row["group"]): (
            f"{round_half_up(100 * row['share'])}{'*' if row['is_sparse'] else ''}",
            percent_range(row["low"], row["high"]).removesuffix("\N{NO-BREAK SPACE}%"),
        )
        for row in records(rows)
    }
    body = [
        [shorten(theme_label(theme["label"]), THEME_CHARS), *(cells.get((theme["theme_id"], key), "") for key in shown)]
        for theme in records(order_themes(themes))
        if any((theme["theme_id"], key) in cells for key in shown)
    ]
    body.append([story.say("origins.articles"), *(f"{sizes[source]:,}" for source in shown)])
    columns = [story.say("shares.theme"), *(heading_of(source) for source in shown)]
    values = {"shown": len(shown), "sources": len(sizes)}
    return [
        heading(story.say("origins.title")),
        text(story.say("origins.intro")),
        table(columns, body, widths="w" + "c" * len(shown), caption=story.say("origins.table", values))
        | {"small": True},
    ]


def heading_of(source: object) -> str:
    """A source's path as the heading of a narrow column: the end of it, which may break anywhere."""
    path = plain(source)
    end = path if len(path) <= SOURCE_CHARS else f"\N{HORIZONTAL ELLIPSIS}{path[1 - SOURCE_CHARS :]}"
    return breakable(end, longest=LINE_CHARS)
