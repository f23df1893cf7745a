"""Sums of money in our own words: what they are worth, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.entities.currencies import build_currencies
from pipeline.entities.money import Sum, find_sums
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


def sums_in(text: str, default: str = "GBP") -> list[Sum]:
    currencies = build_currencies(CONFIG.currencies, default=default)
    return find_sums(text, currencies=currencies, money_nouns=CONFIG.money_nouns)


def described(text: str, default: str = "GBP") -> list[tuple[str, float | None, str | None]]:
    return [(text[s.start : s.end], s.value, s.currency) for s in sums_in(text, default)]


SIGNED = [
    ("The hall cost £5 to hire.", "£5", 5, "GBP"),
    ("A fee of £12.50 was charged.", "£12.50", 12.5, "GBP"),
    ("They raised £1,250 at the fair.", "£1,250", 1250, "GBP"),
    ("It set aside £1,234,567.89 in all.", "£1,234,567.89", 1234567.89, "GBP"),
    ("A bill of £ 300 arrived.", "£ 300", 300, "GBP"),
    ("The port got £14m.", "£14m", 14_000_000, "GBP"),
    ("The port got £14 m.", "£14 m", 14_000_000, "GBP"),
    ("The port got £14M in aid.", "£14M", 14_000_000, "GBP"),
    ("The port got £14mn.", "£14mn", 14_000_000, "GBP"),
    ("The port got £14mln.", "£14mln", 14_000_000, "GBP"),
    ("The port got £14 million.", "£14 million", 14_000_000, "GBP"),
    ("The port got £14-million for quays.", "£14-million", 14_000_000, "GBP"),
    ("The port got £14million.", "£14million", 14_000_000, "GBP"),
    ("Rail needs £1.4billion now.", "£1.4billion", 1_400_000_000, "GBP"),
    ("Rail needs £1.4 billion now.", "£1.4 billion", 1_400_000_000, "GBP"),
    ("Rail needs £1.4bn now.", "£1.4bn", 1_400_000_000, "GBP"),
    ("Rail needs £1.4 bn now.", "£1.4 bn", 1_400_000_000, "GBP"),
    ("Rail needs £1.4b now.", "£1.4b", 1_400_000_000, "GBP"),
    ("Rail needs £1.4BN NOW", "£1.4BN", 1_400_000_000, "GBP"),
    ("Debt stands at £2.5tn.", "£2.5tn", 2_500_000_000_000, "GBP"),
    ("Debt stands at £2.5 trillion.", "£2.5 trillion", 2_500_000_000_000, "GBP"),
    ("Debt stands at £2.5trn.", "£2.5trn", 2_500_000_000_000, "GBP"),
    ("Grants of £50k went out.", "£50k", 50_000, "GBP"),
    ("Grants of £50K went out.", "£50K", 50_000, "GBP"),
    ("Grants of £50 thousand went out.", "£50 thousand", 50_000, "GBP"),
    ("A pot of £3 hundred million was named.", "£3 hundred million", 300_000_000, "GBP"),
    ("A pot of £2½m was named.", "£2½m", 2_500_000, "GBP"),
    ("A pot of £½m was named.", "£½m", 500_000, "GBP"),
    ("(£9m) in brackets", "£9m", 9_000_000, "GBP"),
    ("‘£9m’ in quotes", "£9m", 9_000_000, "GBP"),
    ("a deficit of -£9m", "£9m", 9_000_000, "GBP"),
    ("It won £7.5m-worth of orders.", "£7.5m", 7_500_000, "GBP"),
    ("The £300,000-a-head bill", "£300,000", 300_000, "GBP"),
    ("Lunch came to $9.99.", "$9.99", 9.99, "USD"),
    ("The bridge cost $75M.", "$75M", 75_000_000, "USD"),
    ("The bridge cost $75MM.", "$75MM", 75_000_000, "USD"),
    ("The bridge cost $1.2B.", "$1.2B", 1_200_000_000, "USD"),
    ("The bridge cost $500K.", "$500K", 500_000, "USD"),
    ("A stimulus of $3T was floated.", "$3T", 3_000_000_000_000, "USD"),
    ("A stimulus of $1.9 trillion was floated.", "$1.9 trillion", 1_900_000_000_000, "USD"),
    ("Exports fell to US$3.2tn.", "US$3.2tn", 3_200_000_000_000, "USD"),
    ("Exports fell to U.S. $40 billion.", "U.S. $40 billion", 40_000_000_000, "USD"),
    ("The exchange raised HK$10.05 billion.", "HK$10.05 billion", 10_050_000_000, "HKD"),
    ("Canberra pledged A$45m.", "A$45m", 45_000_000, "AUD"),
    ("Ottawa pledged C$45m.", "C$45m", 45_000_000, "CAD"),
    ("Ottawa pledged CA$45m.", "CA$45m", 45_000_000, "CAD"),
    ("Wellington pledged NZ$45m.", "NZ$45m", 45_000_000, "NZD"),
    ("The flat sold for S$2.1 million.", "S$2.1 million", 2_100_000, "SGD"),
    ("Farmers in Bahia owe R$8 million.", "R$8 million", 8_000_000, "BRL"),
    ("Dublin will spend €600m.", "€600m", 600_000_000, "EUR"),
    ("Dublin will spend €1,5 Mio on it.", "€1,5 Mio", 1_500_000, "EUR"),
    ("Das kostet 1,5 Mio. € im Ganzen.", "1,5 Mio. €", 1_500_000, "EUR"),
    ("Das kostet 2,3 Mrd € im Ganzen.", "2,3 Mrd €", 2_300_000_000, "EUR"),
    ("Das kostet 12,50 € im Laden.", "12,50 €", 12.5, "EUR"),
    ("Das kostet 1 234 567 € im Ganzen.", "1 234 567 €", 1_234_567, "EUR"),
    ("Das kostet € 1.234,56 im Laden.", "€ 1.234,56", 1234.56, "EUR"),
    ("Das kostet €1.500.000 im Ganzen.", "€1.500.000", 1_500_000, "EUR"),
    ("A ticket is €1,500 there.", "€1,500", 1500, "EUR"),
    ("A ticket is €2\u00a0500 there.", "€2\u00a0500", 2500, "EUR"),
    ("Tokyo offered ¥30 billion.", "¥30 billion", 30_000_000_000, "JPY"),
    ("Delhi set aside ₹5 crore.", "₹5 crore", 50_000_000, "INR"),
    ("Delhi set aside ₹2 lakh crore.", "₹2 lakh crore", 2_000_000_000_000, "INR"),
    ("The dam cost ₹12,34,567 to mend.", "₹12,34,567", 1_234_567, "INR"),
    ("A permit is Rs 500 a time.", "Rs 500", 500, "INR"),
    ("Fees of Rs. 5 lakh were due.", "Rs. 5 lakh", 500_000, "INR"),
    ("Seoul granted ₩900 billion.", "₩900 billion", 900_000_000_000, "KRW"),
    ("A loan of GBP 3m was drawn.", "GBP 3m", 3_000_000, "GBP"),
    ("A loan of USD 250,000 was drawn.", "USD 250,000", 250_000, "USD"),
    ("A loan of EUR 1,5 Mio was drawn.", "EUR 1,5 Mio", 1_500_000, "EUR"),
    ("A loan of CHF 3.5m was drawn.", "CHF 3.5m", 3_500_000, "CHF"),
    ("A loan of SEK 900 was drawn.", "SEK 900", 900, "SEK"),
    ("A loan of 900 million SEK was drawn.", "900 million SEK", 900_000_000, "SEK"),
    ("A loan of 40m USD was drawn.", "40m USD", 40_000_000, "USD"),
    ("Our grant$663,250104 Elm Row", "$663,250", 663_250, "USD"),
]
WORDED = [
    ("It takes 5 million pounds to dredge.", "5 million pounds", 5_000_000, "GBP"),
    ("It takes 2.5m pounds to dredge.", "2.5m pounds", 2_500_000, "GBP"),
    ("It takes 40bn euros to rebuild.", "40bn euros", 40_000_000_000, "EUR"),
    ("It takes five pounds to enter.", "five pounds", 5, "GBP"),
    ("It takes twenty-five pounds to enter.", "twenty-five pounds", 25, "GBP"),
    ("It takes a hundred pounds to enter.", "a hundred pounds", 100, "GBP"),
    ("It takes three hundred and fifty pounds to enter.", "three hundred and fifty pounds", 350, "GBP"),
    ("They found ten thousand pounds.", "ten thousand pounds", 10_000, "GBP"),
    ("They found twenty-five thousand pounds.", "twenty-five thousand pounds", 25_000, "GBP"),
    ("They found a hundred thousand pounds.", "a hundred thousand pounds", 100_000, "GBP"),
    ("They found a million pounds.", "a million pounds", 1_000_000, "GBP"),
    ("They found one million pounds sterling.", "one million pounds sterling", 1_000_000, "GBP"),
    ("They found half a million pounds.", "half a million pounds", 500_000, "GBP"),
    ("They found half of a million pounds.", "half of a million pounds", 500_000, "GBP"),
    ("They found a quarter of a million pounds.", "a quarter of a million pounds", 250_000, "GBP"),
    ("They found three-quarters of a billion pounds.", "three-quarters of a billion pounds", 750_000_000, "GBP"),
    ("They found two thirds of a billion pounds.", "two thirds of a billion pounds", 2e9 / 3, "GBP"),
    ("They found one and a half billion dollars.", "one and a half billion dollars", 1_500_000_000, "USD"),
    ("They found two and a half million pounds.", "two and a half million pounds", 2_500_000, "GBP"),
    ("They found forty million dollars.", "forty million dollars", 40_000_000, "USD"),
    ("Forty Million Dollars For A Pier", "Forty Million Dollars", 40_000_000, "USD"),
    ("They found 600 dollars.", "600 dollars", 600, "USD"),
    ("They found 25 US dollars.", "25 US dollars", 25, "USD"),
    ("They found 25 Canadian dollars.", "25 Canadian dollars", 25, "CAD"),
    ("They found 25 Australian dollars.", "25 Australian dollars", 25, "AUD"),
    ("They found 20 euros.", "20 euros", 20, "EUR"),
    ("They found 1,5 Mio. Euro there.", "1,5 Mio. Euro", 1_500_000, "EUR"),
    ("They found 300 billion yen.", "300 billion yen", 300_000_000_000, "JPY"),
    ("They found 70 Swiss francs.", "70 Swiss francs", 70, "CHF"),
    ("They found 9 crore rupees.", "9 crore rupees", 90_000_000, "INR"),
    ("They found 800 Swedish kronor.", "800 Swedish kronor", 800, "SEK"),
    ("They found 3 million shekels.", "3 million shekels", 3_000_000, "ILS"),
    ("A 3-million-pound pier opened.", "3-million-pound", 3_000_000, "GBP"),
    ("A 100-million-dollar pier opened.", "100-million-dollar", 100_000_000, "USD"),
    ("A 60-pound fine was issued.", "60-pound", 60, "GBP"),
    ("The levy is 50p on each bag.", "50p", 0.5, "GBP"),
    ("The levy is 1p on each bag.", "1p", 0.01, "GBP"),
    ("The levy is 7.5p on each bag.", "7.5p", 0.075, "GBP"),
    ("The levy is 99 pence on each bag.", "99 pence", 0.99, "GBP"),
    ("The levy is ten pence on each bag.", "ten pence", 0.1, "GBP"),
    ("The levy is 75 cents on each bag.", "75 cents", 0.75, "USD"),
    ("The levy is 75¢ on each bag.", "75¢", 0.75, "USD"),
    ("The levy is 20 euro cents on each bag.", "20 euro cents", 0.2, "EUR"),
    ("The van went for ten grand.", "ten grand", 10_000, "GBP"),
    ("The van went for 20 grand, we hear.", "20 grand", 20_000, "GBP"),
    ("The van went for 500 quid.", "500 quid", 500, "GBP"),
    ("They live on a dollar a day.", "a dollar", 1, "USD"),
    ("The port lost 3 million pounds of public money.", "3 million pounds", 3_000_000, "GBP"),
    ("The port lost 20 pounds of funding a head.", "20 pounds", 20, "GBP"),
]
VAGUE = [
    ("Repairs cost tens of thousands of pounds.", "tens of thousands of pounds", "GBP"),
    ("Repairs cost hundreds of pounds.", "hundreds of pounds", "GBP"),
    ("Repairs cost millions of dollars.", "millions of dollars", "USD"),
    ("Repairs cost hundreds of millions of euros.", "hundreds of millions of euros", "EUR"),
    ("Repairs cost tens or hundreds of thousands of dollars.", "tens or hundreds of thousands of dollars", "USD"),
    ("Repairs cost billions and billions of dollars.", "billions and billions of dollars", "USD"),
    ("Repairs cost several million pounds.", "several million pounds", "GBP"),
    ("Repairs cost a few hundred pounds.", "a few hundred pounds", "GBP"),
    ("A multi-million-pound ferry sank.", "multi-million-pound", "GBP"),
    ("A multi-million pound ferry sank.", "multi-million pound", "GBP"),
    ("A multimillion-dollar ferry sank.", "multimillion-dollar", "USD"),
    ("A multibillion-euro ferry sank.", "multibillion-euro", "EUR"),
    ("This would save costs in the millions and free up berths.", "millions", "GBP"),
    ("The bill may run into the tens of millions.", "tens of millions", "GBP"),
    ("The port wasted millions on cranes.", "millions", "GBP"),
    ("The town secured hundreds of millions in federal funding.", "hundreds of millions", "GBP"),
    ("It squandered millions of taxpayers’ money.", "millions", "GBP"),
    ("Losses of £millions are feared.", "£millions", "GBP"),
]
DECOYS = [
    "Some 4 million children ride buses.",
    "There were 4.3m referrals to clinics.",
    "There were 4.3 million calls.",
    "Turnout rose by 5%.",
    "Turnout rose by 5 percentage points.",
    "Over 200,000 people wrote in.",
    "Thousands of families moved away.",
    "Millions of birds fly south.",
    "Tens of thousands of homes lost power.",
    "Hundreds of millions of people saw it.",
    "It could save millions of lives.",
    "It saved thousands of hours.",
    "They spent thousands of hours on it.",
    "The newborn calf weighed 80 pounds.",
    "She lost 20 pounds on the diet.",
    "He gained ten pounds over winter.",
    "Mix 2 pounds of flour with water.",
    "Ships dumped 3 million pounds of plastic.",
    "Tens of thousands of pounds of fish rotted.",
    "A 20-pound turkey fed us all.",
    "The tyre holds 32 pounds per square inch.",
    "He was 15 pounds overweight.",
    "It gives 500 pounds of thrust.",
    "That is the million-dollar question.",
    "You look like a million dollars.",
    "She wanted her pound of flesh.",
    "Every pound helps.",
    "The pound fell against the euro.",
    "The dollar rose.",
    "The euro was launched in 1999.",
    "A strong dollar hurts exporters.",
    "In for a penny, in for a pound.",
    "The clip plays at 720p.",
    "Watch it in 480p on a phone.",
    "See p. 50 of the annex.",
    "Chapter 5, pp. 50-60, has more.",
    "The grand piano was tuned.",
    "Two grand pianos stood there.",
    "Three grand juries met.",
    "Visit the Grand Canyon.",
    "About 50 Bucks schools joined.",
    "Bucks County voted.",
    "A RAND study of 40 towns appeared.",
    "TRY 2 new recipes this week.",
    "We used CAD 3 times.",
    "The event is a shoestring affair.",
    "Small pots of funding are scarce.",
    "Savings are expected next year.",
    "Costs soared.",
    "Budgets were cut by a third.",
    "The 2021-22 budget passed.",
    "It opened in 2019.",
    "Section 106 applies here.",
    "Room 50 is upstairs.",
    "The M25 was shut.",
    "They ran 10k for charity.",
    "A 5m high wall was built.",
    "The pool is 50 m long.",
    "He scored 50 in 30 balls.",
    "We need 3bn litres of water.",
    "Eight in ten per cent signs were wrong.",
    "The won streak continued for 5 games.",
    "Figures are in £m.",
    "Prices are shown in $.",
    "The $ sign was missing.",
    "An eight-figure code opens it.",
    "Her fourth quarter was her best.",
    "One third of a mile remained.",
    "A quarter of a million people came.",
    "Half a million visitors came.",
]


@pytest.mark.parametrize(("text", "surface", "value", "currency"), SIGNED + WORDED)
def test_a_sum_has_its_surface_value_and_currency(text: str, surface: str, value: float, currency: str) -> None:
    assert described(text) == [(surface, pytest.approx(value), currency)]


@pytest.mark.parametrize(("text", "surface", "currency"), VAGUE)
def test_a_vague_sum_has_no_value(text: str, surface: str, currency: str) -> None:
    found = sums_in(text)
    assert [(text[s.start : s.end], s.value, s.currency, s.qualifier) for s in found] == [
        (surface, None, currency, "vague")
    ]


@pytest.mark.parametrize("text", DECOYS)
def test_what_is_no_sum_is_not_found(text: str) -> None:
    assert described(text) == []


def test_there_are_sums_and_decoys_enough() -> None:
    assert len(SIGNED) + len(WORDED) + len(VAGUE) + len(RANGES) >= 150
    assert len(DECOYS) >= 60


RANGES = [
    ("It needs £10-12 million.", [("£10-12 million", 10e6, 12e6)]),
    ("It needs £10–12m.", [("£10–12m", 10e6, 12e6)]),
    ("It needs £10m-12m.", [("£10m-12m", 10e6, 12e6)]),
    ("It needs £10-£12m.", [("£10-£12m", 10e6, 12e6)]),
    ("It needs £10 to 12 million.", [("£10 to 12 million", 10e6, 12e6)]),
    ("A checkout of $250-300 a head.", [("$250-300", 250, 300)]),
    ("A credit of $3,000-3,600 a child.", [("$3,000-3,600", 3000, 3600)]),
    ("It needs between £200m and £250m.", [("£200m", 200e6, None), ("£250m", 250e6, None)]),
    ("It needs between £10 and £12 million.", [("£10", 10e6, None), ("£12 million", 12e6, None)]),
    ("It needs £10 to £12 million.", [("£10", 10e6, None), ("£12 million", 12e6, None)]),
    ("It went from £5.2m to £7.5m.", [("£5.2m", 5.2e6, None), ("£7.5m", 7.5e6, None)]),
    ("Give £20 to 30 families.", [("£20", 20, None)]),
    ("Fees are £20, 300 people pay.", [("£20", 20, None)]),
    ("Save £3 in every £10.", [("£3", 3, None), ("£10", 10, None)]),
    ("It rose from £20 to £3 million.", [("£20", 20, None), ("£3 million", 3e6, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), RANGES)
def test_a_range_is_one_sum_only_where_one_expression_states_it(
    text: str, wanted: list[tuple[str, float, float | None]]
) -> None:
    assert [(text[s.start : s.end], s.value, s.value_high) for s in sums_in(text)] == wanted


@given(st.text(alphabet="£$€0123456789.,-– abkmn\npounds", max_size=60))
def test_sums_lie_within_the_text_in_order_and_apart(text: str) -> None:
    found = sums_in(text)
    assert all(0 <= s.start < s.end <= len(text) and "\n" not in text[s.start : s.end] for s in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(min_value=1, max_value=999_999_999))
def test_digits_with_thousands_marks_are_read_back(number: int) -> None:
    assert [s.value for s in sums_in(f"It cost £{number:,}.")] == [number]
