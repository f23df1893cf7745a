"""Tables of the text itself: documents, articles and their dates, words."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, share, text
from pipeline.tables.common import ARTICLE_ID, OFFSET_END, OFFSET_START

SEGMENT_COLUMNS = {
    "article_id": ARTICLE_ID,
    "document_id": text("the document it stands in"),
    "source": text("the document's path below the raw folder"),
    "start": OFFSET_START,
    "end": OFFSET_END,
    "title": text("headline, completed from the text where the scrape cut it"),
    "url": text("address of the article itself", nullable=True),
    "author": text("author as the source states it", nullable=True),
    "published": text("day or timestamp that the source states, ISO 8601", nullable=True),
    "spans": Column("spans", "[start, end] of each stretch that was kept, in order"),
    "text": text("the kept stretches, one newline between two"),
    "n_words": count("words in `text`"),
    "duplicate_of": text("article_id of the near-duplicate that is counted instead", nullable=True),
}

TABLES: dict[str, Table] = {
    "documents": Table(
        "read",
        "The raw files that could be read.",
        ("document_id",),
        {
            "document_id": text("first 12 hexadecimal digits of the bytes' SHA-256"),
            "source": text("path below the raw folder, `/` between folders"),
            "media_type": text("what the file is, as an Internet media type"),
            "encoding": text("Python codec that gives the text; pdf or docx where there is none"),
            "n_bytes": count("size of the file"),
            "text": text("the text, newlines untouched; items of feeds, tables and pages begin with U+001E"),
        },
    ),
    "segments": Table("segment", "The articles that were found in the documents.", ("article_id",), SEGMENT_COLUMNS),
    "articles": Table(
        "date",
        "The segments, with what is known of their dates.",
        ("article_id",),
        {
            **SEGMENT_COLUMNS,
            "date": Column("day", "best day", True),
            "date_earliest": Column("day", "first day of the 90 % interval", True),
            "date_latest": Column("day", "last day of the 90 % interval", True),
            "date_precision": text("how finely the best day is known", nullable=True, choices=("day", "month", "year")),
            "date_basis": text(
                "the strongest evidence",
                choices=("feed", "dateline", "text", "title", "office", "event", "neighbours", "none"),
            ),
            "date_evidence": text("the words or the rule behind the date"),
            "year": Column("int", "year of the best day", True, (), 1000, 3000),
        },
    ),
    "article_years": Table(
        "date",
        "How likely each article belongs to each year: an article's rows sum to 1; undated articles have none.",
        ("article_id", "year"),
        {
            "article_id": ARTICLE_ID,
            "year": Column("int", "calendar year", False, (), 1000, 3000),
            "probability": share("probability that the article is of that year"),
        },
    ),
    "tokens": Table(
        "parse",
        "The words and marks of each article's text, from the one spaCy pass.",
        ("article_id", "position"),
        {
            "article_id": ARTICLE_ID,
            "position": count("place in the article, from 0"),
            "start": OFFSET_START,
            "end": OFFSET_END,
            "sentence": count("number of its sentence in the article, from 0"),
            "lemma": text("lemma, lower case unless a name"),
            "pos": text("Universal Dependencies part of speech"),
        },
    ),
    "spans": Table(
        "parse",
        "Candidate names as the model sees them.",
        ("article_id", "start", "end", "label"),
        {
            "article_id": ARTICLE_ID,
            "start": OFFSET_START,
            "end": OFFSET_END,
            "label": text("the model's label"),
        },
    ),
}
