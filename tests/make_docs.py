"""Writes docs/tables.md from pipeline/tables: python -m tests.make_docs (make docs)."""

from pathlib import Path

from pipeline.columns import Column
from pipeline.tables import TABLES

PAGE = Path(__file__).parent.parent / "docs" / "tables.md"
STAR = "\\*"  # Markdown takes a bare star for emphasis
HEAD = """# The tables

Made by `make docs` from pipeline/tables; do not edit. Each table is a Parquet file in data/processed, its rows
sorted by its key (marked \\*); a column marked ? may be null. Offsets are Python `str` indices into the document's
text. Each file's metadata (`themeline`) names the stage, its settings and the versions of the libraries that made it.
What a stage rejects is in data/processed/rejects/STAGE.csv: stage, row_id, reason (a short code) and text (its first
200 characters).
"""


def tables_page() -> str:
    """The page in Markdown."""
    parts = [HEAD]
    for name, table in TABLES.items():
        rows = [
            f"| {key}{STAR * (key in table.key)}{'?' * column.nullable} | {kind(column)} | {column.meaning} |"
            for key, column in table.columns.items()
        ]
        parts.append(
            f"## {name}\n{table.meaning} Made by `{table.stage}`.\n\n| column | kind | meaning |\n|---|---|---|"
        )
        parts[-1] += "\n" + "\n".join(rows) + "\n"
    return "\n".join(parts)


def kind(column: Column) -> str:
    """The column's kind, with the values or the range that it allows."""
    if column.choices:
        return f"{column.kind}: {', '.join(column.choices)}"
    if column.low is not None and column.high is not None:
        return f"{column.kind}, {column.low:g} to {column.high:g}"
    return column.kind


if __name__ == "__main__":
    PAGE.write_text(tables_page(), encoding="utf-8")
