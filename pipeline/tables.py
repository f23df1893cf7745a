"""The tables: what each one holds, as data. Read on writing and on reading (checks.py), and to make docs/tables.md."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, number, share, text

ARTICLE_ID = text("`document_id:0001` in reading order")
OFFSET_START = count("first character, an index into the document's text")
OFFSET_END = count("one past the last character")

SEGMENT_COLUMNS = {
    "article_id": ARTICLE_ID,
    "document_id": text("the document it stands in"),
    "source": text("the document's path below the raw folder"),
    "start": OFFSET_START,
    "end": OFFSET_END,
    "title": text("headline, completed from the text where the scrape cut it"),
    "url": text("address of the article itself", nullable=True),
    "author": text("author as the source states it", nullable=True),
    "published": text("day or timestamp that the source states, ISO 8601", nullable=True),
    "spans": Column("spans", "[start, end] of each stretch that was kept, in order"),
    "text": text("the kept stretches, one newline between two"),
    "n_words": count("words in `text`"),
    "duplicate_of": text("article_id of the near-duplicate that is counted instead", nullable=True),
}

TABLES: dict[str, Table] = {
    "documents": Table(
        "read",
        "The raw files that could be read.",
        ("document_id",),
        {
            "document_id": text("first 12 hexadecimal digits of the bytes' SHA-256"),
            "source": text("path below the raw folder, `/` between folders"),
            "media_type": text("what the file is, as an Internet media type"),
            "encoding": text("Python codec that gives the text; pdf or docx where there is none"),
            "n_bytes": count("size of the file"),
            "text": text("the text, newlines untouched; items of feeds, tables and pages begin with U+001E"),
        },
    ),
    "segments": Table("segment", "The articles that were found in the documents.", ("article_id",), SEGMENT_COLUMNS),
    "articles": Table(
        "date",
        "The segments, with what is known of their dates.",
        ("article_id",),
        {
            **SEGMENT_COLUMNS,
            "date": Column("day", "best day", True),
            "date_earliest": Column("day", "first day of the 90 % interval", True),
            "date_latest": Column("day", "last day of the 90 % interval", True),
            "date_precision": text("how finely the best day is known", nullable=True, choices=("day", "month", "year")),
            "date_basis": text(
                "the strongest evidence",
                choices=("feed", "dateline", "text", "title", "office", "event", "neighbours", "none"),
            ),
            "date_evidence": text("the words or the rule behind the date"),
            "year": Column("int", "year of the best day", True, (), 1000, 3000),
        },
    ),
    "article_years": Table(
        "date",
        "How likely each article belongs to each year: an article's rows sum to 1; undated articles have none.",
        ("article_id", "year"),
        {
            "article_id": ARTICLE_ID,
            "year": Column("int", "calendar year", False, (), 1000, 3000),
            "probability": share("probability that the article is of that year"),
        },
    ),
    "tokens": Table(
        "parse",
        "The words and marks of each article's text, from the one spaCy pass.",
        ("article_id", "position"),
        {
            "article_id": ARTICLE_ID,
            "position": count("place in the article, from 0"),
            "start": OFFSET_START,
            "end": OFFSET_END,
            "sentence": count("number of its sentence in the article, from 0"),
            "lemma": text("lemma, lower case unless a name"),
            "pos": text("Universal Dependencies part of speech"),
        },
    ),
    "spans": Table(
        "parse",
        "Candidate names as the model sees them.",
        ("article_id", "start", "end", "label"),
        {
            "article_id": ARTICLE_ID,
            "start": OFFSET_START,
            "end": OFFSET_END,
            "label": text("the model's label"),
        },
    ),
    "mentions": Table(
        "entities",
        "Each place where a person, a body or a sum of money is named.",
        ("mention_id",),
        {
            "mention_id": text("`article_id:start-end`, start and end as below"),
            "article_id": ARTICLE_ID,
            "source": text("the document's path below the raw folder"),
            "type": text("what is named", choices=("PERSON", "BODY", "MONEY")),
            "start": OFFSET_START,
            "end": OFFSET_END,
            "surface": text("`text[start:end]` of the document"),
            "entity_id": text("the person or body named", nullable=True),
            "canonical": text("the entity's canonical name", nullable=True),
            "value": number("amount in whole currency units; null where vague", nullable=True),
            "value_high": number("upper end where one expression states a range", nullable=True),
            "currency": text("ISO 4217 code", nullable=True),
            "period": text("of a rate", nullable=True, choices=("year", "month", "week", "day")),
            "qualifier": text(
                "a word that modifies the amount", nullable=True, choices=("approx", "over", "up_to", "under", "vague")
            ),
            "found_by": text("the witnesses that found it, `+` between them"),
        },
    ),
    "entities": Table(
        "entities",
        "The people and bodies that mentions name.",
        ("entity_id",),
        {
            "entity_id": text("`person:` or `body:` and the canonical name folded"),
            "type": text("what it is", choices=("PERSON", "BODY")),
            "canonical": text("fullest name, no leading article"),
            "aliases": Column("texts", "the other forms it is named by, sorted"),
            "role": text("a person's most frequent role", nullable=True),
            "n_mentions": count("mentions in articles that count"),
            "n_articles": count("articles that count with a mention"),
            "first_date": Column("day", "best day of the first dated article", True),
            "last_date": Column("day", "best day of the last dated article", True),
        },
    ),
    "topics": Table(
        "topics",
        "The fine topics of the consensus.",
        ("topic_id",),
        {
            "topic_id": text("`t01`, `t02` ... by falling share"),
            "theme_id": text("the reading theme it belongs to"),
            "label": text("short name, unique"),
            "persistence": share("share of the chains in which it recurs"),
            "coherence": number("NPMI of its first ten terms over articles", low=-1, high=1),
            "exclusivity": share("mean share of its first ten terms' use that is its own"),
            "share": share("mean share of the articles that count"),
            "is_background": Column("flag", "shared vocabulary of the field rather than a subject"),
        },
    ),
    "themes": Table(
        "topics",
        "The reading themes that topics are grouped into.",
        ("theme_id",),
        {
            "theme_id": text("stable name of the theme"),
            "label": text("what a reader sees, unique"),
            "persistence": share("mean persistence of its topics, weighted by share"),
            "share": share("mean share of the articles that count"),
            "kind": text("what kind of theme", choices=("subject", "document_kind", "series", "background")),
            "is_hand_labelled": Column("flag", "the label comes from corpus.toml"),
        },
    ),
    "topic_terms": Table(
        "topics",
        "The terms that make a topic.",
        ("topic_id", "rank"),
        {
            "topic_id": text("the topic"),
            "rank": count("1 for the heaviest term", low=1),
            "term": text("lemma or phrase, `_` between the words of a phrase"),
            "weight": share("probability of the term in the topic"),
            "frex": number("frequency and exclusivity in one figure (Bischof and Airoldi 2012)", low=0, high=1),
        },
    ),
    "article_topics": Table(
        "topics",
        "How much of each article is about each topic; an article's shares sum to 1.",
        ("article_id", "topic_id"),
        {
            "article_id": ARTICLE_ID,
            "topic_id": text("the topic"),
            "share": share("mean share over chains and samples"),
            "low": share("5th percentile over chains and samples"),
            "high": share("95th percentile over chains and samples"),
        },
    ),
    "draws": Table(
        "topics",
        "Draws of the articles' shares over chains and posterior samples: the model's doubt.",
        ("article_id", "draw"),
        {
            "article_id": ARTICLE_ID,
            "draw": count("number of the draw, the same chain and sample for every article"),
            "shares": Column("floats", "shares of the topics in the order of topic_id, sum 1"),
        },
    ),
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
    "findings": Table(
        "prevalence",
        "Changes that hold with a probability of at least 0.95.",
        ("finding_id",),
        {
            "finding_id": text("`theme_id:from-to`"),
            "theme_id": text("the theme"),
            "kind": text("what changed", choices=("rise", "fall")),
            "from_year": count("first year of the earlier period"),
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

REJECT_COLUMNS = ("stage", "row_id", "reason", "text")
