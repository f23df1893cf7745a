"""Files are written whole or not at all, and what is read is checked."""

import errno
import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.checks import empty
from pipeline.errors import CorpusError, TableError
from pipeline.files import read_rejects, read_table, write_files, write_rejects, write_table, write_whole
from pipeline.sources import find_sources


def test_a_table_comes_back_as_it_was_written_with_its_metadata(tmp_path):
    spans = pd.DataFrame({"article_id": ["a:2", "a:1"], "start": [3, 1], "end": [5, 2], "label": ["ORG", "PERSON"]})
    write_table("spans", spans, tmp_path, note={"stage": "parse", "settings": {"model": "m"}})
    back = read_table(tmp_path / "spans.parquet")
    assert back["article_id"].tolist() == ["a:1", "a:2"], "sorted by key"
    facts = json.loads(pq.read_schema(tmp_path / "spans.parquet").metadata[b"themeline"])
    assert facts["stage"] == "parse"
    assert "spacy" in facts["libraries"]


def test_same_rows_same_bytes(tmp_path):
    spans = pd.DataFrame({"article_id": ["a:2", "a:1"], "start": [3, 1], "end": [5, 2], "label": ["ORG", "PERSON"]})
    for folder, rows in (("one", spans), ("two", spans.iloc[::-1])):
        write_table("spans", rows, tmp_path / folder, note={"stage": "parse"})
    one, two = ((tmp_path / folder / "spans.parquet").read_bytes() for folder in ("one", "two"))
    assert one == two


def test_a_broken_table_is_told(tmp_path):
    (tmp_path / "spans.parquet").write_bytes(b"not a table")
    with pytest.raises(TableError, match=r"spans.parquet: cannot be read .* Delete it, then make"):
        read_table(tmp_path / "spans.parquet")


def test_a_full_disk_leaves_the_old_file_and_no_half(tmp_path, monkeypatch):
    target = tmp_path / "report.pdf"
    write_whole(target, b"old")

    def full(path, content):
        path.open("wb").write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TableError, match=r"No space left on device.*Make room, then make"):
        write_whole(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_pages_of_an_earlier_longer_report_go(tmp_path):
    write_files({"pages/1.png": b"1", "pages/2.png": b"2", "report.pdf": b"r"}, tmp_path)
    write_files({"pages/1.png": b"1", "report.pdf": b"r"}, tmp_path)
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["1.png"]


def test_rejects_come_back(tmp_path):
    rejects = pd.DataFrame({"row_id": ["b", "a"], "reason": ["too_short", "binary"], "text": ["=SUM(1)", "x" * 300]})
    write_rejects("read", rejects, tmp_path)
    back = read_rejects(tmp_path / "rejects")
    assert back["row_id"].tolist() == ["a", "b"]
    assert back["text"].tolist() == ["x" * 200, "'=SUM(1)"]
    assert read_rejects(tmp_path / "nothing").empty


def test_documents_of_a_folder(tmp_path):
    for name in ("b.txt", "a.txt", "README.md", "corpus.toml", ".hidden", "in/README.md", "in/.x/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    outside = tmp_path.parent / "outside.txt"
    outside.write_text("x", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(outside)
    (tmp_path / "inner.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "again").symlink_to(tmp_path / "in")
    (tmp_path / "away").symlink_to(tmp_path.parent)
    faults = {source.name: source.fault for source in find_sources(tmp_path)}
    assert [name for name, fault in faults.items() if not fault] == ["a.txt", "b.txt", "in/README.md", "inner.txt"]
    assert {name: fault for name, fault in faults.items() if fault} == {
        "link.txt": "outside",
        "away": "outside",
        "again": "linked_folder",
        "broken.txt": "no_file",
        "circle": "no_file",
    }


@pytest.mark.parametrize(("folder", "part"), [("empty", "no documents in this folder"), ("absent", "no such folder")])
def test_a_folder_without_documents_is_told(tmp_path, folder, part):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match=part):
        find_sources(tmp_path / folder)


def test_an_unknown_table_is_told(tmp_path):
    with pytest.raises(TableError, match="no table is called 'colours'"):
        read_table(tmp_path / "colours.parquet")
    assert len(empty("spans")) == 0
