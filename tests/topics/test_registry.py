"""The registry: ids and labels of kept themes come back, new themes take none that ever was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pipeline.corpus import Corpus
from pipeline.kept import KeptTheme, theme_terms
from pipeline.topics.describe import Model
from pipeline.topics.registry import keep_names, rename
from pipeline.topics.stage import topics

BOATS, RAILS, SHARED = {"boat": 0.6, "river": 0.4}, {"train": 0.6, "track": 0.4}, {"people": 0.5, "year": 0.5}


def kept(theme_id, terms, label="Kept", kind="subject"):
    return KeptTheme(theme_id, label, kind, "abc", "", terms)


@pytest.fixture
def model():
    """Themes boats, rails and a background; each of one topic."""
    ids, zeros = ["boats", "rails", "shared"], np.zeros((3, 3))
    themes = pd.DataFrame(
        {
            "theme_id": ids,
            "label": ["Boats", "Rails", "Shared"],
            "kind": ["subject", "subject", "background"],
            "is_hand_labelled": [False, True, False],
        }
    )
    found = pd.DataFrame({"topic_id": ["t1", "t2", "t3"], "theme_id": ids, "share": [0.5, 0.3, 0.2]})
    nothing = np.array([], dtype=object)
    return Model(nothing, nothing, zeros, zeros, zeros, zeros[None].astype(np.float32), np.ones(3), found, themes)


@pytest.fixture
def terms():
    rows = [(topic, *pair) for topic, own in (("t1", BOATS), ("t2", RAILS), ("t3", SHARED)) for pair in own.items()]
    return pd.DataFrame(rows, columns=["topic_id", "term", "weight"])


def named(model):
    return dict(zip(model.themes["theme_id"], model.themes["label"], strict=True))


def test_a_theme_known_again_takes_its_id_and_label(model, terms):
    again, told = keep_names(model, terms, [kept("water", BOATS, "Water")])
    assert named(again) == {"water": "Water", "rails": "Rails", "shared": "Shared"}
    assert again.topics["theme_id"].tolist() == ["water", "rails", "shared"]
    assert told == []


def test_a_persons_label_stays_while_the_id_comes_back(model, terms):
    again, _ = keep_names(model, terms, [kept("transport", RAILS, "Transport")])
    assert named(again) == {"boats": "Boats", "transport": "Rails", "shared": "Shared"}


def test_a_new_theme_takes_no_id_or_label_that_ever_was(model, terms):
    former = [kept("boats", {"bread": 1.0}, "Boats and bread"), kept("water", BOATS, "Shared")]
    again, told = keep_names(model, terms, former)
    assert named(again) == {"water": "Shared", "rails": "Rails", "shared": "Shared (2)"}
    assert told == ["kept themes that were not found again: Boats and bread. Their ids stay theirs."]
    new, _ = keep_names(model, terms, [kept("boats", {"bread": 1.0})])
    assert "boats-2" in named(new)


def test_background_is_known_again_as_background_only(model, terms):
    again, told = keep_names(model, terms, [kept("common", SHARED, "Common")])
    assert "common" not in named(again), "a subject of the same words is no background"
    assert len(told) == 1
    again, _ = keep_names(model, terms, [kept("common", SHARED, "Common", kind="background")])
    assert named(again)["common"] == "Common"


def test_without_kept_themes_nothing_changes(model, terms):
    assert keep_names(model, terms, []) == (model, [])


def test_names_are_numbered_past_those_in_use():
    assert rename(["a", "b", "c"], {"b": "a"}, taken=["a-2"]) == {"b": "a", "a": "a-3", "c": "c"}


def test_ids_hold_when_documents_are_added(corpus_of, settings):
    subjects = {"water": "river bank flood levee", "rail": "train track signal fare", "food": "bread oven flour baker"}

    def articles(names, number, document):
        random = np.random.default_rng(number)
        written = [
            (f"{document} {turn}", " ./PUNCT ".join(random.choice(subjects[names[turn % len(names)]].split(), 30)))
            for turn in range(number)
        ]
        return corpus_of(written, document=document)

    config = settings(n_topics=4, max_article_share=0.6)
    before = articles(["water", "rail"], 40, "aaaaaaaaaaaa")
    first = topics(**before, corpus=Corpus(), config=config)
    terms = theme_terms(first["topics"], first["topic_terms"])
    former = [
        KeptTheme(f"kept-{number}", f"Kept {number}", row["kind"], "abc", "", terms[row["theme_id"]])
        for number, row in enumerate(first["themes"].to_dict("records"))
    ]
    added = articles(["food", "water"], 30, "bbbbbbbbbbbb")
    more = {name: pd.concat([before[name], added[name]], ignore_index=True) for name in before}
    second = topics(**more, kept=former, corpus=Corpus(), config=config)
    again = theme_terms(second["topics"], second["topic_terms"])
    for one in (each for each in former if each.kind == "subject"):
        assert max(again[one.theme_id], key=again[one.theme_id].get) in subjects[subject_of(one.terms, subjects)]
    fresh = set(again) - {one.theme_id for one in former}
    assert any(subject_of(again[theme], subjects) == "food" for theme in fresh), "what is new has an id of its own"
    assert set(second["crosscheck"]["theme_id"]) <= set(second["themes"]["theme_id"])
    assert set(second["evidence"]["theme_id"]) <= set(second["themes"]["theme_id"])


def subject_of(terms, subjects):
    """The subject that holds the heaviest term."""
    heaviest = max(terms, key=terms.get)
    return next(name for name, words in subjects.items() if heaviest in words)


def test_the_models_own_tables_are_left_as_they_are(model, terms):
    before = replace(model)
    keep_names(model, terms, [kept("water", BOATS)])
    assert model.themes.equals(before.themes)
    assert model.themes["theme_id"].tolist() == ["boats", "rails", "shared"]
