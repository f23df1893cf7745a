"""A made-up corpus for the page, of any size, with mentions, sums and passages where its texts have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipeline.browse.stage import browse
from pipeline.checks import arrange, check, empty
from pipeline.corpus import Corpus
from tests.charts.made import config, made_rejects, made_tables

PAGE_TABLES = (
    "documents", "articles", "article_years", "mentions", "entities", "roles", "topics", "themes", "topic_terms",
    "article_topics", "prevalence", "findings", "sums", "sum_totals", "contributions", "prevalence_by", "splits",
    "evidence", "ladder", "crosscheck", "certificate",
)  # fmt: skip
THEMELESS = (
    "themes", "topics", "topic_terms", "article_topics", "prevalence", "findings", "contributions", "evidence"
)  # fmt: skip
HEAD = "Headline"
LINES = (
    "The harbour board met about ferry fares and a grant. Ada Wren spoke to the Board of Works on the ferry timetable.",
    "Teachers asked for a school place for each child; the budget has £4,500 for it, said Ms Wren.",
    "Nothing else was decided, and Bo Lark thanked all who came to the River Trust.",
)
NAMED = (("Ada Wren", "PERSON"), ("Bo Lark", "PERSON"), ("Board of Works", "BODY"), ("River Trust", "BODY"))
SUM = "£4,500"
# Filler is of made-up words, as often as words are (Zipf): texts of few words would pack smaller than real ones.
LETTERS, N_WORDS = list("etaoinshrdlucmfwyg"), 4000


def page_tables(
    n_articles: int = 24,
    years: Sequence[int] = (2016, 2017, 2020, 2021),
    n_themes: int = 3,
    *,
    word: str = "",
    filler: int = 0,
) -> dict[str, pd.DataFrame]:
    """Tables whose articles hold what is said of them; `word` enters every text, `filler` words lengthen each."""
    tables = made_tables(n_articles, years, n_themes, word=word)
    articles = articles_with_text(tables["articles"], word, filler)
    made = {name: tables[name] if name in tables else empty(name) for name in PAGE_TABLES} | {
        "articles": articles,
        "mentions": mentions_in(articles),
        "sums": sums_in(articles, tables["sums"]),
        "evidence": evidence_in(articles, list(tables["themes"]["theme_id"])),
    }
    arranged = {name: arrange(name, table) for name, table in made.items()}
    for name, table in arranged.items():
        check(name, table)
    return arranged


def articles_with_text(articles: pd.DataFrame, word: str, filler: int) -> pd.DataFrame:
    """The articles one after the other in their document, twenty characters of furniture below each headline."""
    rng = np.random.default_rng(3)
    vocabulary = np.array(["".join(rng.choice(LETTERS, size)) for size in rng.integers(2, 11, N_WORDS)])
    texts, spans, at = [], [], 0
    for number in range(len(articles)):
        head = f"{word}{HEAD} {number}"
        more = [" ".join(vocabulary[rng.zipf(1.3, filler) % len(vocabulary)])] if filler else []
        body = "\n".join([word + LINES[0], *LINES[1:], *more])
        begin = at + len(head) + 20
        texts.append(f"{head}\n{body}")
        spans.append([[at, at + len(head)], [begin, begin + len(body)]])
        at = begin + len(body) + 5
    starts, ends = [kept[0][0] for kept in spans], [kept[-1][1] for kept in spans]
    return articles.assign(text=texts, spans=spans, start=starts, end=ends)


def text_at(article: Any, start: int, end: int) -> str:
    """The characters of an article's text that stand at [start, end) of its document, within its body."""
    (first, last), (begin, _) = article["spans"]
    shift = int(last - first + 1 - begin)
    return str(article["text"])[start + shift : end + shift]


def places_of(said: str, article: Any) -> list[int]:
    """Where words stand in the document, of those in the article's body."""
    (first, last), (begin, _) = article["spans"]
    text = article["text"][last - first + 1 :]
    found, at = [], text.find(said)
    while at >= 0:
        found.append(int(begin) + at)
        at = text.find(said, at + 1)
    return found


def mentions_in(articles: pd.DataFrame) -> pd.DataFrame:
    """Every place where a name or the sum stands."""
    rows = [
        mention_at(start, said, kind, article)
        for article in articles.to_dict("records")
        for said, kind in (*NAMED, (SUM, "MONEY"))
        for start in places_of(said, article)
    ]
    return pd.DataFrame(rows) if rows else empty("mentions")


def mention_at(start: int, said: str, kind: str, article: Any) -> dict[str, Any]:
    """One mention."""
    end, is_sum = start + len(said), kind == "MONEY"
    return {
        "mention_id": f"{article['article_id']}:{start}-{end}", "article_id": article["article_id"],
        "source": article["source"], "type": kind, "start": start, "end": end, "surface": said,
        "entity_id": None if is_sum else f"{kind.lower()}:{said.lower()}", "canonical": None if is_sum else said,
        "value": 4500.0 if is_sum else np.nan, "value_high": np.nan, "currency": "GBP" if is_sum else None,
        "period": None, "qualifier": None, "found_by": "model",
    }  # fmt: skip


def sums_in(articles: pd.DataFrame, sums: pd.DataFrame) -> pd.DataFrame:
    """The sum in each article, in the shape of the made sums."""
    rows = []
    for number, article in enumerate(articles.to_dict("records")):
        for start in places_of(SUM, article):
            own = {"mention_id": f"{article['article_id']}:{start}-{start + len(SUM)}", "year": article["year"],
                   "article_id": article["article_id"], "value": 4500.0 * (1 + number % 7)}  # fmt: skip
            rows.append(sums.iloc[0].to_dict() | own)
    return pd.DataFrame(rows) if rows else sums


def evidence_in(articles: pd.DataFrame, themes: list[str]) -> pd.DataFrame:
    """The first line of the body of the first five articles, for every theme."""
    rows = []
    for theme in themes:
        for rank, article in enumerate(articles.head(5).to_dict("records"), 1):
            start = int(article["spans"][1][0])
            end = start + len(article["text"].split("\n")[1])
            rows.append({"theme_id": theme, "kind": "passage", "rank": rank, "article_id": article["article_id"],
                         "start": start, "end": end, "share": 0.5})  # fmt: skip
    return pd.DataFrame(rows) if rows else empty("evidence")


def page_of(tables: dict[str, pd.DataFrame], *, corpus: Corpus | None = None, **overlay: Any) -> str:
    """The page of some tables."""
    told = corpus or Corpus(title="Harbour papers")
    made = browse(**tables, rejects=made_rejects(), corpus=told, config=config("browse", **overlay))
    return bytes(made["files"]["index.html"]).decode("utf-8")
