"""Which format a file has, and which module reads it: content first, then the name."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.read.config import Config
from pipeline.read.decode import decode_text
from pipeline.read.faults import UnreadableError

GZIP, ZIP, PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF-"
MARKUP_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body")
XML_OPENINGS = (b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")
# How far into a file its opening is looked for, in bytes: white space, a BOM or a comment may stand before it.
OPENING_BYTES = 1024
MEDIA_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".xml": "application/xml",
    ".rss": "application/xml",
    ".atom": "application/xml",
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".json": "application/jsonl",
}
# Line ends, blank lines between them included: so many lines are not blank, and one.
LINE_ENDS = re.compile(r"[\n\r\x0c\x85\u2028\u2029]+")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Text:
    """What was taken out of one file: its text, what it was, and rows of it that were left out."""

    text: str
    media_type: str
    encoding: str
    rejects: tuple[tuple[str, str, str], ...] = ()


def read_text(name: str, content: bytes, *, columns: Mapping[str, str], config: Config) -> Text:
    """The text of a file by its content and its name. Raises UnreadableError where it is no document."""
    if content.startswith(GZIP):
        name, content = name.removesuffix(".gz"), unpack_gzip(content, most=config.max_unpacked_bytes)
    media_type = find_media_type(name, content)
    text = take_text(content, media_type, columns=columns, config=config)
    if not text.text.strip("\ufeff\x0c\x1e \t\r\n"):
        raise UnreadableError("empty", "no text in the file")
    n_lines = sum(1 for _ in LINE_ENDS.finditer(text.text)) + 1
    if n_lines > config.max_lines:
        raise UnreadableError("too_many_lines", f"{n_lines} lines (at most {config.max_lines}): split the file")
    return text


def unpack_gzip(content: bytes, *, most: int) -> bytes:
    """What a .gz file holds, at most `most` bytes of it."""
    try:
        with gzip.open(io.BytesIO(content)) as stream:
            inner = stream.read(most + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise UnreadableError("broken_gzip", f"cannot be unpacked ({fault})") from fault
    if len(inner) > most:
        raise UnreadableError("too_large", f"unpacks to more than {most} bytes")
    return inner


def find_media_type(name: str, content: bytes) -> str:
    """The media type by the first bytes where these are plain, else by the ending of the name, else plain text."""
    opening = content[:OPENING_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if PDF.lower() in opening:
        return "application/pdf"
    if content.startswith(ZIP):
        return DOCX
    stated = MEDIA_TYPES.get(PurePosixPath(name).suffix.lower(), "text/plain")
    if stated == "text/plain":
        if opening.startswith(MARKUP_OPENINGS):
            return "text/html"
        if opening.startswith(XML_OPENINGS):
            return "application/xml"
    return stated


def take_text(content: bytes, media_type: str, *, columns: Mapping[str, str], config: Config) -> Text:
    """The text of `content`; the module that reads a format is loaded when a file of it turns up."""
    if media_type == "application/pdf":
        from pipeline.read.pages import read_pdf

        return Text(read_pdf(content), media_type, "pdf")
    if media_type == DOCX:
        from pipeline.read.office import read_docx

        text = read_docx(content, most=config.max_unpacked_bytes, most_main=config.max_docx_bytes)
        return Text(text, media_type, "docx")
    if media_type == "application/xml":
        from pipeline.read.feeds import read_xml

        return Text(*read_xml(content))
    text, encoding = decode_text(content, config=config)
    if media_type == "text/html":
        from pipeline.read.html import read_html

        if len(content) > config.max_html_bytes:
            raise UnreadableError("too_large", f"{len(content)} bytes of HTML (at most {config.max_html_bytes})")
        return Text(read_html(text), media_type, encoding)
    if media_type in ("text/csv", "application/jsonl"):
        from pipeline.read.records import read_records

        return Text(*read_records(text, media_type, encoding, columns=columns, names=config.columns))
    return Text(text, media_type, encoding)
