"""The tables that stand beside the report, as CSV."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pipeline.report.given import Given
from pipeline.report.names import body_table, people_table
from pipeline.report.reading import reject_summary
from pipeline.report.story import Story
from pipeline.report.themes import main_themes, theme_labels
from pipeline.wording import safe_cell

TERMS_PER_TOPIC = 15


def build_sheets(given: Given, shares: pd.DataFrame, story: Story) -> dict[str, pd.DataFrame]:
    """The tables by name, each as readers expect it: labels beside identifiers, no texts of articles."""
    mode = story.config.people
    labels = theme_labels(given.themes)
    bodies = body_table(given.entities)
    sheets = {
        "articles": article_sheet(given.articles, shares, labels, story),
        "documents": given.documents.drop(columns="text"),
        "themes": given.themes,
        "topics": topic_sheet(given.topics, given.topic_terms, labels),
        "prevalence": labelled(given.prevalence, labels),
        "findings": labelled(given.findings, labels),
        "people": people_table(given.entities, mode=mode),
        "bodies": bodies.assign(aliases=bodies["aliases"].map("; ".join)),
        "sums": sum_sheet(given.sums, labels, story),
        "rejects": reject_summary(given.rejects),
    }
    return {name: sheet for name, sheet in sheets.items() if not (name == "people" and mode == "none")}


def article_sheet(
    articles: pd.DataFrame, shares: pd.DataFrame, labels: Mapping[str, str], story: Story
) -> pd.DataFrame:
    """Every article with its place, its date and its main theme; names of people covered where the settings say so."""
    sheet = articles.drop(columns=["text", "spans"]).merge(main_themes(shares), on="article_id", how="left")
    sheet = sheet.assign(theme=sheet["theme_id"].map(labels))
    if story.config.people == "names":
        return sheet
    pairs = zip(sheet["title"], sheet["article_id"], strict=True)
    evidence = zip(sheet["date_evidence"], sheet["article_id"], strict=True)
    return sheet.drop(columns=["author", "url"]).assign(
        title=[story.veil.cover(title, article) for title, article in pairs],
        date_evidence=[story.veil.cover(words, article) for words, article in evidence],
    )


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
    """The sums with their theme's label; names of people covered where the settings say so."""
    sheet = labelled(sums, labels)
    if story.config.people == "names":
        return sheet
    about = zip(sheet["about"], sheet["article_id"], strict=True)
    said = zip(sheet["speaker"].fillna(""), sheet["article_id"], strict=True)
    return sheet.assign(
        about=[story.veil.cover(words, article) for words, article in about],
        speaker=[story.veil.cover(who, article) for who, article in said],
    )


def csv_bytes(sheet: pd.DataFrame) -> bytes:
    """A table as CSV in UTF-8; text that a spreadsheet would take for a formula is made plain."""
    texts = sheet.select_dtypes(include=["str", "object", "string"]).columns
    safe = sheet.assign(**{name: sheet[name].map(safe_cell, na_action="ignore") for name in texts})
    lines = safe.to_csv(index=False, lineterminator="\n", float_format="%.6g", date_format="%Y-%m-%d")
    return lines.encode("utf-8", "replace")
