"""Tables held to their contracts: arranged for writing, checked on writing and on reading."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

from pipeline.columns import Column
from pipeline.errors import TableError, faults_line
from pipeline.tables import TABLES

ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.timestamp("ms"),
    "texts": pa.list_(pa.string()),
    "floats": pa.list_(pa.float32()),
    "spans": pa.list_(pa.list_(pa.int64())),
}


def empty(name: str) -> pd.DataFrame:
    """The table `name` with its columns and no rows."""
    return to_pandas(schema(name).empty_table())


def schema(name: str) -> pa.Schema:
    """Arrow schema of the table `name`; `check`, not Arrow, sees to nulls, so that all faults are told together."""
    columns = TABLES[name].columns
    return pa.schema([pa.field(key, ARROW_TYPES[column.kind]) for key, column in columns.items()])


def pandas_type(kind: pa.DataType) -> Any:
    """The pandas type for an Arrow type where the default would lose whole numbers beside nulls."""
    return pd.Int64Dtype() if kind == pa.int64() else None


def arrange(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the contract's columns in order and its rows sorted by key; other columns are a fault."""
    table = TABLES[name]
    absent = [column for column in table.columns if column not in frame.columns]
    foreign = [str(column) for column in frame.columns if column not in table.columns]
    faults = [f"column {c} is missing" for c in absent] + [f"column {c} is not of this table" for c in foreign]
    if faults:
        raise TableError(faults_line(f"table {name}", faults, f"Mend the stage {table.stage}, then make."))
    # Python's own string order, so that the order of rows never depends on a locale or a library's collation
    ordered = frame[list(table.columns)].sort_values(list(table.key), kind="stable", ignore_index=True)
    return to_pandas(to_arrow(name, ordered))


def to_arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """`frame` as an Arrow table of the contract's types."""
    try:
        return pa.Table.from_pandas(frame, schema=schema(name), preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError, KeyError, ValueError) as fault:
        table = TABLES[name]
        raise TableError(f"table {name}: {' '.join(str(fault).split())}. Mend the stage {table.stage}.") from fault


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """An Arrow table as a DataFrame; whole numbers stay whole beside nulls."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pandas_type)
    return frame


def check(name: str, frame: pd.DataFrame) -> None:
    """Raise one TableError that names every breach of the contract of table `name`."""
    table = TABLES[name]
    faults: list[str] = []
    if list(frame.columns) != list(table.columns):
        faults.append(f"columns are {list(frame.columns)}, wanted {list(table.columns)}")
    else:
        for key, column in table.columns.items():
            faults += column_faults(key, column, frame[key])
        keys = frame[list(table.key)]
        if keys.duplicated().any():
            faults.append(f"{int(keys.duplicated().sum())} rows repeat the key {', '.join(table.key)}")
    if faults:
        remedy = f"Mend the stage {table.stage}, or delete the file and run make."
        raise TableError(faults_line(f"table {name}", faults, remedy))


def column_faults(key: str, column: Column, values: pd.Series) -> list[str]:
    """What is wrong with one column's values, in words."""
    faults = []
    present = values.dropna()
    if not column.nullable and len(present) < len(values):
        faults.append(f"{key} is null in {len(values) - len(present)} rows")
    if column.choices:
        other = sorted(set(present) - set(column.choices))
        if other:
            faults.append(f"{key} says {other[0]!r} (want {', '.join(column.choices)})")
    if column.low is not None and len(present) and present.min() < column.low - 1e-9:
        faults.append(f"{key} goes down to {present.min():g} (want at least {column.low:g})")
    if column.high is not None and len(present) and present.max() > column.high + 1e-9:
        faults.append(f"{key} goes up to {present.max():g} (want at most {column.high:g})")
    return faults
