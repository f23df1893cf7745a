"""The stage read as a whole: a folder with every format, and one with everything that goes wrong."""

import csv
import gzip
import io
import json
import os
import random
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import arrange, check
from pipeline.corpus import Corpus
from pipeline.errors import CorpusError
from pipeline.read.stage import read
from pipeline.settings import load_config
from pipeline.sources import Source, find_sources

CONFIG = load_config("read", {})
TEXT = "The mayor’s plan\n\nThe harbour gets £3m — at last.\n"
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Port news</title>
<item><title>Quay reopens</title><link>https://a.example/1</link><pubDate>Wed, 09 Apr 2025 21:42:10 +0000</pubDate>
<description>&lt;p&gt;The quay is open.&lt;/p&gt;</description></item></channel></rss>"""
PAGE = "<html><head><title>Quay reopens</title></head><body><h1>Quay reopens</h1><p>" + "The quay is open again. " * 20


def word_file(text="The quay is open."):
    target = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(target)
    return target.getvalue()


def pdf_file(text="The quay is open."):
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"%PDF-1.4\n"
    for number, part in enumerate(parts, 1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    return body + b"trailer << /Root 1 0 R /Size 6 >>\n%%EOF"


EVERY_FORMAT = {
    "a.txt": TEXT.encode(),
    "b.md": b"# The plan\n\nThe harbour gets money.\n",
    "c.html": PAGE.encode(),
    "d.xml": FEED.encode(),
    "e.pdf": pdf_file(),
    "f.docx": word_file(),
    "g.csv": b"title,text,date\nQuay reopens,The quay is open.,2020-05-01\n",
    "h.jsonl": json.dumps({"title": "Quay", "text": "The quay is open again."}).encode(),
    "i.txt.gz": gzip.compress(b"The quay was packed away.\n", mtime=0),
}


def read_folder(tmp_path, files):
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    made = read(find_sources(tmp_path), corpus=Corpus(), config=CONFIG)
    check("documents", arrange("documents", made["documents"]))
    return made["documents"].set_index("source"), dict(made["rejects"][["row_id", "reason"]].itertuples(index=False))


def test_a_document_of_every_format_is_read(tmp_path):
    documents, rejects = read_folder(tmp_path, EVERY_FORMAT)
    assert rejects == {}
    assert sorted(documents.index) == sorted(EVERY_FORMAT)
    for name in EVERY_FORMAT:
        word = "harbour" if name in ("a.txt", "b.md") else "quay"
        assert word in documents.loc[name, "text"].casefold(), name
    assert documents.loc["d.xml", "text"].count("published: Wed, 09 Apr 2025 21:42:10 +0000") == 1
    assert documents.loc["a.txt", "n_bytes"] == len(TEXT.encode())


def zip_bomb():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\x20" * (CONFIG.max_unpacked_bytes + 1))
    return target.getvalue()


ENTITY_BOMB = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><r>&b;</r>'
HOSTILE = {
    "binary.txt": (random.Random(0).randbytes(5000), "binary"),
    "nul.txt": (b"a\x00b\x00\x00\x01\x02" * 50, "binary"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "binary"),
    "bomb.xml": (ENTITY_BOMB, "xml_entities"),
    "bomb16.xml": (ENTITY_BOMB.decode().encode("utf-16"), "xml_entities"),
    "cut.xml": (FEED.encode()[:-40], "broken_xml"),
    "deep.xml": (b"<a>" * 5000 + b"x" + b"</a>" * 5000, "broken_xml"),
    "cut.pdf": (pdf_file()[:60], "broken_pdf"),
    "blank.pdf": (pdf_file(""), "no_text"),
    "bomb.docx": (zip_bomb(), "too_large"),
    "bomb.txt.gz": (gzip.compress(b"a" * (CONFIG.max_unpacked_bytes + 1), mtime=0), "too_large"),
    "cut.gz": (gzip.compress(TEXT.encode() * 100, mtime=0)[:-20], "broken_gzip"),
    "cut.docx": (word_file()[:-100], "broken_docx"),
    "sheet.xlsx": (b"", "unknown_format"),
    "empty.txt": (b" \n\n", "empty"),
    "list.json": (b'[{"text": "cut', "broken_json"),
    "deep.json": (b"[" * 100_000, "broken_json"),
    "numbers.csv": (b"a,b\n1,2\n3,4\n", "no_text_column"),
    "line\nend.txt": (b"\x00\x01\x02\x03", "binary"),
}


def test_everything_hostile_is_a_reject_with_its_reason(tmp_path):
    files = {name: content for name, (content, _) in HOSTILE.items()}
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    files["sheet.xlsx"] = other.getvalue()
    documents, rejects = read_folder(tmp_path, {"good.txt": TEXT.encode(), **files})
    assert list(documents.index) == ["good.txt"]
    assert rejects == {name: reason for name, (_, reason) in HOSTILE.items()}


def test_a_file_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(CONFIG.max_file_bytes + 1)
    (tmp_path / "good.txt").write_bytes(TEXT.encode())
    loaded = []
    monkeypatch.setattr(Source, "load", lambda self: loaded.append(self.name) or self.path.read_bytes())
    _, rejects = read_folder(tmp_path, {})
    assert rejects == {"large.txt": "too_large"}
    assert loaded == ["good.txt"]


def test_what_is_no_regular_file_is_a_reject_and_is_not_opened(tmp_path, monkeypatch):
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"The key of the harbour office.")
    raw = tmp_path / "raw"
    (raw / "in").mkdir(parents=True)
    for name, target in {
        "away.txt": secret,
        "up": tmp_path,
        "gone.txt": tmp_path / "gone",
        "again": raw / "in",
    }.items():
        (raw / name).symlink_to(target)
    os.mkfifo(raw / "pipe.txt")
    loaded = []
    monkeypatch.setattr(Source, "load", lambda self: loaded.append(self.name) or self.path.read_bytes())
    documents, rejects = read_folder(raw, {"good.txt": TEXT.encode()})
    assert list(documents.index) == loaded == ["good.txt"]
    assert rejects == {
        "away.txt": "outside",
        "up": "outside",
        "gone.txt": "no_file",
        "again": "linked_folder",
        "pipe.txt": "no_file",
    }


def test_of_equal_files_the_first_by_path_is_kept(tmp_path):
    documents, rejects = read_folder(tmp_path, {"b/one.txt": TEXT.encode(), "a/two.txt": TEXT.encode()})
    assert list(documents.index) == ["a/two.txt"]
    assert rejects == {"b/one.txt": "duplicate_file"}


def test_the_order_of_sources_does_not_matter(tmp_path):
    for name, content in EVERY_FORMAT.items():
        (tmp_path / name).write_bytes(content)
    sources = find_sources(tmp_path)
    made = [read(order, corpus=Corpus(), config=CONFIG)["documents"] for order in (sources, sources[::-1])]
    assert made[0].equals(made[1])


def test_no_document_at_all_is_an_error_of_one_line(tmp_path):
    with pytest.raises(CorpusError, match=r"none of 1 files .*x\.txt.*then make") as caught:
        read_folder(tmp_path, {"x.txt": b"\x00\x01\x02"})
    assert "\n" not in str(caught.value)
    with pytest.raises(CorpusError):
        read([], corpus=Corpus(), config=CONFIG)


def test_columns_of_the_corpus_go_first(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"text,story\nshort,The long story of the quay\n")
    documents = read(find_sources(tmp_path), corpus=Corpus(columns={"text": "story"}), config=CONFIG)["documents"]
    assert "The long story" in documents["text"][0]


def test_rows_that_cannot_be_used_are_rejects(tmp_path):
    lines = [json.dumps({"text": "The quay is open."}), "{cut", json.dumps({"text": "", "id": 7})]
    documents, rejects = read_folder(tmp_path, {"a.jsonl": "\n".join(lines).encode()})
    assert len(documents) == 1
    assert rejects == {"a.jsonl#2": "broken_row", "a.jsonl#3": "empty_row"}


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1))
def test_plain_text_is_the_file_decoded_line_ends_untouched(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("raw")
    path = folder / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    try:
        documents = read(find_sources(folder), corpus=Corpus(), config=CONFIG)["documents"]
    except CorpusError:
        assert not text.strip("\ufeff\x0c\x1e \t\r\n")
        return
    with path.open(encoding=documents["encoding"][0], newline="") as stream:
        assert documents["text"][0] == stream.read()


def test_a_formula_in_a_table_is_text(tmp_path):
    target = io.StringIO()
    csv.writer(target).writerow(["title", "text"])
    csv.writer(target).writerow(["=1+1", '=cmd|"/C calc"!A0 and more words'])
    documents, _ = read_folder(tmp_path, {"a.csv": target.getvalue().encode()})
    assert "=1+1" in documents["text"].iloc[0]
