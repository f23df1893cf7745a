"""The tables that stand beside the report, as CSV."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pipeline.report.given import Given
from pipeline.report.names import body_table, people_table
from pipeline.report.story import Story
from pipeline.summary import main_themes, reject_summary, theme_labels
from pipeline.wording import safe_cell

TERMS_PER_TOPIC = 15


def build_sheets(given: Given, shares: pd.DataFrame, story: Story) -> dict[str, pd.DataFrame]:
    """The tables by name, each as readers expect it: labels beside identifiers, no texts of articles."""
    mode = story.publish.people
    labels = theme_labels(given.themes)
    bodies = body_table(given.entities)
    sheets = {
        "articles": article_sheet(given.articles, shares, labels, story),
        "documents": given.documents.drop(columns="text"),
        "themes": given.themes,
        "topics": topic_sheet(given.topics, given.topic_terms, labels),
        "prevalence": labelled(given.prevalence, labels),
        "groups": labelled(given.prevalence_by, labels),
        "findings": labelled(given.findings, labels),
        "splits": given.splits,
        "people": people_table(given.entities, mode=mode),
        "roles": role_sheet(given.roles, given.entities),
        "bodies": bodies.assign(aliases=bodies["aliases"].map("; ".join)),
        "sums": sum_sheet(given.sums, labels, story),
        "totals": labelled(given.sum_totals, labels),
        "ladder": given.ladder,
        "engines": labelled(given.crosscheck, labels),
        "rejects": reject_summary(given.rejects),
    }
    kept = {"names": sheets.keys(), "roles": sheets.keys() - {"roles"}, "none": sheets.keys() - {"roles", "people"}}[
        mode
    ]
    return {name: sheet for name, sheet in sheets.items() if name in kept}


def role_sheet(roles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """The posts of each person by name, in the order of time."""
    names = entities.set_index("entity_id")["canonical"]
    named = roles.assign(person=roles["entity_id"].map(names))
    ordered = named.sort_values(["person", "first_date", "role"], kind="stable", ignore_index=True)
    return ordered[["person", "role", "first_date", "last_date", "n_articles", "n_mentions", "entity_id"]]


def article_sheet(
    articles: pd.DataFrame, shares: pd.DataFrame, labels: Mapping[str, str], story: Story
) -> pd.DataFrame:
    """Every article with its place, its date and its main theme, as far as corpus.toml lets them be shown."""
    sheet = articles.drop(columns=["text", "spans"]).merge(main_themes(shares), on="article_id", how="left")
    sheet = sheet.assign(theme=sheet["theme_id"].map(labels))
    if not story.publish.excerpts:
        sheet = sheet.drop(columns="date_evidence")
    return sheet if story.publish.is_named else covered(sheet.drop(columns=["author", "url"]), story)


def topic_sheet(topics: pd.DataFrame, topic_terms: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """The topics with their theme and their first terms."""
    first = topic_terms[topic_terms["rank"] <= TERMS_PER_TOPIC].sort_values(["topic_id", "rank"], kind="stable")
    said = {topic: "; ".join(group["term"]) for topic, group in first.groupby("topic_id")}
    return labelled(topics, labels).assign(terms=topics["topic_id"].map(said))


def labelled(table: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """`table` with the theme's label as its first column."""
    sheet = table.copy()
    sheet.insert(0, "theme", sheet["theme_id"].map(labels))
    return sheet


def sum_sheet(sums: pd.DataFrame, labels: Mapping[str, str], story: Story) -> pd.DataFrame:
    """The sums with their theme's label, as far as corpus.toml lets them be shown."""
    sheet = labelled(sums, labels)
    if not story.publish.excerpts:
        sheet = sheet.drop(columns=["about", "whose"])
    return sheet if story.publish.is_named else covered(sheet, story)


def covered(sheet: pd.DataFrame, story: Story) -> pd.DataFrame:
    """`sheet`, a row of which belongs to an article, with the names of people covered in its words."""
    said = {
        name: zip(sheet[name].fillna(""), sheet["article_id"], strict=True)
        for name in ("title", "date_evidence", "about", "whose", "speaker")
        if name in sheet
    }
    return sheet.assign(**{name: [story.veil.cover(*pair) for pair in pairs] for name, pairs in said.items()})


def csv_bytes(sheet: pd.DataFrame) -> bytes:
    """A table as CSV in UTF-8; text that a spreadsheet would take for a formula is made plain."""
    texts = sheet.select_dtypes(include=["str", "object", "string"]).columns
    safe = sheet.assign(**{name: sheet[name].map(safe_cell, na_action="ignore") for name in texts})
    lines = safe.to_csv(index=False, lineterminator="\n", float_format="%.6g", date_format="%Y-%m-%d")
    return lines.encode("utf-8", "replace")
