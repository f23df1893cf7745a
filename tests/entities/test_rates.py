"""Periods and qualifiers: what the words around a sum say."""

from __future__ import annotations

import pytest

from pipeline.entities.currencies import build_currencies
from pipeline.entities.money import Sum, find_sums
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


def sums_in(text: str, default: str = "GBP") -> list[Sum]:
    currencies = build_currencies(CONFIG.currencies, default=default)
    return find_sums(text, currencies=currencies, money_nouns=CONFIG.money_nouns)


PERIODS = [
    ("It costs £5m a year to run.", "year"),
    ("It costs £5m per year to run.", "year"),
    ("It costs £5m each year to run.", "year"),
    ("It costs £5m every year to run.", "year"),
    ("It costs £5m per annum to run.", "year"),
    ("It costs £1b pa to run.", "year"),
    ("It costs £5m p.a. to run.", "year"),
    ("It costs £5m annually to run.", "year"),
    ("It costs £5m/year to run.", "year"),
    ("A £5m-a-year ferry sails.", "year"),
    ("It saw £5m in annual savings.", "year"),
    ("An annual £5m is set aside.", "year"),
    ("An annual cost of £5m is borne.", "year"),
    ("The annual ferry budget is about £5m.", "year"),
    ("Spending reached £5m in each of the past three years.", "year"),
    ("It needs £5m, in each year of the plan.", "year"),
    ("It spends £5m on ferries to the isles each year.", "year"),
    ("Each year the port spends £5m on paint.", "year"),
    ("The cost per year is £5m.", "year"),
    ("A berth is £300 a week.", "week"),
    ("A berth is £300 per week.", "week"),
    ("A berth is £300 weekly.", "week"),
    ("A £20 weekly uplift ended.", "week"),
    ("A berth is £300 pw.", "week"),
    ("Berths at £300 a week or more rose.", "week"),
    ("Berths cost tens of thousands of pounds per week.", "week"),
    ("A berth is £300 a month.", "month"),
    ("A berth is £300 pcm.", "month"),
    ("A monthly fee of £300 applies.", "month"),
    ("A berth is £300 a day.", "day"),
    ("A berth is £300 a night.", "day"),
    ("A daily rate of £300 applies.", "day"),
    ("Aid is £40 per pupil per year.", "year"),
    ("Aid is £40 a head a week.", "week"),
    ("It costs £5m over four years.", None),
    ("It costs £5m in 2025-26.", None),
    ("It costs £5m by 2030.", None),
    ("It cost £5m a year ago.", None),
    ("It cost £5m a year earlier.", None),
    ("It cost £5m last year.", None),
    ("It cost £5m this year.", None),
    ("The annual report found £5m missing.", None),
    ("At the annual regatta, £5m was pledged.", None),
    ("It cost £5m while ferries carry 300 people each year.", None),
    ("A berth is £300 an hour.", None),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_only_a_rate_has_a_period(text: str, period: str | None) -> None:
    assert [s.period for s in sums_in(text)] == [period]


@pytest.mark.parametrize(
    "text",
    ["Berths cost £3,000 to £4,000 a week.", "The annual shortfall in cash went from £5m to £7m from 2020."],
)
def test_both_ends_of_a_range_share_its_period(text: str) -> None:
    periods = {s.period for s in sums_in(text)}
    assert len(periods) == 1
    assert None not in periods


QUALIFIERS = [
    ("It cost about £5m.", "approx"),
    ("It cost around £5m.", "approx"),
    ("It cost approximately £5m.", "approx"),
    ("It cost roughly £5m.", "approx"),
    ("It cost ~£5m.", "approx"),
    ("It cost £5m or so.", "approx"),
    ("It cost over £5m.", "over"),
    ("It cost well over £5m.", "over"),
    ("It cost more than £5m.", "over"),
    ("It cost in excess of £5m.", "over"),
    ("It cost at least £5m.", "over"),
    ("It cost no less than £5m.", "over"),
    ("It cost £5m or more.", "over"),
    ("It cost £5m+.", "over"),
    ("It cost £5m-plus.", "over"),
    ("It cost £5m a year or more.", "over"),
    ("It cost up to £5m.", "up_to"),
    ("It cost as much as £5m.", "up_to"),
    ("It cost no more than £5m.", "up_to"),
    ("It cost under £5m.", "under"),
    ("It cost less than £5m.", "under"),
    ("It cost nearly £5m.", "under"),
    ("It cost almost £5m.", "under"),
    ("It cost an extra £5m.", None),
    ("It could reach £5m.", None),
    ("It is likely to be £5m.", None),
    ("It cost from £5m.", None),
    ("They fell into a row over £5m.", None),
    ("It adds up to £5m.", None),
]


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS)
def test_a_qualifier_comes_from_a_word_beside_the_sum(text: str, qualifier: str | None) -> None:
    assert [s.qualifier for s in sums_in(text)] == [qualifier]
