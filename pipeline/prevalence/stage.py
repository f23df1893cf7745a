"""Prevalence: how much of each year's writing each theme takes up, what changed, and the sums of money in context."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.prevalence import contributions, splits, yearly
from pipeline.prevalence import findings as changed
from pipeline.prevalence.bands import expected_articles, measure_years
from pipeline.prevalence.config import Config
from pipeline.prevalence.contributions import write_contributions
from pipeline.prevalence.findings import mark_background, write_findings
from pipeline.prevalence.groups import write_groups
from pipeline.prevalence.shares import content_rng, gather_shares
from pipeline.prevalence.sums import place_sums
from pipeline.prevalence.totals import total_sums
from pipeline.prevalence.yearly import find_shown, write_years


def prevalence(
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    article_topics: pd.DataFrame,
    draws: pd.DataFrame,
    *,
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """The tables of the room, and notices of what the corpus cannot bear.

    Without a dated article only the sums and the shares by source have rows.
    """
    sums = place_sums(
        articles, tokens, mentions, topics, themes, article_topics, publishers=corpus.publishers, config=config
    )
    shares = gather_shares(articles, article_years, topics, themes, draws, time_words=config.time_words)
    rng = content_rng(config.seed, shares.article_ids)
    shown = find_shown(shares, corpus.period)
    made = {"sums": sums, "sum_totals": total_sums(sums, articles), "notices": find_notices(articles), **NO_YEARS}
    if shown.any():
        of_themes, of_topics = measure_years(shares, rng, config=config)
        usable = shown & (expected_articles(shares) >= config.sparse_below)
        background = mark_background(shares.theme_ids, themes)
        told, parted = write_findings(shares, of_themes, themes, articles, NO_VARIANTS, usable=usable, config=config)
        made |= {
            "prevalence": write_years(
                shares, of_themes, of_topics, background, shown=shown, sparse_below=config.sparse_below
            ),
            "contributions": write_contributions(shares, of_themes, shown=shown),
            "findings": told,
            "splits": parted,
        }
    return {**made, "prevalence_by": write_groups(shares, articles, rng, period=corpus.period, config=config)}


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


PARTS = {"prevalence": yearly, "contributions": contributions, "findings": changed, "splits": splits}
NO_YEARS = {name: pd.DataFrame(columns=module.COLUMNS) for name, module in PARTS.items()}
NO_VARIANTS = pd.DataFrame(columns=["variant", "article_id", "shares"])
