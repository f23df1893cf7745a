"""The documents of a raw folder: which files they are. Needs the standard library only, so that make stays quick."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CorpusError

# Files at the top of a raw folder that describe it and are no documents.
NOT_DOCUMENTS = ("README.md", "README.txt", "corpus.toml")


@dataclass(frozen=True)
class Source:
    """One raw file: its path below the raw folder (`/` between folders), and its bytes when asked for."""

    name: str
    path: Path

    def n_bytes(self) -> int:
        """Size of the file."""
        return self.path.stat().st_size

    def load(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()


def find_sources(raw: Path) -> list[Source]:
    """The documents below `raw`, sorted by path: regular files, not hidden, that do not lead out of the folder."""
    if not raw.is_dir():
        raise CorpusError(f"{raw}: no such folder. Give the folder of your documents: make all RAW=DIR.")
    sources = sorted(walk_sources(raw), key=lambda source: source.name)
    if not sources:
        raise CorpusError(f"{raw}: no documents in this folder. Put your documents there, then make all.")
    return sources


def walk_sources(raw: Path) -> Iterator[Source]:
    """Each document below `raw`, in no order."""
    for folder, folders, names in os.walk(raw):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(folder) / name
            below = path.relative_to(raw).as_posix()
            if name.startswith(".") or below in NOT_DOCUMENTS or not path.is_file():
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(raw.resolve()):
                continue
            yield Source(below, path)
