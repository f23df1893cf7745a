from __future__ import annotations

from pipeline.report import blocks
from pipeline.wording import BREAK_HERE


def test_text_of_documents_stays_text_on_one_line():
    assert blocks.text("#strong[x]\n\x00*b* \u202eright")["text"] == "#strong[x] *b* right"


def test_long_words_break_and_endless_text_ends():
    said = blocks.shown("w" * 10_000)
    assert len(said.replace(BREAK_HERE, "")) <= blocks.MOST_CHARS
    assert max(map(len, said.split(BREAK_HERE))) <= 31


def test_a_cell_of_several_lines_keeps_them():
    made = blocks.table(["a", "b"], [("x", ("1", "2\n3"))], widths="lc", caption="t")
    assert made["rows"] == [[["x"], ["1", "2 3"]]]
    assert made["widths"] == ["l", "c"]


def test_points_may_lead_with_a_name():
    assert blocks.points(["a", ("b", "c")])["items"] == [{"lead": "", "text": "a"}, {"lead": "b", "text": "c"}]
