"""Report: the document that people read, its pages as pictures, and tables beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.report.blocks import Block, shown
from pipeline.report.cards import theme_section
from pipeline.report.certainty import again_section, certainty_section, method_section
from pipeline.report.config import Config
from pipeline.report.front import front_page
from pipeline.report.given import Given
from pipeline.report.money import money_section
from pipeline.report.names import body_section, people_section
from pipeline.report.reading import funnel_line, reading_section
from pipeline.report.shares import change_section, share_section
from pipeline.report.sheets import build_sheets, csv_bytes
from pipeline.report.story import Story, build_story
from pipeline.report.typeset import typeset
from pipeline.report.workbook import workbook_bytes
from pipeline.summary import article_themes, funnel, theme_labels


def report(
    documents: pd.DataFrame,
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    roles: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    topic_terms: pd.DataFrame,
    article_topics: pd.DataFrame,
    ladder: pd.DataFrame,
    crosscheck: pd.DataFrame,
    evidence: pd.DataFrame,
    prevalence: pd.DataFrame,
    prevalence_by: pd.DataFrame,
    findings: pd.DataFrame,
    splits: pd.DataFrame,
    sums: pd.DataFrame,
    sum_totals: pd.DataFrame,
    certificate: pd.DataFrame,
    figures: Mapping[str, Any],
    rejects: pd.DataFrame,
    *,
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """The report as files: pages/page-01.png ..., tables/*.csv, report.xlsx and, last, report.pdf (PDF/UA-1).

    `figures` holds the charts by name, each with svg (bytes) and facts (alt text among them).
    """
    given = Given(documents, articles, article_years, mentions, entities, roles, topics, themes, topic_terms,
                  article_topics, ladder, crosscheck, evidence, prevalence, prevalence_by, findings, splits,
                  sums, sum_totals, certificate, rejects)  # fmt: skip
    files = write_files(given, figures=figures, corpus=corpus, config=config)
    steps = funnel(documents, articles, rejects)
    return {"files": files, "summary": [funnel_line(steps, len(themes), len(findings))]}


def write_files(given: Given, *, figures: Mapping[str, Any], corpus: Corpus, config: Config) -> dict[str, bytes]:
    """The files by path, the PDF last, since Make takes it for the sign that all are there."""
    story = build_story(given, figures=figures, corpus=corpus, config=config)
    shares = article_themes(given.article_topics, given.topics, given.themes)
    sheets = build_sheets(given, shares, story)
    sections = write_sections(given, shares, list(sheets), story)
    content = {**frame(story), "front": front_page(given, story), "sections": sections}
    pdf, pages = typeset(content, {name: figure.svg for name, figure in figures.items()}, page_ppi=config.page_ppi)
    book = workbook_bytes(sheets, story)
    return {**page_files(pages), **sheet_files(sheets), "report.xlsx": book, "report.pdf": pdf}


def write_sections(given: Given, shares: pd.DataFrame, sheets: list[str], story: Story) -> list[Block]:
    """The sections in the order in which a reader needs them."""
    labels = theme_labels(given.themes)
    return [
        reading_section(given.documents, given.articles, given.article_years, given.rejects, story),
        theme_section(given, shares, story),
        share_section(given.prevalence, given.prevalence_by, given.themes, story),
        change_section(given.findings, given.splits, labels, story),
        people_section(given.entities, given.roles, story),
        body_section(given.entities, story),
        money_section(given.sums, given.sum_totals, given.articles, labels, story),
        certainty_section(given, story),
        method_section(story),
        again_section(given.documents, sheets, story),
    ]


def frame(story: Story) -> Block:
    """What stands on every page."""
    return {
        "title": shown(story.corpus),
        "header": shown(story.say("any.demonstration") if story.is_demonstration else story.corpus),
        "is_demonstration": story.is_demonstration,
        "contents": story.say("any.contents"),
        "page": story.sentences["any.page"],
    }


def page_files(pages: list[bytes]) -> dict[str, bytes]:
    """The pages as files, numbered in the order of reading."""
    digits = max(2, len(str(len(pages))))
    return {f"pages/page-{number:0{digits}}.png": page for number, page in enumerate(pages, 1)}


def sheet_files(sheets: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """The tables as files."""
    return {f"tables/{name}.csv": csv_bytes(sheet) for name, sheet in sheets.items()}
