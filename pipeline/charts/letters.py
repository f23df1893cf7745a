"""How wide text is on the sheet, and text cut or wrapped to a width."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font

from pipeline.wording import ELLIPSIS

FONT_FOLDER = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
POINTS_AN_INCH = 72
UNITS = 64.0  # of the font library in a pixel
MOST_LETTERS = 400  # the sheet is narrower than so many of the narrowest letters


@lru_cache(maxsize=4)
def load_font(*, bold: bool) -> FT2Font:
    """DejaVu Sans, at 100 points and 72 dots an inch, so that a dot is a point."""
    font = FT2Font(str(FONT_FOLDER / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")))
    font.set_size(100.0, POINTS_AN_INCH)
    return font


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of `text` in inches at `size` points."""
    font = load_font(bold=bold)
    # signs that the font lacks are about as wide as an em
    known = "".join(sign if font.get_char_index(ord(sign)) else "M" for sign in text)
    font.set_text(known, 0.0)
    return font.get_width_height()[0] / UNITS * size / 100 / POINTS_AN_INCH


def fit(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """`text`, or as much of its beginning as `width` inches hold and an ellipsis."""
    if len(text) <= MOST_LETTERS and text_width(text, size, bold=bold) <= width:
        return text
    low, high = 0, min(len(text), MOST_LETTERS)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    cut = text[:low]
    head, space, _ = cut.rpartition(" ")
    # first the blanks of all kinds that were not counted as wide, then what looks odd before an ellipsis
    return (head if space and len(head) > len(cut) // 2 else cut).rstrip().rstrip(" ,;:.-") + ELLIPSIS


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """`text` in lines that `width` inches hold; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and len(longer) <= MOST_LETTERS and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(fit(word, width, size, bold=bold))
    return lines


def fit_lines(text: str, width: float, size: float, *, bold: bool = False, most: int = 2) -> list[str]:
    """`text` in at most `most` lines that `width` inches hold; what is left over is cut from the last."""
    lines = wrap(text, width, size, bold=bold)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fit(" ".join(lines[most - 1 :]), width, size, bold=bold)]
