"""The people, posts and bodies of the page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.browse.articles import day
from pipeline.browse.keys import Keys
from pipeline.browse.voice import Voice
from pipeline.rows import Row, records
from pipeline.wording import plain


def name_rows(entities: pd.DataFrame, roles: pd.DataFrame, keys: Keys, voice: Voice) -> list[dict[str, Any]]:
    """People (by name or by role) and bodies, each at its number in `keys`."""
    posts = post_rows(roles) if voice.publish.is_named else {}
    found: dict[int, dict[str, Any]] = {}
    for row in records(entities.sort_values("entity_id", kind="stable")):
        number = keys.names.get(row["entity_id"])
        if number is None:
            continue
        if row["type"] == "PERSON" and voice.publish.people == "roles":
            found[number] = add_to_role(found.get(number), row)
        else:
            found[number] = name_row(row, posts.get(row["entity_id"], []), voice)
    return [found[number] for number in sorted(found)]


def name_row(row: Row, posts: list[list[Any]], voice: Voice) -> dict[str, Any]:
    """A person or a body."""
    return {
        "type": row["type"],
        "name": voice.name(row["canonical"]),
        "also": [voice.name(alias) for alias in row["aliases"]],
        "role": plain(row["role"]) if isinstance(row["role"], str) else "",
        "posts": posts,
        "mentions": int(row["n_mentions"]),
        "articles": int(row["n_articles"]),
        "first": day(row["first_date"]),
        "last": day(row["last_date"]),
    }


def add_to_role(role: dict[str, Any] | None, person: Row) -> dict[str, Any]:
    """A role with one more of its people; nothing is said of a person but that."""
    before: dict[str, Any] = role or {"people": 0, "mentions": 0, "articles": 0}
    return {
        "type": "ROLE",
        "name": plain(person["role"]),
        "also": [],
        "role": "",
        "posts": [],
        "first": "",
        "last": "",
        "people": before["people"] + 1,
        "mentions": before["mentions"] + int(person["n_mentions"]),
        "articles": before["articles"] + int(person["n_articles"]),
    }


def post_rows(roles: pd.DataFrame) -> dict[str, list[list[Any]]]:
    """Each person's posts with the days on which articles show them, most articles first."""
    found: dict[str, list[list[Any]]] = {}
    for row in records(roles.sort_values(["n_articles", "role"], ascending=[False, True], kind="stable")):
        post = [plain(row["role"]), day(row["first_date"]), day(row["last_date"]), int(row["n_articles"])]
        found.setdefault(row["entity_id"], []).append(post)
    return found
