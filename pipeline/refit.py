"""The same articles under other settings, years or seed words, and what two runs of them make of themes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pipeline.charts.parts import theme_parts
from pipeline.corpus import Corpus, ThemeLabel
from pipeline.errors import CorpusError
from pipeline.files import read_table, write_table
from pipeline.rows import records
from pipeline.runner import write_made
from pipeline.settings import load_config
from pipeline.stages import find_stage
from pipeline.wiring import tables_wanted

AGAIN = ("topics", "prevalence")
OF_ARTICLES = ("articles", "article_years", "tokens", "mentions")
COMPARED = ["theme", "share", "closest", "share_there", "correlation"]


def refit(
    made: Path,
    corpus: Corpus,
    *,
    into: Path,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    period: tuple[int, int] | None = None,
    seeds: Mapping[str, Sequence[str]] | None = None,
) -> Corpus:
    """What is known of the corpus that was fitted again; its tables stand in `into`, which may not be `made`.

    `settings` by room as in corpus.toml, such as {"topics": {"n_topics": 30}}; `period` keeps the articles whose best
    day is within its years; `seeds` are terms by the label that their theme shall have.
    """
    if into.resolve() == made.resolve():
        raise CorpusError(f"{into}: holds the run that is to be compared. Name another folder.")
    rooms = {*corpus.settings, *(settings or {})}
    merged = {room: {**corpus.settings.get(room, {}), **(settings or {}).get(room, {})} for room in rooms}
    if "n_topics" in (settings or {}).get("topics", {}):
        merged["topics"] = {"finds_n_topics": False, **merged["topics"]}  # the number asked for, whatever it foretells
    labels = tuple(ThemeLabel(label, tuple(terms)) for label, terms in (seeds or {}).items())
    told = replace(corpus, settings=merged, period=period or corpus.period, themes=labels or corpus.themes)
    into.mkdir(parents=True, exist_ok=True)
    for path in sorted(made.glob("*.parquet")):
        shutil.copyfile(path, into / path.name)
    tables = {name: read_table(into / f"{name}.parquet") for name in OF_ARTICLES}
    if period:
        within = tables["articles"]["year"].between(*period).fillna(value=False)
        kept = set(tables["articles"].loc[within, "article_id"])
        tables = {name: table[table["article_id"].isin(kept)] for name, table in tables.items()}
        for name, table in tables.items():
            write_table(name, table, into, note={"stage": "refit", "settings": {"period": period}})
    for stage in AGAIN:
        config = load_config(stage, told.settings.get(stage, {}))
        given = {name: read_table(into / f"{name}.parquet") for name in tables_wanted(find_stage(stage))}
        result = dict(find_stage(stage)(**given, corpus=told.for_stage(stage), config=config))
        result.pop("notices", None)
        write_made(stage, result, into, settings=config)
    return told


def compare(one: Mapping[str, pd.DataFrame], other: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """For each theme of `one` the theme of `other` whose shares of the common articles correlate most with its own.

    Columns: theme, share, closest (null where nothing correlates), share_there, correlation. Both hold the tables
    articles, topics, themes and article_topics.
    """
    here, there = (theme_parts(run["article_topics"], run["topics"], run["articles"]) for run in (one, other))
    common = here.index.intersection(there.index)
    labels = dict(zip(other["themes"]["theme_id"], other["themes"]["label"], strict=True))
    there_share = other["themes"].set_index("theme_id")["share"]
    rows = []
    for row in records(one["themes"].sort_values(["share", "theme_id"], ascending=[False, True])):
        known = row["theme_id"] in here.columns
        own = here.loc[common, row["theme_id"]] if known else pd.Series(0.0, index=common)
        found = {theme: correlation(own, there.loc[common, theme]) for theme in there.columns}
        best = max(found, key=lambda theme: (found[theme], theme), default=None)
        if best is None or found[best] <= 0:
            rows.append((row["label"], row["share"], None, np.nan, np.nan))
        else:
            rows.append((row["label"], row["share"], labels[best], there_share[best], found[best]))
    return pd.DataFrame(rows, columns=COMPARED)


def correlation(one: pd.Series, other: pd.Series) -> float:
    """Pearson's correlation; 0 where either does not vary."""
    if len(one) < 2 or one.std() < 1e-12 or other.std() < 1e-12:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
