"""What else was tried: other numbers of topics, other engines, and the certificate of simulated corpora."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, table, text
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.summary import order_themes, theme_label
from pipeline.wording import count, percent, plain, shorten

THEME_CHARS, SETTING_CHARS = 80, 32


def ladder_blocks(ladder: pd.DataFrame, story: Story) -> list[Block]:
    """The ladder of numbers of topics, the shown one marked."""
    if ladder.empty:
        return []
    ordered = ladder.assign(other=ladder["engine"] != "tomotopy").sort_values(
        ["other", "n_topics", "setting"], kind="stable"
    )
    rows = [ladder_row(row) for row in records(ordered)]
    return [
        heading(story.say("ladder.title")),
        text(story.say("ladder.intro")),
        table(story.columns("ladder.columns"), rows, widths="wrrrrrrr", caption=story.say("ladder.table")),
        *story.chart("ladder"),
    ]


def ladder_row(row: Row) -> list[object]:
    """A rung's cells; empty where a measure could not be taken."""
    return [
        shorten(plain(row["setting"]), SETTING_CHARS) + ("*" if row["is_shipped"] else ""),
        f"{row['n_topics']:,}",
        f"{row['npmi']:.2f}",
        percent(row["exclusivity"]),
        "" if pd.isna(row["persistence"]) else percent(row["persistence"]),
        "" if pd.isna(row["held_out"]) else f"{row['held_out']:.2f}".replace("-", "\N{MINUS SIGN}"),
        f"{row['n_splits']:,}",
        f"{row['n_merges']:,}",
    ]


def engine_blocks(crosscheck: pd.DataFrame, themes: pd.DataFrame, story: Story) -> list[Block]:
    """Which themes single runs of other engines find too."""
    if crosscheck.empty:
        return []
    sought = themes[themes["theme_id"].isin(crosscheck["theme_id"])]  # background is no theme to be found
    labels = {row["theme_id"]: theme_label(row["label"]) for row in records(order_themes(sought))}
    engines = sorted(crosscheck["engine"].unique())
    found = crosscheck[crosscheck["is_found"].astype(bool)]
    said = [
        story.say("engines.found", {"engine": engine, "found": int((found["engine"] == engine).sum()),
                                    "themes": count(len(labels), "theme")})
        for engine in engines
    ]  # fmt: skip
    alone = [label for theme, label in labels.items() if theme not in set(found["theme_id"])]
    said.append(story.say("engines.alone", {"themes": "; ".join(alone)}) if alone else story.say("engines.none_alone"))
    cells = {(row["theme_id"], row["engine"]): engine_cell(row, story) for row in records(crosscheck)}
    rows = [
        [shorten(label, THEME_CHARS), *(cells.get((theme, engine), "") for engine in engines)]
        for theme, label in labels.items()
    ]
    return [
        heading(story.say("engines.title")),
        text(" ".join([story.say("engines.intro"), *said])),
        table([story.say("shares.theme"), *engines], rows, widths="w" + "l" * len(engines),
              caption=story.say("engines.table")),
    ]  # fmt: skip


def engine_cell(row: Row, story: Story) -> str:
    """How well one engine's run agrees on a theme: found or not, likeness of terms, correlation of shares."""
    verdict = story.word("engines.yes" if row["is_found"] else "engines.no")
    shares: str = "" if pd.isna(row["share_r"]) else f", {row['share_r']:.2f}".replace("-", "\N{MINUS SIGN}")
    return f"{verdict} ({row['similarity']:.2f}{shares})"
