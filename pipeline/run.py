"""The tables of a finished run, to explore in Python: `from pipeline import load_run`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.errors import CorpusError
from pipeline.files import read_table
from pipeline.plots import Plots
from pipeline.tables import TABLES
from pipeline.trace import trace_row

HERE = Path(__file__).parent.parent
MADE, RAW = HERE / "data" / "processed", HERE / "data" / "raw"
WHOLE_THEME = ["theme_id", "year"]


@dataclass(frozen=True)
class Run(Plots):
    """A run: its tables, `run.articles`, `run.prevalence` ... as DataFrames (docs/tables.md), and its charts.

    `corpus` is what corpus.toml says: titles, periods and how people may be shown.
    """

    made: Path
    corpus: Corpus = field(default_factory=Corpus)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """The table called `name`, read once."""
        if name not in TABLES:
            raise AttributeError(f"no table or method is called {name!r} (tables: {', '.join(TABLES)})")
        table = read_table(self.made / f"{name}.parquet")
        object.__setattr__(self, name, table)
        return table

    @cached_property
    def labels(self) -> dict[str, str]:
        """Each theme's label by theme_id."""
        return dict(zip(self.themes["theme_id"], self.themes["label"], strict=True))

    def theme_id(self, theme: str) -> str:
        """The id of a theme given by its id, its label, or a word of its label that no other label has."""
        if theme in self.labels:
            return theme
        same = [key for key, label in self.labels.items() if label.casefold() == theme.casefold()]
        near = same or [key for key, label in self.labels.items() if theme.casefold() in label.casefold()]
        if len(near) != 1:
            raise CorpusError(
                f"theme {theme!r} fits {len(near)} labels; the labels are {', '.join(self.labels.values())}."
            )
        return near[0]

    def trend(self, theme: str) -> pd.DataFrame:
        """A theme's share by year with both intervals; years without articles are absent."""
        whole = self.prevalence[self.prevalence["topic_id"].isna()]
        rows = whole[whole["theme_id"] == self.theme_id(theme)]
        return rows.drop(columns=["topic_id"]).set_index(WHOLE_THEME)

    def articles_about(self, theme: str, year: int | None = None, *, most: int = 20) -> pd.DataFrame:
        """The articles with the largest share of a theme, in one year or in all: title, date, share, article_id."""
        topics = self.topics.loc[self.topics["theme_id"] == self.theme_id(theme), "topic_id"]
        shares = self.article_topics[self.article_topics["topic_id"].isin(topics)]
        share = shares.groupby("article_id")["share"].sum().rename("share").reset_index()
        found = self.articles.merge(share, on="article_id")
        if year is not None:
            found = found[found["year"] == year]
        columns = ["title", "date", "share", "source", "article_id"]
        return (
            found.sort_values(["share", "article_id"], ascending=[False, True])[columns]
            .head(most)
            .reset_index(drop=True)
        )

    def kwic(self, word: str, *, width: int = 60, most: int = 50) -> pd.DataFrame:
        """Key word in context: each place of `word` (whole words, any case) with `width` characters on each side."""
        pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
        articles = self.articles
        rows = [
            (text[max(0, hit.start() - width) : hit.start()], hit[0], text[hit.end() : hit.end() + width], year, row_id)
            for text, year, row_id in zip(
                map(str, articles["text"]), articles["year"], articles["article_id"], strict=True
            )
            for hit in pattern.finditer(text)
        ]
        lines = pd.DataFrame(rows[:most], columns=["before", "word", "after", "year", "article_id"])
        flat = {side: lines[side].str.replace(r"\s+", " ", regex=True) for side in ("before", "after")}
        return lines.assign(**flat)

    def trace(self, row_id: str, *, raw: Path | str = "") -> str:
        """Where an article or a mention stands in its raw file, and how it was dated."""
        return "\n".join(trace_row(row_id, raw=Path(raw), made=self.made))

    def refit(
        self,
        into: Path | str,
        *,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        period: tuple[int, int] | None = None,
        seeds: Mapping[str, Sequence[str]] | None = None,
    ) -> Run:
        """The same articles under other settings, in other years or with seed words, as a run in the folder `into`.

        Such as run.refit("data/thirty", settings={"topics": {"n_topics": 30}}, period=(2016, 2021),
        seeds={"Ferries": ["ferry", "crossing"]}); compare it with run.compare(other).
        """
        from pipeline.refit import refit

        told = refit(self.made, self.corpus, into=Path(into), settings=settings, period=period, seeds=seeds)
        return Run(Path(into), told)

    def compare(self, other: Run) -> pd.DataFrame:
        """For each theme the closest one of another run of the same articles, by the correlation of their shares."""
        from pipeline.refit import compare

        names = ("articles", "topics", "themes", "article_topics")
        return compare({name: self.table(name) for name in names}, {name: other.table(name) for name in names})

    def _repr_html_(self) -> str:
        """What the run holds, as a notebook shows it."""
        rows = []
        for name, table in TABLES.items():
            if (self.made / f"{name}.parquet").is_file():
                cells = (f"<code>run.{name}</code>", f"{len(getattr(self, name)):,}", table.meaning)
                rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        return f"<table><tr><th>table</th><th>rows</th><th>what it holds</th></tr>{''.join(rows)}</table>"


def load_run(made: Path | str = MADE, *, corpus: Path | str | None = None) -> Run:
    """The run whose tables stand in the folder `made`; a CorpusError where `make all` has not been there.

    `corpus` is the corpus.toml that described its documents; that of `make all` where neither is named.
    """
    folder = Path(made)
    if not (folder / "articles.parquet").is_file():
        raise CorpusError(f"{folder}: no tables of a run. Run make all first, or name the folder: load_run('DIR').")
    from pipeline.runner import load_corpus

    known = Path(corpus) if corpus else usual_corpus() if folder.resolve() == MADE.resolve() else None
    return Run(folder, load_corpus(known))


def usual_corpus() -> Path | None:
    """The corpus.toml that `make all` takes: beside the documents in data/raw, or that of the demonstration."""
    aside = {"README.md", "corpus.toml"}
    has_documents = any(
        path.is_file() and not path.name.startswith(".") and str(path.relative_to(RAW)) not in aside
        for path in RAW.rglob("*")
    )
    known = (RAW if has_documents else HERE / "data" / "demo") / "corpus.toml"
    return known if known.is_file() else None
