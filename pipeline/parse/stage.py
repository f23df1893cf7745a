"""Parse: the words, sentences and candidate names of each article, in one spaCy pass."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pyarrow as pa

from pipeline.parse.config import Config
from pipeline.parse.units import Unit, cut_units
from pipeline.parse.words import Parsed
from pipeline.parse.workers import parse_units
from pipeline.progress import follow


def parse(articles: pd.DataFrame, *, config: Config) -> dict[str, pd.DataFrame]:
    """The tables `tokens` and `spans` of the articles' kept text; offsets are offsets in the document.

    The same bytes come back from one process and from several. Memory: one unit of text in each process at a time,
    besides the tables themselves. SettingError where the model is not there.
    """
    units = cut_units(articles, unit_chars=config.unit_chars, piece_chars=config.piece_chars)
    tokens, spans = [], []
    n_chars = sum(len(text) for text in articles["text"])
    parsed_units = parse_units(units, config=config)
    for unit, parsed in follow(parsed_units, "parse: characters", total=n_chars, size=lambda pair: pair[0].n_chars):
        tokens.append(token_rows(unit, parsed))
        spans.append(span_rows(unit, parsed))
    return {"tokens": joined(tokens, TOKEN_SCHEMA), "spans": joined(spans, SPAN_SCHEMA)}


TOKEN_SCHEMA = pa.schema(
    [
        ("article_id", pa.string()),
        ("position", pa.int64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("sentence", pa.int64()),
        ("lemma", pa.string()),
        ("pos", pa.string()),
    ]
)
SPAN_SCHEMA = pa.schema(
    [("article_id", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("label", pa.string())]
)


def token_rows(unit: Unit, parsed: Parsed) -> pa.Table:
    """The rows of `tokens` for one unit."""
    names = pa.array(unit.article_ids, pa.string())
    columns = [
        names.take(pa.array(parsed.token_article, pa.int64())),
        parsed.position,
        parsed.start,
        parsed.end,
        parsed.sentence,
        parsed.lemma,
        parsed.pos,
    ]
    return typed(columns, TOKEN_SCHEMA)


def span_rows(unit: Unit, parsed: Parsed) -> pa.Table:
    """The rows of `spans` for one unit."""
    names = pa.array(unit.article_ids, pa.string())
    columns = [names.take(pa.array(parsed.span_article, pa.int64())), parsed.span_start, parsed.span_end, parsed.label]
    return typed(columns, SPAN_SCHEMA)


def typed(columns: list[object], schema: pa.Schema) -> pa.Table:
    """Columns as an Arrow table; the types are stated, since an empty column tells none."""
    arrays = [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
    return pa.table(arrays, schema=schema)


def joined(parts: Iterable[pa.Table], schema: pa.Schema) -> pd.DataFrame:
    """All units' rows in one table; no rows where there are no units."""
    table = pa.concat_tables([schema.empty_table(), *parts])
    frame: pd.DataFrame = table.to_pandas(split_blocks=True, self_destruct=True)
    return frame
