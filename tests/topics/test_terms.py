"""Terms: which words can carry a subject."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.topics.terms import content_terms, fold_plurals, is_inside, join_hyphens


def words_that_count(tables, config, mentions=None):
    terms = content_terms(tables["tokens"], tables["mentions"] if mentions is None else mentions, config=config)
    return terms.loc[terms["counts"], "term"].tolist()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the/DET river/NOUN rises/VERB slowly/ADV", ["river"]),
        ("Covid-19/PROPN vaccine/NOUN", ["covid-19", "vaccine"]),
        ("a/NOUN 42/NOUN x9/NOUN -/NOUN", ["x9"]),
        ("river/NOUN ./PUNCT bank/NOUN", ["river", "bank"]),
        ("Ofgem’s/PROPN tariff/NOUN", ["ofgem's", "tariff"]),
    ],
)
def test_content_words_with_a_letter_count(corpus_of, settings, words, expected):
    assert words_that_count(corpus_of([("T", words)]), settings()) == expected


def test_stop_terms_of_corpus_toml_do_not_count(corpus_of, settings):
    assert words_that_count(corpus_of([("T", "river bank")]), settings(stop_terms=["bank"])) == ["river"]


def test_words_of_people_are_left_out_and_others_are_not(corpus_of, settings):
    tables = corpus_of([("T", "Ada/PROPN Pym/PROPN flood/NOUN Ofgem/PROPN")])
    mentions = pd.DataFrame(
        {
            "article_id": ["aaaaaaaaaaaa:0001"] * 2,
            "type": ["PERSON", "BODY"],
            "start": [0, 14],
            "end": [7, 19],
        }
    )
    assert words_that_count(tables, settings(), mentions) == ["flood", "ofgem"]


def hyphenated():
    rows = [("sector", 0, 6), ("-", 6, 7), ("lead", 7, 10), ("work", 11, 15), ("-", 16, 17), ("plan", 18, 22)]
    return pd.DataFrame(
        [
            {"article_id": "a", "position": n, "start": start, "end": end, "sentence": 0, "lemma": lemma, "pos": "NOUN"}
            for n, (lemma, start, end) in enumerate(rows)
        ]
    )


def test_only_hyphens_without_spaces_join():
    joined = join_hyphens(hyphenated())
    assert joined["lemma"].tolist() == ["sector-lead", "work", "-", "plan"]
    assert joined.loc[0, ["start", "end"]].tolist() == [0, 10]


def test_the_order_of_rows_does_not_matter():
    pd.testing.assert_frame_equal(join_hyphens(hyphenated().iloc[::-1]), join_hyphens(hyphenated()))


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("Homes", "home"), ("Authorities", "authority"), ("Wales", "wales"), ("Address", "address"), ("SEND", "send")],
)
def test_names_in_the_plural_fold_onto_nouns_that_are_used(lemma, expected):
    lemmas = pd.Series(["home", "authority", "addres", "address", lemma])
    pos = pd.Series(["NOUN", "NOUN", "NOUN", "NOUN", "PROPN"])
    assert fold_plurals(lemmas, pos).iloc[-1] == expected


def test_a_mention_of_another_article_hides_nothing():
    tokens = pd.DataFrame({"article_id": ["a", "b"], "start": [5, 5], "end": [9, 9]})
    mentions = pd.DataFrame({"article_id": ["b", "z"], "start": [0, 0], "end": [9, 99]})
    assert is_inside(tokens, mentions).tolist() == [False, True]


def test_a_short_mention_within_a_long_one_does_not_cut_it_off():
    tokens = pd.DataFrame({"article_id": ["a"], "start": [20], "end": [24]})
    mentions = pd.DataFrame({"article_id": ["a", "a"], "start": [0, 2], "end": [30, 5]})
    assert is_inside(tokens, mentions).tolist() == [True]
