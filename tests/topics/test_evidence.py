"""Evidence: what is quoted is about the theme, can be quoted, and does not repeat itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.topics.describe import Model
from pipeline.topics.evidence import Stretch, evidence_rows, is_quotable, pick_best

WATER, RAIL = ["river", "flood", "levee", "drain"], ["train", "track", "signal", "fare"]


def stretch(article, score, *, terms=(), origin=("a.txt", "2020"), start=0):
    """A stretch for theme 0; `score` near its share, since it is long."""
    themes = np.array([score, 1 - score]) * 1000
    return Stretch("passage", article, origin, start, start + 10, frozenset(terms), themes)


def picked(stretches, settings, **changes):
    return [each.article_id for each in pick_best(stretches, 0, settings(**changes))]


def test_the_best_come_first_and_no_more_than_wanted(settings):
    given = [stretch(f"a{n}", 0.1 * n, origin=(f"{n}.txt", str(n))) for n in range(1, 10)]
    assert picked(given, settings, n_evidence=3) == ["a9", "a8", "a7"]


def test_of_two_as_good_another_source_and_year_is_taken(settings):
    given = [stretch("a1", 0.90), stretch("a2", 0.89), stretch("a3", 0.88, origin=("b.txt", "2021"))]
    assert picked(given, settings, n_evidence=2) == ["a1", "a3"]


def test_what_is_much_weaker_is_not_taken_for_variety(settings):
    given = [stretch("a1", 0.90), stretch("a2", 0.89), stretch("a3", 0.30, origin=("b.txt", "2021"))]
    assert picked(given, settings, n_evidence=2) == ["a1", "a2"]


def test_two_that_say_the_same_are_not_both_quoted(settings):
    given = [stretch("a1", 0.9, terms={1, 2, 3}), stretch("a2", 0.9, terms={1, 2, 3, 4}), stretch("a3", 0.5, terms={7})]
    assert picked(given, settings, n_evidence=2) == ["a1", "a3"]


def test_a_theme_that_is_not_there_has_no_evidence(settings):
    assert picked([stretch("a1", 0.0)], settings) == []


@pytest.mark.parametrize(
    ("start", "end", "wanted"), [(10, 40, True), (10, 60, False), (45, 60, False), (0, 401, False)]
)
def test_a_stretch_with_something_dropped_in_it_or_too_long_is_not_quoted(start, end, wanted):
    assert is_quotable("sentence", start, end, [[5, 50], [55, 90]]) == wanted


@pytest.fixture
def tables(corpus_of):
    """Five articles: a headline, then sentences of one subject each; the last article is of both."""
    bodies = [[WATER, WATER], [WATER, WATER], [RAIL, RAIL], [RAIL, RAIL], [WATER, RAIL]]
    return corpus_of(
        [("Headline", "Headline ./PUNCT " + " ./PUNCT ".join(" ".join(part) for part in body)) for body in bodies]
    )


@pytest.fixture
def model(tables):
    vocabulary = np.array([*RAIL, *WATER], dtype=object)
    themes = pd.DataFrame({"theme_id": ["water", "rail"]})
    topics = pd.DataFrame({"topic_id": ["t01", "t02"], "theme_id": ["water", "rail"]})
    terms = np.array([[0.0] * 4 + [0.25] * 4, [0.25] * 4 + [0.0] * 4])
    counts = np.array([[8.0, 0], [8, 0], [0, 8], [0, 8], [4, 4]])
    articles = tables["articles"]["article_id"].to_numpy(dtype=object)
    return Model(
        articles, vocabulary, terms, terms, counts, counts[None].astype(np.float32), np.ones(2), topics, themes
    )


def test_each_theme_is_shown_by_its_own_text(tables, model, settings):
    tokens, articles = tables["tokens"], tables["articles"]
    words = tokens[tokens["pos"] == "NOUN"].rename(columns={"lemma": "term"})[["article_id", "term", "start", "end"]]
    rows = evidence_rows(model, words, tokens, articles, config=settings(same_passage=1.0, passage_terms=4))
    texts = articles.set_index("article_id")["text"]
    for theme_id, own in (("water", WATER), ("rail", RAIL)):
        for row in rows[rows["theme_id"] == theme_id].to_dict("records"):
            quoted = texts[row["article_id"]][row["start"] : row["end"]]
            assert set(quoted.split()) & set(own)
            if row["kind"] == "sentence":
                assert quoted.split()[:4] == own, "a whole sentence, without the headline"
                assert row["share"] == pytest.approx(1)
    assert set(rows["kind"]) == {"article", "passage", "sentence"}
    firsts = rows[(rows["kind"] == "article") & (rows["rank"] == 1)].set_index("theme_id")["article_id"]
    assert firsts["water"].endswith(("0001", "0002"))
    assert firsts["rail"].endswith(("0003", "0004"))
