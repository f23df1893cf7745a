"""python -m tests.quality.grow [--times 1 10 30 100] [--raw DIR]: what read, segment and date cost as a corpus grows.

The text files of a corpus (the shared one where it stands beside the project, else the demonstration corpus) are put
down n times, each copy with other long words, so that no copy repeats another. Prints words a second of processor time,
processor seconds and the largest process of each stage, and how much more a word costs in the largest corpus than in
the second one: 1.00 is linear growth (the first is mostly start-up). Issue 3, acceptance 7.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

import pandas as pd

from tests.bench import Cost, measure
from tests.conftest import HERE

SHARED = HERE.parent / "shared/corpus"
STAGES = ("read", "segment", "date")
# Months, names and what begins a headline are capitalized, and most small words that tell tenses are short.
LONG_WORD = re.compile(r"\b[a-z]{7,}\b")


def write_copies(raw: Path, into: Path, *, n: int) -> None:
    """Put the text files of `raw` into a folder n times; the first copy as it is."""
    into.mkdir(parents=True)
    for source in sorted(raw.glob("*.txt")):
        text = source.read_bytes().decode("utf-8")
        for number in range(n):
            (into / f"{number:03d}-{source.name}").write_bytes(other_words(text, number).encode("utf-8"))


def other_words(text: str, number: int) -> str:
    """The text with an ending of its own on each long word in small letters; copy 0 is the text itself."""
    ending = "".join("abcdefghij"[int(digit)] for digit in str(number)) if number else ""
    return LONG_WORD.sub(lambda word: word[0] + ending, text)


def measure_size(raw: Path, corpus: Path | None, *, n: int) -> tuple[int, dict[str, Cost]]:
    """Words of the articles found, and the cost of each stage, for n copies of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        write_copies(raw, Path(folder) / "raw", n=n)
        options = [f"RAW={folder}/raw", f"CORPUS={corpus or ''}", f"MADE={folder}/made", f"OUT={folder}/out"]
        costs = {stage: measure(["make", stage, *options]) for stage in STAGES}
        words = pd.read_parquet(Path(folder) / "made/segments.parquet", columns=["n_words"])["n_words"].sum()
    return int(words), costs


def together(costs: dict[str, Cost]) -> Cost:
    """The cost of the stages one after another."""
    parts = costs.values()
    return Cost(
        sum(part.wall for part in parts),
        sum(part.cpu for part in parts),
        max(part.largest for part in parts),
        max(part.together for part in parts),
    )


def print_size(n: int, words: int, costs: dict[str, Cost]) -> None:
    """A line a stage, and one for all."""
    for name, cost in {**costs, "all": together(costs)}.items():
        rate = words / cost.cpu
        print(f"{n:>6}{words:>12,}  {name:<9}{rate:>14,.0f}{cost.cpu:>10.1f}{cost.largest:>9.0f}", flush=True)


def main() -> int:
    """Print the table, then the growth."""
    asked = argparse.ArgumentParser(prog="python -m tests.quality.grow", description=__doc__)
    asked.add_argument("--times", type=int, nargs="+", default=[1, 10, 30, 100])
    asked.add_argument("--raw", type=Path, default=SHARED if SHARED.is_dir() else HERE / "data/demo/documents")
    given = asked.parse_args()
    corpus = HERE / "data/raw/corpus.toml" if given.raw == SHARED else None
    print(f"{'times':>6}{'words':>12}  {'stage':<9}{'words / cpu s':>14}{'cpu s':>10}{'MiB':>9}")
    a_word: list[dict[str, float]] = []
    for n in given.times:
        words, costs = measure_size(given.raw, corpus, n=n)
        print_size(n, words, costs)
        a_word.append({name: cost.cpu / words for name, cost in {**costs, "all": together(costs)}.items()})
    if len(given.times) > 2:
        ratios = ", ".join(f"{name} {a_word[-1][name] / a_word[1][name]:.2f}" for name in a_word[-1])
        print(f"a word at x{given.times[-1]} costs, of what it costs at x{given.times[1]}: {ratios}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
