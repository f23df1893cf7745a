"""Numbers that stand for identifiers in the page: places in its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pipeline.browse.given import Given
from pipeline.rows import records
from pipeline.summary import order_themes


@dataclass(frozen=True)
class Keys:
    """The place of each theme, document, article and name in the page's lists."""

    themes: Mapping[str, int]
    documents: Mapping[str, int]
    articles: Mapping[str, int]
    names: Mapping[str, int]


def build_keys(given: Given, *, people: str) -> Keys:
    """Themes by falling share, documents by path, articles by identifier, names by type and falling articles.

    People who are shown by their role share the number of the role; those who are not shown have none.
    """
    return Keys(
        themes=numbered(order_themes(given.themes)["theme_id"]),
        documents=numbered(given.documents.sort_values(["source", "document_id"], kind="stable")["document_id"]),
        articles=numbered(given.articles["article_id"].sort_values(kind="stable")),
        names=name_numbers(given.entities, people=people),
    )


def numbered(identifiers: pd.Series) -> dict[str, int]:
    """Identifiers with their place."""
    return {str(identifier): place for place, identifier in enumerate(identifiers)}


def name_numbers(entities: pd.DataFrame, *, people: str) -> dict[str, int]:
    """The number of each entity that may be shown; people first."""
    ordered = entities.sort_values(["n_articles", "entity_id"], ascending=[False, True], kind="stable")
    persons = ordered[ordered["type"] == "PERSON"]
    bodies = ordered[ordered["type"] == "BODY"]
    found: dict[str, int] = {}
    if people == "names":
        found = numbered(persons["entity_id"])
    if people == "roles":
        known = persons.dropna(subset=["role"])
        sums = known.groupby("role")["n_articles"].sum()
        roles = {role: place for place, role in enumerate(sorted(sums.index, key=lambda role: (-sums[role], role)))}
        found = {row["entity_id"]: roles[row["role"]] for row in records(known)}
    shift = max(found.values(), default=-1) + 1
    return found | {key: place + shift for key, place in numbered(bodies["entity_id"]).items()}
