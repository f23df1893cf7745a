"""The text of a .docx file: paragraphs and table rows in their order, an empty line between two."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from pipeline.read.faults import PARSER_FAULTS, UnreadableError

MAIN_PART = "word/document.xml"
PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def read_docx(content: bytes, *, most: int, most_main: int) -> str:
    """The text of a Word document that unpacks to at most `most` bytes, its main part to at most `most_main`."""
    check_zip(content, most=most, most_main=most_main)
    import docx
    from docx.table import Table
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(content))
        lines = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += table_lines(block)
            else:
                lines.append(block.text)
    except (etree.LxmlError, zipfile.BadZipFile, zlib.error, *PARSER_FAULTS) as fault:
        raise UnreadableError(
            "broken_docx", f"cannot be read as a Word document ({type(fault).__name__}: {fault})"
        ) from fault
    return "\n\n".join(line.strip() for line in lines if line.strip())


def table_lines(table: Any) -> list[str]:
    """The rows of a table, cells parted by tabs: the cells that are written, not those that a span claims to cover."""
    return [
        "\t".join(" ".join(part.text.replace("\n", " ") for part in cell.iter(PARAGRAPH)) for cell in row.tc_lst)
        for row in table._tbl.tr_lst
    ]


def check_zip(content: bytes, *, most: int, most_main: int) -> None:
    """Raise UnreadableError unless `content` is a whole Word document whose parts say, and are, not too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if MAIN_PART not in archive.namelist():
                raise UnreadableError("unknown_format", "a zip archive that is no Word document")
            # zipfile stops at the size that the directory states, so the stated sizes bound the real ones
            size = sum(part.file_size for part in parts)
            main = archive.getinfo(MAIN_PART).file_size
    except (zipfile.BadZipFile, *PARSER_FAULTS) as fault:
        raise UnreadableError("broken_docx", f"not a whole zip archive ({fault})") from fault
    if size > most or main > most_main:
        raise UnreadableError("too_large", f"unpacks to {size} bytes, its text to {main} (at most {most}, {most_main})")
