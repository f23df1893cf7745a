from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from pipeline.corpus import Publish
from pipeline.report.sheets import build_sheets, csv_bytes
from pipeline.summary import article_themes


def sheets_of(given, story):
    return build_sheets(given, article_themes(given.article_topics, given.topics, given.themes), story)


def test_tables_that_a_reader_expects(given, story):
    sheets = sheets_of(given, story)
    assert list(sheets) == ["articles", "documents", "themes", "topics", "prevalence", "groups", "findings", "splits",
                            "people", "roles", "bodies", "sums", "totals", "ladder", "engines", "rejects"]  # fmt: skip
    assert len(sheets["articles"]) == len(given.articles)
    assert not {"text", "spans"} & set(sheets["articles"].columns) | {"text"} & set(sheets["documents"].columns)
    strongest = given.article_topics.sort_values("share").groupby("article_id")["topic_id"].last()
    called = {"t01": "Theme A0", "t02": "Theme B1", "t03": "Theme C2"}
    told = sheets["articles"].set_index("article_id")["theme"]
    assert told.dropna().to_dict() == {article: called[topic] for article, topic in strongest.items()}
    assert told.isna().sum() == 1  # the duplicate, which was not fitted
    assert sheets["topics"]["terms"].str.count(";").tolist() == [5, 5, 5]


@pytest.mark.parametrize("mode", ["roles", "none"])
def test_no_names_stand_in_any_table_where_they_must_not(given, tell, mode):
    sheets = sheets_of(given, tell(given, publish=Publish(people=mode)))
    everything = b"".join(csv_bytes(sheet) for sheet in sheets.values()).decode()
    assert not any(name in everything for name in ("Wren", "Lark", "Finch"))
    assert ("people" in sheets) == (mode == "roles")


def test_no_words_of_articles_stand_in_any_table_where_they_must_not(given, tell):
    sheets = sheets_of(given, tell(given, publish=Publish(excerpts=False)))
    everything = b"".join(csv_bytes(sheet) for sheet in sheets.values()).decode()
    assert "Headline 3" in everything
    assert "the ferry" not in everything
    assert "stated" not in everything  # the words that date each article


def test_csv_has_one_header_and_no_formula():
    made = pd.DataFrame(
        {"title": ["=cmd()", "plain", None], "n": [-1, 2, 3], "day": pd.to_datetime(["2020-01-02", None, None])}
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(made).decode())))
    assert rows == [["title", "n", "day"], ["'=cmd()", "-1", "2020-01-02"], ["plain", "2", ""], ["", "3", ""]]
