"""Each theme's share by year in figures, and the changes that hold."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, points, section, table, text
from pipeline.report.causes import cause_blocks
from pipeline.report.origins import source_blocks
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.summary import finding_words, order_findings, order_themes, theme_label
from pipeline.wording import count, percent, round_half_up, year_list

CERTAIN = 0.999  # all of a finite number of draws is no certainty
MOST_TABLES = 2  # blocks of years in the PDF; the CSV holds all


def share_section(prevalence: pd.DataFrame, prevalence_by: pd.DataFrame, themes: pd.DataFrame, story: Story) -> Block:
    """The section on shares by year."""
    whole = prevalence[prevalence["topic_id"].isna()]
    if whole.empty or not story.years:
        return section(story.say("shares.title"), [text(story.say("shares.none"))])
    sparse = year_list(int(year) for year in whole.loc[whole["is_sparse"].astype(bool), "year"])
    marked = [text(story.say("shares.sparse", {"years": sparse}))] if sparse else []
    return section(
        story.say("shares.title"),
        [
            text(story.say("shares.intro")),
            *story.chart("prevalence", "shares.caption"),
            text(story.say("shares.table")),
            *marked,
            *share_tables(whole, themes, story),
            *story.chart("heat"),
            *source_blocks(prevalence_by, themes, story),
        ],
    )


def share_tables(whole: pd.DataFrame, themes: pd.DataFrame, story: Story) -> list[Block]:
    """Tables of themes by years: the share, and below it both intervals."""
    across = story.config.years_across
    latest = story.years[-MOST_TABLES * across :]
    size = -(-len(latest) // -(-len(latest) // across))  # tables of about one size
    blocks = []
    cells = {(row["theme_id"], row["year"]): share_cell(row) for row in records(whole)}
    ordered = records(order_themes(themes))
    background = themes.loc[themes["kind"] == "background", "theme_id"]
    subjects = whole[~whole["theme_id"].isin(background)]
    for start in range(0, len(latest), size):
        years = latest[start : start + size]
        rows = [
            [theme_label(theme["label"]), *(cells.get((theme["theme_id"], year), "") for year in years)]
            for theme in ordered
        ]
        rows.append([story.say("shares.total"), *(yearly_total(subjects, year) for year in years)])
        values = {"period": year_list(years)}
        columns = [story.say("shares.theme"), *(str(year) for year in years)]
        caption = story.say("shares.table_caption", values)
        blocks.append(table(columns, rows, widths="w" + "c" * len(years), caption=caption) | {"small": True})
    return blocks


def share_cell(row: Row) -> tuple[str, str, str]:
    """A share and both intervals in whole per cent, a line each, with the mark of a sparse year."""
    mark = "*" if row["is_sparse"] else ""
    inner = f"{round_half_up(100 * row['low'])}\N{EN DASH}{round_half_up(100 * row['high'])}"
    outer = f"{round_half_up(100 * row['agenda_low'])}\N{EN DASH}{round_half_up(100 * row['agenda_high'])}"
    return f"{round_half_up(100 * row['share'])}{mark}", inner, f"({outer})"


def yearly_total(whole: pd.DataFrame, year: int) -> str:
    """The shares of a year added up."""
    own = whole.loc[whole["year"] == year, "share"]
    return percent(round(float(own.sum()), 6)) if len(own) else ""


def change_section(findings: pd.DataFrame, splits: pd.DataFrame, labels: dict[str, str], story: Story) -> Block:
    """The section on what changed."""
    if findings.empty:
        return section(story.say("changes.title"), [text(story.say("changes.none"))])
    ordered = order_findings(findings)
    listed = records(ordered.head(story.config.listed_findings))
    values = {"changes": count(len(findings), "change"), "listed": len(listed)}
    return section(
        story.say("changes.title"),
        [
            text(story.say("changes.intro" if len(listed) < len(findings) else "changes.intro_all", values)),
            *story.chart("changes"),
            points(finding_points(listed, labels, story)),
            *cause_blocks(findings, splits, labels, story),
        ],
    )


def finding_points(listed: list[Row], labels: dict[str, str], story: Story) -> list[tuple[str, str]]:
    """The findings as points of a list, each with its probability."""
    said = [(finding_words(row, labels), finding_odds(row, story)) for row in listed]
    return [(label, f"{sentence} {odds}") for (label, sentence), odds in said]


def headline_findings(findings: pd.DataFrame, labels: dict[str, str], story: Story) -> list[tuple[str, str]]:
    """The findings for the first page: the surest of each theme, at most as many as the settings allow."""
    first = order_findings(findings).drop_duplicates("theme_id").head(story.config.headline_findings)
    return [finding_words(row, labels) for row in records(first)]


def finding_odds(row: Row, story: Story) -> str:
    """The probability of a finding in words."""
    return story.say("changes.odds", {"odds": percent(min(row["probability"], CERTAIN))})
