"""Holds a run on the demonstration corpus against its truth: python -m tests.demo.validate MADE [--page FILE] [--json].

MADE is the folder of tables that `make all RAW=data/demo/documents CORPUS=data/demo/corpus.toml MADE=...` has written;
`make validate` does both and writes docs/validation.md. Tables that are not there yet are passed over.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pandas as pd

from tests.demo.measures import Figures, load_truth, match_articles, measure_dates, measure_mentions, measure_segments
from tests.demo.purposes import measure_purposes
from tests.demo.ranges import RANGES, as_section, held_to
from tests.demo.recovery import measure_findings, measure_prevalence, measure_themes, own_themes

TRUTH = Path(__file__).parents[2] / "data" / "demo" / "truth"
PAGE = """# Validation

Made by `make validate`: a run on the demonstration corpus, whose truth is known to the last character, held against
that truth. Floors stand in tests/demo/floors.toml and are tests. Figures of other corpora differ: invented names are
harder than real ones, and invented prose is more regular.

Other checks print their figures, each a command:

| command | what it measures |
|---|---|
| `python -m tests.demo.seeds` | all figures below over twenty demonstration corpora |
| `python -m tests.quality.hide` | coverage and width of date intervals where stated days are hidden |
| `python -m tests.quality.listings` | splitting and dating of each shared listing, with and without corpus.toml |
| `python -m tests.quality.hostile` | what comes of hostile input: reasons, seconds, memory |
| `python -m tests.quality.grow` | words a second and memory of read, segment and date as a corpus grows a hundredfold |
| `python -m tests.topics.grow MADE` | what topics and prevalence cost from 200 to 20,000 articles |
| `python -m tests.topics.repeat MADE` | whether independent sets of chains find the same topics and themes |
| `make certify` | themes and intervals on simulated corpora like the one at hand |
| `make bench` | seconds and memory of each stage |

"""


def load_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables in a folder by name."""
    return {path.stem: pd.read_parquet(path) for path in sorted(folder.glob("*.parquet"))}


def measure(made: Path, truth_folder: Path = TRUTH) -> dict[str, Figures]:
    """All figures that the tables at hand allow, by room."""
    tables, truth = load_tables(made), load_truth(truth_folder)
    segments = tables["segments"]
    matched = match_articles(truth.articles, segments)
    figures = {"segment": measure_segments(truth, segments, matched)}
    if "articles" in tables:
        figures["date"] = measure_dates(truth, tables["articles"], matched)
    if "mentions" in tables:
        figures["entities"] = measure_mentions(truth, tables["mentions"], matched)
    if "sums" in tables:
        figures["sums"] = measure_purposes(truth, tables["sums"], tables["mentions"])
    if "article_topics" in tables:
        figures["topics"] = measure_themes(truth, tables["article_topics"], tables["topics"], matched)
    if "prevalence" in tables:
        own = own_themes(truth, tables["article_topics"], tables["topics"], matched)
        figures["prevalence"] = measure_prevalence(truth, tables["prevalence"], own)
        figures["findings"] = measure_findings(truth, tables["findings"], own)
    return figures


def as_table(figures: dict[str, Figures]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| room | what | figure | held to |", "|---|---|---|---|"]
    for room, group in figures.items():
        for name, value in group.items():
            lines.append(f"| {room} | {name} | {value:.3f} | {held_to(room, name)} |")
    return "\n".join(lines)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("made", type=Path)
    parser.add_argument("--truth", type=Path, default=TRUTH)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--page", type=Path, help="write the table into this file too")
    options = parser.parse_args()
    figures = measure(options.made, options.truth)
    if options.page:
        options.page.write_text(PAGE + as_table(figures) + "\n" + as_section(RANGES), encoding="utf-8")
    print(json.dumps(figures, indent=1, default=float) if options.json else as_table(figures))


if __name__ == "__main__":
    main()
