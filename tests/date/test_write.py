import datetime as dt

import pandas as pd

from pipeline.checks import arrange, check
from pipeline.date.verdict import Verdict
from pipeline.date.write import write_articles, write_years


def test_verdicts_become_tables_that_keep_their_contract(segments_of):
    segments = segments_of([("a", "Pier", "Ropes."), ("b", "Quay", "Sails.")])
    day = dt.date(2019, 12, 31).toordinal()
    known = Verdict(day, day - 1, day + 2, "day", "dateline", ("dateline",), {2019: 0.75, 2020: 0.25})
    verdicts = {"a:0001": known, "b:0001": Verdict(None, parts=("nothing",))}
    articles = arrange("articles", write_articles(segments, verdicts))
    years = arrange("article_years", write_years(verdicts))
    check("articles", articles)
    check("article_years", years)
    assert articles["date"].tolist() == [pd.Timestamp(2019, 12, 31), pd.NaT]
    assert articles["date_latest"].iloc[0] == pd.Timestamp(2020, 1, 2)
    assert articles["year"].tolist() == [2019, pd.NA]
    assert articles["date_basis"].tolist() == ["dateline", "none"]
    assert years.to_dict("records") == [
        {"article_id": "a:0001", "year": 2019, "probability": 0.75},
        {"article_id": "a:0001", "year": 2020, "probability": 0.25},
    ]
    assert "date" not in segments.columns
