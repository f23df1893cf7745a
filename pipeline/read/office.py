"""The text of a .docx file: paragraphs and table rows in their order, an empty line between two."""

from __future__ import annotations

import io
import zipfile
import zlib

from pipeline.read.faults import PARSER_FAULTS, UnreadableError

MAIN_PART = "word/document.xml"


def read_docx(content: bytes, *, most: int) -> str:
    """The text of a Word document that unpacks to at most `most` bytes."""
    check_zip(content, most=most)
    import docx
    from docx.table import Table
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(content))
        lines = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(cell.text.replace("\n", " ") for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    except (etree.LxmlError, zipfile.BadZipFile, zlib.error, *PARSER_FAULTS) as fault:
        raise UnreadableError(
            "broken_docx", f"cannot be read as a Word document ({type(fault).__name__}: {fault})"
        ) from fault
    return "\n\n".join(line.strip() for line in lines if line.strip())


def check_zip(content: bytes, *, most: int) -> None:
    """Raise UnreadableError unless `content` is a whole Word document whose parts say, and are, not too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if MAIN_PART not in archive.namelist():
                raise UnreadableError("unknown_format", "a zip archive that is no Word document")
            # zipfile stops at the size that the directory states, so the stated sizes bound the real ones
            size = sum(part.file_size for part in parts)
    except (zipfile.BadZipFile, *PARSER_FAULTS) as fault:
        raise UnreadableError("broken_docx", f"not a whole zip archive ({fault})") from fault
    if size > most:
        raise UnreadableError("too_large", f"unpacks to {size} bytes (at most {most})")
