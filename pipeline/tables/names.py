"""Tables of what is named: people and their posts, bodies and sums of money."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, number, text
from pipeline.tables.common import ARTICLE_ID, OFFSET_END, OFFSET_START, PERIOD, QUALIFIER

TABLES: dict[str, Table] = {
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
            "period": PERIOD,
            "qualifier": QUALIFIER,
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
            "role": text("a person's most frequent role, as in `roles`", nullable=True),
            "n_mentions": count("mentions in articles that count"),
            "n_articles": count("articles that count with a mention"),
            "first_date": Column("day", "best day of the first dated article", True),
            "last_date": Column("day", "best day of the last dated article", True),
        },
    ),
    "roles": Table(
        "entities",
        "The posts in which documents show people, and when: a post that is written in several ways has one row.",
        ("entity_id", "role"),
        {
            "entity_id": text("the person"),
            "role": text("the post in its most frequent writing, of all documents"),
            "first_date": Column("day", "best day of the first dated article that shows the person in the post", True),
            "last_date": Column("day", "best day of the last; a post called former or coming has no day here", True),
            "n_mentions": count("mentions that state the post, in articles that count"),
            "n_articles": count("articles that count and state the post"),
        },
    ),
}
