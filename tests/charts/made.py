"""Small tables by name, in the shape of pipeline/tables, for the tests of charts and report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from pipeline.checks import arrange, check, empty
from pipeline.rows import corpus_mark
from pipeline.settings import load_config
from pipeline.stages import find_stage
from pipeline.tables import TABLES
from pipeline.wiring import tables_wanted

REPORT_TABLES = (
    "documents",
    "articles",
    "article_years",
    "mentions",
    "entities",
    "roles",
    "topics",
    "themes",
    "topic_terms",
    "article_topics",
    "ladder",
    "crosscheck",
    "evidence",
    "prevalence",
    "prevalence_by",
    "findings",
    "splits",
    "sums",
    "sum_totals",
    "certificate",
)
CHART_TABLES = tables_wanted(find_stage("charts"))
RISE = 0.12
PEOPLE = ("Ada Wren", "Bo Lark", "Cy Finch")
BODIES = ("Board of Works", "River Trust")
TERMS = ("harbour", "ferry", "school_place", "teacher", "budget", "grant")


def config(room: str, **overlay: Any) -> Any:
    """The room's settings with some of them changed."""
    return load_config(room, overlay)


def empty_tables(names: Sequence[str]) -> dict[str, pd.DataFrame]:
    """Tables without rows."""
    return {name: empty(name) for name in names}


def made_tables(
    n_articles: int = 24,
    years: Sequence[int] = (2016, 2017, 2020, 2021),
    n_themes: int = 3,
    *,
    word: str = "",
) -> dict[str, pd.DataFrame]:
    """Tables of a made-up corpus; `word` is put into every text that a document could hold."""
    numbers = range(n_articles)
    ids = [f"d00000000001:{number:04d}" for number in numbers]
    when = [int(years[number % len(years)]) for number in numbers]
    days = [pd.Timestamp(year, 1 + number % 12, 1 + number % 28) for number, year in enumerate(when)]
    text = [
        f"{word}Headline {n}\nThe harbour board met about ferry fares and a grant. Ada Wren spoke." for n in numbers
    ]
    size = len(text[0]) if text else 0
    articles = pd.DataFrame(
        {
            "article_id": ids,
            "document_id": "d00000000001",
            "source": f"{word}papers/one.txt",
            "start": [n * 200 for n in numbers],
            "end": [n * 200 + size for n in numbers],
            "title": [f"{word}Headline {n}" for n in numbers],
            "url": None,
            "author": None,
            "published": None,
            "spans": [[[n * 200, n * 200 + size]] for n in numbers],
            "text": text,
            "n_words": 14,
            "duplicate_of": [ids[0] if n == n_articles - 1 and n > 0 else None for n in numbers],
            "date": days,
            "date_earliest": [day - pd.Timedelta(days=10) for day in days],
            "date_latest": [day + pd.Timedelta(days=10) for day in days],
            "date_precision": "day",
            "date_basis": ["feed" if n % 2 else "neighbours" for n in numbers],
            "date_evidence": f"{word}stated",
            "year": when,
        }
    )
    themes = [f"theme-{n:02d}" for n in range(1, n_themes + 1)]
    topics = [f"t{n:02d}" for n in range(1, n_themes + 1)]
    share = np.linspace(2, 1, n_themes) / np.linspace(2, 1, n_themes).sum()
    made = {
        "documents": pd.DataFrame(
            {"document_id": ["d00000000001"], "source": f"{word}papers/one.txt", "media_type": "text/plain",
             "encoding": "utf-8", "n_bytes": 9000, "text": "x" * 100}
        ),
        "articles": articles,
        "article_years": pd.DataFrame({"article_id": ids, "year": when, "probability": 1.0}),
        "mentions": made_mentions(ids, word),
        "entities": made_entities(n_articles, word),
        "roles": pd.DataFrame(
            [{"entity_id": f"person:{PEOPLE[0].lower()}", "role": f"{word}{post}",
              "first_date": pd.Timestamp(first, 3, 1), "last_date": pd.Timestamp(first + 1, 4, 1),
              "n_mentions": 4, "n_articles": n} for post, first, n in (("Chair", 2016, 3), ("Treasurer", 2020, 2))]
        ),
        "topics": pd.DataFrame(
            {"topic_id": topics, "theme_id": themes, "label": [f"{word}topic {n}" for n in range(n_themes)],
             "persistence": np.linspace(1, 0.5, n_themes), "coherence": 0.1, "exclusivity": 0.5, "share": share,
             "is_background": False}
        ),
        "themes": pd.DataFrame(
            {"theme_id": themes, "label": [f"{word}Theme {chr(65 + n % 26)}{n}" for n in range(n_themes)],
             "persistence": np.linspace(1, 0.5, n_themes), "share": share, "kind": "subject",
             "is_hand_labelled": False}
        ),
        "topic_terms": pd.DataFrame(
            [{"topic_id": topic, "rank": rank, "term": word + TERMS[(rank + place) % len(TERMS)],
              "weight": 0.1 / rank, "frex": 1 / rank} for place, topic in enumerate(topics) for rank in range(1, 7)]
        ),
        "article_topics": made_shares(ids, topics, share),
        "prevalence": made_prevalence(themes, topics, share, when),
        "findings": pd.DataFrame(
            [{"finding_id": f"{themes[0]}:{min(years)}-{max(years)}", "theme_id": themes[0], "kind": "rise",
              "from_year": min(years), "earlier_to": min(years), "later_from": max(years),
              "to_year": max(years), "change": RISE, "low": 0.05, "high": 0.2,
              "probability": 0.98, "n_settings": 9, "n_holds": 8,
              "sentence": f"Rose from 11 % in {min(years)} to 23 % in {max(years)}"}]
        ) if len(set(years)) > 1 else empty("findings"),
        "sums": pd.DataFrame(
            [{"mention_id": f"{ids[0]}:{n}-{n + 3}", "article_id": ids[0], "value": value, "value_high": np.nan,
              "currency": "GBP", "period": "year" if n == 1 else None, "qualifier": "vague" if n == 3 else None,
              "kind": "amount", "about": f"{word}the ferry", "whose": f"{word}Ferry Board",
              "speaker": f"{word}Ada Wren", "speaker_kind": "quoted", "concerns_from": when[0],
              "concerns_to": when[0], "same_as": None, "theme_id": themes[0], "year": when[0]}
             for n, value in enumerate((4500.0, 2.5e6, 3.1e9, np.nan))]
        ),
        "sum_totals": pd.DataFrame(
            [{"theme_id": themes[0], "year": when[0], "currency": "GBP", "period": period, "kind": "amount",
              "n_sums": n, "n_distinct": n, "n_added": added, "total": total, "largest": largest}
             for period, n, added, total, largest in ((None, 3, 2, 3.1e9 + 4500, 3.1e9), ("year", 1, 1, 2.5e6, 2.5e6))]
        ),
    }  # fmt: skip
    made |= made_trials(themes, ids, when, word, made["findings"])
    made["contributions"] = made_contributions(made["articles"], made["prevalence"]).drop(columns="share")
    arranged = {name: arrange(name, table) for name, table in made.items()}
    for name, table in arranged.items():
        check(name, table)
    return arranged


def made_trials(
    themes: list[str], ids: list[str], when: list[int], word: str, findings: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """What was tried besides: other numbers of topics, other engines, sources; and what is typical of each theme."""
    sources = (f"{word}papers/one.txt", f"{word}papers/two.txt")
    measures = {"npmi": 0.21, "exclusivity": 0.4, "n_splits": 1, "n_merges": 2}
    rungs = (
        ("10 topics", "tomotopy", 10, 0.8, -6.4),
        ("30 topics", "tomotopy", 30, 0.7, -6.2),
        ("gensim", "gensim", 30, None, None),
    )
    return {
        "ladder": pd.DataFrame(
            [{"setting": setting, "engine": engine, "n_topics": size, "persistence": recurs, "held_out": unseen,
              "is_shipped": setting == "30 topics", **measures} for setting, engine, size, recurs, unseen in rungs]
        ),
        "crosscheck": pd.DataFrame(
            [{"theme_id": theme, "engine": engine, "similarity": 0.8, "share_r": None if place else 0.7,
              "is_found": not place} for place, theme in enumerate(themes) for engine in ("gensim", "scikit-learn")]
        ),
        "evidence": pd.DataFrame(
            [{"theme_id": theme, "kind": kind, "rank": 1, "article_id": ids[0], "start": start,
              "end": end, "share": 0.9} for theme in themes if ids
             for kind, start, end in (("article", 0, 60), ("sentence", len(word) + 11, len(word) + 56))]
        ) if ids else empty("evidence"),
        "prevalence_by": pd.DataFrame(
            [{"theme_id": theme, "by": "source", "group": source, "share": 0.3, "low": 0.2, "high": 0.4,
              "agenda_low": 0.1, "agenda_high": 0.5, "n_articles": 10 + place, "n_effective": 10.0, "is_sparse": False}
             for theme in themes for place, source in enumerate(sources)]
        ),
        "certificate": pd.DataFrame(
            [{"generator": kind, "measure": measure, "place": place, "words": f"{measure} in words",
              "value": value, "low": value - 0.02, "high": value + 0.02, "n": n,
              "corpus": corpus_mark(ids), "from_year": min(when), "to_year": max(when)}
             for kind, n in (("all", 10), ("lda", 5), ("mixed", 5))
             for place, (measure, value) in enumerate((("recovery", 0.97), ("corpus_coverage", 0.91)))]
        ) if ids else empty("certificate"),
        "splits": pd.DataFrame(
            [{"finding_id": finding, "source": source, "from_weight": 0.5, "to_weight": 0.5, "from_share": 0.1,
              "to_share": 0.2, "mix": 0.02 * place, "within": 0.1 * (1 - place)}
             for finding in findings["finding_id"] for place, source in enumerate(sources)]
        ) if len(findings) else empty("splits"),
    }  # fmt: skip


def made_mentions(ids: Sequence[str], word: str) -> pd.DataFrame:
    """Each article names two people and a body."""
    rows = []
    for number, article in enumerate(ids):
        for place, name in enumerate((PEOPLE[0], PEOPLE[number % 3], BODIES[number % 2])):
            kind = "BODY" if name in BODIES else "PERSON"
            start = number * 200 + place * 20
            rows.append(
                {"mention_id": f"{article}:{start}-{start + len(name)}", "article_id": article,
                 "source": "papers/one.txt", "type": kind, "start": start, "end": start + len(name),
                 "surface": word + name, "entity_id": f"{kind.lower()}:{name.lower()}", "canonical": word + name,
                 "value": np.nan, "value_high": np.nan, "currency": None, "period": None, "qualifier": None,
                 "found_by": "model"}
            )  # fmt: skip
    return pd.DataFrame(rows)


def made_entities(n_articles: int, word: str) -> pd.DataFrame:
    """The people and bodies, the first of the people with a role."""
    return pd.DataFrame(
        [{"entity_id": f"{kind.lower()}:{name.lower()}", "type": kind, "canonical": word + name,
          "aliases": [word + name[:3]], "role": f"{word}Chair" if name == PEOPLE[0] else None,
          "n_mentions": n_articles, "n_articles": n_articles,
          "first_date": pd.Timestamp(2016, 1, 1), "last_date": pd.Timestamp(2021, 1, 1)}
         for kind, names in (("PERSON", PEOPLE), ("BODY", BODIES)) for name in names]
    )  # fmt: skip


def made_shares(ids: Sequence[str], topics: list[str], share: np.ndarray) -> pd.DataFrame:
    """Shares whose means over counted articles are `share`: even articles have more of the first topic, odd ones less.

    The last article, a duplicate, has none, and the one before it no shift, so that shifts cancel out.
    """
    rows = []
    counted = ids[:-1] if len(ids) > 1 else ids
    for number, article in enumerate(counted):
        own = share.copy()
        if len(share) > 1 and number < len(counted) - len(counted) % 2:
            shift = (-1) ** number * min(share[:2]) * (0.5 + (number // 2 % 5) / 10)
            own[:2] += shift, -shift
        rows += [{"article_id": article, "topic_id": topic, "share": part, "low": part / 2, "high": min(1, part * 2)}
                 for topic, part in zip(topics, own, strict=True)]  # fmt: skip
    return pd.DataFrame(rows)


def made_prevalence(themes: list[str], topics: list[str], share: np.ndarray, when: list[int]) -> pd.DataFrame:
    """Shares with intervals that change in the last year only: the first theme's rises; that year is sparse."""
    years = sorted(set(when))
    last = raised(share) if len(years) > 1 else share
    return pd.DataFrame(
        [{"theme_id": theme, "topic_id": level, "year": year, "share": part, "low": 0.8 * part,
          "high": min(1.0, 1.2 * part), "whole_share": part, "whole_low": 0.8 * part,
          "whole_high": min(1.0, 1.2 * part), "agenda_low": 0.5 * part, "agenda_high": min(1.0, 1.5 * part),
          "n_articles": when.count(year), "n_effective": float(when.count(year)), "is_sparse": year == years[-1]}
         for year in years
         for theme, topic, part in zip(themes, topics, last if year == years[-1] else share, strict=True)
         for level in (None, topic)]
    )  # fmt: skip


def raised(share: np.ndarray) -> np.ndarray:
    """`share` with the first up by RISE and the others down in proportion; a single one stays."""
    if len(share) < 2:
        return share
    return np.concatenate([[share[0] + RISE], share[1:] * (1 - share[0] - RISE) / (1 - share[0])])


def made_contributions(articles: pd.DataFrame, prevalence: pd.DataFrame) -> pd.DataFrame:
    """Every article of a year adds as much as the others, duplicates nothing."""
    counted = articles.loc[articles["duplicate_of"].isna(), ["article_id", "year"]]
    whole = prevalence.loc[prevalence["topic_id"].isna(), ["theme_id", "year", "share"]]
    rows = whole.merge(counted.astype({"year": "int64"}), on="year")
    weight = 1 / rows.groupby(["theme_id", "year"])["article_id"].transform("size")
    return rows.assign(weight=weight, article_share=rows["share"], contribution=weight * rows["share"])


def made_rejects() -> pd.DataFrame:
    """A file that could not be read and three pieces of furniture in one that could."""
    rows = [("read", "bad.bin", "not_text"), *(("segment", f"d00000000001:{n}", "furniture") for n in range(3))]
    return pd.DataFrame([(*row, "=1+1") for row in rows], columns=["stage", "row_id", "reason", "text"], dtype="str")


def chart_inputs(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables that the charts want."""
    return {name: tables[name] for name in CHART_TABLES}


def report_inputs(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables that the report wants."""
    return {name: tables[name] for name in REPORT_TABLES}


assert set(REPORT_TABLES) <= set(TABLES)
