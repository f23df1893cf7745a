"""Tables by year: prevalence, what changed, and sums of money in context."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, number, share, text
from pipeline.tables.common import ARTICLE_ID

TABLES: dict[str, Table] = {
    "prevalence": Table(
        "prevalence",
        "Each theme's and topic's share of a year, with intervals for the two quantities.",
        ("theme_id", "topic_id", "year"),
        {
            "theme_id": text("the theme"),
            "topic_id": text("the topic; null for the theme as a whole", nullable=True),
            "year": count("calendar year"),
            "share": share("mean share of the year's articles"),
            "low": share("lower end of the 90 % interval, this corpus"),
            "high": share("upper end, this corpus"),
            "agenda_low": share("lower end of the 90 % interval, the wider agenda"),
            "agenda_high": share("upper end, the wider agenda"),
            "n_articles": count("articles whose best day is in the year, duplicates not counted"),
            "n_effective": number("expected articles in the year under the doubt of dates", low=0),
            "is_sparse": Column("flag", "too few articles to carry weight"),
        },
    ),
    "contributions": Table(
        "prevalence",
        "What each article adds to a theme's share of a year; contributions add up to the share in `prevalence`.",
        ("theme_id", "year", "article_id"),
        {
            "theme_id": text("the theme"),
            "year": count("calendar year"),
            "article_id": ARTICLE_ID,
            "weight": share("the article's probability of the year over that of all articles; a year's sum to 1"),
            "article_share": share("how much of the article is about the theme: mean over draws"),
            "contribution": share("weight x article_share, scaled as the year's share is for shrinkage"),
        },
    ),
    "findings": Table(
        "prevalence",
        "Changes that hold with a probability of at least 0.95.",
        ("finding_id",),
        {
            "finding_id": text("`theme_id:from-to`"),
            "theme_id": text("the theme"),
            "kind": text("what changed", choices=("rise", "fall")),
            "from_year": count("first year of the earlier period"),
            "earlier_to": count("last year of the earlier period"),
            "later_from": count("first year of the later period"),
            "to_year": count("last year of the later period"),
            "change": number("share in the later period less share in the earlier", low=-1, high=1),
            "low": number("lower end of its 90 % interval", low=-1, high=1),
            "high": number("upper end", low=-1, high=1),
            "probability": share("probability of a change in that direction"),
            "sentence": text("the finding in words, made from these numbers"),
        },
    ),
    "sums": Table(
        "prevalence",
        "Sums of money in context.",
        ("mention_id",),
        {
            "mention_id": text("the mention"),
            "article_id": ARTICLE_ID,
            "value": number("amount in whole currency units; null where vague", nullable=True),
            "currency": text("ISO 4217 code", nullable=True),
            "period": text("of a rate", nullable=True, choices=("year", "month", "week", "day")),
            "about": text("what it is for: a phrase of its sentence"),
            "speaker": text("who says so: a person or body named in the sentence", nullable=True),
            "theme_id": text("the article's strongest theme", nullable=True),
            "year": count("year of the article", nullable=True),
        },
    ),
}
