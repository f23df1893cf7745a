"""Tables by year: prevalence, what changed, and sums of money in context."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, number, share, text
from pipeline.tables.common import ARTICLE_ID, PERIOD, QUALIFIER

SUM_KIND = text(
    "`amount`, a whole; `each`, for one person, thing or hour; `change`, by how much something rises or falls; `gap`, "
    "by how much money falls short; `range`, an end of a range or of a rise from one sum to another",
    choices=("amount", "each", "change", "gap", "range"),
)

TABLES: dict[str, Table] = {
    "prevalence": Table(
        "prevalence",
        "Each theme's and topic's share of a year, with intervals for the two quantities.",
        ("theme_id", "topic_id", "year"),
        {
            "theme_id": text("the theme"),
            "topic_id": text("the topic; null for the theme as a whole", nullable=True),
            "year": count("calendar year"),
            "share": share("mean share of what the year's articles say on subjects; of background, of all they say"),
            "low": share("lower end of the 90 % interval, this corpus"),
            "high": share("upper end, this corpus"),
            "agenda_low": share("lower end of the 90 % interval, the wider agenda"),
            "agenda_high": share("upper end, the wider agenda"),
            "whole_share": share("the same with background counted: of all that is written"),
            "whole_low": share("lower end of its 90 % interval, this corpus"),
            "whole_high": share("upper end"),
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
    "prevalence_by": Table(
        "prevalence",
        "Each subject's share by half-year and by source, with intervals for the two quantities; no background.",
        ("theme_id", "by", "group"),
        {
            "theme_id": text("the theme"),
            "by": text("what the group is of", choices=("half", "source")),
            "group": text("the half-year, such as `2020 H1`, or the source, of the largest ones"),
            "share": share("mean share of what the group's articles say on subjects"),
            "low": share("lower end of the 90 % interval, this corpus"),
            "high": share("upper end, this corpus"),
            "agenda_low": share("lower end of the 90 % interval, the wider agenda"),
            "agenda_high": share("upper end, the wider agenda"),
            "n_articles": count("articles that are likeliest of the group, duplicates not counted"),
            "n_effective": number("expected articles in the group under the doubt of dates", low=0),
            "is_sparse": Column("flag", "too few articles to carry weight"),
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
            "n_settings": count("other settings in which it was looked for: other models, each source left out"),
            "n_holds": count("those in which it holds: same direction, at least half of its size"),
            "sentence": text("the finding in words, made from these numbers"),
        },
    ),
    "splits": Table(
        "prevalence",
        "Each finding's change parted by source: `mix` and `within` of all its sources add up to the change.",
        ("finding_id", "source"),
        {
            "finding_id": text("the finding"),
            "source": text("an outlet with articles in either period: a publisher, a site, or files"),
            "from_weight": share("its share of the articles of the earlier period"),
            "to_weight": share("its share of the articles of the later period"),
            "from_share": share("the theme's share of its articles, earlier; null without articles", nullable=True),
            "to_share": share("the same, later", nullable=True),
            "mix": number("part of the change that its change of weight makes", low=-1, high=1),
            "within": number("part of the change that its own change of share makes", low=-1, high=1),
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
            "value_high": number("upper end where one expression states a range", nullable=True),
            "currency": text("ISO 4217 code", nullable=True),
            "period": PERIOD,
            "qualifier": QUALIFIER,
            "kind": SUM_KIND,
            "about": text("what it is for: a phrase of its sentence"),
            "whose": text("who pays, has or lacks it: a name or a noun of its sentence", nullable=True),
            "speaker": text("who says so", nullable=True),
            "speaker_kind": text(
                "a person or body that is quoted, or else the publisher of the document that corpus.toml states",
                nullable=True,
                choices=("quoted", "publisher"),
            ),
            "concerns_from": Column(
                "int", "first year that it concerns, where the sentence says", True, (), 1000, 3000
            ),
            "concerns_to": Column("int", "last year, where the sentence says", True, (), 1000, 3000),
            "same_as": text("mention_id of the same sum where it was first announced; null there", nullable=True),
            "theme_id": text("the article's strongest theme", nullable=True),
            "year": count("year of the article", nullable=True),
        },
    ),
    "sum_totals": Table(
        "prevalence",
        "Sums of money by theme and year, like with like: sums named, which may be plans, not money spent.",
        ("theme_id", "year", "currency", "period", "kind"),
        {
            "theme_id": text("the articles' strongest theme", nullable=True),
            "year": count("year of the articles", nullable=True),
            "currency": text("ISO 4217 code", nullable=True),
            "period": PERIOD,
            "kind": SUM_KIND,
            "n_sums": count("sums named in articles that count"),
            "n_distinct": count("of these, sums that were not announced before"),
            "n_added": count("of these, amounts with one stated value: what the total is of"),
            "total": number(
                "those amounts added; null where there are none, as in all kinds but amounts", nullable=True
            ),
            "largest": number("largest value among the distinct sums", nullable=True),
        },
    ),
    "certificate": Table(
        "certify",
        "What simulated corpora like this one show of the themes and intervals (`make certify`); not of every run.",
        ("generator", "measure"),
        {
            "generator": text("how the corpora were simulated; `all` for all of them"),
            "measure": text("what was measured: recovery of themes, coverage and width of a band, findings"),
            "place": count("its place in the order of reading"),
            "words": text("the measure in words"),
            "value": number("its mean over corpora"),
            "low": number("lower end of the 90 % interval of that mean"),
            "high": number("upper end"),
            "n": count("corpora"),
            "corpus": text("mark of the corpus that was imitated: a hash of its article_ids"),
            "from_year": count("first year of that corpus", nullable=True),
            "to_year": count("its last year", nullable=True),
        },
    ),
}
