"""Variants: the articles' shares of the reading themes under other settings, by which findings are tested."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pipeline.topics.chains import Chain
from pipeline.topics.config import Config
from pipeline.topics.matching import Matrix, Shown, align, theme_shares
from pipeline.topics.trials import Tried

HALVES = ("half of the chains", "other half of the chains")


def variant_rows(tried: Sequence[Tried], chains: Sequence[Chain], shown: Shown, *, config: Config) -> pd.DataFrame:
    """The table variants. `chains`: those of the fit that is shown, over the articles that are tried.

    Each chain's topics are matched to the themes one by one, so that no variant is made to fit by its consensus.
    """
    found: dict[str, Matrix] = {}
    if len(chains) > 1:
        for half, setting in enumerate(HALVES):
            found[setting] = theme_shares(chains[half::2], shown, least=config.same_topic)
    for each in tried:
        if each.trial.is_variant:
            fitted = [align(chain, each.trial.matter, shown) for chain in each.chains]
            found[each.trial.setting] = theme_shares(fitted, shown, least=config.same_topic)
    parts = [one_variant(setting, shares, shown) for setting, shares in found.items()]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["variant", "article_id", "shares"])


def one_variant(setting: str, shares: Matrix, shown: Shown) -> pd.DataFrame:
    """The rows of one variant; an article that it holds no terms of has none."""
    known = ~np.isnan(shares).any(axis=1)
    return pd.DataFrame(
        {
            "variant": setting,
            "article_id": shown.articles[known],
            "shares": list(shares[known].astype(np.float32)),
        }
    )
