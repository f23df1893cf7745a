"""The errors that a person reads: one line each, saying where, what was wanted and what to do next."""

from __future__ import annotations

from collections.abc import Iterable


class ThemelineError(Exception):
    """A fault that the person at the terminal can mend; printed as one line, exit status 1, no traceback."""


class CorpusError(ThemelineError):
    """The documents or corpus.toml do not allow the work to go on."""


class TableError(ThemelineError):
    """A table breaks its contract (pipeline/tables)."""


class SettingError(ThemelineError):
    """A value in a config.toml or in corpus.toml is not what the settings allow."""


def faults_line(where: str, faults: Iterable[str], remedy: str, *, most: int = 8) -> str:
    """One line that lists all faults of one place and the next step; at most `most` faults are spelled out."""
    found = list(faults)
    shown = "; ".join(found[:most])
    rest = f"; and {len(found) - most} more" if len(found) > most else ""
    count = "1 fault" if len(found) == 1 else f"{len(found)} faults"
    return f"{where}: {count}. {shown}{rest}. {remedy}"


def one_line(text: str) -> str:
    """`text` on one line: a document's or a file's name may hold line ends."""
    return " ".join(str(text).split())
