"""The sums of money: the largest, what they are for, who says so, by theme and year."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, section, table, text
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.wording import count, money, plain, shorten

ABOUT_CHARS, SPEAKER_CHARS, THEME_CHARS = 80, 40, 36


def money_section(sums: pd.DataFrame, articles: pd.DataFrame, labels: dict[str, str], story: Story) -> Block:
    """The section on money."""
    title = story.say("money.title")
    counted = set(articles.loc[articles["duplicate_of"].isna(), "article_id"])
    sums = sums[sums["article_id"].isin(counted)]
    stated = sums[sums["value"].notna()]
    if stated.empty:
        return section(title, [text(story.say("money.none", {"vague": count(len(sums), "sum")}))])
    largest = largest_sums(stated)
    rows = [sum_row(row, labels, story) for row in records(largest.head(story.config.most_rows))]
    values = {
        "stated": count(len(stated), "sum"),
        "vague": count(len(sums) - len(stated), "sum"),
        "rates": count(int(stated["period"].notna().sum()), "rate"),
        "shown": len(rows),
    }
    return section(
        title,
        [
            text(story.say("money.intro", values)),
            *story.chart("sums"),
            table(story.columns("money.columns"), rows, widths="rWwwl", caption=story.say("money.table", values)),
            heading(story.say("money.by_theme")),
            table(
                story.columns("money.theme_columns"),
                theme_rows(stated, labels, story),
                widths="wlrrr",
                caption=story.say("money.theme_table"),
            ),
            heading(story.say("money.by_year")),
            table(
                story.columns("money.year_columns"),
                year_rows(stated, story),
                widths="llrrr",
                caption=story.say("money.year_table"),
            ),
        ],
    )


def largest_sums(stated: pd.DataFrame) -> pd.DataFrame:
    """Sums by falling value; one currency after the other, the most frequent first, since they do not compare."""
    counts = stated["currency"].fillna("").value_counts()
    often = stated["currency"].fillna("").map(counts)
    ordered = stated.assign(often=often, code=stated["currency"].fillna("")).sort_values(
        ["often", "code", "value", "mention_id"], ascending=[False, True, False, True], kind="stable"
    )
    return ordered.drop(columns=["often", "code"]).reset_index(drop=True)


def sum_row(row: Row, labels: dict[str, str], story: Story) -> list[object]:
    """A sum's cells: value, what for, who says so, theme, year."""
    period = f" a {row['period']}" if isinstance(row["period"], str) else ""
    return [
        money(row["value"], currency_of(row)) + period,
        shorten(story.quote(row["about"], row["article_id"]), ABOUT_CHARS),
        shorten(speaker(row, story), SPEAKER_CHARS),
        shorten(labels.get(str(row["theme_id"]), ""), THEME_CHARS),
        story.word("any.no_year") if pd.isna(row["year"]) else str(row["year"]),
    ]


def speaker(row: Row, story: Story) -> str:
    """Who states a sum, as people may be shown."""
    return story.veil.cover(plain(row["speaker"]), row["article_id"]) if isinstance(row["speaker"], str) else ""


def currency_of(row: Row) -> str | None:
    """A row's currency, or None."""
    return row["currency"] if isinstance(row["currency"], str) else None


def theme_rows(stated: pd.DataFrame, labels: dict[str, str], story: Story) -> list[list[object]]:
    """By theme and currency: how many sums, the middle one and the largest; never added up."""
    named = stated.assign(theme=[labels.get(str(theme), story.word("money.no_theme")) for theme in stated["theme_id"]])
    rows = spread_rows(named, ["theme", "currency"])
    return [[shorten(str(row[0]), THEME_CHARS), *row[1:]] for row in rows]


def year_rows(stated: pd.DataFrame, story: Story) -> list[list[object]]:
    """By year and currency: how many sums, the middle one and the largest."""
    when = [story.word("any.no_year") if pd.isna(year) else str(int(year)) for year in stated["year"]]
    return spread_rows(stated.assign(when=when), ["when", "currency"])


def spread_rows(stated: pd.DataFrame, by: list[str]) -> list[list[object]]:
    """For each group its name, currency, number of sums, middle and largest sum."""
    filled = stated.assign(currency=stated["currency"].fillna(""))
    grouped = filled.groupby(by, as_index=False)["value"].agg(["size", "median", "max"])
    rows = records(grouped.sort_values(by, kind="stable"))
    return [
        [
            row[by[0]],
            row["currency"],
            f"{row['size']:,}",
            money(rounded(row["median"]), row["currency"] or None),
            money(row["max"], row["currency"] or None),
        ]
        for row in rows
    ]


def rounded(value: float) -> float:
    """A middle value without the pence that no one stated."""
    return float(round(value)) if value >= 1 else value
