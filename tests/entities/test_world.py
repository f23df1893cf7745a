"""Sums as British, Irish, Commonwealth, American, German and French texts write them, all parts at once."""

from __future__ import annotations

import pytest

from pipeline.entities.currencies import build_currencies
from pipeline.entities.money import find_sums
from pipeline.settings import load_config

CONFIG = load_config("entities", {})
# text, currency of the corpus, and for each sum: surface, value, upper end, currency, period, qualifier
WORLD = [
    (
        "The upgrade will cost $1.2-trillion over a decade.",
        "USD",
        [
            ("$1.2-trillion", 1200000000000, None, "USD", None, None),
        ],
    ),
    (
        "Premiums came to GBP 3m last year.",
        "GBP",
        [
            ("GBP 3m", 3000000, None, "GBP", None, None),
        ],
    ),
    (
        "It needs £3.5–£4bn of repairs.",
        "GBP",
        [
            ("£3.5–£4bn", 3500000000, 4000000000, "GBP", None, None),
        ],
    ),
    (
        "The £1bn-plus scheme was shelved.",
        "GBP",
        [
            ("£1bn", 1000000000, None, "GBP", None, "over"),
        ],
    ),
    (
        "A £20-a-week cut hit families.",
        "GBP",
        [
            ("£20", 20, None, "GBP", "week", None),
        ],
    ),
    (
        "Council tax adds 5p in the pound.",
        "GBP",
        [
            ("5p", 0.05, None, "GBP", None, None),
        ],
    ),
    (
        "The state set aside Rs 500 crore for canals.",
        "INR",
        [
            ("Rs 500 crore", 5000000000, None, "INR", None, None),
        ],
    ),
    (
        "The Commission offered 3 million euros to Malta.",
        "EUR",
        [
            ("3 million euros", 3000000, None, "EUR", None, None),
        ],
    ),
    (
        "Repairs came to a quarter of a million pounds.",
        "GBP",
        [
            ("a quarter of a million pounds", 250000, None, "GBP", None, None),
        ],
    ),
    (
        "They owe three-quarters of a million dollars.",
        "USD",
        [
            ("three-quarters of a million dollars", 750000, None, "USD", None, None),
        ],
    ),
    (
        "Der Bund zahlt 4,5 Milliarden Euro.",
        "EUR",
        [
            ("4,5 Milliarden Euro", 4500000000, None, "EUR", None, None),
        ],
    ),
    (
        "Die Stadt spart 12 Millionen Euro pro Jahr.",
        "EUR",
        [
            ("12 Millionen Euro", 12000000, None, "EUR", "year", None),
        ],
    ),
    (
        "L'État versera 2,5 milliards d'euros.",
        "EUR",
        [
            ("2,5 milliards d'euros", 2500000000, None, "EUR", None, None),
        ],
    ),
    (
        "Le budget est de 1 200 000 € par an.",
        "EUR",
        [
            ("1 200 000 €", 1200000, None, "EUR", "year", None),
        ],
    ),
    (
        "Une aide de 300 M€ est prévue.",
        "EUR",
        [
            ("300 M€", 300000000, None, "EUR", None, None),
        ],
    ),
    (
        "The agency has EUR 1.5 billion and EUR 200 000 in reserve.",
        "EUR",
        [
            ("EUR 1.5 billion", 1500000000, None, "EUR", None, None),
            ("EUR 200 000", 200000, None, "EUR", None, None),
        ],
    ),
    (
        "Ireland paid €13bn-€14bn in back tax.",
        "EUR",
        [
            ("€13bn", 13000000000, None, "EUR", None, None),
            ("€14bn", 14000000000, None, "EUR", None, None),
        ],
    ),
    (
        "The fund stands at A$1.3b.",
        "AUD",
        [
            ("A$1.3b", 1300000000, None, "AUD", None, None),
        ],
    ),
    (
        "Auckland will spend NZD 40 million.",
        "NZD",
        [
            ("NZD 40 million", 40000000, None, "NZD", None, None),
        ],
    ),
    (
        "Lagos owes N250bn to contractors; ₦3.4 trillion is due.",
        "NGN",
        [
            ("N250bn", 250000000000, None, "NGN", None, None),
            ("₦3.4 trillion", 3400000000000, None, "NGN", None, None),
        ],
    ),
    (
        "Kenya lent KSh 2.4 billion to growers.",
        "KES",
        [
            ("KSh 2.4 billion", 2400000000, None, "KES", None, None),
        ],
    ),
    (
        "Pretoria gave R350 a month to the jobless.",
        "ZAR",
        [
            ("R350", 350, None, "ZAR", "month", None),
        ],
    ),
    (
        "The grant is worth up to £4,000 per pupil per year.",
        "GBP",
        [
            ("£4,000", 4000, None, "GBP", "year", "up_to"),
        ],
    ),
    (
        "They spent £2.3m in each of the past three years.",
        "GBP",
        [
            ("£2.3m", 2300000, None, "GBP", "year", None),
        ],
    ),
    (
        "Tens of millions of euros vanished.",
        "EUR",
        [
            ("Tens of millions of euros", None, None, "EUR", None, "vague"),
        ],
    ),
    (
        "A six-figure sum was paid; a seven-figure settlement followed.",
        "GBP",
        [
            ("six-figure sum", None, None, "GBP", None, "vague"),
            ("seven-figure settlement", None, None, "GBP", None, "vague"),
        ],
    ),
    (
        "The levy raised 250 million pounds sterling.",
        "GBP",
        [
            ("250 million pounds sterling", 250000000, None, "GBP", None, None),
        ],
    ),
    (
        "The pilot cost £0.5m to £0.75m.",
        "GBP",
        [
            ("£0.5m", 500000, None, "GBP", None, None),
            ("£0.75m", 750000, None, "GBP", None, None),
        ],
    ),
    (
        "The bill is between $15 and $20 billion.",
        "USD",
        [
            ("$15", 15000000000, None, "USD", None, None),
            ("$20 billion", 20000000000, None, "USD", None, None),
        ],
    ),
    (
        "It pays the minimum wage of £11.44 an hour.",
        "GBP",
        [
            ("£11.44", 11.44, None, "GBP", None, None),
        ],
    ),
    (
        "A $7.25-an-hour wage floor holds.",
        "USD",
        [
            ("$7.25", 7.25, None, "USD", None, None),
        ],
    ),
    (
        "One-and-a-half billion pounds went on drains.",
        "GBP",
        [
            ("One-and-a-half billion pounds", 1500000000, None, "GBP", None, None),
        ],
    ),
    (
        "Nearly half a trillion dollars was lent.",
        "USD",
        [
            ("half a trillion dollars", 500000000000, None, "USD", None, "under"),
        ],
    ),
    (
        "The state sends 1.2 million U.S. dollars yearly.",
        "USD",
        [
            ("1.2 million U.S. dollars", 1200000, None, "USD", "year", None),
        ],
    ),
    (
        "A cheque for £5,000.00 came.",
        "GBP",
        [
            ("£5,000.00", 5000, None, "GBP", None, None),
        ],
    ),
    (
        "Wales gets £20.6bn (Scotland £47.7bn).",
        "GBP",
        [
            ("£20.6bn", 20600000000, None, "GBP", None, None),
            ("£47.7bn", 47700000000, None, "GBP", None, None),
        ],
    ),
    (
        "The dock cost ten-and-sixpence in 1950, or £17 million today.",
        "GBP",
        [
            ("£17 million", 17000000, None, "GBP", None, None),
        ],
    ),
    (
        "The panel gave a five-pound note and a two-hundred-dollar fine.",
        "GBP",
        [
            ("five-pound", 5, None, "GBP", None, None),
            ("two-hundred-dollar", 200, None, "USD", None, None),
        ],
    ),
]
DECOYS = [
    "Revenue (£m)",
    "Figures in £'000 unless stated",
    "All sums are in GBP.",
    "Receipts: nil",
    "The motion was nil-nil at the break.",
    "Some 3.2bn passengers flew.",
    "It has 1.5m followers.",
    "She sent 20k tweets.",
    "A quarter of a million homes flooded.",
    "Sterling rose against the dollar.",
    "The euro area grew.",
    "He weighed 14 stone 3 pounds.",
    "Half a pound of butter was left.",
    "The RAND 50 index stayed flat.",
    "Form P 45 is due.",
    "Turn to p 12.",
    "See pp 12-14.",
    "Dollar General opened 40 stores.",
    "Five Dollar Lane was shut.",
    "The Pound of Flesh play ran 30 nights.",
    "Penny wise, pound foolish.",
    "The 5 points.",
    "The dog pound holds 60 strays.",
    "Euro 2024 drew 2.6m fans.",
    "Euro 6 engines pass.",
    "The 1922 Committee met 3 times.",
    "M 25 and A 40 traffic rose.",
    "It is a common-sense rule.",
    "A 10-point plan was drawn.",
    "Nine million Kenyans voted.",
    "They took 1.2 MB of notes.",
]


def read(text, default):
    currencies = build_currencies(CONFIG.currencies, default=default)
    found = find_sums(text, currencies=currencies, money_nouns=CONFIG.money_nouns)
    return [(text[s.start : s.end], s.value, s.value_high, s.currency, s.period, s.qualifier) for s in found]


@pytest.mark.parametrize(("text", "default", "wanted"), WORLD)
def test_sums_of_many_houses(text, default, wanted):
    assert read(text, default) == wanted


@pytest.mark.parametrize("text", DECOYS)
def test_what_only_looks_like_a_sum(text):
    assert read(text, "GBP") == []


def test_a_letter_is_a_sign_only_where_it_is_the_currency_of_the_corpus():
    assert read("Room R350 is shut.", "GBP") == []


@pytest.mark.parametrize(
    ("text", "qualifier"), [("within, that is, under the £5m scheme", None), ("just under the £5m mark", "under")]
)
def test_under_the_sum_is_within_it(text, qualifier):
    assert read(text, "GBP")[0][5] == qualifier


def test_a_lost_space_does_not_cost_the_magnitude():
    assert read("gifts of $2.4 millionat least", "USD")[0][:2] == ("$2.4 million", 2_400_000)
    assert read("a $2 millionaire", "USD")[0][1] == 2
