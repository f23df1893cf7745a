"""Stamps: small files that change only when what a stage depends on changes, for Make to compare.

Make compares times; a checkout, a copy or an editor changes times without changing anything, and a removed file leaves
none. So the raw documents, and for each stage its code, settings, word lists, the locked libraries and its part of
corpus.toml, are hashed, and a stamp is rewritten when its hash is new. Standard library only: this runs on every make.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from pipeline.corpus import parse_corpus
from pipeline.errors import CorpusError
from pipeline.sources import walk_sources
from pipeline.stages import STAGES

HERE = Path(__file__).parent
LOCKS = (HERE.parent / "requirements.lock", HERE.parent / "models.lock")
# Modules of the house that no stage's process runs: a change in them rebuilds nothing.
ASIDE = ("__init__.py", "diff.py", "keep.py", "plots.py", "refit.py", "run.py", "stamps.py", "trace.py")


def main() -> int:
    """Bring the stamps in a folder up to date; exit status 1 after one line where they cannot be written."""
    asked = argparse.ArgumentParser(prog="python -m pipeline.stamps", description=__doc__)
    asked.add_argument("--raw", type=Path, required=True)
    asked.add_argument("--corpus", type=Path)
    asked.add_argument("--kept", type=Path, help="the file of kept themes, which need not be there")
    asked.add_argument("--into", type=Path, required=True)
    given = asked.parse_args()
    try:
        given.into.mkdir(parents=True, exist_ok=True)
        write_stamp(given.into / "raw", raw_hash(given.raw))
        write_stamp(given.into / "kept", file_hash(given.kept) if given.kept and given.kept.is_file() else "")
        for stage in STAGES:
            write_stamp(given.into / stage, stage_hash(stage, given.corpus))
    except OSError as fault:
        print(
            f"themeline: {fault.filename}: {fault.strerror}. Give another folder with MADE=DIR, or mend it.",
            file=sys.stderr,
        )
        return 1
    return 0


def raw_hash(raw: Path) -> str:
    """Hash of the documents' paths and bytes."""
    sources = sorted(walk_sources(raw), key=lambda source: source.name) if raw.is_dir() else []
    parts = [str(raw)] if not sources else []
    parts += [f"{source.name}\0{source.fault or file_hash(source.path)}" for source in sources]
    return hash_of(parts)


def file_hash(path: Path) -> str:
    """Hash of a file's bytes; a file that may not be opened is as one word, and `read` will reject it."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def stage_hash(stage: str, corpus_file: Path | None) -> str:
    """Hash of all that makes a stage what it is."""
    room = [path for path in (HERE / stage).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    house = [path for path in HERE.glob("*.py") if path.name not in ASIDE]
    files = sorted([*room, *house, *(HERE / "tables").glob("*.py"), *LOCKS])
    parts = [f"{path.relative_to(HERE.parent)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return hash_of([*parts, corpus_part(stage, corpus_file)])


def corpus_part(stage: str, corpus_file: Path | None) -> str:
    """What corpus.toml tells the stage; the whole text of a file with faults, which the stage will name."""
    if corpus_file is None:
        return ""
    try:
        text = corpus_file.read_text(encoding="utf-8", errors="replace")
        return repr(parse_corpus(text, where=str(corpus_file)).for_stage(stage))
    except CorpusError:
        return text
    except OSError as fault:
        return str(fault)


def hash_of(parts: Iterable[str]) -> str:
    """One hash of several texts."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def write_stamp(path: Path, value: str) -> None:
    """Rewrite the stamp where its value is new."""
    if not path.is_file() or path.read_text(encoding="ascii") != value:
        path.write_text(value, encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
