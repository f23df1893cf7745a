"""python -m tests.demo.seeds [--seeds 20] [--jobs 1]: are the figures of the demonstration corpus luck?

Makes the corpus anew with seeds 1, 2, 3 ..., runs every room whose tables are measured, holds each run against its own
truth as `make validate` does, and writes mean and range of each figure into seeds.csv here and docs/validation.md.
It may be stopped and taken up again: what was measured stands in .cache/seeds, by seed and by a hash of all code,
settings and patterns; after a change only the rooms that it touches run again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.stages import STAGES
from pipeline.stamps import stage_hash
from tests.conftest import HERE, make
from tests.demo.make_demo import make_demo
from tests.demo.measures import Figures
from tests.demo.ranges import PAGE, RANGES, add_section, as_section, write_ranges
from tests.demo.validate import measure

CACHE = HERE / ".cache/seeds"
# Charts and report add no table.
MEASURED = STAGES[: STAGES.index("prevalence") + 1]
ByRoom = dict[str, Figures]


def code_hash(corpus: Path) -> str:
    """Hash of what a run's figures depend on: the stages with their settings, the generator and the yardstick."""
    parts = [stage_hash(stage, corpus) for stage in MEASURED]
    files = sorted(path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".txt"))
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if not path.name.startswith("test_")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def measure_seed(seed: int, cache: Path) -> ByRoom:
    """All figures of one seed, measured now or before."""
    folder = cache / str(seed)
    write_corpus(seed, folder)
    known = folder / f"figures-{code_hash(folder / 'corpus.toml')}.json"
    if not known.is_file():
        options = [f"RAW={folder}/documents", f"CORPUS={folder}/corpus.toml", f"MADE={folder}/made"]
        ran = make("prevalence", *options, f"OUT={folder}/out")
        if ran.returncode:
            raise RuntimeError(f"seed {seed}: {ran.stderr.strip()}")
        figures = measure(folder / "made", folder / "truth")
        known.with_suffix(".new").write_text(json.dumps(figures, indent=1, default=float), encoding="utf-8")
        known.with_suffix(".new").rename(known)
    found: ByRoom = json.loads(known.read_text(encoding="utf-8"))
    return found


def write_corpus(seed: int, folder: Path) -> None:
    """Write the corpus of a seed, where it is not there as it should be."""
    for name, content in make_demo(seed).items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def measure_seeds(seeds: Iterable[int], cache: Path, *, jobs: int) -> list[ByRoom]:
    """The figures of each seed, in order; told as they come."""

    def one(seed: int) -> ByRoom:
        figures = measure_seed(seed, cache)
        print(f"seed {seed}: measured", file=sys.stderr, flush=True)
        return figures

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(one, seeds))


def main() -> int:
    """Measure, print the table, and write it."""
    asked = argparse.ArgumentParser(prog="python -m tests.demo.seeds", description=__doc__)
    asked.add_argument("--seeds", type=int, default=20)
    asked.add_argument("--jobs", type=int, default=1, choices=(1, 2), help="runs at a time")
    asked.add_argument("--no-page", action="store_true", help="print only")
    given = asked.parse_args()
    found = measure_seeds(range(1, given.seeds + 1), CACHE, jobs=given.jobs)
    if not given.no_page:
        write_ranges(found, RANGES)
        add_section(PAGE, as_section(RANGES))
        print(as_section(RANGES))
        return 0
    print("\n".join(",".join(map(str, row)) for row in write_ranges(found, None)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
