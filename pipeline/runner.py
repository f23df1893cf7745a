"""The one shell around every stage: read, check, call, check, write, and say what came of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.checks import empty
from pipeline.corpus import Corpus, parse_corpus
from pipeline.errors import CorpusError, one_line
from pipeline.files import read_figures, read_rejects, read_table, write_files, write_rejects, write_table
from pipeline.kept import find_kept
from pipeline.settings import load_config
from pipeline.sources import find_sources
from pipeline.stages import find_stage
from pipeline.wiring import OPTIONAL, require_made, require_tables, tables_wanted, wants


def run_stage(name: str, inputs: list[Path], *, into: Path, corpus_file: Path | None) -> None:
    """Run one stage on `inputs`, the files and folders that its Makefile rule names, and write what it makes `into`.

    Files ending in .parquet are tables, one ending in .csv holds kept themes; a folder named figures or rejects holds
    those; any other folder is the raw one.
    """
    began = time.monotonic()
    stage = find_stage(name)
    corpus = load_corpus(corpus_file)
    config = load_config(name, corpus.settings.get(name, {}))
    files = [path for path in inputs if path.suffix == ".parquet"]
    folders = {reserved_name(path): path for path in inputs if path.suffix != ".parquet"}
    require_tables(name, stage, [path.stem for path in files])
    given: dict[str, Any] = {table: empty(table) for table in tables_wanted(stage) if table in OPTIONAL}
    given |= {path.stem: read_table(path) for path in files}
    openers: dict[str, Callable[[Path], Any]] = {
        "sources": find_sources,
        "figures": read_figures,
        "rejects": read_rejects,
        "kept": find_kept,
    }
    given |= {key: openers[key](folder) for key, folder in folders.items() if key in wants(stage)}
    given |= {
        key: value for key, value in {"corpus": corpus.for_stage(name), "config": config}.items() if key in wants(stage)
    }
    made = dict(stage(**given))
    notices, summary = made.pop("notices", []), made.pop("summary", [])
    write_made(name, made, into, settings=config)
    say(name, given, made, time.monotonic() - began)
    for notice in notices:
        print(f"themeline: {name}: {one_line(notice)}", file=sys.stderr, flush=True)
    for line in summary:
        print(one_line(line), flush=True)


def reserved_name(folder: Path) -> str:
    """The parameter that a folder, or a file that is no table, is for."""
    if folder.suffix == ".csv":
        return "kept"
    return folder.name if folder.name in ("figures", "rejects") else "sources"


def load_corpus(path: Path | None) -> Corpus:
    """The corpus that a corpus.toml describes, or an empty one where there is no such file."""
    if path is None:
        return Corpus()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise CorpusError(
            f"{path}: cannot be read ({fault}). Give the file with CORPUS=FILE, or leave it out."
        ) from fault
    return parse_corpus(text, where=str(path))


def write_made(name: str, made: Mapping[str, Any], into: Path, *, settings: Any) -> None:
    """Write what a stage made: its rejects, its files, then its tables, which Make waits for."""
    rest = dict(made)
    rejects, files = rest.pop("rejects", None), rest.pop("files", None)
    require_made(name, rest)
    note = {"stage": name, "settings": readable(asdict(settings))}
    if rejects is not None:
        write_rejects(name, rejects, into)
    if files:
        write_files(files, into)
    for table in sorted(rest):
        write_table(table, rest[table], into, note=note)


def readable(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as JSON takes them; word lists by their length, since they stand in the room."""
    return {
        key: f"{len(value)} entries"
        if isinstance(value, frozenset) or (value and isinstance(value, tuple) and isinstance(value[0], dict))
        else value
        for key, value in settings.items()
    }


def say(name: str, given: Mapping[str, Any], made: Mapping[str, Any], seconds: float) -> None:
    """One line to the terminal: what came in and out, what was rejected, how long it took."""
    came = [f"{len(value):,} {key}" for key, value in given.items() if isinstance(value, pd.DataFrame | list)]
    out = [f"{len(value):,} {key}" for key, value in made.items()]
    print(f"{name:<10} {', '.join(came)} -> {', '.join(out)}  ({seconds:.1f} s)", file=sys.stderr, flush=True)
