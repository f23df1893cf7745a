"""python -m tests.topics.grow MADE [--articles 200 2000 20000]: what topics and prevalence cost as a corpus grows.

Corpora are simulated with the lengths, years, sources and words of the run whose tables stand in MADE, of twenty themes
(pipeline/certify). Prints wall and processor seconds, the largest process and all processes together at their peak
(MiB) for each size and stage, and the seconds and bytes of a further article between two sizes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipeline.certify.__main__ import READ, SEED
from pipeline.certify.generators import simulate
from pipeline.certify.shape import Shape, read_shape
from pipeline.certify.sharpness import match_sharpness
from pipeline.certify.written import write_tables
from pipeline.files import read_table, write_table
from pipeline.stages import find_stage
from pipeline.wiring import tables_wanted
from tests.bench import Cost, measure

N_THEMES = 20
STAGES = ("topics", "prevalence")


def write_corpus(shape: Shape, sharpness: float, into: Path) -> int:
    """Write the tables that topics and prevalence want, and tell the number of words."""
    planted, _ = simulate("lda", shape, number=0, n_themes=N_THEMES, sharpness=sharpness, seed=SEED)
    for name, frame in write_tables(planted, shape).items():
        write_table(name, frame, into, note={"stage": "grow"})
    return int(shape.words.sum())


def measure_size(shape: Shape, sharpness: float, folder: Path) -> dict[str, Cost]:
    """The cost of each stage."""
    words = write_corpus(shape, sharpness, folder)
    costs = {}
    for stage in STAGES:
        tables = [str(folder / f"{name}.parquet") for name in tables_wanted(find_stage(stage))]
        kept = [str(folder / "kept-themes.csv")] if stage == "topics" else []
        command = [sys.executable, "-m", "pipeline", stage, *tables, *kept, "--into", str(folder)]
        costs[stage] = measure(command)
        cost = costs[stage]
        print(
            f"{len(shape.words):>9,}{words:>12,}  {stage:<11}{cost.wall:>9.1f}{cost.cpu:>9.1f}{cost.largest:>9.0f}"
            f"{cost.together:>9.0f}",
            flush=True,
        )
    return costs


def growth(sizes: Sequence[int], costs: Sequence[dict[str, Cost]]) -> list[str]:
    """A line for each step: what a further article costs in processor seconds and in memory."""
    lines = []
    for (small, large), (one, other) in zip(pairwise(sizes), pairwise(costs), strict=True):
        for stage in STAGES:
            seconds = (other[stage].cpu - one[stage].cpu) / (large - small)
            kilobytes = (other[stage].together - one[stage].together) * 1024 / (large - small)
            lines.append(
                f"{stage}, an article more from {small:,} to {large:,}: {1000 * seconds:.1f} ms, {kilobytes:.0f} KiB"
            )
    return lines


def main() -> int:
    """Print the table, then the growth."""
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}  # as in the Makefile
    asked = argparse.ArgumentParser(prog="python -m tests.topics.grow", description=__doc__)
    asked.add_argument("made", type=Path)
    asked.add_argument("--articles", type=int, nargs="+", default=[200, 2000, 20000])
    given = asked.parse_args()
    shape = read_shape({name: read_table(given.made / f"{name}.parquet") for name in READ})
    sharpness = match_sharpness(shape, n_themes=N_THEMES, seed=SEED)
    print(f"{'articles':>9}{'words':>12}  {'stage':<11}{'wall s':>9}{'cpu s':>9}{'largest':>9}{'together':>9}")
    found = []
    for n_articles in given.articles:
        with tempfile.TemporaryDirectory() as folder:
            drawn = np.random.default_rng([SEED, n_articles]).choice(len(shape.words), n_articles)
            found.append(measure_size(shape.take(drawn), sharpness, Path(folder)))
    print("\n".join(growth(given.articles, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
