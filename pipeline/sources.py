"""The documents of a raw folder: which files they are. Needs the standard library only, so that make stays quick."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CorpusError

# Files at the top of a raw folder that describe it and are no documents.
NOT_DOCUMENTS = ("README.md", "README.txt", "corpus.toml", "kept-themes.csv")


@dataclass(frozen=True)
class Source:
    """One raw file: its path below the raw folder (`/` between folders), and its bytes when asked for.

    fault: a short code for what must not be opened, empty for a document. "outside": a link that leads out of the raw
    folder; "linked_folder": a link to a folder within it; "no_file": a broken link, a pipe or a socket; "unreadable": a
    folder that may not be listed.
    """

    name: str
    path: Path
    fault: str = ""

    def n_bytes(self) -> int:
        """Size of the file."""
        return self.path.stat().st_size

    def load(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()


def find_sources(raw: Path) -> list[Source]:
    """The documents below `raw`, sorted by path: all that is not hidden; what is no regular file has a fault."""
    if not raw.is_dir():
        raise CorpusError(f"{raw}: no such folder. Give the folder of your documents: make all RAW=DIR.")
    sources = sorted(walk_sources(raw), key=lambda source: source.name)
    if not sources:
        raise CorpusError(f"{raw}: no documents in this folder. Put your documents there, then make all.")
    return sources


def walk_sources(raw: Path) -> Iterator[Source]:
    """Each document below `raw`, and each entry there that is none and not a folder, in no order."""
    home = raw.resolve()
    refused: list[OSError] = []
    for folder, folders, names in os.walk(raw, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]  # os.walk does not enter these
        for name in [*names, *linked]:
            path = Path(folder) / name
            below = path.relative_to(raw).as_posix()
            if not name.startswith(".") and below not in NOT_DOCUMENTS:
                yield Source(below, path, find_fault(path, home))
    for fault in refused:
        yield Source(Path(fault.filename).relative_to(raw).as_posix(), Path(fault.filename), "unreadable")


def find_fault(path: Path, home: Path) -> str:
    """Why `path` must not be opened as a document of the folder `home`; empty where it may be."""
    if path.is_symlink():
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):  # broken, or a circle
            return "no_file"
        if not target.is_relative_to(home):
            return "outside"
        if target.is_dir():
            return "linked_folder"
    return "" if path.is_file() else "no_file"
