"""How well articles, dates and mentions were found, against a truth in tables. No stage is imported: tables only."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

Row = dict[str, object]
Figures = dict[str, float]
LEAST_OVERLAP = 0.8
NEAR_DAYS = 7
TYPES = ("PERSON", "BODY", "MONEY")


@dataclass(frozen=True)
class Truth:
    """The tables of truth."""

    articles: pd.DataFrame
    furniture: pd.DataFrame
    mentions: pd.DataFrame
    money: pd.DataFrame
    shares: pd.DataFrame
    prevalence: pd.DataFrame


def load_truth(folder: Path) -> Truth:
    """The truth in a folder of CSV files."""
    names = {"shares": "theme_shares"}
    fields = ("articles", "furniture", "mentions", "money", "shares", "prevalence")
    read = {field: pd.read_csv(folder / f"{names.get(field, field)}.csv") for field in fields}
    return Truth(**read)


def fold(text: object) -> str:
    """Text without what does not matter in a comparison: case, kind of apostrophe, leading article, spaces."""
    plain = unicodedata.normalize("NFKC", str(text)).replace("’", "'").casefold()
    return re.sub(r"\s+", " ", re.sub(r"^the ", "", plain)).strip(" .…“”\"'")


def overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    """How many characters two stretches share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def stretch(row: Row) -> tuple[int, int]:
    """Start and end of a row."""
    return int(float(str(row["start"]))), int(float(str(row["end"])))


def match_articles(truth: pd.DataFrame, found: pd.DataFrame) -> dict[str, str]:
    """article_id by the truth's key: by place where the truth has one, by headline within a package."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in found.to_dict("records"):
        by_source[str(row["source"])].append(row)
    matched: dict[str, str] = {}
    for row in truth.to_dict("records"):
        near = by_source[str(row["source"])]
        if pd.isna(row["start"]):
            same = same_titles(row, near)
            if same:
                matched[str(row["article"])] = str(same[0]["article_id"])
            continue
        top = max(near, key=lambda one: ratio(stretch(row), stretch(one)), default=None)
        if top is not None and ratio(stretch(row), stretch(top)) >= LEAST_OVERLAP:
            matched[str(row["article"])] = str(top["article_id"])
    return matched


def same_titles(row: Row, near: list[Row]) -> list[Row]:
    """The articles with a row's headline, those that only begin with it after those that are the same."""
    want = fold(row["title"])
    likely = [one for one in near if fold(one["title"])[:40] == want[:40]]
    return sorted(likely, key=lambda one: fold(one["title"]) != want) or near * (len(near) == 1)


def ratio(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Intersection over union of two stretches."""
    shared = overlap(first, second)
    return shared / (first[1] - first[0] + second[1] - second[0] - shared)


def measure_segments(truth: Truth, found: pd.DataFrame, matched: dict[str, str]) -> Figures:
    """Boundaries, headlines, furniture that leaked in and text that was lost, duplicates."""
    rows = found.set_index("article_id")
    titles = [
        (row["title"], row["printed_title"], rows.at[matched[row["article"]], "title"])
        for row in truth.articles.to_dict("records")
        if row["article"] in matched
    ]
    total = len(truth.articles)
    same = sum(fold(got) == fold(printed) or fold(got).startswith(fold(printed)) for _, printed, got in titles)
    kept = spans_by_source(found)
    leaked, whole = covered(truth.furniture, kept)
    return {
        "articles in truth": total,
        "articles found": len(found),
        "boundaries": len(matched) / total,
        "headlines": same / total,
        "headlines in full": sum(fold(got) == fold(full) for full, _, got in titles) / total,
        "furniture leak": leaked / whole,
        **measure_duplicates(truth.articles, found, matched),
    }


def spans_by_source(found: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Every kept stretch of each document."""
    kept: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for source, spans in zip(found["source"], found["spans"], strict=True):
        kept[source] += [(int(start), int(end)) for start, end in spans]
    return kept


def covered(furniture: pd.DataFrame, kept: dict[str, list[tuple[int, int]]]) -> tuple[int, int]:
    """Characters of furniture that stand in kept stretches, and all of them."""
    leaked = whole = 0
    for row in furniture.to_dict("records"):
        place = stretch(row)
        whole += place[1] - place[0]
        leaked += sum(overlap(place, span) for span in kept[str(row["source"])])
    return leaked, whole


def measure_duplicates(truth: pd.DataFrame, found: pd.DataFrame, matched: dict[str, str]) -> Figures:
    """How many planted repeats were put with their first, and how many articles were wrongly put with another.

    Which of a group is kept is the run's to choose, so that groups are compared and not pairs.
    """
    planted = dict(zip(truth["article"], truth["duplicate_of"].fillna(truth["article"]), strict=True))
    called = dict(zip(found["article_id"], found["duplicate_of"].fillna(found["article_id"]), strict=True))
    repeats = [(key, first) for key, first in planted.items() if key != first]
    hits = sum(called.get(matched.get(a, a)) == called.get(matched.get(b, b)) for a, b in repeats)
    group = {matched[key]: first for key, first in planted.items() if key in matched}
    wrong = sum(group.get(one) != group.get(kept) for one, kept in called.items() if one != kept)
    return {"duplicates found": hits / max(len(repeats), 1), "duplicates wrongly called": wrong}


def measure_dates(truth: Truth, found: pd.DataFrame, matched: dict[str, str]) -> Figures:
    """Years, days and intervals; for a repost its own day or the day of the first one."""
    rows = found.set_index("article_id")
    counts: Counter[str] = Counter()
    widths = []
    for row in truth.articles.to_dict("records"):
        counts["all"] += 1
        if row["article"] not in matched:
            continue
        got = rows.loc[matched[row["article"]]]
        if pd.isna(got["date"]):
            continue
        days = [pd.Timestamp(row["date"]), pd.Timestamp(row["posted"])]
        error = min(abs((got["date"] - day).days) for day in days)
        counts["year"] += any(got["date"].year == day.year for day in days)
        counts["near"] += error <= NEAR_DAYS
        if got["date_earliest"] < got["date_latest"]:
            counts["open"] += 1
            counts["inside"] += any(got["date_earliest"] <= day <= got["date_latest"] for day in days)
            widths.append((got["date_latest"] - got["date_earliest"]).days)
        else:
            counts["stated"] += 1
            counts["exact"] += error == 0
    total = counts["all"]
    return {
        "year right": counts["year"] / total,
        f"day within {NEAR_DAYS} days": counts["near"] / total,
        "one-day dates": counts["stated"] / total,
        "one-day dates right": counts["exact"] / max(counts["stated"], 1),
        "90 % intervals that hold the day": counts["inside"] / max(counts["open"], 1),
        "median interval, days": float(pd.Series(widths, dtype=float).median()),
    }


def measure_mentions(truth: Truth, mentions: pd.DataFrame, matched: dict[str, str]) -> Figures:
    """Exact F1 of each type, and how many of the sums and names that were found are read right."""
    sums = truth.money.assign(period=truth.money["period"].fillna(""), qualifier=truth.money["qualifier"].fillna(""))
    mentions = outside_furniture(mentions, truth.furniture)
    figures: Figures = {}
    for kind in TYPES:
        want = count_keys(truth.mentions[truth.mentions["type"] == kind], matched)
        got = found_keys(mentions[mentions["type"] == kind], want)
        hits = sum((want & got).values())
        precision, recall = hits / max(sum(got.values()), 1), hits / max(sum(want.values()), 1)
        figures |= {f"{kind} precision": precision, f"{kind} recall": recall}
        figures[f"{kind} f1"] = 2 * precision * recall / max(precision + recall, 1e-9)
    return figures | measure_values(sums, mentions) | measure_names(truth.mentions, mentions)


def outside_furniture(mentions: pd.DataFrame, furniture: pd.DataFrame) -> pd.DataFrame:
    """The mentions that stand in no furniture: what leaked in is counted once, as a leak."""
    beside: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in furniture.sort_values(["source", "start"]).to_dict("records"):
        beside[str(row["source"])].append(stretch(row))
    inside = []
    for row in mentions.to_dict("records"):
        lines, place = beside[str(row["source"])], stretch(row)
        at = bisect_right(lines, place) - 1
        inside.append(any(overlap(place, line) for line in lines[max(at, 0) : at + 2]))
    return mentions[[not is_inside for is_inside in inside]]


def count_keys(truth: pd.DataFrame, matched: dict[str, str]) -> Counter[tuple[object, ...]]:
    """What is to be found: by place in a text, by article and surface in a package."""
    keys: Counter[tuple[object, ...]] = Counter()
    for row in truth.to_dict("records"):
        if pd.isna(row["start"]):
            keys[matched.get(str(row["article"]), ""), str(row["surface"])] += 1
        else:
            keys[row["source"], *stretch(row)] += 1
    return keys


def found_keys(mentions: pd.DataFrame, want: Counter[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    """What was found, by keys of the same kinds."""
    texts = {key[0] for key in want if len(key) == 3}
    keys: Counter[tuple[object, ...]] = Counter()
    for row in mentions.to_dict("records"):
        if row["source"] in texts:
            keys[row["source"], *stretch(row)] += 1
        else:
            keys[row["article_id"], row["surface"]] += 1
    return keys


def pair_rows(truth: pd.DataFrame, mentions: pd.DataFrame) -> Iterable[tuple[Row, Row]]:
    """Rows of the truth with the rows found at the same place."""
    placed = {(str(row["source"]), *stretch(row)): row for row in mentions.to_dict("records")}
    for row in truth.dropna(subset=["start"]).to_dict("records"):
        got = placed.get((str(row["source"]), *stretch(row)))
        if got is not None:
            yield row, got


def measure_values(sums: pd.DataFrame, mentions: pd.DataFrame) -> Figures:
    """Of the sums found in place: how many have the right value, period and qualifier."""
    counts: Counter[str] = Counter()
    for want, got in pair_rows(sums, mentions[mentions["type"] == "MONEY"]):
        counts["all"] += 1
        counts["value"] += same_number(want["value"], got["value"]) and same_number(
            want["value_high"], got["value_high"]
        )
        for column in ("period", "qualifier"):
            counts[column] += want[column] == ("" if pd.isna(got[column]) else got[column])
    return {f"MONEY {column}": counts[column] / max(counts["all"], 1) for column in ("value", "period", "qualifier")}


def same_number(first: object, second: object) -> bool:
    """Whether two values are the same, or both are missing."""
    if pd.isna(first) or pd.isna(second):
        return bool(pd.isna(first) and pd.isna(second))
    return abs(float(str(first)) - float(str(second))) < 0.5


def measure_names(truth: pd.DataFrame, mentions: pd.DataFrame) -> Figures:
    """Of the names found in place: how many lead to the right canonical name."""
    figures = {}
    for kind in TYPES[:2]:
        pairs = list(pair_rows(truth[truth["type"] == kind], mentions[mentions["type"] == kind]))
        right = sum(fold(want["canonical"]) == fold(got["canonical"]) for want, got in pairs)
        figures[f"{kind} canonical"] = right / max(len(pairs), 1)
    return figures
