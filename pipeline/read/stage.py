"""Read: from raw files to documents, each a text with a note of what the file was and how it was decoded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.errors import CorpusError, one_line
from pipeline.progress import follow
from pipeline.read.config import Config
from pipeline.read.faults import UnreadableError
from pipeline.read.formats import Text, read_text
from pipeline.sources import Source

DOCUMENT_COLUMNS = ["document_id", "source", "media_type", "encoding", "n_bytes", "text"]
REJECT_COLUMNS = ["row_id", "reason", "text"]
Rejects = list[tuple[str, str, str]]
FAULTS = {
    "outside": "a link that leads out of the raw folder: put the file itself there",
    "linked_folder": "a link to a folder, which is not entered: put the folder itself there",
    "no_file": "no regular file: a broken link, a pipe or a socket",
    "unreadable": "a folder that may not be listed",
}


def read(sources: list[Source], *, corpus: Corpus, config: Config) -> dict[str, pd.DataFrame]:
    """Documents, sorted by document_id, and rejects: files and rows that are no text, with the reason.

    Of files with the same bytes the first by path is kept. Raises CorpusError where no file at all could be read.
    """
    rows: dict[str, tuple[object, ...]] = {}
    rejects: Rejects = []
    first: dict[str, str] = {}
    ordered = sorted(sources, key=lambda source: source.name)
    for source in follow(ordered, "read: files", total=len(ordered)):
        try:
            content = load_bytes(source, config=config)
            document_id = hashlib.sha256(content).hexdigest()[:12]
            if document_id in first:
                raise UnreadableError("duplicate_file", f"the same bytes as {first[document_id]}")
            first[document_id] = source.name
            text = read_text(source.name, content, columns=corpus.columns, config=config)
        except UnreadableError as fault:
            rejects.append((source.name, fault.reason, one_line(str(fault))))
            continue
        rejects += [(f"{source.name}#{row}", reason, one_line(what)) for row, reason, what in text.rejects]
        rows[document_id] = document_row(document_id, source, len(content), text)
    require_documents(rows, sources, rejects)
    documents = pd.DataFrame([rows[key] for key in sorted(rows)], columns=DOCUMENT_COLUMNS)
    told = [(without_surrogates(row_id), reason, without_surrogates(what)) for row_id, reason, what in rejects]
    return {"documents": documents, "rejects": pd.DataFrame(told, columns=REJECT_COLUMNS, dtype=str)}


def load_bytes(source: Source, *, config: Config) -> bytes:
    """The bytes of a source that is there, may be opened and is not too large."""
    if source.fault:
        raise UnreadableError(source.fault, FAULTS[source.fault])
    try:
        size = source.n_bytes()
        if size > config.max_file_bytes:
            raise UnreadableError("too_large", f"{size} bytes (at most {config.max_file_bytes})")
        return source.load()
    except OSError as fault:
        raise UnreadableError("unreadable", f"cannot be opened ({fault.strerror or 'it failed'})") from fault


def document_row(document_id: str, source: Source, n_bytes: int, text: Text) -> tuple[object, ...]:
    """A row of the table documents."""
    name, clean = without_surrogates(source.name), without_surrogates(text.text)
    return document_id, name, text.media_type, text.encoding, n_bytes, clean


def without_surrogates(text: str) -> str:
    """The text with a question mark for each lone surrogate.

    JSON and HTML escapes can state one, and a file's name holds one for each byte that is not UTF-8; a table cannot.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def require_documents(rows: Iterable[str], sources: list[Source], rejects: Rejects) -> None:
    """Raise CorpusError unless at least one document was read; it shows the first reasons."""
    if any(True for _ in rows):
        return
    where = str(sources[0].path.parent) if sources else "the raw folder"
    shown = "; ".join(f"{one_line(name)}: {what}" for name, _, what in rejects[:3])
    rest = f"; and {len(rejects) - 3} more" if len(rejects) > 3 else ""
    raise CorpusError(
        f"{where}: none of {len(sources)} files could be read as text ({shown}{rest}). "
        "Put documents there (.txt .md .html .xml .pdf .docx .csv .jsonl, also .gz), then make."
    )
