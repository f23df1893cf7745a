"""The sums of money: the largest, what they are for, whose they are, who says so; totals by theme and year."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, section, table, text
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.wording import count, money, plain, shorten

ABOUT_CHARS, NAME_CHARS, THEME_CHARS = 90, 60, 80


def money_section(
    sums: pd.DataFrame, sum_totals: pd.DataFrame, articles: pd.DataFrame, labels: dict[str, str], story: Story
) -> Block:
    """The section on money; a sum that is announced again stands once, with how often it is named."""
    title = story.say("money.title")
    counted = set(articles.loc[articles["duplicate_of"].isna(), "article_id"])
    sums = sums[sums["article_id"].isin(counted)]
    stated = sums[sums["value"].notna()]
    if stated.empty:
        return section(title, [text(story.say("money.none", {"vague": count(len(sums), "sum")}))])
    first = first_named(stated)
    rows = [sum_row(row, labels, story) for row in records(largest_sums(first).head(story.config.most_rows))]
    values = {
        "stated": count(len(stated), "sum"),
        "vague": count(len(sums) - len(stated), "sum"),
        "rates": count(int(stated["period"].notna().sum()), "rate"),
        "distinct": count(len(first), "sum"),
        "again": count(len(stated) - len(first), "mention"),
        "shown": len(rows),
    }
    return section(
        title,
        [
            text(story.say("money.intro", values)),
            *story.chart("sums"),
            table(story.columns("money.columns"), rows, widths="rWwwwrl", caption=story.say("money.table", values))
            | {"small": True},
            *total_blocks(sum_totals, labels, story),
        ],
    )


def first_named(stated: pd.DataFrame) -> pd.DataFrame:
    """Each sum where it is first announced, with how often it is named (`times`)."""
    origin = stated["same_as"].where(stated["same_as"].isin(stated["mention_id"]), stated["mention_id"])
    times = origin.value_counts()
    kept = stated[origin == stated["mention_id"]]
    return kept.assign(times=kept["mention_id"].map(times).fillna(1).astype(int))


def total_blocks(sum_totals: pd.DataFrame, labels: dict[str, str], story: Story) -> list[Block]:
    """Sums by theme and by year: how many, and amounts added up like with like."""
    if sum_totals.empty:
        return []
    named = sum_totals.assign(
        theme=[labels.get(str(theme), story.word("money.no_theme")) for theme in sum_totals["theme_id"]],
        when=[story.word("any.no_year") if pd.isna(year) else str(int(year)) for year in sum_totals["year"]],
        currency=sum_totals["currency"].fillna(""),
    )
    return [
        heading(story.say("money.by_theme")),
        text(story.say("money.totals")),
        table(
            story.columns("money.theme_columns"),
            total_rows(named, "theme"),
            widths="wlrrrr",
            caption=story.say("money.theme_table"),
        ),
        heading(story.say("money.by_year")),
        table(
            story.columns("money.year_columns"),
            total_rows(named, "when"),
            widths="llrrrr",
            caption=story.say("money.year_table"),
        ),
    ]


def total_rows(named: pd.DataFrame, by: str) -> list[list[object]]:
    """For each group and currency: sums named, sums told apart, plain amounts added up, the largest of those."""
    amounts = named[(named["kind"] == "amount") & named["period"].isna()]
    counted = named.groupby([by, "currency"], as_index=False)[["n_sums", "n_distinct"]].sum()
    grouped = amounts.groupby([by, "currency"])
    added = pd.DataFrame(
        {"total": grouped["total"].sum(min_count=1), "largest": grouped["largest"].max()}
    ).reset_index()
    joined = counted.merge(added, on=[by, "currency"], how="left")
    rows = records(joined.sort_values([by, "currency"], kind="stable"))
    return [
        [
            shorten(str(row[by]), THEME_CHARS),
            row["currency"],
            f"{row['n_sums']:,}",
            f"{row['n_distinct']:,}",
            *("" if pd.isna(row[key]) else money(row[key], row["currency"] or None) for key in ("total", "largest")),
        ]
        for row in rows
    ]


def largest_sums(stated: pd.DataFrame) -> pd.DataFrame:
    """Sums by falling value; one currency after the other, the most frequent first, since they do not compare."""
    counts = stated["currency"].fillna("").value_counts()
    often = stated["currency"].fillna("").map(counts)
    ordered = stated.assign(often=often, code=stated["currency"].fillna("")).sort_values(
        ["often", "code", "value", "mention_id"], ascending=[False, True, False, True], kind="stable"
    )
    return ordered.drop(columns=["often", "code"]).reset_index(drop=True)


def sum_row(row: Row, labels: dict[str, str], story: Story) -> list[object]:
    """A sum's cells: value, what for, whose, who says so, theme, how often it is named, year."""
    period = f" a {row['period']}" if isinstance(row["period"], str) else ""
    high: str = f" to {money(row['value_high'], currency_of(row))}" if not pd.isna(row["value_high"]) else ""
    return [
        money(row["value"], currency_of(row)) + high + period,
        shorten(story.quote(row["about"], row["article_id"]), ABOUT_CHARS),
        shorten(covered(row, "whose", story), NAME_CHARS),
        shorten(covered(row, "speaker", story), NAME_CHARS),
        shorten(labels.get(str(row["theme_id"]), ""), THEME_CHARS),
        f"{row['times']:,}",
        story.word("any.no_year") if pd.isna(row["year"]) else str(row["year"]),
    ]


def covered(row: Row, column: str, story: Story) -> str:
    """Whose a sum is or who states it, as people may be shown."""
    return story.veil.cover(plain(row[column]), row["article_id"]) if isinstance(row[column], str) else ""


def currency_of(row: Row) -> str | None:
    """A row's currency, or None."""
    return row["currency"] if isinstance(row["currency"], str) else None
