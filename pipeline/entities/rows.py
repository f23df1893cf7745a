"""Rows of the tables `mentions` and `entities`."""

from __future__ import annotations

from collections import Counter, defaultdict

import pandas as pd

from pipeline.entities.bodylinks import aliases_of
from pipeline.entities.mentions import Mention


def mention_rows(mentions: list[Mention]) -> pd.DataFrame:
    """The table `mentions`."""
    sums = [each.sum for each in mentions]
    return pd.DataFrame(
        {
            "mention_id": [f"{each.article_id}:{each.start}-{each.end}" for each in mentions],
            "article_id": [each.article_id for each in mentions],
            "source": [each.source for each in mentions],
            "type": [each.type for each in mentions],
            "start": pd.array([each.start for each in mentions], dtype="int64"),
            "end": pd.array([each.end for each in mentions], dtype="int64"),
            "surface": [each.surface for each in mentions],
            "entity_id": [each.entity_id for each in mentions],
            "canonical": [each.canonical for each in mentions],
            "value": pd.array([each.value if each else None for each in sums], dtype="float64"),
            "value_high": pd.array([each.value_high if each else None for each in sums], dtype="float64"),
            "currency": [each.currency if each else None for each in sums],
            "period": [each.period if each else None for each in sums],
            "qualifier": [each.qualifier if each else None for each in sums],
            "found_by": [each.found_by for each in mentions],
        }
    ).astype(dict.fromkeys(TEXTS, "str"))


TEXTS = (
    "mention_id", "article_id", "source", "type", "surface", "entity_id", "canonical", "currency", "period",
    "qualifier", "found_by"
)  # fmt: skip


def entity_rows(mentions: list[Mention], articles: pd.DataFrame) -> pd.DataFrame:
    """The table `entities`: counts and days of the articles that count, no duplicate among them."""
    counting = set(articles.loc[articles["duplicate_of"].isna(), "article_id"])
    days = dict(zip(articles["article_id"], articles["date"], strict=True))
    groups: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        if each.entity_id is not None:
            groups[each.entity_id].append(each)
    rows = [entity_row(key, groups[key], counting, days) for key in sorted(groups)]
    columns = (
        "entity_id", "type", "canonical", "aliases", "role", "n_mentions", "n_articles", "first_date", "last_date"
    )  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns)
    kinds = {
        "n_mentions": "int64",
        "n_articles": "int64",
        "first_date": "datetime64[ms]",
        "last_date": "datetime64[ms]",
    }
    return frame.astype(kinds | dict.fromkeys(("entity_id", "type", "canonical", "role"), "str"))


def entity_row(
    key: str, mentions: list[Mention], counting: set[str], days: dict[str, pd.Timestamp]
) -> tuple[object, ...]:
    """One entity."""
    counted = [each for each in mentions if each.article_id in counting]
    named_in = sorted({each.article_id for each in counted})
    dated = sorted(days[name] for name in named_in if not pd.isna(days[name]))
    roles = Counter(each.role for each in counted or mentions if each.role)
    role = max(sorted(roles), key=lambda name: roles[name], default=None)
    return (
        key,
        mentions[0].type,
        mentions[0].canonical,
        aliases_of(mentions),
        role,
        len(counted),
        len(named_in),
        dated[0] if dated else pd.NaT,
        dated[-1] if dated else pd.NaT,
    )
