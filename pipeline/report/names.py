"""The people and bodies that articles name."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, section, table, text
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.wording import count, listing, plain, shorten

NAME_CHARS, ROLE_CHARS, ALIAS_CHARS = 80, 90, 80
MOST_ALIASES, MOST_POSTS = 3, 3


def people_section(entities: pd.DataFrame, roles: pd.DataFrame, story: Story) -> Block:
    """The section on people: by name with their roles, by role only, or not at all."""
    title = story.say("people.title")
    if story.publish.people == "none":
        return section(title, [text(story.say("people.hidden"))])
    people = people_table(entities, mode=story.publish.people)
    posts = posts_by_person(roles)
    if people.empty:
        return section(title, [text(story.say("people.none"))])
    named = story.publish.is_named
    shown = records(people.head(story.config.most_rows))
    rows = [person_row(row, posts.get(row["entity_id"], []), story) if named else role_row(row) for row in shown]
    values = {"people": count(len(people), "person" if named else "role"), "shown": len(rows)}
    kind = "people" if named else "roles"
    return section(
        title,
        [
            text(story.say(f"{kind}.intro", values)),
            table(
                story.columns(f"{kind}.columns"),
                rows,
                widths="wWrrl" if named else "wrrr",
                caption=story.say(f"{kind}.table", values),
            ),
            *story.chart("people"),
        ],
    )


def people_table(entities: pd.DataFrame, *, mode: str) -> pd.DataFrame:
    """People by falling number of articles; by role where the mode is roles; no rows where it is none."""
    people = entities[entities["type"] == "PERSON"]
    if mode == "none":
        people = people.head(0)
    if mode == "roles":
        known = people.dropna(subset=["role"])
        grouped = known.groupby("role", as_index=False).agg(
            n_people=("entity_id", "size"), n_articles=("n_articles", "sum"), n_mentions=("n_mentions", "sum")
        )
        return grouped.sort_values(["n_articles", "role"], ascending=[False, True], kind="stable", ignore_index=True)
    columns = ["canonical", "role", "n_articles", "n_mentions", "first_date", "last_date", "entity_id"]
    ordered = people[columns].sort_values(["n_articles", "entity_id"], ascending=[False, True], kind="stable")
    return ordered.reset_index(drop=True)


def posts_by_person(roles: pd.DataFrame) -> dict[str, list[str]]:
    """Each person's posts, the most frequent first, with the months in which articles show the person in them."""
    ordered = roles.sort_values(["n_articles", "n_mentions", "role"], ascending=[False, False, True], kind="stable")
    posts: dict[str, list[str]] = {}
    for row in records(ordered):
        when = span_of_days(row)
        said = shorten(plain(row["role"]), ROLE_CHARS) + (f", {when}" if when else "")
        posts.setdefault(row["entity_id"], []).append(said)
    return {person: said[:MOST_POSTS] for person, said in posts.items()}


def person_row(row: Row, posts: list[str], story: Story) -> list[object]:
    """A person's cells; a line for each post."""
    return [
        shorten(plain(row["canonical"]), NAME_CHARS),
        tuple(posts) or story.word("people.no_role"),
        f"{row['n_articles']:,}",
        f"{row['n_mentions']:,}",
        span_of_days(row),
    ]


def role_row(row: Row) -> list[object]:
    """A role's cells."""
    return [
        shorten(plain(row["role"]), ROLE_CHARS),
        f"{row['n_people']:,}",
        f"{row['n_articles']:,}",
        f"{row['n_mentions']:,}",
    ]


def span_of_days(row: Row) -> str:
    """First and last month in which an entity is named."""
    days = [row["first_date"], row["last_date"]]
    months = list(dict.fromkeys(f"{day:%Y-%m}" for day in days if not pd.isna(day)))
    return " \N{EN DASH} ".join(months)


def body_section(entities: pd.DataFrame, story: Story) -> Block:
    """The section on bodies."""
    bodies = body_table(entities)
    if bodies.empty:
        return section(story.say("bodies.title"), [text(story.say("bodies.none"))])
    rows = [
        [
            shorten(plain(row["canonical"]), NAME_CHARS),
            shorten(listing(plain(alias) for alias in list(row["aliases"])[:MOST_ALIASES]), ALIAS_CHARS),
            f"{row['n_articles']:,}",
            f"{row['n_mentions']:,}",
            span_of_days(row),
        ]
        for row in records(bodies.head(story.config.most_rows))
    ]
    values = {"bodies": count(len(bodies), "body"), "shown": len(rows)}
    return section(
        story.say("bodies.title"),
        [
            text(story.say("bodies.intro", values)),
            table(story.columns("bodies.columns"), rows, widths="wwrrl", caption=story.say("bodies.table", values)),
            *story.chart("bodies"),
            *story.chart("links"),
        ],
    )


def body_table(entities: pd.DataFrame) -> pd.DataFrame:
    """Bodies by falling number of articles."""
    columns = ["canonical", "aliases", "n_articles", "n_mentions", "first_date", "last_date", "entity_id"]
    bodies = entities.loc[entities["type"] == "BODY", columns]
    ordered = bodies.sort_values(["n_articles", "entity_id"], ascending=[False, True], kind="stable")
    return ordered.reset_index(drop=True)
