"""Words a second of parse and entities against spaCy alone: python -m tests.entities.speed MADE [--corpus FILE].

MADE holds articles.parquet of a run. spaCy alone is `nlp.pipe` over the same paragraphs in batches of the same size,
with the same model and components (all but the parser), its results thrown away; with two processes it is spaCy's own
`n_process=2`. The model is loaded beforehand, so that no figure holds the loading. One round runs each once, in turn,
so that a busy machine slows all alike; printed are medians over rounds, wall and processor seconds (with children).
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import pandas as pd

from pipeline.corpus import Corpus, parse_corpus
from pipeline.entities.stage import entities
from pipeline.parse.config import Config
from pipeline.parse.stage import parse
from pipeline.parse.units import cut_units
from pipeline.parse.workers import model
from pipeline.settings import load_config

Seconds = tuple[float, float]


def clock(work: Callable[[], object]) -> tuple[Seconds, object]:
    """Wall and processor seconds of a piece of work, and its result."""

    def spent() -> float:
        return sum(
            use.ru_utime + use.ru_stime
            for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )

    before, began = spent(), time.perf_counter()
    result = work()
    return (time.perf_counter() - began, spent() - before), result


def read_alone(paragraphs: list[str], config: Config, n_process: int) -> int:
    """The number of words that spaCy alone finds."""
    pipe = model(config.model).pipe(paragraphs, batch_size=config.batch_size, n_process=n_process)
    return sum(len(doc) for doc in pipe)


def measure(articles: pd.DataFrame, corpus: Corpus, *, n_process: int, rounds: int) -> dict[str, Seconds]:
    """Median seconds of spaCy alone, parse and entities."""
    config = replace(load_config("parse", {}), n_process=n_process)
    paragraphs = [
        paragraph.text
        for unit in cut_units(articles, unit_chars=config.unit_chars, piece_chars=config.piece_chars)
        for paragraph in unit.paragraphs
    ]
    own = load_config("entities", dict(corpus.settings.get("entities", {})))
    seconds: dict[str, list[Seconds]] = {"spaCy alone": [], "parse": [], "entities": []}
    for _ in range(rounds):
        seconds["spaCy alone"].append(clock(lambda: read_alone(paragraphs, config, n_process))[0])
        spent, made = clock(lambda: parse(articles, config=config))
        seconds["parse"].append(spent)
        name = partial(entities, articles, made["tokens"], made["spans"], corpus=corpus, config=own)
        seconds["entities"].append(clock(name)[0])
    return {name: (median(s[0] for s in each), median(s[1] for s in each)) for name, each in seconds.items()}


def main() -> None:
    """Print the seconds and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("made", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    articles = pd.read_parquet(options.made / "articles.parquet")
    where = options.corpus
    corpus = parse_corpus(where.read_text(encoding="utf-8"), where=str(where)) if where else Corpus()
    loading = clock(lambda: model(load_config("parse", {}).model))[0]
    n_words = int(articles["n_words"].sum())
    print(f"{n_words:,} words; the model loads in {loading[0]:.1f} s wall, {loading[1]:.1f} s processor")
    for n_process in (1, 2):
        found = measure(articles, corpus, n_process=n_process, rounds=options.rounds)
        print(f"processes: {n_process}")
        both = (found["parse"][0] + found["entities"][0], found["parse"][1] + found["entities"][1])
        for name, (wall, cpu) in {**found, "parse + entities": both}.items():
            print(f"  {name:<20}{wall:>8.2f} s wall{cpu:>8.2f} s processor{n_words / wall:>10,.0f} words/s")
        alone = found["spaCy alone"]
        print(f"  ratio to spaCy alone: {both[0] / alone[0]:.2f} wall, {both[1] / alone[1]:.2f} processor")


if __name__ == "__main__":
    main()
