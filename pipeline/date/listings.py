"""The verdicts of all articles, source by source: what the text says, joined by what the order says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd

from pipeline.date.chain import Flags
from pipeline.date.clues import Clue
from pipeline.date.config import Config
from pipeline.date.gather import STATED, duplicate_groups
from pipeline.date.grid import Floats, Grid
from pipeline.date.order import Known, Listing, Rows, learn_order, ordered_posteriors, source_days
from pipeline.date.shapes import Likelihoods, parse_profiles
from pipeline.date.verdict import PLACE, Verdict, decide, interval_days, source_words, tell_neighbours, text_row

ELSEWHERE = "the same text stands elsewhere"


def date_listings(
    segments: pd.DataFrame, clues: Mapping[str, list[Clue]], grid: Grid, config: Config
) -> dict[str, Verdict]:
    """Verdicts by article_id: each document's articles in their order; near-duplicates agree in the end."""
    likelihoods = Likelihoods(grid, parse_profiles(config.profiles), kept=config.kept_rows)
    verdicts: dict[str, Verdict] = {}
    in_order = segments.sort_values(["document_id", "start", "article_id"], kind="stable")
    for _, listing in in_order.groupby("document_id", sort=True):
        articles = [str(article) for article in listing["article_id"]]
        verdicts |= date_listing(articles, [clues[article] for article in articles], likelihoods, config)
    return agree(verdicts, duplicate_groups(segments))


def date_listing(
    articles: Sequence[str],
    clues: Sequence[Sequence[Clue]],
    likelihoods: Likelihoods,
    config: Config,
) -> dict[str, Verdict]:
    """Verdicts of one source's articles, given in their order."""
    firm = firm_days(clues, likelihoods, config)
    is_repost = np.array([any(clue.is_repost for clue in own) for own in clues], dtype=np.bool_)
    listing = Listing(row_maker(clues, likelihoods, config), is_repost, find_twins(clues))
    n_days = likelihoods.grid.n_days
    at_large = source_days(firm, n_days, config)
    anywhere = np.full(n_days, 1.0 / n_days) if at_large is None else at_large
    unstated = [[clue for clue in own if clue.basis not in STATED] for own in clues]
    known = Known(stated_days(clues, firm), row_maker(unstated, likelihoods, config))
    order = learn_order(listing, firm, known, anywhere, config)
    if order is None:
        around = "" if at_large is None else source_words(firm, likelihoods.grid.first)
        alone = [text_row(own, likelihoods, misleading=config.misleading) * anywhere for own in clues]
        return {
            article: decide(row / row.sum(), own, likelihoods, around, config)
            for article, row, own in zip(articles, alone, clues, strict=True)
        }
    fitted = replace(config, coverage=order.level)
    verdicts = [Verdict(None)] * len(articles)
    for place, posterior, _ in ordered_posteriors(listing, order, block=config.block):
        for number, row in zip(range(place.start, place.stop), posterior, strict=True):
            verdicts[number] = decide(row, clues[number], likelihoods, PLACE, fitted)
    told = tell_neighbours(verdicts, firm, likelihoods.grid.first, nearby=config.nearby)
    return dict(zip(articles, told, strict=True))


def row_maker(clues: Sequence[Sequence[Clue]], likelihoods: Likelihoods, config: Config) -> Rows:
    """Makes the rows of a stretch when they are wanted: a long source's rows do not fit in memory at once."""

    def rows(start: int, stop: int) -> Floats:
        return np.array([text_row(own, likelihoods, misleading=config.misleading) for own in clues[start:stop]])

    return rows


def find_twins(clues: Sequence[Sequence[Clue]]) -> Flags:
    """Whether each article's headline carries the same date as the one before in the list: instalments of one date."""
    titled = [{clue.shape for clue in own if clue.basis == "title"} for own in clues]
    return np.array([False, *(bool(a & b) for a, b in pairwise(titled))][: len(titled)], dtype=np.bool_)


def firm_days(clues: Sequence[Sequence[Clue]], likelihoods: Likelihoods, config: Config) -> Floats:
    """Day index of each article that its own text dates firmly, NaN for the others."""
    firm = np.full(len(clues), np.nan)
    for number, own in enumerate(clues):
        if own:
            best, low, high = interval_days(
                text_row(own, likelihoods, misleading=config.misleading)[None, :], config.coverage
            )
            if high[0] - low[0] <= config.firm_width:
                firm[number] = best[0]
    return firm


def stated_days(clues: Sequence[Sequence[Clue]], firm: Floats) -> Floats:
    """The firm days of the articles that state their own, NaN for the others."""
    states = [any(clue.basis in STATED and not clue.is_repost for clue in own) for own in clues]
    days: Floats = np.where(states, firm, np.nan)
    return days


def agree(verdicts: Mapping[str, Verdict], groups: Sequence[Sequence[str]]) -> dict[str, Verdict]:
    """The verdicts, near-duplicates with the narrowest of their group that their own interval bears out.

    A stated day is the day of its own page, and a copy far off in time is a repost: neither dates the others.
    """
    agreed = dict(verdicts)
    for members in groups:
        for article in members:
            own = verdicts[article]
            fitting = [other for other in members if bears_out(own, verdicts[other])]
            narrowest = min(fitting, key=lambda other: (verdicts[other].width, other), default=None)
            if narrowest is not None:
                parts = (ELSEWHERE, *verdicts[narrowest].parts)
                agreed[article] = replace(verdicts[narrowest], parts=parts)
    return agreed


def bears_out(own: Verdict, other: Verdict) -> bool:
    """Whether the verdict on a copy may stand for an article's own: narrower, not stated, and within its interval."""
    if other.width >= own.width or other.basis in STATED:
        return False
    return own.best is None or (own.earliest <= other.earliest and other.latest <= own.latest)
