"""The stage: its tables keep their contracts, whatever the corpus."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from pipeline.checks import arrange, check
from pipeline.corpus import Corpus, ThemeLabel
from pipeline.topics.stage import topics

WATER = ["river", "bank", "flood", "water", "level", "rain", "storm", "drain", "levee"]
TRAINS = ["train", "rail", "track", "station", "ticket", "fare", "delay", "signal", "driver"]


def two_subjects(n_articles=40):
    random = np.random.default_rng(3)
    return [
        (f"Story {number}", " ./PUNCT ".join(random.choice((WATER, TRAINS)[number % 2], 30).tolist()))
        for number in range(n_articles)
    ]


def run(tables, config, corpus=None):
    made = topics(**tables, corpus=corpus or Corpus(), config=config)
    rejects = made.pop("rejects")
    assert ("notices" in made) == (not len(made["topics"])), "a corpus without themes is told so, and no other"
    made.pop("notices", None)
    made = {name: arrange(name, frame) for name, frame in made.items()}
    for name, frame in made.items():
        check(name, frame)
    return made, rejects


@pytest.fixture
def config(settings):
    return settings(max_article_share=0.6, n_topics=4)


@pytest.mark.parametrize(
    ("written", "n_rejects"),
    [
        ([], 0),
        ([("One", "the/DET of/ADP")], 1),
        ([("One", "river"), ("Two", "bank")], 2),
        ([("One", "river bank flood water level river rain storm")], 0),
        ([(f"T{n}", "river bank flood water level") for n in range(30)], 30),
    ],
)
def test_small_and_empty_corpora_get_through(corpus_of, settings, written, n_rejects):
    made, rejects = run(corpus_of(written), settings())
    assert len(rejects) == n_rejects
    fitted = made["article_topics"]["article_id"].nunique()
    assert fitted == len(written) - n_rejects
    assert len(made["topics"]) <= max(1, fitted)


def test_two_subjects_are_two_themes_with_whole_shares(corpus_of, config):
    made, rejects = run(corpus_of(two_subjects()), config)
    assert rejects.empty
    sums = made["article_topics"].groupby("article_id")["share"].sum()
    np.testing.assert_allclose(sums, 1, rtol=1e-9)
    drawn = np.stack(made["draws"]["shares"].to_list())
    np.testing.assert_allclose(drawn.sum(axis=1), 1, rtol=1e-5)
    assert drawn.shape[1] == len(made["topics"])
    tops = made["topic_terms"].query("rank == 1").set_index("topic_id")["term"]
    share = made["topics"].set_index("topic_id")["share"]
    heavy = tops[share[share > 0.2].index]
    assert {"water" if term in WATER else "trains" for term in heavy} == {"water", "trains"}
    assert set(made["topics"]["theme_id"]) == set(made["themes"]["theme_id"])
    assert made["themes"]["share"].sum() == pytest.approx(1)


def test_a_persons_label_wins(corpus_of, config):
    corpus = Corpus(themes=(ThemeLabel("Railways", ("train", "station", "rail")),))
    made, _ = run(corpus_of(two_subjects()), config, corpus)
    named = made["themes"].set_index("label")
    assert named.loc["Railways", "is_hand_labelled"]
    assert named["is_hand_labelled"].sum() == 1


def test_the_order_of_rows_and_the_names_of_files_change_nothing(corpus_of, config):
    tables = corpus_of(two_subjects())
    turned = {name: frame.iloc[::-1].reset_index(drop=True) for name, frame in tables.items()}
    turned["articles"] = turned["articles"].assign(source="renamed.txt")
    one, other = (run(given, config)[0] for given in (tables, turned))
    for name, frame in one.items():
        pd.testing.assert_frame_equal(frame, other[name])


def test_near_duplicates_are_not_fitted_and_have_no_rows(corpus_of, config):
    tables = corpus_of(two_subjects())
    ids = tables["articles"]["article_id"]
    tables["articles"] = tables["articles"].assign(duplicate_of=[None] * 39 + [ids.iloc[1]])
    made, rejects = run(tables, config)
    assert ids.iloc[39] not in set(made["article_topics"]["article_id"])
    assert rejects.empty


def test_an_article_lies_within_its_bounds(corpus_of, config):
    made, _ = run(corpus_of(two_subjects()), config)
    rows = made["article_topics"]
    assert (rows["low"] <= rows["share"]).all()
    assert (rows["share"] <= rows["high"]).all()
