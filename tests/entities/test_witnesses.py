"""The witness table on counts that can be checked by hand."""

from __future__ import annotations

import pandas as pd

from tests.entities.witnesses import measure


def mention_rows(*rows: tuple[int, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [("a.txt", start, start + 3, "BODY", witness) for start, witness in rows],
        columns=["source", "start", "end", "type", "found_by"],
    )


def test_a_witness_is_measured_by_what_it_alone_found() -> None:
    scope = pd.DataFrame({"source": ["a.txt", "a.txt"], "start": [0, 50], "end": [40, 90]})
    gold = mention_rows((5, ""), (60, ""), (70, ""))
    found = mention_rows((5, "shape"), (60, "model+shape"), (80, "model"), (45, "model"))
    table = measure(found, scope, gold).set_index(["type", "witness"])
    whole, shape, model = (table.loc[("BODY", name)] for name in ("all", "shape", "model"))
    assert (whole["n"], whole["right"]) == (3, 2)  # what stands at 45 is in no stretch of the gold
    assert (shape["n"], shape["right"], shape["precision"]) == (1, 1, 0.5)
    assert (model["n"], model["right"], model["precision"]) == (1, 0, 1.0)


def test_boilerplate_is_out_of_scope_and_nothing_found_is_no_error() -> None:
    scope = pd.DataFrame({"source": ["a.txt"], "start": [0], "end": [40], "boilerplate": ["[[0, 20]]"]})
    table = measure(mention_rows((5, "shape"), (18, "shape")), scope, mention_rows((5, ""), (30, "")))
    assert list(table["n"]) == [0, 0]
    assert list(table["recall"]) == [0.0, 0.0]


def test_each_figure_has_bounds_and_a_witness_its_gain() -> None:
    scope = pd.DataFrame({"source": ["a.txt", "a.txt"], "start": [0, 50], "end": [40, 90]})
    gold = mention_rows((5, ""), (60, ""))
    table = measure(mention_rows((5, "shape"), (60, "model"), (70, "model")), scope, gold).set_index(
        ["type", "witness"]
    )
    whole = table.loc[("BODY", "all")]
    assert (whole["precision_low"], whole["precision_high"]) == (0.5, 1.0)  # only the second stretch, only the first
    assert (whole["recall_low"], whole["recall_high"]) == (1.0, 1.0)
    assert (
        table.loc[("BODY", "shape"), "gain_high"] == 1.0
    )  # where only the first stretch is drawn, shape finds all of it
    assert pd.isna(whole["gain_low"])
