"""How a stage's parameters name what it wants, and how that is held against what it is given."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from pipeline.errors import TableError
from pipeline.stages import Stage
from pipeline.tables import TABLES

# Parameters that are no tables: the documents, drawn charts, what was rejected, kept themes, corpus.toml, the room's
# settings.
RESERVED = ("sources", "figures", "rejects", "kept", "corpus", "config")
# Tables that a run may be without, since no stage makes them: a stage that wants one is handed it without rows.
OPTIONAL = ("certificate",)


def wants(stage: Stage) -> tuple[str, ...]:
    """Names of the stage's parameters, in order."""
    return tuple(inspect.signature(stage).parameters)


def tables_wanted(stage: Stage) -> tuple[str, ...]:
    """Names of the tables that the stage wants, sorted."""
    return tuple(sorted(name for name in wants(stage) if name not in RESERVED))


def tables_made(stage: str) -> tuple[str, ...]:
    """Names of the tables that the stage makes, sorted."""
    return tuple(sorted(name for name, table in TABLES.items() if table.stage == stage))


def require_tables(name: str, stage: Stage, given: Iterable[str]) -> None:
    """Raise a TableError unless exactly the tables that the stage's parameters name are given, optional ones or not."""
    found, needed = sorted(given), list(tables_wanted(stage))
    absent = [table for table in needed if table in OPTIONAL and table not in found]
    if sorted([*found, *absent]) != needed:
        raise TableError(
            f"stage {name} wants tables [{', '.join(needed)}]; it was given [{', '.join(found)}]. "
            f"Mend the rule for {name} in the Makefile."
        )


def require_made(name: str, given: Iterable[str]) -> None:
    """Raise a TableError unless exactly the tables that pipeline/tables lists for the stage were made."""
    found, needed = sorted(given), list(tables_made(name))
    if found != needed:
        raise TableError(
            f"stage {name} made tables [{', '.join(found)}]; pipeline/tables lists [{', '.join(needed)}]. "
            f"Mend pipeline/{name}/stage.py or pipeline/tables."
        )
