"""The report as PDF and as pictures of its pages, set by typst from a template and values."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import matplotlib
import pypdfium2
import typst
from matplotlib.ft2font import FT2Font
from PIL import Image

# typst brings fonts too, but without the letters of many scripts; matplotlib's DejaVu Sans has them, and its last
# resort font draws a sign for any other character, so that no text vanishes and PDF/UA allows it.
FONT_FOLDER = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
UNKNOWN_LETTER = "\N{WHITE SQUARE}"
TEMPLATE = Path(__file__).parent / "report.typ"
STANDARD: Literal["ua-1"] = "ua-1"
POINTS_AN_INCH = 72
EPOCH = 0  # creation date of every report: the same input gives the same bytes


def typeset(content: Mapping[str, Any], figures: Mapping[str, bytes], *, page_ppi: int) -> tuple[bytes, list[bytes]]:
    """The PDF (PDF/UA-1) and each page as PNG; `content` is what the template shows, `figures` SVG by name."""
    with tempfile.TemporaryDirectory(prefix="themeline-") as folder:
        root = Path(folder)
        (root / "report.typ").write_bytes(TEMPLATE.read_bytes())
        (root / "report.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8", "replace")
        for name, svg in figures.items():
            (root / f"{name}.svg").write_text(known_letters(svg.decode("utf-8")), "utf-8")
        compiler: Any = typst.Compiler(root / "report.typ", root=root, font_paths=own_fonts())
        pdf = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=EPOCH)
    return bytes(pdf), draw_pages(bytes(pdf), page_ppi=page_ppi)


def draw_pages(pdf: bytes, *, page_ppi: int) -> list[bytes]:
    """Each page of a PDF as PNG.

    Drawn from the PDF, so that it is what readers see: typst's own PNG cuts letters in large SVG (0.15.2).
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [png_bytes(page.render(scale=page_ppi / POINTS_AN_INCH).to_pil()) for page in document]
    finally:
        document.close()


def png_bytes(picture: Image.Image) -> bytes:
    """A picture as PNG in 256 colours, enough for text and charts at a quarter of the size."""
    buffer = io.BytesIO()
    few = picture.convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(buffer, format="PNG")
    return buffer.getvalue()


def known_letters(svg: str) -> str:
    """An SVG with a square for each letter that DejaVu Sans lacks: typst would draw its whole line in another font."""
    known = letters_drawn()
    return "".join(letter if ord(letter) in known or letter in "\r\n\t" else UNKNOWN_LETTER for letter in svg)


@cache
def letters_drawn() -> frozenset[int]:
    """The characters that DejaVu Sans draws."""
    return frozenset(FT2Font(str(FONT_FOLDER / "DejaVuSans.ttf")).get_charmap())


@cache
def own_fonts() -> Any:
    """The fonts of the report: those that matplotlib ships, no fonts of the machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])
