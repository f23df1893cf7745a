"""Currencies: the default, and what a bare dollar is."""

from __future__ import annotations

import pytest

from pipeline.entities.currencies import build_currencies, choose_currency
from pipeline.entities.money import Sum, find_sums
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


def sums_in(text: str, default: str = "GBP") -> list[Sum]:
    currencies = build_currencies(CONFIG.currencies, default=default)
    return find_sums(text, currencies=currencies, money_nouns=CONFIG.money_nouns)


@pytest.mark.parametrize(
    ("texts", "stated", "wanted"),
    [
        (["It cost £5 and £6, or $7."], "", "GBP"),
        (["It cost $5 and $6, or £7."], "", "USD"),
        (["It cost 5 euros."], "", "EUR"),
        (["It cost £5."], "USD", "USD"),
        (["It was free."], "", None),
        ([], "", None),
    ],
)
def test_the_default_currency_is_stated_or_the_commonest(texts: list[str], stated: str, wanted: str | None) -> None:
    assert choose_currency(texts, stated) == wanted


@pytest.mark.parametrize(("default", "wanted"), [("GBP", "USD"), ("USD", "USD"), ("AUD", "AUD"), ("CAD", "CAD")])
def test_a_bare_dollar_sign_is_us_unless_the_corpus_has_another_dollar(default: str, wanted: str) -> None:
    assert [s.currency for s in sums_in("A ticket is $9.", default)] == [wanted]
