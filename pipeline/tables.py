"""The tables: what each one holds, as data. Read on writing, on reading, and to make docs/tables.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pyarrow as pa

from pipeline.errors import TableError, faults_line

ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.timestamp("ms"),
    "texts": pa.list_(pa.string()),
    "floats": pa.list_(pa.float32()),
    "spans": pa.list_(pa.list_(pa.int64())),
}


@dataclass(frozen=True)
class Column:
    """One column: its kind (a key of ARROW_TYPES), what it means, whether it may be null, what it may say."""

    kind: str
    meaning: str
    nullable: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """One table: which stage makes it, its key columns, its columns by name in order."""

    stage: str
    meaning: str
    key: tuple[str, ...]
    columns: dict[str, Column] = field(default_factory=dict)


def text(meaning: str, *, nullable: bool = False, choices: tuple[str, ...] = ()) -> Column:
    """A column of text."""
    return Column("text", meaning, nullable, choices)


def number(meaning: str, *, nullable: bool = False, low: float | None = None, high: float | None = None) -> Column:
    """A column of floating-point numbers, within [low, high] where they are given."""
    return Column("float", meaning, nullable, (), low, high)


def count(meaning: str, *, nullable: bool = False, low: float | None = 0) -> Column:
    """A column of whole numbers from `low` up."""
    return Column("int", meaning, nullable, (), low)


def share(meaning: str, *, nullable: bool = False) -> Column:
    """A column of shares, from 0 to 1."""
    return Column("float", meaning, nullable, (), 0.0, 1.0)


ARTICLE_ID = text("`document_id:0001` in reading order")
OFFSET_START = count("first character, an index into the document's text")
OFFSET_END = count("one past the last character")

SEGMENT_COLUMNS = {
    "article_id": ARTICLE_ID,
    "document_id": text("the document it stands in"),
    "source": text("the document's path below the raw folder"),
    "start": OFFSET_START,
    "end": OFFSET_END,
    "title": text("headline, completed from the text where the scrape cut it"),
    "url": text("address of the article itself", nullable=True),
    "author": text("author as the source states it", nullable=True),
    "published": text("timestamp that the source states, ISO 8601", nullable=True),
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
            "encoding": text("how the text was decoded"),
            "n_bytes": count("size of the file"),
            "text": text("the text, newlines untouched; offsets everywhere are indices into it"),
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
    "mentions": Table(
        "entities",
        "Each place where a person, a body or a sum of money is named.",
        ("mention_id",),
        {
            "mention_id": text("`article_id:start-end`, start and end as below"),
            "article_id": ARTICLE_ID,
            "source": text("the document's path below the raw folder"),
            "type": text("what is named", choices=("PERSON", "BODY", "MONEY")),
            "start": OFFSET_START,
            "end": OFFSET_END,
            "surface": text("`text[start:end]` of the document"),
            "entity_id": text("the person or body named", nullable=True),
            "canonical": text("the entity's canonical name", nullable=True),
            "value": number("amount in whole currency units; null where vague", nullable=True),
            "value_high": number("upper end where one expression states a range", nullable=True),
            "currency": text("ISO 4217 code", nullable=True),
            "period": text("of a rate", nullable=True, choices=("year", "month", "week", "day")),
            "qualifier": text(
                "a word that modifies the amount", nullable=True, choices=("approx", "over", "up_to", "under", "vague")
            ),
            "found_by": text("the witnesses that found it, `+` between them"),
        },
    ),
    "entities": Table(
        "entities",
        "The people and bodies that mentions name.",
        ("entity_id",),
        {
            "entity_id": text("`person:` or `body:` and the canonical name folded"),
            "type": text("what it is", choices=("PERSON", "BODY")),
            "canonical": text("fullest name, no leading article"),
            "aliases": Column("texts", "the other forms it is named by, sorted"),
            "role": text("a person's most frequent role", nullable=True),
            "n_mentions": count("mentions in articles that count"),
            "n_articles": count("articles that count with a mention"),
            "first_date": Column("day", "best day of the first dated article", True),
            "last_date": Column("day", "best day of the last dated article", True),
        },
    ),
    "topics": Table(
        "topics",
        "The fine topics of the consensus.",
        ("topic_id",),
        {
            "topic_id": text("`t01`, `t02` ... by falling share"),
            "theme_id": text("the reading theme it belongs to"),
            "label": text("short name, unique"),
            "persistence": share("share of the chains in which it recurs"),
            "coherence": number("NPMI of its first ten terms over articles", low=-1, high=1),
            "exclusivity": share("mean share of its first ten terms' use that is its own"),
            "share": share("mean share of the articles that count"),
            "is_background": Column("flag", "shared vocabulary of the field rather than a subject"),
        },
    ),
    "themes": Table(
        "topics",
        "The reading themes that topics are grouped into.",
        ("theme_id",),
        {
            "theme_id": text("stable name of the theme"),
            "label": text("what a reader sees, unique"),
            "persistence": share("mean persistence of its topics, weighted by share"),
            "share": share("mean share of the articles that count"),
            "kind": text("what kind of theme", choices=("subject", "document_kind", "series", "background")),
            "is_hand_labelled": Column("flag", "the label comes from corpus.toml"),
        },
    ),
    "topic_terms": Table(
        "topics",
        "The terms that make a topic.",
        ("topic_id", "rank"),
        {
            "topic_id": text("the topic"),
            "rank": count("1 for the heaviest term", low=1),
            "term": text("lemma or phrase, `_` between the words of a phrase"),
            "weight": share("probability of the term in the topic"),
            "frex": number("frequency and exclusivity in one figure (Bischof and Airoldi 2012)", low=0, high=1),
        },
    ),
    "article_topics": Table(
        "topics",
        "How much of each article is about each topic; an article's shares sum to 1.",
        ("article_id", "topic_id"),
        {
            "article_id": ARTICLE_ID,
            "topic_id": text("the topic"),
            "share": share("mean share over chains and samples"),
            "low": share("5th percentile over chains and samples"),
            "high": share("95th percentile over chains and samples"),
        },
    ),
    "draws": Table(
        "topics",
        "Draws of the articles' shares over chains and posterior samples: the model's doubt.",
        ("article_id", "draw"),
        {
            "article_id": ARTICLE_ID,
            "draw": count("number of the draw, the same chain and sample for every article"),
            "shares": Column("floats", "shares of the topics in the order of topic_id, sum 1"),
        },
    ),
    "prevalence": Table(
        "prevalence",
        "Each theme's and topic's share of a year, with intervals for the two quantities.",
        ("theme_id", "topic_id", "year"),
        {
            "theme_id": text("the theme"),
            "topic_id": text("the topic; null for the theme as a whole", nullable=True),
            "year": count("calendar year"),
            "share": share("mean share of the year's articles"),
            "low": share("lower end of the 90 % interval, this corpus"),
            "high": share("upper end, this corpus"),
            "agenda_low": share("lower end of the 90 % interval, the wider agenda"),
            "agenda_high": share("upper end, the wider agenda"),
            "n_articles": count("articles whose best day is in the year, duplicates not counted"),
            "n_effective": number("expected articles in the year under the doubt of dates", low=0),
            "is_sparse": Column("flag", "too few articles to carry weight"),
        },
    ),
    "findings": Table(
        "prevalence",
        "Changes that hold with a probability of at least 0.95.",
        ("finding_id",),
        {
            "finding_id": text("`theme_id:from-to`"),
            "theme_id": text("the theme"),
            "kind": text("what changed", choices=("rise", "fall")),
            "from_year": count("earlier year"),
            "to_year": count("later year"),
            "change": number("share in the later year less share in the earlier", low=-1, high=1),
            "low": number("lower end of its 90 % interval", low=-1, high=1),
            "high": number("upper end", low=-1, high=1),
            "probability": share("probability of a change in that direction"),
            "sentence": text("the finding in words, made from these numbers"),
        },
    ),
    "sums": Table(
        "prevalence",
        "Sums of money in context.",
        ("mention_id",),
        {
            "mention_id": text("the mention"),
            "article_id": ARTICLE_ID,
            "value": number("amount in whole currency units; null where vague", nullable=True),
            "currency": text("ISO 4217 code", nullable=True),
            "period": text("of a rate", nullable=True, choices=("year", "month", "week", "day")),
            "about": text("what it is for: a phrase of its sentence"),
            "speaker": text("who says so: a person or body named in the sentence", nullable=True),
            "theme_id": text("the article's strongest theme", nullable=True),
            "year": count("year of the article", nullable=True),
        },
    ),
}

REJECT_COLUMNS = ("stage", "row_id", "reason", "text")


def empty(name: str) -> pd.DataFrame:
    """The table `name` with its columns and no rows."""
    return to_pandas(schema(name).empty_table())


def schema(name: str) -> pa.Schema:
    """Arrow schema of the table `name`; `check`, not Arrow, sees to nulls, so that all faults are told together."""
    columns = TABLES[name].columns
    return pa.schema([pa.field(key, ARROW_TYPES[column.kind]) for key, column in columns.items()])


def pandas_type(kind: pa.DataType) -> Any:
    """The pandas type for an Arrow type where the default would lose whole numbers beside nulls."""
    return pd.Int64Dtype() if kind == pa.int64() else None


def arrange(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the contract's columns in order and its rows sorted by key; other columns are a fault."""
    table = TABLES[name]
    absent = [column for column in table.columns if column not in frame.columns]
    foreign = [str(column) for column in frame.columns if column not in table.columns]
    faults = [f"column {c} is missing" for c in absent] + [f"column {c} is not of this table" for c in foreign]
    if faults:
        raise TableError(faults_line(f"table {name}", faults, f"Mend the stage {table.stage}, then make."))
    # Python's own string order, so that the order of rows never depends on a locale or a library's collation
    ordered = frame[list(table.columns)].sort_values(list(table.key), kind="stable", ignore_index=True)
    return to_pandas(to_arrow(name, ordered))


def to_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """`frame` as an Arrow table of the contract's types."""
    try:
        return pa.Table.from_pandas(frame, schema=schema(name), preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError, KeyError, ValueError) as fault:
        table = TABLES[name]
        raise TableError(f"table {name}: {' '.join(str(fault).split())}. Mend the stage {table.stage}.") from fault


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """An Arrow table as a DataFrame; whole numbers stay whole beside nulls."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pandas_type)
    return frame


def check(name: str, frame: pd.DataFrame) -> None:
    """Raise one TableError that names every breach of the contract of table `name`."""
    table = TABLES[name]
    faults: list[str] = []
    if list(frame.columns) != list(table.columns):
        faults.append(f"columns are {list(frame.columns)}, wanted {list(table.columns)}")
    else:
        for key, column in table.columns.items():
            faults += column_faults(key, column, frame[key])
        keys = frame[list(table.key)]
        if keys.duplicated().any():
            faults.append(f"{int(keys.duplicated().sum())} rows repeat the key {', '.join(table.key)}")
    if faults:
        remedy = f"Mend the stage {table.stage}, or delete the file and run make."
        raise TableError(faults_line(f"table {name}", faults, remedy))


def column_faults(key: str, column: Column, values: pd.Series) -> list[str]:
    """What is wrong with one column's values, in words."""
    faults = []
    present = values.dropna()
    if not column.nullable and len(present) < len(values):
        faults.append(f"{key} is null in {len(values) - len(present)} rows")
    if column.choices:
        other = sorted(set(present) - set(column.choices))
        if other:
            faults.append(f"{key} says {other[0]!r} (want {', '.join(column.choices)})")
    if column.low is not None and len(present) and present.min() < column.low - 1e-9:
        faults.append(f"{key} goes down to {present.min():g} (want at least {column.low:g})")
    if column.high is not None and len(present) and present.max() > column.high + 1e-9:
        faults.append(f"{key} goes up to {present.max():g} (want at most {column.high:g})")
    return faults
