"""The stage date: segments to articles with a best day, an interval, the basis and the evidence."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.date.config import Config
from pipeline.date.gather import find_calendar, find_grid, gather_clues, read_segments, share_clues
from pipeline.date.listings import date_listings
from pipeline.date.verdict import NOTHING, Verdict
from pipeline.date.write import write_articles, write_years


def date(segments: pd.DataFrame, *, corpus: Corpus, config: Config) -> dict[str, Any]:
    """Tables `articles` and `article_years`: each segment with what is known of its date.

    Evidence is found in the text and judged, each piece a likelihood over days; the order of a source's articles is
    learned and joins them by forward-backward; the best day is the posterior's median. Errors: CorpusError where
    corpus.toml names a calendar that the room does not have.
    """
    find_calendar(corpus.calendar, config)
    readings = read_segments(segments)
    month_first, grid = find_grid(readings, corpus.period, config)
    verdicts = {str(article): Verdict(None, parts=(NOTHING,)) for article in segments["article_id"]}
    if grid is not None and len(segments):
        clues = gather_clues(readings, corpus, grid=grid, month_first=month_first, config=config)
        verdicts |= date_listings(segments, share_clues(clues, segments), grid, config)
    return {"articles": write_articles(segments, verdicts), "article_years": write_years(verdicts)}
