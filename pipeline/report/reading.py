"""What was read and what was dropped: the funnel, the documents, the years, the dates."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, section, table, text
from pipeline.report.story import Story
from pipeline.rows import records
from pipeline.summary import date_values, funnel, kind_word, reject_summary, year_counts, year_values
from pipeline.wording import count, plain, shorten

PATH_CHARS, ENCODING_CHARS = 60, 24


def reading_section(
    documents: pd.DataFrame,
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    rejects: pd.DataFrame,
    story: Story,
) -> Block:
    """The section on what was read."""
    years = year_counts(articles, article_years, story.years)
    return section(
        story.say("reading.title"),
        [
            text(story.say("reading.intro")),
            funnel_table(funnel(documents, articles, rejects), story),
            document_table(documents, articles, story),
            *reject_blocks(rejects, story),
            heading(story.say("reading.years")),
            text(years_sentence(years, articles, story)),
            *([year_table(years, story)] if len(years) else []),
            *story.chart("coverage"),
            heading(story.say("reading.dates")),
            text(dates_sentence(articles, story)),
            *story.chart("dating"),
        ],
    )


def funnel_line(steps: dict[str, int], n_themes: int, n_findings: int) -> str:
    """The funnel in one line, for the end of a run on the terminal."""
    line = (
        f"{count(steps['files'], 'file')} ({steps['unread']:,} unread) -> {count(steps['articles'], 'article')} "
        f"({count(steps['duplicates'], 'duplicate')}) -> {steps['counted']:,} counted ({steps['undated']:,} undated) "
        f"-> {count(n_themes, 'theme')}, {count(n_findings, 'finding')}"
    )
    return line.replace("\u00a0", " ")  # no need to hold lines together on a terminal


def funnel_table(steps: dict[str, int], story: Story) -> Block:
    """The funnel as a table: a step, what it holds, what it dropped."""
    dropped = {"documents": "unread", "counted": "duplicates", "dated": "undated"}
    rows = [
        (
            story.say(f"funnel.{step}"),
            f"{steps[step]:,}",
            story.say(f"funnel.{dropped[step]}", {"number": f"{steps[dropped[step]]:,}"}) if step in dropped else "",
        )
        for step in ("files", "documents", "articles", "counted", "dated")
    ]
    return table(story.columns("funnel.columns"), rows, widths="wrw", caption=story.say("funnel.caption"))


def document_table(documents: pd.DataFrame, articles: pd.DataFrame, story: Story) -> Block:
    """The documents with most articles: path, kind, size, articles."""
    found = articles["document_id"].value_counts()
    ordered = documents.assign(found=documents["document_id"].map(found).fillna(0).astype(int)).sort_values(
        ["found", "source"], ascending=[False, True], kind="stable"
    )
    rows = [
        (
            shorten(plain(row["source"]), PATH_CHARS),
            kind_word(row["media_type"]),
            shorten(plain(row["encoding"]), ENCODING_CHARS),
            f"{row['n_bytes'] / 1000:,.0f}",
            f"{row['found']:,}",
        )
        for row in records(ordered.head(story.config.most_rows))
    ]
    values = {"shown": len(rows), "documents": count(len(documents), "document")}
    return table(
        story.columns("documents.columns"), rows, widths="wllrr", caption=story.say("documents.caption", values)
    )


def reject_blocks(rejects: pd.DataFrame, story: Story) -> list[Block]:
    """What was dropped on the way, by stage and reason."""
    summary = reject_summary(rejects)
    if summary.empty:
        return [text(story.say("rejects.none"))]
    rows = [
        (row["stage"], shorten(plain(row["reason"]).replace("_", " "), PATH_CHARS), f"{row['n_rows']:,}")
        for row in records(summary.head(story.config.most_rows))
    ]
    values = {"rejects": count(len(rejects), "piece"), "shown": len(rows), "reasons": count(len(summary), "reason")}
    return [
        text(story.say("rejects.intro", values)),
        table(story.columns("rejects.columns"), rows, widths="lwr", caption=story.say("rejects.caption", values)),
    ]


def year_table(years: pd.DataFrame, story: Story) -> Block:
    """The years in figures."""
    rows = [
        (row["year"], f"{row['n_articles']:,}", f"{row['n_expected']:,.1f}", f"{row['n_words']:,}")
        for row in records(years)
    ]
    return table(story.columns("years.columns"), rows, widths="lrrr", caption=story.say("years.caption"))


def years_sentence(years: pd.DataFrame, articles: pd.DataFrame, story: Story) -> str:
    """How articles spread over the years, with the gaps named."""
    if years.empty:
        return story.say("years.none")
    undated = int((articles["year"].isna() & articles["duplicate_of"].isna()).sum())
    values = {**year_values(years), "undated": count(undated, "article")}
    ends = story.say("years.gaps" if values["gaps"] else "years.no_gaps", values)
    return f"{story.say('years.spread', values)} {ends}"


def dates_sentence(articles: pd.DataFrame, story: Story) -> str:
    """On what evidence articles were dated and how closely."""
    counted = articles[articles["duplicate_of"].isna()]
    if counted.empty:
        return story.say("dates.nothing")
    return story.say("dates.sentence", date_values(counted))
