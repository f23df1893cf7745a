"""Read, segment and date in one go, without the shell around them: what the checks on real input measure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.checks import arrange
from pipeline.corpus import Corpus
from pipeline.date.stage import date
from pipeline.read.stage import read
from pipeline.runner import load_corpus
from pipeline.segment.stage import segment
from pipeline.settings import load_config
from pipeline.sources import find_sources


@dataclass(frozen=True)
class Found:
    """What read and segment make of a folder, with their rejects."""

    documents: pd.DataFrame
    segments: pd.DataFrame
    unread: pd.DataFrame
    dropped: pd.DataFrame

    @property
    def texts(self) -> dict[str, str]:
        """Each document's text by its path."""
        return dict(zip(self.documents["source"], self.documents["text"], strict=True))


def segmented(folder: Path, *, corpus: Corpus | None = None, only: str = "") -> Found:
    """The articles of a folder; of files whose names end in `only`."""
    sources = [source for source in find_sources(folder) if source.name.endswith(only)]
    made = read(sources, corpus=(corpus or Corpus()).for_stage("read"), config=load_config("read", {}))
    documents = arrange("documents", made["documents"])
    cut = segment(documents, config=load_config("segment", {}))
    return Found(documents, arrange("segments", cut["segments"]), made["rejects"], cut["rejects"])


def dated(segments: pd.DataFrame, *, corpus: Corpus | None = None) -> pd.DataFrame:
    """The table articles for segments in reading order."""
    given = (corpus or Corpus()).for_stage("date")
    articles: pd.DataFrame = date(segments, corpus=given, config=load_config("date", {}))["articles"]
    return articles


def corpus_of(file: Path) -> Corpus:
    """The corpus that a corpus.toml describes."""
    return load_corpus(file)
