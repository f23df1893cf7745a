"""Outlets: which articles come from one place, to tell a change of what is at hand from a change of theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import pandas as pd

from pipeline.corpus import Publisher

# Figures in the names of files, with what stands between them: days, years, pages.
NUMBERS = re.compile(r"\d+(?:[-_. ]\d+)*")
ANY = "\N{HORIZONTAL ELLIPSIS}"


def name_outlets(articles: pd.DataFrame, stated: Sequence[Publisher]) -> list[str]:
    """Each article's outlet: its publisher by corpus.toml, else the site of its address, else its document's series.

    Documents whose paths differ in figures alone ("news-2016.txt", "news-2017.txt") are one series; one that has no
    fellow keeps its own path.
    """
    fellows = articles["source"].drop_duplicates().map(without_numbers).value_counts()
    return [
        next((each.name for each in stated if each.covers(source)), None)
        or site_of(url)
        or (series if fellows[series] > 1 else source)
        for source, url, series in zip(
            articles["source"], articles["url"], articles["source"].map(without_numbers), strict=True
        )
    ]


def without_numbers(source: str) -> str:
    """The path with any run of figures as dots."""
    return NUMBERS.sub(ANY, source)


def site_of(url: object) -> str | None:
    """The host of an address without "www.", or None."""
    try:
        host = urlsplit(str(url)).hostname if isinstance(url, str) else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
