"""The one pass: words, sentences and names where the document has them, the same from one process and two."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from pipeline.checks import arrange, check
from pipeline.parse.config import Config
from pipeline.parse.stage import parse
from pipeline.settings import load_config

CONFIG: Config = replace(load_config("parse", {}), n_process=1)
DOCUMENT = (
    "MENU\nHarbour pilots sailed. They met Jane Smith in London.\n[advert]Boats were mended\r\nby Children’s teams 🚢."
)
KEPT = [[5, 58], [67, len(DOCUMENT)]]


def articles_of(*documents: str, kept: list[list[int]] | None = None) -> pd.DataFrame:
    spans = [kept or [[0, len(document)]] for document in documents]
    texts = ["\n".join(d[a:b] for a, b in k) for d, k in zip(documents, spans, strict=True)]
    ids = [f"d{number}:0001" for number in range(len(documents))]
    return pd.DataFrame({"article_id": pd.array(ids, dtype="str"), "text": texts, "spans": spans})


@pytest.fixture(scope="module")
def made() -> dict[str, pd.DataFrame]:
    return parse(articles_of(DOCUMENT, kept=KEPT), config=CONFIG)


def test_the_tables_keep_their_contracts(made) -> None:
    assert set(made) == {"tokens", "spans"}
    for name, table in made.items():
        check(name, arrange(name, table))


def test_words_and_names_stand_where_they_say(made) -> None:
    tokens = made["tokens"]
    words = [DOCUMENT[a:b] for a, b in zip(tokens["start"], tokens["end"], strict=True)]
    assert words[:4] == ["Harbour", "pilots", "sailed", "."]
    assert {"Boats", "mended", "Children", "’s", "🚢"} <= set(words)
    assert "MENU" not in words
    assert not any(word.isspace() for word in words)
    names = {DOCUMENT[a:b]: label for a, b, label in made["spans"][["start", "end", "label"]].itertuples(index=False)}
    assert names.get("Jane Smith") == "PERSON"
    assert names.get("London") == "GPE"


def test_positions_and_sentences_count_up_from_nought(made) -> None:
    tokens = made["tokens"]
    assert list(tokens["position"]) == list(range(len(tokens)))
    sentences = tokens["sentence"]
    assert sentences.iloc[0] == 0
    assert set(sentences.diff().dropna()) <= {0, 1}
    assert sentences.iloc[-1] >= 2  # two in the first stretch, and the second begins a new one


def test_lemmas_are_lower_case_unless_a_name(made) -> None:
    tokens = made["tokens"].assign(
        word=[DOCUMENT[a:b] for a, b in zip(made["tokens"]["start"], made["tokens"]["end"], strict=True)]
    )
    lemma = dict(zip(tokens["word"], tokens["lemma"], strict=True))
    assert lemma["pilots"] == "pilot"
    assert lemma["sailed"] == "sail"
    assert lemma["They"] == "they"
    assert lemma["London"] == "London"


@pytest.mark.parametrize("texts", [(), ("",), (" \n ",), ("Boat",), ("", "Boat", "\n")])
def test_little_or_nothing_is_no_fault(texts: tuple[str, ...]) -> None:
    for name, table in parse(articles_of(*texts), config=CONFIG).items():
        check(name, arrange(name, table))
        assert len(table) == (sum("Boat" in text for text in texts) if name == "tokens" else 0)


def test_two_processes_give_what_one_gives() -> None:
    articles = articles_of(*[f"Pilot {n} met Jane Smith of Leeds. Boats sailed." * 20 for n in range(6)])
    small = replace(CONFIG, unit_chars=1000)
    one, two = parse(articles, config=small), parse(articles, config=replace(small, n_process=2))
    for name in one:
        pd.testing.assert_frame_equal(one[name], two[name])


def test_a_longer_line_than_a_piece_is_read_whole() -> None:
    text = "Boats sail on. " * 100
    tokens = parse(articles_of(text), config=replace(CONFIG, piece_chars=200))["tokens"]
    assert "".join(text[a:b] for a, b in zip(tokens["start"], tokens["end"], strict=True)) == text.replace(" ", "")
