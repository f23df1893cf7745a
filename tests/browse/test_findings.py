from __future__ import annotations

import pandas as pd

from pipeline.browse.findings import finding_rows, split_rows


def test_a_finding_has_its_words_its_interval_and_its_odds(given, keys, voice):
    (row,) = finding_rows(given, keys, voice)
    assert row["theme"] == 0
    assert row["said"].startswith("rose from")
    assert (row["low"], row["high"]) == (0.05, 0.2)
    assert "98" in row["odds"]


def test_a_change_is_parted_by_source(voice):
    splits = pd.DataFrame({"finding_id": "f", "source": ["b.txt", "a.txt"], "from_weight": [0.0, 1.0],
                           "to_weight": [1.0, 0.0], "from_share": [None, 0.2], "to_share": [0.4, None],
                           "mix": [0.2, -0.1], "within": [0.05, 0.0]})  # fmt: skip
    assert split_rows(splits, voice) == {
        "f": [["a.txt", 1.0, 0.0, 0.2, None, -0.1, 0.0], ["b.txt", 0.0, 1.0, None, 0.4, 0.2, 0.05]]
    }
