from __future__ import annotations

import pandas as pd

from pipeline.rows import highest, lowest, records

TABLE = pd.DataFrame({"name": ["a", "b", "c", "d"], "share": [0.2, 0.5, 0.1, 0.5]}, index=[9, 9, 3, 1])


def test_rows_are_found_by_value_whatever_the_index():
    assert highest(TABLE, "share") == {"name": "b", "share": 0.5}  # the first of equals
    assert lowest(TABLE, "share") == {"name": "c", "share": 0.1}


def test_all_rows_in_order():
    assert [row["name"] for row in records(TABLE)] == ["a", "b", "c", "d"]
