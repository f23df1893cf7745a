"""Mean and range of each figure over the seeds of the demonstration corpus, as a table beside the single run."""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.demo.measures import Figures

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
RANGES = HERE / "seeds.csv"
PAGE = HERE.parents[1] / "docs" / "validation.md"
COLUMNS = ("room", "what", "mean", "least", "most", "seeds", "within")
SECTION = "\n## Over {seeds} seeds\n\n"
WORDS = """Made by `python -m tests.demo.seeds`: the corpus written anew with other seeds, each run held against its own
truth.

| room | what | mean | least | most | held to | seeds that hold it |
|---|---|---|---|---|---|---|
"""


def write_ranges(found: Sequence[Mapping[str, Figures]], file: Path | None) -> list[tuple[object, ...]]:
    """The rows of the table, written into a file where one is given."""
    rows: list[tuple[object, ...]] = [COLUMNS]
    for room, figures in found[0].items():
        for name in figures:
            known = [each.get(room, {}).get(name, math.nan) for each in found]
            values = [value for value in known if not math.isnan(value)]
            if values:
                within = sum(is_within(room, name, value) for value in values)
                told = (f"{value:.3f}" for value in (sum(values) / len(values), min(values), max(values)))
                rows.append((room, name, *told, len(values), within))
    if file:
        with file.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows(rows)
    return rows


def is_within(room: str, name: str, value: float) -> bool:
    """Whether a figure keeps to its floor and ceiling, if it has any."""
    least, most = (FLOORS[kind].get(room, {}).get(name) for kind in ("least", "most"))
    return (least is None or value >= least) and (most is None or value <= most)


def held_to(room: str, name: str) -> str:
    """The figure's bounds in words, empty where it has none."""
    least, most = (FLOORS[kind].get(room, {}).get(name) for kind in ("least", "most"))
    words = [f"at least {least:g}"] if least is not None else []
    return " and ".join([*words, *([f"at most {most:g}"] if most is not None else [])])


def as_section(file: Path) -> str:
    """The section of the page on the seeds; empty where they were not measured yet."""
    if not file.is_file():
        return ""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    told = []
    for row in rows:
        bound = held_to(row["room"], row["what"])
        within = f"{row['within']} of {row['seeds']}" if bound else ""
        cells = (row["room"], row["what"], row["mean"], row["least"], row["most"], bound, within)
        told.append(f"| {' | '.join(cells)} |")
    return SECTION.format(seeds=max(row["seeds"] for row in rows)) + WORDS + "\n".join(told) + "\n"


def add_section(page: Path, section: str) -> None:
    """Put the section at the end of the page, in place of an older one."""
    single = page.read_text(encoding="utf-8").split(SECTION.split("{", maxsplit=1)[0])[0]
    page.write_text(single + section, encoding="utf-8")
