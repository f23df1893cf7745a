"""Amounts: numbers and magnitudes as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.amounts import TENS, UNITS, read_magnitude, read_number, read_words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("5", 5),
        ("1,234", 1234),
        ("1,234,567.89", 1234567.89),
        ("12,34,567", 1234567),
        ("1.234,56", 1234.56),
        ("1.234.567", 1234567),
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("2\u00a0500", 2500),
        ("1 234 567", 1234567),
        ("2½", 2.5),
        ("½", 0.5),
    ],
)
def test_numbers_of_every_house_are_read(text: str, wanted: float) -> None:
    assert read_number(text) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [(None, 1), ("", 1), ("m", 1e6), (" bn", 1e9), ("-million", 1e6), (" hundred million", 1e8), (" lakh crore", 1e12)],
)
def test_magnitudes_multiply(text: str | None, wanted: float) -> None:
    assert read_magnitude(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a", 1),
        ("twelve", 12),
        ("twenty-five", 25),
        ("a hundred and fifty", 150),
        ("three thousand two hundred", 3200),
        ("half a", 0.5),
        ("two thirds of a", 2 / 3),
        ("three-quarters of a", 0.75),
        ("one and a half", 1.5),
    ],
)
def test_numbers_in_words_are_read(text: str, wanted: float) -> None:
    assert read_words(text) == pytest.approx(wanted)


@given(st.sampled_from(sorted(TENS)), st.sampled_from(sorted(UNITS)[:9]))
def test_tens_and_units_add_up(ten: str, unit: str) -> None:
    assert read_words(f"{ten}-{unit}") == TENS[ten] + UNITS[unit]
