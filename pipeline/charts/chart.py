"""A chart: its picture, its points and what is said of it; and the files that it becomes."""

from __future__ import annotations

import io
import json
import re
import warnings
from dataclasses import asdict, dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pipeline.charts.canvas import STYLE
from pipeline.wording import safe_cell

# Element identifiers in an SVG are hashes; with a salt of our own they are the same on every run. Letters stay text,
# to be read aloud, found and copied; Verdana has the widths of DejaVu Sans, for machines without it.
SALT: Any = {"svg.hashsalt": "themeline", "svg.fonttype": "none"}
STYLE_FONT = re.compile(r"(?<=<text style=\")([^\"]*?)'DejaVu Sans'")
# Of the levels of zlib, 9 takes three times as long as 6 for 2 % less.
COMPRESSION = 6
# Contributions of articles must add up to the plotted figure within one part in a thousand million.
FIGURES = "%.13g"
FALLBACK_FONT = r"\1'DejaVu Sans', Verdana, sans-serif"


@dataclass(frozen=True)
class Words:
    """What is said of a chart: the finding, what was measured, where from, and the picture in words.

    `people` is how people may be shown in it (names, roles, none), `is_empty` whether it shows nothing.
    """

    title: str
    subtitle: str
    source: str
    alt: str
    people: str
    is_empty: bool = False


@dataclass(frozen=True)
class Origin:
    """The articles behind each point: those rows of `articles` that agree with the point in the columns `by`.

    Besides `by` and article_id, `articles` has a column for each of the points' figures that articles make up: what the
    articles of a point have there adds up to what the point has. Without `by`, every point comes from all the rows.
    """

    by: tuple[str, ...] = ()
    articles: pd.DataFrame = field(default_factory=lambda: pd.DataFrame({"article_id": pd.Series(dtype="str")}))


@dataclass(frozen=True)
class Chart:
    """One chart as it was drawn; `points` holds a row for each mark in the picture, `origin` where it comes from."""

    name: str
    words: Words
    points: pd.DataFrame
    figure: Figure
    origin: Origin


def chart_files(chart: Chart, *, dpi: int, most_rows: int) -> dict[str, bytes]:
    """The files of a chart by name: .png, .svg, .csv, .articles.csv and .json; no clock, host or version in any.

    There is no .articles.csv where it would have more than `most_rows`, or no row.
    """
    traced = 0 < len(chart.origin.articles) <= most_rows
    with matplotlib.rc_context({**STYLE, **SALT}), warnings.catch_warnings():
        # a letter that DejaVu Sans lacks is drawn as a sign of its script; that is no news to the reader of a terminal
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        files = {
            f"{chart.name}.png": png_bytes(chart, dpi=dpi),
            f"{chart.name}.svg": svg_bytes(chart),
            f"{chart.name}.csv": csv_bytes(chart.points),
            f"{chart.name}.json": json_bytes(chart.words),
        }
    return {**files, f"{chart.name}.articles.csv": csv_bytes(chart.origin.articles)} if traced else files


def png_bytes(chart: Chart, *, dpi: int) -> bytes:
    """The chart as PNG without an alpha channel; its metadata hold the title and nothing of the machine."""
    canvas: Any = FigureCanvasAgg(chart.figure)  # type hints of matplotlib leave its backends out
    before = chart.figure.dpi
    chart.figure.set_dpi(dpi)
    canvas.draw()
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())[:, :, :3])
    chart.figure.set_dpi(before)
    facts = PngInfo()
    facts.add_itxt("Title", chart.words.title.encode("utf-8", "replace").decode("utf-8"))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", dpi=(dpi, dpi), pnginfo=facts, compress_level=COMPRESSION)
    return buffer.getvalue()


def svg_bytes(chart: Chart) -> bytes:
    """The chart as SVG, with title and description as a screen reader finds them."""
    buffer = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    chart.figure.savefig(buffer, format="svg", metadata=nothing)
    picture = STYLE_FONT.sub(FALLBACK_FONT, buffer.getvalue())
    begin = picture.index("<svg")
    body = picture.index(">", begin) + 1
    head = picture[begin : body - 1] + ' role="img" aria-labelledby="chart-title chart-alt">'
    title = f'<title id="chart-title">{escape(chart.words.title)}</title>'
    alt = f'<desc id="chart-alt">{escape(chart.words.alt)}</desc>'
    return (picture[:begin] + head + title + alt + picture[body:]).encode("utf-8")


def csv_bytes(points: pd.DataFrame) -> bytes:
    """The points as CSV; text that a spreadsheet would take for a formula is made plain."""
    text_columns = points.select_dtypes(include=["str", "object", "string"]).columns
    safe = points.assign(**{name: points[name].map(safe_cell, na_action="ignore") for name in text_columns})
    return safe.to_csv(index=False, lineterminator="\n", float_format=FIGURES).encode("utf-8", "replace")


def json_bytes(words: Words) -> bytes:
    """What is said of the chart, as JSON."""
    facts = asdict(words)
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
