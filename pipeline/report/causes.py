"""What is behind the changes: the mix of sources or change within them, and whether they hold in other settings."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, table, text
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.summary import order_findings
from pipeline.wording import points, shorten

THEME_CHARS = 80


def cause_blocks(findings: pd.DataFrame, splits: pd.DataFrame, labels: dict[str, str], story: Story) -> list[Block]:
    """For each finding its change, the two parts that add up to it, and in how many settings it holds."""
    if findings.empty:
        return []
    summed = splits.groupby("finding_id", as_index=False)[["mix", "within"]].sum()
    parts = {row["finding_id"]: row for row in records(summed)}
    listed = order_findings(findings).head(story.config.listed_findings)
    rows = [cause_row(row, parts, labels, story) for row in records(listed)]
    return [
        heading(story.say("causes.title")),
        text(story.say("causes.intro")),
        table(story.columns("causes.columns"), rows, widths="wlrrrr", caption=story.say("causes.table")),
    ]


def cause_row(row: Row, parts: dict[str, Row], labels: dict[str, str], story: Story) -> list[object]:
    """The cells of a finding; empty where its sources are not known."""
    own = parts.get(row["finding_id"])
    tried = {"holds": row["n_holds"], "settings": row["n_settings"]}
    return [
        shorten(labels.get(row["theme_id"], str(row["theme_id"])), THEME_CHARS),
        f"{row['from_year']}\N{EN DASH}{row['to_year']}",
        points(row["change"]),
        points(own["mix"]) if own else "",
        points(own["within"]) if own else "",
        story.say("causes.holds", tried) if row["n_settings"] else "",
    ]
