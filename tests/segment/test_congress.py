"""Splitting held against a public corpus that the rules were not written for (../shared/corpora/congress)."""

import csv
from pathlib import Path

import pytest

from pipeline.corpus import Corpus
from pipeline.read.stage import read
from pipeline.segment.stage import segment
from pipeline.settings import load_config
from pipeline.sources import find_sources

FOLDER = Path(__file__).parents[3] / "shared" / "corpora" / "congress"
# Issue 3, acceptance 2: start lines exact.
MIN_BOUNDARY_F1 = 0.95
MIN_TITLED = 0.99


@pytest.mark.corpus
@pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared corpora do not stand beside the project")
def test_releases_of_congress_are_split_at_their_headlines():
    sources = [source for source in find_sources(FOLDER) if source.name.endswith(".txt")]
    documents = read(sources, corpus=Corpus(), config=load_config("read", {}))["documents"]
    found = segment(documents, config=load_config("segment", {}))["segments"]
    texts = dict(zip(documents["source"], documents["text"], strict=True))
    titles = {
        (row.source, texts[row.source][: row.start].count("\n") + 1): " ".join(row.title.split())
        for row in found.itertuples()
    }
    with (FOLDER / "gold.csv").open(encoding="utf-8", newline="") as lines:
        gold = {
            (row["source"], int(row["start_line"])): " ".join(row["title"].split()) for row in csv.DictReader(lines)
        }
    hits = titles.keys() & gold.keys()
    assert 2 * len(hits) / (len(titles) + len(gold)) >= MIN_BOUNDARY_F1
    assert sum(titles[place] == gold[place] for place in hits) >= MIN_TITLED * len(hits)
