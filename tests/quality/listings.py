"""python -m tests.quality.listings: how well each listing of the shared corpus is split and dated, by its annotation.

With corpus.toml and the national calendar that it names, and without either. Issue 3, acceptance 1.
"""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

import pandas as pd

from pipeline.corpus import Corpus
from tests.conftest import HERE
from tests.quality.rooms import corpus_of, dated, segmented

SHARED = HERE.parent / "shared"
CORPUS = HERE / "data/raw/corpus.toml"
FIGURES = (
    *("articles", "segmented", "titled", "furniture_leak", "dated", "year_right", "day_in_gold_bounds"),
    *("interval_meets_best", "median_interval_days", "mean_error_days"),
)


def load_scorer() -> Any:
    """The scorer that stands with the annotation."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold/score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{SHARED}/gold/score.py: no scorer. Put the shared corpus beside the project, then run again.")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def score_listings(segments: pd.DataFrame, corpus: Corpus) -> dict[str, dict[str, float]]:
    """The scorer's figures for each listing, and for all."""
    scorer = load_scorer()
    gold = scorer.read_csv(SHARED / "gold/articles_dev.csv")
    articles = dated(segments, corpus=corpus)
    found = {}
    for source in [*sorted({row["source"] for row in gold}), "all"]:
        rows = [row for row in gold if source in (row["source"], "all")]
        found[source] = scorer.score_articles(articles, rows)[0]
    return found


def main() -> int:
    """Print a table for each."""
    segments = segmented(SHARED / "corpus").segments
    for name, corpus in (("with corpus.toml", corpus_of(CORPUS)), ("without corpus.toml", Corpus())):
        figures = score_listings(segments, corpus)
        print(f"{name:<24}" + "".join(f"{source.removesuffix('.txt')[:12]:>14}" for source in figures))
        for figure in FIGURES:
            told = [f"{each[figure]:.3f}".removesuffix(".000") for each in figures.values()]
            print(f"{figure:<24}" + "".join(f"{value:>14}" for value in told))
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
