"""Prevalence: how much of each year's writing each theme takes up, what changed, and the sums of money in context."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from pipeline.corpus import Corpus
from pipeline.prevalence import contributions as traced
from pipeline.prevalence import findings as changed
from pipeline.prevalence import splits as parted
from pipeline.prevalence import yearly
from pipeline.prevalence.arrays import Flags
from pipeline.prevalence.bands import expected_articles, measure_years
from pipeline.prevalence.config import Config
from pipeline.prevalence.contributions import write_contributions
from pipeline.prevalence.findings import write_findings
from pipeline.prevalence.groups import write_groups
from pipeline.prevalence.shares import content_rng, gather_shares, keep_themes, mark_background
from pipeline.prevalence.sums import place_sums
from pipeline.prevalence.totals import total_sums
from pipeline.prevalence.yearly import Measured, find_shown, write_years


def prevalence(
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    article_topics: pd.DataFrame,
    draws: pd.DataFrame,
    variants: pd.DataFrame,
    *,
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """The tables of the room, and notices; without a dated article only sums and shares by source have rows."""
    sums = place_sums(
        articles, tokens, mentions, topics, themes, article_topics, publishers=corpus.publishers, config=config
    )
    everything = gather_shares(articles, article_years, topics, themes, draws, time_words=config.time_words)
    # background takes words of every theme, more or fewer by how many topics were fitted: shares are of subjects
    shares = keep_themes(everything, ~mark_background(everything.theme_ids, themes))
    rng = content_rng(config.seed, shares.article_ids)
    made = {"sums": sums, "sum_totals": total_sums(sums, articles), "notices": find_notices(articles), **NO_YEARS}
    shown = find_shown(shares, corpus.period)
    if shown.any():
        subjects = Measured(shares, *measure_years(shares, rng, config=config))
        whole = Measured(everything, *measure_years(everything, rng, config=config))
        usable = shown & (expected_articles(shares) >= config.sparse_below)
        findings, splits = write_findings(
            shares, subjects.themes, articles, variants, usable=usable, publishers=corpus.publishers, config=config
        )
        made |= {
            "prevalence": write_years(subjects, whole, shown=shown, sparse_below=config.sparse_below),
            "contributions": trace_contributions(subjects, whole, shown=shown),
            "findings": findings,
            "splits": splits,
        }
    return {**made, "prevalence_by": write_groups(shares, articles, rng, period=corpus.period, config=config)}


def trace_contributions(subjects: Measured, whole: Measured, *, shown: Flags) -> pd.DataFrame:
    """The contributions to each theme's share as `prevalence` gives it: subjects of subjects, background of all."""
    background = ~np.isin(whole.shares.theme_ids, subjects.shares.theme_ids)
    rows = [write_contributions(subjects.shares, subjects.themes, shown=shown)]
    if background.any():
        rows.append(write_contributions(whole.shares, whole.themes, shown=shown, wanted=background))
    return pd.concat(rows, ignore_index=True)


def find_notices(articles: pd.DataFrame) -> list[str]:
    """What a corpus of so few articles or years cannot show, one line each, with the next step."""
    counted = articles[articles["duplicate_of"].isna()]
    years = counted["year"].dropna()
    if len(counted) == 1:
        return ["the corpus is one article, so no theme and no change can be shown. Add documents, then make."]
    if years.empty:
        return ["no article could be dated, so no year can be shown. State events in corpus.toml."]
    if years.nunique() == 1:
        return [
            f"all articles are of one year, {int(years.iloc[0])}, so no change can be shown. Add others, then make."
        ]
    return []


PARTS = {"prevalence": yearly, "contributions": traced, "findings": changed, "splits": parted}
NO_YEARS = {name: pd.DataFrame(columns=module.COLUMNS) for name, module in PARTS.items()}
