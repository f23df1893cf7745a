"""The only place that opens and writes tables, charts and pages (raw documents: sources.py)."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from pipeline.checks import arrange, check, to_arrow, to_pandas
from pipeline.errors import TableError, one_line
from pipeline.tables import REJECT_COLUMNS, TABLES
from pipeline.wording import safe_cell

LIBRARIES = ("gensim", "numpy", "pandas", "pyarrow", "scikit-learn", "scipy", "spacy", "tomotopy")


@dataclass(frozen=True)
class Figure:
    """One chart as it was drawn: the picture, and what was said of it."""

    name: str
    svg: bytes
    png: bytes
    facts: Mapping[str, Any]


def read_table(path: Path) -> pd.DataFrame:
    """The table in a Parquet file, whose stem is the table's name; checked against its contract."""
    name = path.stem
    if name not in TABLES:
        raise TableError(f"{path}: no table is called {name!r} (want {', '.join(TABLES)}).")
    try:
        frame = to_pandas(pq.read_table(path))
    except (OSError, ValueError) as fault:
        raise TableError(f"{path}: cannot be read ({one_line(str(fault))}). Delete it, then make.") from fault
    check(name, frame)
    return frame


def write_table(name: str, frame: pd.DataFrame, folder: Path, *, note: Mapping[str, Any]) -> None:
    """Write a table whole or not at all, with `note` (stage, settings) and the libraries' versions in its metadata."""
    arranged = arrange(name, frame)
    check(name, arranged)
    facts = {**note, "libraries": {library: version(library) for library in LIBRARIES}}
    table = to_arrow(name, arranged)
    table = table.replace_schema_metadata({"themeline": json.dumps(facts, sort_keys=True, default=str)})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    write_whole(folder / f"{name}.parquet", buffer.getvalue())


def write_rejects(stage: str, rejects: pd.DataFrame, folder: Path) -> None:
    """Write rejects/<stage>.csv; text that a spreadsheet would take for a formula is made plain."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(REJECT_COLUMNS)
    for row in rejects.sort_values(["row_id", "reason"], kind="stable").to_dict("records"):
        writer.writerow([stage, safe_cell(row["row_id"]), row["reason"], safe_cell(str(row["text"])[:200])])
    write_whole(folder / "rejects" / f"{stage}.csv", lines.getvalue().encode("utf-8", "surrogatepass"))


def read_rejects(folder: Path) -> pd.DataFrame:
    """The rejects of all stages in a folder of <stage>.csv files; no rows where there are none."""
    parts = [pd.read_csv(path, dtype=str, keep_default_na=False) for path in sorted(folder.glob("*.csv"))]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(REJECT_COLUMNS), dtype=str)


def read_figures(folder: Path) -> dict[str, Figure]:
    """The figures in a folder by name."""
    figures = {}
    for path in sorted(folder.glob("*.json")):
        facts = json.loads(path.read_text(encoding="utf-8"))
        svg, png = path.with_suffix(".svg").read_bytes(), path.with_suffix(".png").read_bytes()
        figures[path.stem] = Figure(path.stem, svg, png, facts)
    return figures


def write_files(made: Mapping[str, bytes], folder: Path) -> None:
    """Write files by their path below `folder`, each whole or not at all; the last one is written last.

    A folder below `folder` that is written to keeps only what is written now: pages of an earlier, longer report go.
    """
    kept: dict[Path, set[str]] = {}
    for name in made:
        path = folder / name
        if path.parent != folder:
            kept.setdefault(path.parent, set()).add(path.name)
    for inner, names in kept.items():
        for old in inner.glob("*") if inner.is_dir() else ():
            if old.is_file() and old.name not in names:
                old.unlink()
    for name, content in made.items():
        write_whole(folder / name, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` under a temporary name, then rename: nobody ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_bytes(content)
        half.replace(path)
    except OSError as fault:
        half.unlink(missing_ok=True)
        free = shutil.disk_usage(path.parent).free
        reason = fault.strerror or "it failed"
        raise TableError(
            f"{path}: cannot be written ({reason}; {free // 2**20} MiB free). Make room, then make; nothing is lost."
        ) from fault
