import gzip
from dataclasses import replace

import pytest

from pipeline.read.faults import UnreadableError
from pipeline.read.formats import DOCX, find_media_type, read_text, unpack_gzip
from pipeline.settings import load_config

CONFIG = load_config("read", {})


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"plain", "text/plain"),
        ("a", b"plain", "text/plain"),
        ("a.MD", b"# Head", "text/markdown"),
        ("a.htm", b"<p>x", "text/html"),
        ("a.txt", b"\xef\xbb\xbf  <!DOCTYPE html><p>x", "text/html"),
        ("a.txt", b'<?xml version="1.0"?><rss/>', "application/xml"),
        ("a.txt", b"%PDF-1.7", "application/pdf"),
        ("a.pdf", b"no pdf at all", "text/plain"),
        ("a.docx", b"PK\x03\x04", DOCX),
        ("a.tsv", b"a\tb", "text/csv"),
        ("a.ndjson", b"{}", "application/jsonl"),
    ],
)
def test_content_goes_before_the_name(name, content, media_type):
    assert find_media_type(name, content) == media_type


def test_a_packed_file_is_read_by_the_name_inside_and_its_own_size_is_bounded():
    packed = gzip.compress(b"title,text\nOne,Some words of the first article in the table\n", mtime=0)
    assert read_text("a.csv.gz", packed, columns={}, config=CONFIG).media_type == "text/csv"
    assert unpack_gzip(gzip.compress(b"abc", mtime=0), most=3) == b"abc"
    with pytest.raises(UnreadableError, match="more than 2 bytes"):
        unpack_gzip(gzip.compress(b"abc", mtime=0), most=2)


def test_a_file_of_blanks_is_empty():
    with pytest.raises(UnreadableError) as caught:
        read_text("a.txt", b"\xef\xbb\xbf \r\n\x0c\n", columns={}, config=CONFIG)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize(("end", "most", "is_read"), [("\n", 3, True), ("\r\n\r\n", 3, True), ("\n", 2, False)])
def test_the_lines_of_a_document_are_bounded(end, most, is_read):
    content = f"One{end}two{end}three".encode()
    reason = ""
    try:
        read_text("a.txt", content, columns={}, config=replace(CONFIG, max_lines=most))
    except UnreadableError as fault:
        reason = fault.reason
    assert reason == ("" if is_read else "too_many_lines")
