"""Senses: whether a number and a currency's word are money, or a weight, an idiom, a name."""

from __future__ import annotations

import re

IDIOM = re.compile(r"\b(?:question|baby)\b", re.IGNORECASE)
LOOKS_LIKE = re.compile(r"\b(?:looks?|looking|looked|feels?|feeling|felt|like)\s+$", re.IGNORECASE)
WEIGHT_BEFORE = re.compile(
    r"\b(?:weigh\w*|lost|lose|losing|gain\w*|shed\w*|overweight|lift\w*|carr(?:y|ied|ying)|baby|heavier|lighter)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
WEIGHT_AFTER = re.compile(
    r"\s(?:in\sweight|per\ssquare|overweight|heavier|lighter|of\s(?:force|pressure|thrust|body))\b", re.IGNORECASE
)
OF_NOUN = re.compile(r"\sof\s(?:our\s|your\s|their\s|its\s|the\s)?([^\W\d_]+)")
COMPOUND_AFTER = re.compile(
    r"(?:\s|-)(?:note|coin|fine|fee|prize|bill|ticket|voucher|deposit|charge|reward|grant|levy|rise|cut|increase|gift)s?\b"
)
SPENDING = re.compile(
    r"\b(?:cost\w*|spen[dt]\w*|sav(?:e|es|ed|ing|ings)|invest\w*|pa(?:y|ys|id|ying)|worth|los[etis]\w*|fund\w*|budget\w*|debts?"
    r"|deficits?|pric\w*|fe(?:e|es)|bills?|profit\w*|fin(?:e|es|ed)|revenue\w*|income|salar\w*|charg\w*|owe[ds]?|rais(?:e|ed|ing)"
    r"|secur(?:e|es|ed|ing)|mak(?:e|es|ing)|made|earn\w*|cut\w*|grants?|receiv\w*|award\w*|wast\w*|pump\w*|pour\w*)\b",
    re.IGNORECASE,
)


def is_named(line: str, match: re.Match[str], *, has_magnitude: bool) -> bool:
    """Whether the words are part of a name: "Five Dollar Lane"."""
    is_capital = (
        match["form"].istitle() and not match["form"].endswith("s") and match["words"] and match["words"].istitle()
    )
    return bool(is_capital and not has_magnitude and re.match(r"\s[A-Z]", line[match.end() :]))


def is_weight(line: str, match: re.Match[str]) -> bool:
    """Whether "pounds" are of weight in a corpus of another currency: those that nothing near calls spent."""
    form = match["form"].lower()
    near = line[max(0, match.start() - 60) : match.end() + 60]
    return form in ("pound", "pounds") and not SPENDING.search(near)


def is_money(
    line: str, match: re.Match[str], *, value: float, has_magnitude: bool, money_nouns: frozenset[str]
) -> bool:
    """Whether a number and a currency's word are money: no weight, no idiom."""
    form = match["form"].lower()
    after = line[match.end() : match.end() + 40]
    if form in ("dollar", "dollars", "bucks", "pound", "pounds") and (
        (has_magnitude and IDIOM.match(after.lstrip(" -"))) or LOOKS_LIKE.search(line[: match.start()])
    ):
        return False
    if not form.startswith("pound") or "sterling" in form:
        return value > 0
    noun = OF_NOUN.match(after)
    if WEIGHT_AFTER.match(after) or (noun and noun[1].lower() not in money_nouns):
        return False
    if has_magnitude or value >= 1000 or noun:
        return value > 0
    if form == "pound" and match["gap"] == "-":
        return bool(COMPOUND_AFTER.match(after))
    return value > 0 and not WEIGHT_BEFORE.search(line[: match.start()])
