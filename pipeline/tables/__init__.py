"""The tables: what each one holds, as data. Read on writing and on reading (checks.py), and to make docs/tables.md."""

from __future__ import annotations

from pipeline.columns import Table
from pipeline.tables import names, texts, themes, years

TABLES: dict[str, Table] = {**texts.TABLES, **names.TABLES, **themes.TABLES, **years.TABLES}

REJECT_COLUMNS = ("stage", "row_id", "reason", "text")
