"""Tables of the topic model: topics, themes, their terms and their shares of articles."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, number, share, text
from pipeline.tables.common import ARTICLE_ID

TABLES: dict[str, Table] = {
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
}
