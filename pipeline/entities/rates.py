"""Rates and qualifiers: what the words around a sum say of its period and of its exactness."""

from __future__ import annotations

import re

UNIT = r"(?P<unit>year|annum|week|month|day|night|calendar\smonth)"
PERIODS = {
    "year": "year", "annum": "year", "annual": "year", "annually": "year", "annualised": "year", "yearly": "year",
    "pa": "year", "week": "week", "weekly": "week", "pw": "week", "month": "month", "monthly": "month",
    "paran": "year", "projahr": "year", "parmois": "month", "promonat": "month",
    "pcm": "month", "day": "day", "daily": "day", "night": "day", "nightly": "day",
}  # fmt: skip
ADVERB = r"(?P<adverb>annually|annual|yearly|weekly|monthly|daily|nightly)"
SHORT = r"(?P<short>par\san\b|par\smois\b|pro\sJahr\b|pro\sMonat\b|p\.\s?a\b\.?|pa\b|p\.\s?w\b\.?|pw\b|pcm\b)"
# Words that begin another clause, across which no period reaches.
CLAUSE = r"(?:and|but|while|as|because|when|who|which|that|with|where|if|before|after|since|until|compared|than)"
ELSEWHEN = r"(?!\s(?:ago|later|earlier|early|late|before|after|from\snow|to\sthe\sday|or\stwo|on\sfrom))"
PLUS = r"(?:\s?\+|-plus|\s(?:or|and)\s(?:more|less|over|above|so|thereabouts))?"
STEP = r"(?:\s(?:per|a|an|each|for\seach|for\severy|for)\s(?!year|annum|week|month|day)[^\W\d_]+)?"
DIRECT = re.compile(
    rf"{PLUS}{STEP}(?:\s?/\s?|\s?[-–]?\s?(?:a|per|each|every)[\s-]){UNIT}\b{ELSEWHEN}|{PLUS}[\s-]{SHORT}"
    rf"|{PLUS}{STEP}\s(?:in\s|of\s|as\san?\s)?(?:(?!{CLAUSE}\b|report)[^\W\d_]+\s)?{ADVERB}\b(?!\s(?:report|conference|meeting|survey))",
    re.IGNORECASE,
)
IN_EACH = re.compile(
    r"(?:\s?[,(]\s?|\s)(?:in|for|over|during)\s(?:each|every)(?:\sand\severy)?\s"
    rf"(?:of\s(?:the|these|those|its|their|our|this)\s(?:(?!{CLAUSE}\b)[\w-]+\s){{0,3}})?(?P<unit>year|month|week|day)s?\b",
    re.IGNORECASE,
)
FAR = re.compile(
    rf"\s(?:on|in|for|to|of|towards|from|by)\s(?:(?!{CLAUSE}\b)[^\s,;.:()£$€]+\s){{1,8}}?"
    rf"(?:(?:per|each|every|a)\s{UNIT}\b{ELSEWHEN}|(?P<adverb>annually|weekly|monthly|daily)\b)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\b(?P<adverb>annual|annualised|yearly|weekly|monthly|daily|nightly)\s(?P<words>(?:[\w’'/&-]+\s){0,9})$",
    re.IGNORECASE,
)
PER_BEFORE = re.compile(
    r"\b(?:per|each|every)\s(?P<unit>year|annum|week|month|day)\s(?:(?:of|is|was|at|to|by|totals?|averag\w+|about|around|over)\s){1,2}$",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:Each|Every)\s(?P<unit>year|week|month|day)\b(?!\s(?:that|since))[^;:]{0,80}$")
SENTENCE_END = re.compile(r"(?<=[.!?])[’”\"')]*\s+(?=[‘“\"'(]?[A-Z£$€])")


def find_period(line: str, start: int, end: int, *, money_nouns: frozenset[str]) -> str | None:
    """The period of the rate that a sum states (year, month, week, day), or None.

    Only a rate has one: "£5m a year", "an annual cost of £5m"; a sum for a stated year or span of years has none.
    """
    for pattern in (DIRECT, IN_EACH, FAR):
        match = pattern.match(line, end)
        if match:
            return named_period(match)
    before = line[:start]
    breaks = list(SENTENCE_END.finditer(before))
    sentence = before[breaks[-1].end() :] if breaks else before
    match = BEFORE.search(strip_quality(sentence))
    if match and is_rate_noun(match["words"], money_nouns):
        return named_period(match)
    match = PER_BEFORE.search(sentence) or OPENING.match(sentence)
    return named_period(match) if match else None


def named_period(match: re.Match[str]) -> str:
    """The period that a matched word names."""
    groups = match.groupdict()
    word = (groups.get("unit") or groups.get("adverb") or groups.get("short") or "").lower()
    return PERIODS[re.sub(r"[.\s]", "", word).removeprefix("calendar")]


def is_rate_noun(words: str, money_nouns: frozenset[str]) -> bool:
    """Whether the words between "annual" and the sum make it the sum's: none, or a noun of money among the first."""
    between = words.lower().split()
    if any(re.fullmatch(CLAUSE, word) for word in between):
        return False
    return not between or bool(money_nouns & set(between[:4])) or between == ["of"]


def is_linked(line: str, end: int) -> bool:
    """Whether a rate follows directly: "a dollar a day"."""
    return DIRECT.match(line, end) is not None


QUALITY = {
    "approx": r"about|around|approximately|approx\.?|roughly|circa|c\.?|ca\.?|some|or so|in the region of"
    r"|in the order of|close to|something like",
    "over": r"(?:just |well |slightly |far )?over|(?:(?:far|much|slightly|a little) )?more than|in excess of|at least"
    r"|no less than|not less than|upwards of|above|exceeding|a minimum of|north of|greater than",
    "up_to": r"up to|as much as|a maximum of|no more than|not more than|at most|maximum of",
    "under": r"(?:just |well |slightly )?under|(?:(?:far|much|slightly|a little) )?less than|nearly|almost|just below"
    r"|below|fewer than|just short of",
}
BEFORE_QUALITY = {
    name: re.compile(
        rf"(?:^|(?<=[\s(‘“\"'—–-]))(?:{words})\s(?:an?\s|the\s|estimated\s|extra\s|additional\s|further\s)*$",
        re.IGNORECASE,
    )
    for name, words in QUALITY.items()
}
ANY_QUALITY = re.compile(rf"(?:^|(?<=[\s(‘“\"'—–-]))(?:{'|'.join(QUALITY.values())})\s(?:an?\s)?$", re.IGNORECASE)
# "a row over £5m", "adds up to £5m", "look around", "talk about": the word belongs to what stands before it
OTHER_SENSE = re.compile(
    r"\b(?:(?:row|dispute|rows|disputes|concerns?|anger|argu\w+|debate|question\w*|battle|fight|worr\w+|protest\w*|outcry|scandal|handed|hand|taken)"
    r"\s(?:just\s)?over|(?:add|adds|added|adding|amount|amounts|amounted|sums?)\sup\sto|(?:talk\w*|worr\w+|complain\w*|ask\w*)\sabout)\s$",
    re.IGNORECASE,
)
# "under the £5m contract" is within it, though "just under the £5m mark" is less
WITHIN = re.compile(r"(?<!just)(?<!well)(?<!slightly)(?<!far)\s(?:over|under|above|below)\sthe\s$", re.IGNORECASE)
MARK_BEFORE = re.compile(r"[~≈]\s?$")
LESS_BEFORE = re.compile(r"<\s?$")
MORE_BEFORE = re.compile(r">\s?$")
RATE = r"(?:\s?[-–]?(?:a|per|each|every)[\s-](?:year|annum|week|month|day|night)|\spa\b|\sp\.a\.)?"
AFTER_QUALITY = {
    "over": re.compile(
        rf"\+|-plus\b|{RATE}\s(?:or|and)\s(?:more|over|above|upwards|higher)\b|\splus\b(?!\s(?:a|an|the|VAT|\w+s)\b)",
        re.IGNORECASE,
    ),
    "approx": re.compile(rf"{RATE}\s(?:or\sso|or\sthereabouts|approximately|approx\b)|-odd\b|-ish\b", re.IGNORECASE),
    "up_to": re.compile(rf"{RATE}\s(?:or\s(?:less|below|under|fewer)|at\smost|maximum)\b", re.IGNORECASE),
}


def find_qualifier(line: str, start: int, end: int) -> str | None:
    """How exact the words right beside a sum make it: approx, over, up_to, under; None where they say nothing."""
    before = line[max(0, start - 60) : start]
    if MARK_BEFORE.search(before):
        return "approx"
    if LESS_BEFORE.search(before) or MORE_BEFORE.search(before):
        return "under" if LESS_BEFORE.search(before) else "over"
    if not OTHER_SENSE.search(before) and not WITHIN.search(f" {before}"):
        # "no less than" and "no more than" hold "less than" and "more than": the longer wins
        lengths = {name: len(match[0]) for name, shape in BEFORE_QUALITY.items() if (match := shape.search(before))}
        if lengths:
            return max(lengths, key=lambda name: lengths[name])
    return next((name for name, shape in AFTER_QUALITY.items() if shape.match(line, end)), None)


def strip_quality(before: str) -> str:
    """The words before a sum without its qualifier: "an annual bill of about " becomes "an annual bill of "."""
    return ANY_QUALITY.sub("", before)
