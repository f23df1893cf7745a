"""The themes and topics of the page: labels, terms, shares by year, and the names that go with them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.browse.given import Given
from pipeline.browse.keys import Keys
from pipeline.browse.voice import Voice
from pipeline.rows import Row, records
from pipeline.summary import entities_by_theme, order_themes, theme_terms
from pipeline.wording import percent, percent_range, plain

POINT = ("year", "share", "low", "high", "agenda_low", "agenda_high", "n_articles", "n_effective", "is_sparse",
         "whole_share")  # fmt: skip
WHOLE = ("year", "n_articles", "is_sparse")
DIGITS = 6  # of a share: far below what an interval resolves
TOPIC_TERMS = 10
MILLION = 1_000_000


def theme_rows(given: Given, shares: pd.DataFrame, keys: Keys, voice: Voice) -> list[dict[str, Any]]:
    """The themes, largest first and background last."""
    terms = theme_terms(given.topic_terms, given.topics)
    whole = given.prevalence[given.prevalence["topic_id"].isna()].sort_values("year", kind="stable")
    points = {str(theme): point_rows(rows) for theme, rows in whole.groupby("theme_id")}
    topics = topic_rows(given.topics, given.topic_terms, voice)
    behind = behind_rows(given.contributions, keys, voice)
    evidence = evidence_rows(given.evidence, keys)
    groups = group_rows(given.prevalence_by, voice)
    kinds = {"people": "PERSON", "bodies": "BODY"} if voice.publish.is_named else {"bodies": "BODY"}
    named = {
        word: entities_by_theme(shares, given.mentions, given.entities, kind=kind, most=voice.config.go_with)
        for word, kind in kinds.items()
    }
    return [
        {
            "key": theme_key(row, place, voice),
            "label": voice.name(row["label"]),
            "kind": row["kind"],
            "persistence": rounded(row["persistence"]),
            "share": rounded(row["share"]),
            "terms": [voice.name(term) for term in terms.get(row["theme_id"], [])[: voice.config.terms_shown]],
            "topics": topics.get(row["theme_id"], []),
            "points": points.get(row["theme_id"], []),
            "behind": behind.get(row["theme_id"], []),
            "evidence": evidence.get(row["theme_id"], {}),
            "groups": groups.get(row["theme_id"], {}),
            "said": course(points.get(row["theme_id"], []), voice),
            **{word: [keys.names[entity] for entity in own.get(row["theme_id"], [])] for word, own in named.items()},
        }
        for place, row in enumerate(records(order_themes(given.themes)))
    ]


def theme_key(row: Row, place: int, voice: Voice) -> str:
    """What stands for a theme in the page's addresses: its identifier, unless that may name a person."""
    return str(row["theme_id"]) if voice.publish.is_named else f"theme-{place + 1}"


def topic_rows(topics: pd.DataFrame, topic_terms: pd.DataFrame, voice: Voice) -> dict[str, list[dict[str, Any]]]:
    """The topics of each theme, largest first, with their measures and heaviest terms."""
    first = topic_terms[topic_terms["rank"] <= TOPIC_TERMS].sort_values(["topic_id", "rank"], kind="stable")
    terms = {topic: [voice.name(str(term).replace("_", " ")) for term in group["term"]]
             for topic, group in first.groupby("topic_id")}  # fmt: skip
    found: dict[str, list[dict[str, Any]]] = {}
    for row in records(topics.sort_values(["share", "topic_id"], ascending=[False, True], kind="stable")):
        topic = {"key": row["topic_id"], "label": voice.name(str(row["label"]).replace("_", " "))}
        topic |= {name: rounded(row[name]) for name in ("share", "persistence", "coherence", "exclusivity")}
        found.setdefault(row["theme_id"], []).append(topic | {"terms": terms.get(row["topic_id"], [])})
    return found


def point_rows(rows: pd.DataFrame) -> list[list[Any]]:
    """A theme's years, each as a list in the order of POINT."""
    return [
        [int(row[name]) if name in WHOLE else None if pd.isna(row[name]) else rounded(row[name]) for name in POINT]
        for row in records(rows)
    ]


def course(points: list[list[Any]], voice: Voice) -> str:
    """A theme's course in words: first, last, highest and lowest share with intervals."""
    if not points:
        return voice.say("course.none")
    picks = {
        "first": points[0],
        "last": points[-1],
        "highest": max(points, key=lambda point: point[1]),
        "lowest": min(points, key=lambda point: point[1]),
    }
    values: dict[str, object] = {}
    for name, (year, share, low, high, *_) in picks.items():
        values |= {name: percent(share), f"{name}_year": int(year), f"{name}_range": percent_range(low, high)}
    return voice.say("course.said", values)


def behind_rows(contributions: pd.DataFrame, keys: Keys, voice: Voice) -> dict[str, list[list[Any]]]:
    """What articles add to each theme's share of each year: year, articles and parts in millionths, the rest.

    The articles that add most stand one after the other with their parts; those beyond most_behind are counted and
    their parts added up, so that a year's parts still sum to its share.
    """
    most = voice.config.most_behind
    ordered = contributions.sort_values(
        ["theme_id", "year", "contribution", "article_id"], ascending=[True, True, False, True], kind="stable"
    )
    found: dict[str, list[list[Any]]] = {}
    for _, rows in ordered.groupby(["theme_id", "year"], sort=False):
        theme, year = str(rows["theme_id"].iloc[0]), int(rows["year"].iloc[0])
        parts = [(keys.articles[row["article_id"]], round(MILLION * row["contribution"])) for row in records(rows)]
        first, rest = parts[:most], parts[most:]
        flat = [number for part in first for number in part]
        found.setdefault(theme, []).append([year, flat, len(rest), sum(part for _, part in rest)])
    return found


def evidence_rows(evidence: pd.DataFrame, keys: Keys) -> dict[str, dict[str, list[list[int]]]]:
    """For each theme and kind the most typical articles, passages and sentences: article, start, end, thousandths."""
    found: dict[str, dict[str, list[list[int]]]] = {}
    for row in records(evidence.sort_values(["theme_id", "kind", "rank"], kind="stable")):
        place = [keys.articles[row["article_id"]], int(row["start"]), int(row["end"]), round(1000 * row["share"])]
        found.setdefault(row["theme_id"], {}).setdefault(row["kind"], []).append(place)
    return found


def group_rows(prevalence_by: pd.DataFrame, voice: Voice) -> dict[str, dict[str, list[list[Any]]]]:
    """For each theme its share by half-year and by source: group, share, both intervals, articles, whether sparse."""
    found: dict[str, dict[str, list[list[Any]]]] = {}
    for row in records(prevalence_by.sort_values(["theme_id", "by", "group"], kind="stable")):
        own = [rounded(row[name]) for name in POINT[1:6]]
        group = voice.path(row["group"], voice.word("any.source")) if row["by"] == "source" else plain(row["group"])
        line = [group, *own, int(row["n_articles"]), int(row["is_sparse"])]
        found.setdefault(row["theme_id"], {}).setdefault(row["by"], []).append(line)
    return found


def rounded(value: float) -> float:
    """A number as the page carries it."""
    return round(float(value), DIGITS)
