"""Files whose names hold line ends, quotes or odd bytes go through make like any other."""

import os

import pandas as pd
import pytest

from tests.conftest import bundle, make

NAMES = ["a\nb.txt", 'it\'s $(HOME) "x".txt', "tab\there;.txt", "-n.txt", "#hash %.txt"]


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for number, name in enumerate(NAMES, 1):
        (folder / name).write_text(bundle(number, [2015 + number]), encoding="utf-8")
    with open(os.fsencode(folder) + b"/bad\xff.txt", "wb") as stream:  # noqa: PTH123
        stream.write(b"\x00\x01\x02\x03")
    (folder / "line\nout.txt").symlink_to("/etc/hostname")
    return folder


def test_names_with_line_ends_are_read(raw, tmp_path):
    ran = make("segment", f"RAW={raw}", f"MADE={tmp_path}/made")
    assert ran.returncode == 0, ran.stderr
    documents = pd.read_parquet(tmp_path / "made/documents.parquet")
    assert sorted(documents["source"]) == sorted(NAMES)
    rejects = pd.read_csv(tmp_path / "made/rejects/read.csv", keep_default_na=False)
    assert dict(zip(rejects["reason"], rejects["row_id"], strict=True)).keys() == {"binary", "outside"}
    again = make("segment", f"RAW={raw}", f"MADE={tmp_path}/made")
    assert (again.returncode, again.stderr) == (0, "")
    article = pd.read_parquet(tmp_path / "made/segments.parquet")
    assert set(article["source"]) == set(NAMES)
