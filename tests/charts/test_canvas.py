from __future__ import annotations

import pytest
from matplotlib import font_manager
from matplotlib.colors import to_rgb

from pipeline.charts import canvas
from pipeline.charts.letters import FONT_FOLDER


def luminance(color: str) -> float:
    """Relative luminance of sRGB, as WCAG 2.2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(color)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_the_known_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


# ORANGE of the Analysis Function's palette is stated as 3:1 on white and comes to 2.998.
@pytest.mark.parametrize("color", [*canvas.PALETTE, canvas.GREY])
def test_marks_stand_out_from_paper(color):
    assert contrast(color, canvas.PAPER) >= 3.0


@pytest.mark.parametrize("color", [canvas.CHARCOAL, canvas.NAVY, canvas.GREY])
def test_text_colours_are_legible(color):
    assert contrast(color, canvas.PAPER) >= 4.5


@pytest.mark.parametrize(("one", "other"), [(canvas.NAVY, canvas.TEAL), (canvas.NAVY, canvas.PAPER)])
def test_marks_drawn_over_each_other_differ_in_grey(one, other):
    assert contrast(one, other) >= 3.0


def as_seen(color: str) -> tuple[float, float, float]:
    """A colour as an eye without green cones sees it (Machado, Oliveira and Fernandes 2009)."""
    line = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(color)]
    seen = [min(max(sum(w * p for w, p in zip(row, line, strict=True)), 0.0), 1.0) for row in DEUTERANOPIA]
    back = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in seen]
    return back[0], back[1], back[2]


DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)


def test_grey_is_seen_as_grey_by_all():
    assert as_seen("#808080") == pytest.approx(to_rgb("#808080"), abs=1e-3)


# Pairs that stand beside each other in one chart: rise and fall, firm and loose, band and dot, the engines.
@pytest.mark.parametrize(("one", "other"), [
    (canvas.NAVY, canvas.ORANGE), (canvas.NAVY, canvas.TEAL), (canvas.ORANGE, canvas.PLUM),
])  # fmt: skip
def test_colours_of_one_chart_differ_in_grey_and_without_green_cones(one, other):
    assert contrast(one, other) >= 2.5
    assert contrast(as_seen(one), as_seen(other)) >= 2.5


def test_only_fonts_that_come_with_matplotlib_are_used():
    before = font_manager.fontManager.ttflist
    with canvas.house_style():
        folders = {font.fname.rsplit("/", 1)[0] for font in font_manager.fontManager.ttflist}
    assert folders == {str(FONT_FOLDER)}
    assert font_manager.fontManager.ttflist is before


def test_a_longer_title_makes_the_sheet_higher_and_leaves_the_drawing_as_it_was():
    short = canvas.open_canvas(title="One", subtitle="Two", source="Three", height=2)
    long = canvas.open_canvas(title="word " * 60, subtitle="Two", source="Three", height=2)
    assert long.figure.get_figheight() > short.figure.get_figheight()
    for sheet in (short, long):
        box = sheet.axes(1.0, 3.0).get_position()
        assert box.height * sheet.figure.get_figheight() == pytest.approx(2)
        assert box.width * canvas.WIDTH == pytest.approx(3)


@pytest.mark.parametrize(("years", "most", "shown"), [
    ([2020], 10, [2020]),
    (list(range(2016, 2026)), 10, list(range(2016, 2026))),
    (list(range(2000, 2020)), 10, list(range(2000, 2020, 2))),
])  # fmt: skip
def test_year_ticks_are_at_most_as_many_as_asked(years, most, shown):
    axes = canvas.open_canvas(title="", subtitle="", source="", height=2).axes(0.5, 5)
    canvas.year_ticks(axes, years, most=most)
    assert [int(place) for place in axes.get_xticks()] == shown
    low, high = axes.get_xlim()
    assert low < years[0] <= years[-1] < high
