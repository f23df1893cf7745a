"""Tables of the topic model: topics, themes, their terms and their shares of articles."""

from __future__ import annotations

from pipeline.columns import Column, Table, count, number, share, text
from pipeline.tables.common import ARTICLE_ID, OFFSET_END, OFFSET_START

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
    "variants": Table(
        "topics",
        "Articles' shares of the reading themes under other settings, by which findings are tested.",
        ("variant", "article_id"),
        {
            "variant": text("the setting in a reader's words: `30 topics`, `nouns only`, `gensim` ..."),
            "article_id": text("every fitted article, or a sample of them where the corpus is large"),
            "shares": Column("floats", "shares of the themes in the order of theme_id; what matched none is left out"),
        },
    ),
    "ladder": Table(
        "topics",
        "What other numbers of topics, and other engines, make of the corpus; a few chains a rung.",
        ("setting",),
        {
            "setting": text("the rung in a reader's words: `30 topics`, or the name of an engine"),
            "engine": text("the library that fitted it", choices=("tomotopy", "gensim", "scikit-learn")),
            "n_topics": count("topics that a chain fits", low=1),
            "npmi": number("mean NPMI of the topics' first ten terms over articles", low=-1, high=1),
            "exclusivity": share("mean share of the topics' first ten terms' use that is their own"),
            "persistence": share("share of the mass in topics that recur, by how often; null for a run", nullable=True),
            "held_out": number(
                "log-likelihood a word of unseen halves of unseen articles; null in a corpus too small", nullable=True
            ),
            "n_splits": count("topics shown that are several here"),
            "n_merges": count("topics here that are several of those shown"),
            "is_shipped": Column("flag", "the number of topics that is shown"),
        },
    ),
    "crosscheck": Table(
        "topics",
        "Whether single runs of other libraries find the reading themes too.",
        ("theme_id", "engine"),
        {
            "theme_id": text("the theme"),
            "engine": text("the library", choices=("gensim", "scikit-learn")),
            "similarity": share("cosine of the theme's terms and those of the run's topics that match it"),
            "share_r": number(
                "correlation of the articles' shares; null without spread", nullable=True, low=-1, high=1
            ),
            "is_found": Column("flag", "both are at least what the settings ask"),
        },
    ),
    "evidence": Table(
        "topics",
        "The most typical articles, passages and sentences of each theme, best first.",
        ("theme_id", "kind", "rank"),
        {
            "theme_id": text("the theme"),
            "kind": text("what is quoted", choices=("article", "passage", "sentence")),
            "rank": count("1 for the most typical", low=1),
            "article_id": ARTICLE_ID,
            "start": OFFSET_START,
            "end": OFFSET_END,
            "share": share("how much of it is the theme"),
        },
    ),
}
