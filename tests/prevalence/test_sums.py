import pandas as pd
import pytest

from pipeline.checks import empty
from pipeline.corpus import Publisher
from pipeline.prevalence.sums import COLUMNS, place_sums

TEXT = "Harbour news\nAda Moss said the town won a £4m repair grant.\nIt rained."
# The document has a line of furniture between the headline and the rest.
DOCUMENT = TEXT.replace("\n", "\nMENU\n", 1)
SHIFT = len("MENU\n")


def read_words(config):
    parts = {"Ada": "PROPN", "Moss": "PROPN", "said": "VERB", "the": "DET", "town": "NOUN", "won": "VERB", "a": "DET"}
    parts |= {"£": "SYM", "4m": "NUM", "repair": "NOUN", "grant": "NOUN", ".": "PUNCT", "It": "PRON", "rained": "VERB"}
    rows, at, sentence = [], len("Harbour news\n"), 0
    for word in [
        "Ada",
        "Moss",
        "said",
        "the",
        "town",
        "won",
        "a",
        "£",
        "4m",
        "repair",
        "grant",
        ".",
        "It",
        "rained",
        ".",
    ]:
        start = TEXT.index(word, at)
        at = start + len(word)
        lemma = {"said": "say", "won": "win"}.get(word, word.lower())
        rows.append(("d:0001", len(rows), start + SHIFT, at + SHIFT, sentence, lemma, parts[word]))
        sentence += word == "."
    return pd.DataFrame(rows, columns=["article_id", "position", "start", "end", "sentence", "lemma", "pos"])


@pytest.fixture
def made(config):
    head = len("Harbour news")
    start = DOCUMENT.index("£4m")
    mentions = pd.DataFrame(
        {
            "mention_id": ["m1", "m2"],
            "article_id": "d:0001",
            "type": ["MONEY", "PERSON"],
            "start": [start, DOCUMENT.index("Ada")],
            "end": [start + 3, DOCUMENT.index("Ada") + 8],
            "surface": ["£4m", "Ada Moss"],
            "canonical": [None, "Adelaide Moss"],
            "value": [4e6, None],
            "currency": ["GBP", None],
            "value_high": None,
            "period": None,
            "qualifier": None,
        }
    )
    articles = pd.DataFrame(
        {
            "article_id": ["d:0001"],
            "source": ["press/one.txt"],
            "url": None,
            "date": pd.to_datetime(["2020-05-01"]),
            "duplicate_of": [None],
            "title": ["Harbour news"],
            "text": [TEXT],
            "spans": [[[0, head], [head + 1 + SHIFT, len(DOCUMENT)]]],
            "year": pd.array([2020], dtype="Int64"),
        }
    )
    topics = pd.DataFrame({"topic_id": ["t1", "t2", "t3"], "theme_id": ["theme-a", "theme-a", "theme-z"]})
    themes = pd.DataFrame({"theme_id": ["theme-a", "theme-b", "theme-z"], "kind": ["subject", "subject", "background"]})
    shares = pd.DataFrame({"article_id": "d:0001", "topic_id": ["t1", "t2", "t3"], "share": [0.1, 0.2, 0.7]})
    return {
        "articles": articles,
        "tokens": read_words(config),
        "mentions": mentions,
        "topics": topics,
        "themes": themes,
        "article_topics": shares,
        "publishers": (),
    }


def test_a_sum_stands_in_its_context(made, config):
    row = place_sums(**made, config=config).iloc[0]
    assert row["about"] == "repair grant"
    assert (row["speaker"], row["speaker_kind"]) == ("Adelaide Moss", "quoted")
    assert row["whose"] == "town"
    assert row["theme_id"] == "theme-a"  # background is stronger, and does not count
    assert (row["value"], row["currency"], row["year"]) == (4e6, "GBP", 2020)


def test_an_undated_article_keeps_its_sums(made, config):
    made["articles"]["year"] = pd.array([None], dtype="Int64")
    made["article_topics"] = made["article_topics"][:0]
    row = place_sums(**made, config=config).iloc[0]
    assert pd.isna(row["year"])
    assert pd.isna(row["theme_id"])


def test_a_sum_without_words_around_it_is_told_by_the_headline(made, config):
    made["tokens"] = made["tokens"][:0]
    row = place_sums(**made, config=config).iloc[0]
    assert row["about"] == "Harbour news"
    assert row[["speaker", "speaker_kind", "whose", "concerns_from", "same_as"]].isna().all()


def test_no_sums(made, config):
    made["mentions"] = empty("mentions")
    found = place_sums(**made, config=config)
    assert list(found.columns) == COLUMNS
    assert found.empty


def test_a_sum_that_nobody_says_is_the_publishers(made, config):
    made["mentions"] = made["mentions"][made["mentions"]["type"] == "MONEY"]
    made["publishers"] = (Publisher("Tide Times", ("other/*",)), Publisher("Quay Press", ("press/*",)))
    row = place_sums(**made, config=config).iloc[0]
    assert (row["speaker"], row["speaker_kind"]) == ("Quay Press", "publisher")


def test_a_copy_of_an_article_repeats_its_sums(made, config):
    copy = {name: made[name].assign(article_id="e:0001") for name in ("articles", "tokens", "mentions")}
    copy["articles"]["duplicate_of"] = "d:0001"
    copy["mentions"]["mention_id"] = ["m0", "m9"]
    for name, rows in copy.items():
        made[name] = pd.concat([made[name], rows], ignore_index=True)
    found = place_sums(**made, config=config).set_index("mention_id")
    assert found.loc["m0", "same_as"] == "m1"
    assert pd.isna(found.loc["m1", "same_as"])
