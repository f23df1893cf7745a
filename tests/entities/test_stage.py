"""The stage on whole small corpora: its tables, what is counted, and what order or emptiness may not change."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks import arrange, check, empty
from pipeline.corpus import Alias, Corpus
from pipeline.entities.stage import entities
from pipeline.settings import load_config

CONFIG = load_config("entities", {})
Run = Callable[..., dict[str, pd.DataFrame]]
TEXTS = [
    "Pilots and pay\nADCS President Jane Dankwah said the DfE owes £5m. “It is late,” said Dankwah.",
    "Boats\nThe Harbour Pilots Guild (HPG) paid £300 a week. HPG and Jane Dankwah, chair of the Quay Trust, agreed.",
    "Ropes\nNobody and nothing was named here.",
]


def test_the_tables_keep_their_contracts(run: Run) -> None:
    made = run(TEXTS)
    assert set(made) == {"mentions", "entities", "roles"}
    for name, table in made.items():
        check(name, arrange(name, table))


def test_every_mention_stands_where_it_says(run: Run) -> None:
    mentions = run(TEXTS)["mentions"]
    places = mentions["source"].str.removesuffix(".txt").astype(int)
    for index, start, end, surface in zip(places, mentions["start"], mentions["end"], mentions["surface"], strict=True):
        assert TEXTS[index][start:end] == surface
    assert list(mentions["mention_id"]) == [
        f"{a}:{s}-{e}" for a, s, e in zip(mentions["article_id"], mentions["start"], mentions["end"], strict=True)
    ]


def test_mentions_never_overlap(run: Run) -> None:
    for _, group in run(TEXTS)["mentions"].sort_values("start").groupby("article_id"):
        assert (group["end"].iloc[:-1].to_numpy() <= group["start"].iloc[1:].to_numpy()).all()


def test_an_entity_gathers_its_mentions_aliases_days_and_role(run: Run) -> None:
    made = run(TEXTS)["entities"].set_index("entity_id")
    jane = made.loc["person:jane dankwah"]
    assert (jane["n_mentions"], jane["n_articles"]) == (3, 2)
    assert list(jane["aliases"]) == ["Dankwah"]
    assert jane["role"] in ("ADCS President", "chair of the Quay Trust")
    assert (jane["first_date"], jane["last_date"]) == (pd.Timestamp("2020-03-01"), pd.Timestamp("2020-03-02"))
    guild = made.loc["body:harbour pilots guild"]
    assert (guild["canonical"], list(guild["aliases"]), guild["n_mentions"]) == ("Harbour Pilots Guild", ["HPG"], 3)


def test_a_copy_keeps_its_mentions_but_is_not_counted(run: Run) -> None:
    made = run([TEXTS[0], TEXTS[0]], duplicates={1: 0})
    assert made["mentions"]["article_id"].nunique() == 2
    jane = made["entities"].set_index("entity_id").loc["person:jane dankwah"]
    assert (jane["n_mentions"], jane["n_articles"]) == (2, 1)


def test_who_is_who_is_told_by_the_corpus_file(run: Run) -> None:
    corpus = Corpus(bodies=(Alias("Harbour Pilots Guild of Fishport", ("Harbour Pilots Guild",)),))
    made = run(TEXTS, corpus=corpus)["mentions"]
    names = set(made.loc[made["surface"] == "HPG", "canonical"])
    assert names == {"Harbour Pilots Guild of Fishport"}


def test_forbidden_bodies_stay_apart(run: Run) -> None:
    texts = ["We met Quayside council.", "We met Quayside County Council."]
    joined = set(run(texts)["mentions"]["canonical"])
    assert joined == {"Quayside County Council"}
    corpus = Corpus(distinct=(("Quayside Council", "Quayside County Council"),))
    assert len(set(run(texts, corpus=corpus)["mentions"]["canonical"])) == 2


def test_kept_stretches_give_offsets_of_the_document(run: Run) -> None:
    document = "MENU Jane Dankwah came.XXX\nThe DfE owes £5m."
    kept = [[5, 23], [27, len(document)]]
    text = "\n".join(document[a:b] for a, b in kept)
    articles = pd.DataFrame(
        {
            "article_id": ["d:0001"], "source": ["d.txt"], "title": ["x"], "text": [text], "spans": [kept],
            "duplicate_of": pd.array([None], dtype="str"), "date": pd.to_datetime(["2020-01-01"]),
        }
    )  # fmt: skip
    made = entities(articles, empty("tokens"), empty("spans"), corpus=Corpus(), config=CONFIG)["mentions"]
    found = {document[a:b] for a, b in zip(made["start"], made["end"], strict=True)}
    assert found == set(made["surface"]) == {"Jane Dankwah", "DfE", "£5m"}


@pytest.mark.parametrize("texts", [[], [""], ["Boat"], ["\n\n"], ["..."], ["£5"], ["X"]])
def test_little_or_nothing_is_no_fault(run: Run, texts: list[str]) -> None:
    for name, table in run(texts).items():
        check(name, arrange(name, table))


def test_the_order_of_articles_does_not_matter(run: Run) -> None:
    forward, backward = run(TEXTS)["mentions"], run(TEXTS[::-1])["mentions"]
    named = ["surface", "canonical", "entity_id", "value", "period", "found_by"]
    assert sorted(map(str, forward[named].to_numpy().tolist())) == sorted(map(str, backward[named].to_numpy().tolist()))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Jane Dankwah", "DfE", "£5m", "the", "\n", ". ", "’s", "Council", "HPG", "&", "(", ")", "É"]),
        max_size=25,
    )
)
def test_any_mixture_of_words_gives_true_offsets(words: list[str]) -> None:
    text = " ".join(words)
    articles = pd.DataFrame(
        {
            "article_id": ["d:0001"], "source": ["d.txt"], "title": [""], "text": [text], "spans": [[[0, len(text)]]],
            "duplicate_of": pd.array([None], dtype="str"), "date": pd.to_datetime(["2020-01-01"]),
        }
    )  # fmt: skip
    made = entities(articles, empty("tokens"), empty("spans"), corpus=Corpus(), config=CONFIG)["mentions"]
    assert [text[a:b] for a, b in zip(made["start"], made["end"], strict=True)] == list(made["surface"])
