"""Outlets: which articles come from one place, to tell a change of what is at hand from a change of theme."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from pipeline.corpus import Publisher
from pipeline.prevalence.publishers import host_of, stated_publisher

# Years, and days of years, in the paths of files: "2016-2017", "2024-05-03", "2024/05", "20240503". Other figures
# number files, which may be of any outlet.
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\d{4})?(?:[-_. /]\d{1,4})*(?!\d)")
ANY = "\N{HORIZONTAL ELLIPSIS}"


def name_outlets(articles: pd.DataFrame, stated: Sequence[Publisher]) -> list[str]:
    """Each article's outlet: its publisher by corpus.toml, else the site of its address, else its document's series.

    Documents whose paths differ in years or days alone ("news-2016.txt", "news-2017.txt") are one series; one that has
    no fellow keeps its own path.
    """
    fellows = articles["source"].drop_duplicates().map(without_years).value_counts()
    return [
        stated_publisher(source, stated) or site_of(url) or (series if fellows[series] > 1 else source)
        for source, url, series in zip(
            articles["source"], articles["url"], articles["source"].map(without_years), strict=True
        )
    ]


def without_years(source: str) -> str:
    """The path with dots for years and days."""
    return YEARS.sub(ANY, source)


def site_of(url: object) -> str | None:
    """The host of an address without "www.", or None."""
    host = host_of(url) if isinstance(url, str) else ""
    return host.removeprefix("www.") or None
