"""Prevalence: how much of each year's writing each theme takes up, what changed, and the sums of money in context."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.prevalence import contributions, findings, yearly
from pipeline.prevalence.bands import expected_articles, measure_years
from pipeline.prevalence.config import Config
from pipeline.prevalence.contributions import write_contributions
from pipeline.prevalence.findings import write_findings
from pipeline.prevalence.shares import content_rng, gather_shares
from pipeline.prevalence.sums import place_sums
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
    """Tables prevalence, contributions, findings and sums, and notices of what the corpus cannot bear.

    The first three tables have no rows where no article is dated.
    """
    sums = place_sums(articles, tokens, mentions, topics, themes, article_topics, config=config)
    shares = gather_shares(articles, article_years, topics, themes, draws, time_words=config.time_words)
    shown = find_shown(shares, corpus.period)
    if not shown.any():
        return {**NO_YEARS, "sums": sums, "notices": find_notices(articles)}
    rng = content_rng(config.seed, shares.article_ids)
    of_themes, of_topics = measure_years(shares, rng, config=config)
    usable = shown & (expected_articles(shares) >= config.sparse_below)
    return {
        "prevalence": write_years(shares, of_themes, of_topics, shown=shown, sparse_below=config.sparse_below),
        "contributions": write_contributions(shares, of_themes, shown=shown),
        "findings": write_findings(shares, of_themes, themes, articles, usable=usable, config=config),
        "sums": sums,
        "notices": find_notices(articles),
    }


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


NO_YEARS = {
    name: pd.DataFrame(columns=module.COLUMNS)
    for name, module in (("prevalence", yearly), ("contributions", contributions), ("findings", findings))
}
