from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import wording

SPACE = wording.NO_BREAK


def spaced(text: str) -> str:
    return text.replace(SPACE, " ")


@pytest.mark.parametrize(("number", "noun", "said"), [
    (0, "article", "0 articles"), (1, "article", "1 article"), (1234, "article", "1,234 articles"),
    (2, "body", "2 bodies"), (2, "day", "2 days"), (2, "person", "2 people"), (3, "match", "3 matches"),
])  # fmt: skip
def test_count(number, noun, said):
    assert spaced(wording.count(number, noun)) == said


@pytest.mark.parametrize(("share", "said"), [
    (0, "0 %"), (0.004, "under 1 %"), (0.005, "1 %"), (0.145, "15 %"), (0.5, "50 %"), (0.9949, "99 %"),
    (0.995, "over 99 %"), (1.0, "100 %"),
])  # fmt: skip
def test_percent(share, said):
    assert spaced(wording.percent(share)) == said


@pytest.mark.parametrize(("change", "said"), [(0.12, "+12"), (-0.125, "−13"), (0.001, "0"), (-0.004, "0")])
def test_points(change, said):
    assert wording.points(change) == said


def test_percent_range():
    assert spaced(wording.percent_range(0.031, 0.068)) == "3 to 7 %"


@pytest.mark.parametrize(("value", "currency", "said"), [
    (4500.0, "GBP", "£4,500"), (12.5, "GBP", "£12.50"), (12_340_000, "GBP", "£12.34 million"),
    (3e9, "EUR", "€3 billion"),
    (1.5e12, "USD", "$1.5 trillion"), (90, "CHF", "CHF 90"), (90, None, "90"), (-20, "GBP", "−£20"),
])  # fmt: skip
def test_money(value, currency, said):
    assert spaced(wording.money(value, currency)) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listing(items, said):
    assert wording.listing(items) == said


@pytest.mark.parametrize(
    ("years", "said"), [([], ""), ([2017], "2017"), ([2024, 2019, 2017, 2020, 2021], "2017, 2019–2021 and 2024")]
)
def test_year_list(years, said):
    assert wording.year_list(years) == said


def test_say_fills_names_only_and_never_reads_values_as_sentences():
    assert wording.say("the {what} of it", {"what": "{0.__class__} {x}"}) == "The {0.__class__} {x} of it"


@given(st.text())
def test_plain_text_has_no_unseen_characters(text):
    kept = wording.plain(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in kept)
    assert not any(sign in kept for sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f")
    assert wording.plain(kept) == kept


@given(st.text(min_size=1), st.integers(2, 40))
def test_short_text_is_as_short_as_asked(text, most):
    cut = wording.shorten(text, most)
    assert len(cut) <= most
    assert cut == text or cut.endswith(wording.ELLIPSIS)


@given(st.text(alphabet="ab \u200b", max_size=200))
def test_breakable_text_says_the_same(text):
    said = wording.breakable(text, longest=5)
    assert said.replace(wording.BREAK_HERE, "") == text.replace(wording.BREAK_HERE, "")


def test_long_words_can_break():
    assert max(map(len, wording.breakable("w" * 10_000).split(wording.BREAK_HERE))) == 8


@given(st.text())
def test_no_cell_begins_as_a_formula(text):
    assert not wording.safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert wording.safe_cell(text).removeprefix("'") in (text, text.removeprefix("'"))
