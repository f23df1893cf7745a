from __future__ import annotations

from dataclasses import fields

from pipeline.browse.given import Given
from pipeline.tables import TABLES


def test_every_table_is_a_table_of_the_house():
    assert {field.name for field in fields(Given)} <= {*TABLES, "rejects"}
