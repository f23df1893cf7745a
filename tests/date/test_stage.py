import datetime as dt
import re
from pathlib import Path

import pandas as pd
import pytest

from pipeline.checks import arrange, check
from pipeline.corpus import READERS, Corpus, Office, parse_corpus
from pipeline.date.stage import date
from pipeline.errors import CorpusError
from pipeline.settings import load_config

CONFIG = load_config("date", {})
KNOWN = Path(__file__).parents[2] / "data" / "raw" / "corpus.toml"


def made(segments, corpus=None):
    tables = date(segments, corpus=corpus or Corpus(), config=CONFIG)
    assert set(tables) == {"articles", "article_years"}
    ready = {name: arrange(name, frame) for name, frame in tables.items()}
    for name, frame in ready.items():
        check(name, frame)
    sums = ready["article_years"].groupby("article_id")["probability"].sum()
    assert (sums - 1).abs().max() < 1e-9 or sums.empty
    assert set(sums.index) == set(ready["articles"].loc[ready["articles"]["date"].notna(), "article_id"])
    assert (ready["articles"]["date"].isna() == (ready["articles"]["date_basis"] == "none")).all()
    return ready["articles"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("a", "", "")],
        [("a", "Pier", "Pier")],
        [("a", "Pier", "Ropes.")] * 6,
        [("a", "Pier", f"{day} May 2019\nRopes.") for day in range(1, 9)],
        [("a", "Pier", "3 May 2019\nRopes.")] * 6,
    ],
)
def test_small_and_bare_tables_are_survived(segments_of, rows):
    articles = made(segments_of(rows))
    assert len(articles) == len(rows)


def test_without_any_date_all_stay_unknown(segments_of):
    articles = made(segments_of([("a", "Pier", "Ropes."), ("b", "Quay", "Sails.")]))
    assert articles["date"].isna().all()
    assert set(articles["date_basis"]) == {"none"}


def test_each_kind_of_evidence_is_told(segments_of):
    rows = [
        ("a", "Pier", "Ropes.", "2019-05-03T10:00:00Z"),
        ("b", "Pier", "3 May 2019\nRopes."),
        ("c", "Harbour update - May 2019", "Ropes."),
        ("d", "Pier", "The council today, 3 May 2019, opens the pier."),
        ("e", "Pier", "NLA President Ada Lane said it was fine."),
        ("f", "Reply to the Spring Statement 2019", "Ropes."),
    ]
    office = Office("NLA President", "Ada Lane", dt.date(2019, 4, 1), dt.date(2020, 3, 31))
    articles = made(segments_of(rows), Corpus(period=(2015, 2022), calendar="uk", offices=(office,)))
    assert articles["date_basis"].tolist() == ["feed", "dateline", "title", "text", "office", "event"]
    assert articles["year"].tolist() == [2019] * 6
    assert "names NLA President Ada Lane (April 2019–March 2020)" in articles["date_evidence"].iloc[4]
    assert "headline names the Spring Statement of 2019 (13 March 2019)" in articles["date_evidence"].iloc[5]


def test_the_order_of_rows_does_not_matter(segments_of):
    rows = [("a", "Pier", f"{day} May 2019\nRopes.") for day in (1, 4, 9, 15, 22)]
    rows.insert(2, ("a", "Undated", "Sails."))
    segments = segments_of(rows)
    mixed = segments.sample(frac=1, random_state=3).reset_index(drop=True)
    pd.testing.assert_frame_equal(made(segments), made(mixed))


def test_arguments_are_left_as_they_are(segments_of):
    segments = segments_of([("a", "Pier", "3 May 2019\nRopes.")])
    before = segments.copy(deep=True)
    made(segments)
    pd.testing.assert_frame_equal(segments, before)


def test_an_unknown_calendar_is_an_error(segments_of):
    with pytest.raises(CorpusError, match="calendar"):
        made(segments_of([]), Corpus(calendar="atlantis"))


def test_the_corpus_file_of_data_raw_is_read():
    corpus = parse_corpus(KNOWN.read_text(encoding="utf-8"), where=str(KNOWN))
    assert corpus.period == (2016, 2025)
    assert corpus.calendar == "uk"
    assert corpus.currency == "GBP"
    assert corpus.offices
    assert corpus.events
    assert corpus.bodies
    for event in corpus.events:
        assert 2010 <= event.start.year <= 2025, event
    presidents = sorted(office.start for office in corpus.offices if office.role == "ADCS President")
    assert all((start.month, start.day) == (4, 1) for start in presidents)
    assert len(set(presidents)) == len(presidents)


def test_the_corpus_file_knows_no_article():
    # facts of a calendar kind and names only: no themes of the hand coding, no settings for one corpus's answers
    corpus = parse_corpus(KNOWN.read_text(encoding="utf-8"), where=str(KNOWN))
    assert corpus.themes == ()
    assert not corpus.settings


def test_the_example_of_the_readme_is_a_corpus_file_with_every_entry():
    text = (KNOWN.parent / "README.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    parse_corpus(example, where="README.md")
    for entry in READERS:
        assert re.search(rf"(?m)^\[*{entry}\b", example), f"{entry} has no example"
