"""Time and memory of each stage as a whole process, from no tables: make bench RAW=DIR [CORPUS=FILE].

Prints, for each stage: wall and processor seconds, the largest process and all processes together at their peak (MiB,
resident, sampled 20 times a second). Seconds vary with the machine's load: compare stages, or two commits in one
sitting.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from pipeline.stages import STAGES

HERE = Path(__file__).parent.parent
PAUSE = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """What one stage cost."""

    wall: float
    cpu: float
    largest: float
    together: float


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--raw", required=True)
    asked.add_argument("--corpus", default="")
    given = asked.parse_args()
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        options = [f"RAW={given.raw}", f"CORPUS={given.corpus}", f"MADE={folder}/made", f"OUT={folder}/out"]
        print(f"{'stage':<12}{'wall s':>8}{'cpu s':>8}{'largest MiB':>13}{'together MiB':>14}")
        for stage in STAGES:
            costs[stage] = measure(["make", stage, *options])
            print_cost(stage, costs[stage])
        again = measure(["make", "all", *options])
    total = Cost(
        sum(c.wall for c in costs.values()),
        sum(c.cpu for c in costs.values()),
        max(c.largest for c in costs.values()),
        max(c.together for c in costs.values()),
    )
    print_cost("all", total)
    print_cost("make again", again)
    return 0


def measure(command: list[str]) -> Cost:
    """Cost of a command with all its descendants."""
    before, began = children_seconds(), time.monotonic()
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
        largest = together = 0.0
        root = psutil.Process(running.pid)
        while running.poll() is None:
            sizes = [size for process in [root, *descendants(root)] if (size := resident(process))]
            largest, together = max([largest, *sizes]), max(together, sum(sizes))
            time.sleep(PAUSE)
        faults = running.stderr.read() if running.stderr else ""
    if running.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{faults}")
    return Cost(time.monotonic() - began, children_seconds() - before, largest / 2**20, together / 2**20)


def descendants(root: psutil.Process) -> list[psutil.Process]:
    try:
        return root.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def resident(process: psutil.Process) -> int:
    try:
        return process.memory_info().rss
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return 0


def children_seconds() -> float:
    times = psutil.Process().cpu_times()
    return times.children_user + times.children_system


def print_cost(name: str, cost: Cost) -> None:
    print(f"{name:<12}{cost.wall:>8.1f}{cost.cpu:>8.1f}{cost.largest:>13.0f}{cost.together:>14.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
