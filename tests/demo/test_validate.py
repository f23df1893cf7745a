"""The yardstick itself: tables made from the truth score full marks, and planted faults are seen."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.demo.measures import (
    Truth,
    load_truth,
    match_articles,
    measure_dates,
    measure_mentions,
    measure_segments,
)
from tests.demo.model import SHARED
from tests.demo.plan import THEMES
from tests.demo.recovery import measure_findings, measure_prevalence, measure_themes, own_themes
from tests.demo.validate import TRUTH


@pytest.fixture(scope="module")
def truth() -> Truth:
    return load_truth(TRUTH)


@pytest.fixture(scope="module")
def articles(truth: Truth) -> pd.DataFrame:
    """The articles as a faultless run would find them."""
    rows = truth.articles.rename(columns={"article": "article_id"})
    places = [[] if pd.isna(a) else [[int(a), int(b)]] for a, b in zip(rows["start"], rows["end"], strict=True)]
    day = pd.to_datetime(rows["date"])
    return rows.assign(
        spans=places,
        start=rows["start"].fillna(0),
        end=rows["end"].fillna(0),
        date=day,
        date_earliest=day,
        date_latest=day,
    )


@pytest.fixture(scope="module")
def mentions(truth: Truth) -> pd.DataFrame:
    """The mentions as a faultless run would find them."""
    sums = truth.money.drop(columns=["theme"]).assign(type="MONEY", canonical=None)
    names = truth.mentions[truth.mentions["type"] != "MONEY"]
    found = pd.concat([names, sums], ignore_index=True).rename(columns={"article": "article_id"})
    return found.assign(start=found["start"].fillna(0), end=found["end"].fillna(0))


@pytest.fixture(scope="module")
def topics() -> pd.DataFrame:
    """A topic for each planted theme, and one of common ground."""
    ids = [*THEMES, SHARED]
    return pd.DataFrame({"topic_id": ids, "theme_id": ids, "is_background": [name == SHARED for name in ids]})


@pytest.fixture(scope="module")
def shares(truth: Truth) -> pd.DataFrame:
    """The planted shares as a model's table."""
    return truth.shares.melt("article", var_name="topic_id", value_name="share").rename(
        columns={"article": "article_id"}
    )


def test_a_faultless_run_has_full_marks(truth: Truth, articles: pd.DataFrame, mentions: pd.DataFrame) -> None:
    matched = match_articles(truth.articles, articles)
    assert matched == {key: key for key in truth.articles["article"]}
    found = measure_segments(truth, articles, matched)
    assert [found[name] for name in ("boundaries", "headlines", "headlines in full", "duplicates found")] == [
        1,
        1,
        1,
        1,
    ]
    assert found["duplicates wrongly called"] == 0
    dated = measure_dates(truth, articles, matched)
    assert [dated[name] for name in ("year right", "one-day dates", "one-day dates right")] == [1, 1, 1]
    named = measure_mentions(truth, mentions, matched)
    assert list(named.values()) == pytest.approx([1.0] * len(named))


def test_faults_are_seen(truth: Truth, articles: pd.DataFrame, mentions: pd.DataFrame) -> None:
    matched = match_articles(truth.articles, articles)
    late = articles.assign(date=articles["date"] + pd.Timedelta(days=800))
    late = late.assign(date_earliest=late["date"], date_latest=late["date"] + pd.Timedelta(days=1))
    assert measure_dates(truth, late, matched)["year right"] == 0
    assert measure_dates(truth, late, matched)["90 % intervals that hold the day"] == 0
    half = measure_mentions(truth, mentions[mentions["type"] != "PERSON"], matched)
    assert half["PERSON recall"] == 0
    assert half["BODY f1"] == pytest.approx(1)
    wrong = measure_mentions(truth, mentions.assign(value=1.5), matched)
    assert wrong["MONEY value"] < 0.01


def test_planted_shares_are_recovered_from_themselves(truth: Truth, shares: pd.DataFrame, topics: pd.DataFrame) -> None:
    matched = {key: key for key in truth.articles["article"]}
    found = measure_themes(truth, shares, topics, matched)
    assert found["themes: planted themes with r >= 0.8"] == len(THEMES)
    assert found["themes: mean r of article shares"] == pytest.approx(1)
    assert own_themes(truth, shares, topics, matched) == {theme: theme for theme in THEMES}


@pytest.mark.parametrize(("shift", "expected"), [(0.0, 1.0), (0.5, 0.0)])
def test_bands_are_held_against_the_course(truth: Truth, shift: float, expected: float) -> None:
    rows = truth.prevalence[truth.prevalence["outlet"] == "all"]
    # a band that is moved away by half its own theme's place holds neither course
    share = rows["share"]
    low, high = (rows[["share", "planted"]].agg(edge, axis=1) + shift for edge in ("min", "max"))
    bands = rows.assign(
        theme_id=rows["theme"],
        topic_id=None,
        low=low - 1e-4,
        high=high + 1e-4,
        agenda_low=low - 1e-4,
        agenda_high=high + 1e-4,
        share=share,
    )
    found = measure_prevalence(truth, bands, {theme: theme for theme in THEMES})
    assert found["prevalence: this corpus"] == expected
    assert found["prevalence: agenda"] == expected


def test_findings_are_judged(truth: Truth) -> None:
    claims = pd.DataFrame(
        [
            ("defences", "rise", 2016, 2024),
            ("fishing", "rise", 2017, 2020),
            ("dredging", "rise", 2016, 2025),
        ],
        columns=["theme_id", "kind", "from_year", "to_year"],
    )
    found = measure_findings(truth, claims, {theme: theme for theme in THEMES})
    assert found["planted changes found"] == 1
    assert found["findings on the flat control"] == 1
    assert found["findings not planted"] == 2
    assert found["findings against what came out"] >= 1
