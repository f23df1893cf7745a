"""The sheet that every chart is drawn on: colours, letters, title above, source below."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pipeline.charts.letters import FONT_FOLDER, wrap

# Palette of the UK Government Analysis Function (analysisfunction.civilservice.gov.uk, colours for charts), but for
# the orange, which there falls just short of 3:1 against white (WCAG 2.2, 1.4.11).
NAVY, TEAL, PLUM, ORANGE, CHARCOAL, VIOLET = "#12436D", "#28A197", "#801650", "#E55B13", "#3D3D3D", "#A285D1"
PALETTE = (NAVY, TEAL, PLUM, ORANGE, CHARCOAL, VIOLET)
# Greys that hold 3:1 against white (WCAG 2.2, 1.4.11), and one for lines that only guide the eye.
GREY, GUIDE, PAPER, INK = "#767676", "#DADADA", "#FFFFFF", "#000000"

WIDTH = 6.69  # inches: the width of the text on the report's A4 page, so that letters keep their size there
MARGIN = 0.06
TITLE_SIZE, SUBTITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 11.0, 8.0, 7.5, 6.5
LINE = 1.35  # distance of lines, in letter sizes
POINT = 1 / 72
LEAST_YEARS = 6
SCREEN_DPI, CSS_DPI = 192, 120  # of a notebook: dots in the picture, and how many make an inch of its page

STYLE: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": TEXT_SIZE,
    "text.parse_math": False,  # a dollar sign in a document begins no formula
    "axes.titlesize": TEXT_SIZE,
    "axes.labelsize": TEXT_SIZE,
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "text.color": CHARCOAL,
    "axes.labelcolor": CHARCOAL,
    "xtick.color": CHARCOAL,
    "ytick.color": CHARCOAL,
    "xtick.labelsize": SMALL_SIZE,
    "ytick.labelsize": SMALL_SIZE,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.major.size": 2.5,
    "ytick.major.size": 2.5,
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
}


@contextmanager
def house_style() -> Iterator[None]:
    """The style of all charts, and no fonts but matplotlib's own: a machine's other DejaVu would change the bytes."""
    manager = font_manager.fontManager
    before = manager.ttflist
    manager.ttflist = [font for font in before if Path(font.fname).parent == FONT_FOLDER]
    try:
        with matplotlib.rc_context(STYLE):
            yield
    finally:
        manager.ttflist = before


class Sheet(Figure):
    """A figure that a notebook shows as a picture with `alt` as its alternative text."""

    alt = ""

    def _repr_html_(self) -> str:
        """The picture within a page; matplotlib's own display asks for pyplot, which nothing here does."""
        buffer = io.BytesIO()
        with house_style(), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            self.savefig(buffer, format="png", dpi=SCREEN_DPI)
        code = base64.b64encode(buffer.getvalue()).decode("ascii")
        width = round(self.get_figwidth() * CSS_DPI)
        return f'<img alt="{escape(self.alt)}" width="{width}" src="data:image/png;base64,{code}">'


@dataclass(frozen=True)
class Canvas:
    """An empty sheet with its words, and the heights in inches that the drawing may use."""

    figure: Figure
    height: float
    top: float
    bottom: float

    def axes(self, left: float, width: float, *, top: float = 0.0, height: float | None = None) -> Axes:
        """Axes `left` inches from the edge and `top` inches below the head; as high as the drawing unless told."""
        high = self.height if height is None else height
        full = self.height + self.top + self.bottom
        lower = self.bottom + self.height - top - high
        return self.figure.add_axes((left / WIDTH, lower / full, width / WIDTH, high / full))

    def write(self, left: float, below: float, text: str, *, size: float = SMALL_SIZE, color: str = CHARCOAL) -> None:
        """Write `text` at `left` inches from the edge, its middle `below` inches below the head."""
        full = self.height + self.top + self.bottom
        upper = (self.bottom + self.height - below) / full
        self.figure.text(left / WIDTH, upper, text, size=size, color=color, ha="left", va="center")


def open_canvas(*, title: str, subtitle: str, source: str, height: float, alt: str = "") -> Canvas:
    """A sheet `height` inches high in its drawing, with title and subtitle above it and the source below."""
    room = WIDTH - 2 * MARGIN
    head, under = wrap(title, room, TITLE_SIZE, bold=True), wrap(subtitle, room, SUBTITLE_SIZE)
    foot = wrap(source, room, SMALL_SIZE)
    title_high = len(head) * TITLE_SIZE * LINE * POINT
    under_high = len(under) * SUBTITLE_SIZE * LINE * POINT
    foot_high = len(foot) * SMALL_SIZE * LINE * POINT
    top = MARGIN + title_high + 0.05 + under_high + 0.10
    bottom = MARGIN + foot_high + 0.12
    full = top + height + bottom
    figure = Sheet(figsize=(WIDTH, full))
    figure.alt = alt
    common: dict[str, Any] = {"ha": "left", "linespacing": LINE * 0.86}
    edge = MARGIN / WIDTH
    figure.text(
        edge, 1 - MARGIN / full, "\n".join(head), size=TITLE_SIZE, weight="bold", color=NAVY, va="top", **common
    )
    lower = 1 - (MARGIN + title_high + 0.05) / full
    figure.text(edge, lower, "\n".join(under), size=SUBTITLE_SIZE, color=CHARCOAL, va="top", **common)
    figure.text(edge, MARGIN / full, "\n".join(foot), size=SMALL_SIZE, color=GREY, va="bottom", **common)
    return Canvas(figure, height, top, bottom)


def draw_message(canvas: Canvas, message: str) -> None:
    """Write the one line that stands where there is nothing to draw."""
    canvas.write(MARGIN, canvas.height / 2, message, size=SUBTITLE_SIZE)


def year_labels(years: list[int], *, most: int) -> tuple[list[int], list[str]]:
    """The years to be marked and their labels, at most `most` of them, the first always among them."""
    shown = years[:: max(1, -(-len(years) // most))]
    return shown, [str(year) for year in shown]


def year_ticks(axes: Axes, years: list[int], *, most: int) -> None:
    """Mark the years below `axes`, at most `most` of them, the first always among them."""
    aside = 0.7 + max(0, LEAST_YEARS - len(years)) / 2  # a bar of one year alone need not fill the sheet
    axes.set_xlim(years[0] - aside, years[-1] + aside)
    axes.set_xticks(*year_labels(years, most=most))


def year_axis(axes: Axes, years: list[int], *, most: int, undated: float, word: str | None) -> None:
    """Mark the years, none where there are none, and with a `word` the place `undated` beside them."""
    if years:
        year_ticks(axes, years, most=most)
    else:
        axes.set_xticks([])
    if word is not None:
        ticks, texts = list(axes.get_xticks()), [text.get_text() for text in axes.get_xticklabels()]
        axes.set_xticks([*ticks, undated], [*texts, word])
        axes.set_xlim((years[0] if years else 0) - 0.7, undated + 0.7)


def quiet(axes: Axes, *, keep: str = "left bottom") -> None:
    """Take away the frame lines of `axes` that are not in `keep`."""
    for side, spine in axes.spines.items():
        spine.set_visible(side in keep.split())
