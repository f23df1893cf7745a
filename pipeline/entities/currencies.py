"""Currencies: the forms in which sums name them, as patterns made from currencies.csv."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.entities.amounts import DIGITS, MAGNITUDE, NUMBER_WORDS

SIGN_CODES = {"£": "GBP", "$": "USD", "€": "EUR"}
DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD"))
BEHIND_SIGNS = "€£₹$"
WORD_CURRENCY = re.compile(r"\b(pound|dollar|euro)s?\b", re.IGNORECASE)
NAMED_SIGNS = {"pound": "£", "dollar": "$", "euro": "€"}


@dataclass(frozen=True)
class Currencies:
    """Patterns of sums, and what each form stands for; `default` is the currency of sums that name none."""

    forms: dict[str, tuple[str, int]]
    default: str | None
    dollar: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    worded: re.Pattern[str]
    vague: re.Pattern[str]

    def code(self, form: str) -> str | None:
        """ISO code of a form, such as "£", "US$", "pounds" or "eur"; the default for what is no form."""
        code = self.forms.get(form.lower(), ("", 1))[0]
        if code == "dollar" or form == "$":
            return self.dollar
        return code or self.default

    def subunit(self, form: str) -> int:
        """How many of a form make one unit: 100 for pence."""
        return self.forms.get(form.lower(), ("", 1))[1]


def choose_currency(texts: Iterable[str], stated: str) -> str | None:
    """The currency of sums that name none: the stated one, else that of the commonest sign or word."""
    if stated:
        return stated
    counts: Counter[str] = Counter()
    for text in texts:
        for sign in SIGN_CODES:
            counts[sign] += text.count(sign)
        counts.update(NAMED_SIGNS[match[1].lower()] for match in WORD_CURRENCY.finditer(text))
    top = max(sorted(counts), key=lambda sign: counts[sign], default=None)
    return SIGN_CODES[top] if top and counts[top] else None


def build_currencies(rows: Iterable[dict[str, str]], *, default: str | None) -> Currencies:
    """The patterns and codes of the rows of currencies.csv."""
    listed = list(rows)
    forms = {row["form"].lower(): (row["currency"], int(row["subunit"])) for row in listed}
    signs = longest_first(
        row["form"] for row in listed if row["kind"] == "sign" or (row["kind"] == "home" and row["currency"] == default)
    )
    codes = longest_first(row["form"] for row in listed if row["kind"] == "code")
    words = longest_first(row["form"] for row in listed if row["kind"] == "word")
    singular = r"(?:pound|dollar|euro|rupee)"
    large = r"(?:hundreds|thousands|millions|billions|trillions|lakhs|crores)"
    some = r"(?:(?:tens|dozens|scores|hundreds|thousands)\s(?:(?:or|and)\s(?:even\s)?(?:hundreds|thousands)\s)?of\s)"
    size = rf"{some}?{large}(?:\s(?:and|or|upon|if\snot)\s(?:even\s)?{some}?{large})?"
    few = r"(?:several|a\sfew|a\scouple\sof|many|countless|some)"
    return Currencies(
        forms=forms,
        default=default,
        dollar=default if default in DOLLARS else "USD",
        before=re.compile(
            rf"(?:(?<![A-Za-z])|(?=[£$€¥₹]))(?P<form>{signs}|\b(?:{codes})(?=\s?\d))\s?(?P<low>(?:(?<=[A-Z€])|(?<=[A-Z€]\s))\d{{1,3}}(?:\s\d{{3}})+(?!\d)|{DIGITS})(?P<magnitude>(?i:{MAGNITUDE}))?"
        ),
        behind=re.compile(
            rf"(?<![\w.,£$€-])(?P<low>\d{{1,3}}(?:\s\d{{3}})+(?:,\d\d)?|{DIGITS})(?P<magnitude>(?i:{MAGNITUDE})\.?)?"
            rf"(?:\s?(?:d[’']|de\s)?(?P<form>[€£₹](?!\s?\d)|(?:{codes})\b|(?i:euros?)\b))"
        ),
        worded=re.compile(
            rf"(?<![\w.,£$€-])(?:(?P<digits>{DIGITS})|(?P<words>\b{NUMBER_WORDS}))"
            rf"(?P<magnitude>(?:[\s-](?:hundred|thousand|lakh))?(?:[\s-](?:thousand|million|billion|trillion|lakh|crore))?"
            rf"|\s?(?:bn|mn|tn|m|b|k))(?P<gap>\s|-)(?P<form>{words})\b",
            re.IGNORECASE,
        ),
        vague=re.compile(
            rf"\b(?:{size}\sof\s(?P<form>{words})\b"
            rf"|multi-?\s?(?:hundred|thousand|million|billion|trillion)s?[\s-](?P<form2>{singular})s?\b"
            rf"|(?:{few}\s(?:hundred|thousand|million|billion|trillion)[\s-]|(?<![\d½] )(?:million|billion|trillion)-)"
            rf"(?P<form3>{words})\b)"
            rf"|(?P<sign>[£$€])(?:millions|billions|thousands|hundreds|ms|bns)\b",
            re.IGNORECASE,
        ),
    )


def longest_first(forms: Iterable[str]) -> str:
    """An alternation that tries the longest form first."""
    return "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))
