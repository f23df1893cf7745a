"""The cross-check: whether single runs of gensim and scikit-learn find the reading themes too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.topics.chains import Chain
from pipeline.topics.config import Config
from pipeline.topics.consensus import unit_rows
from pipeline.topics.engines import GIBBS
from pipeline.topics.matching import Shown, align, gather, match_themes
from pipeline.topics.measures import row_shares
from pipeline.topics.trials import Tried

COLUMNS = ["theme_id", "engine", "similarity", "share_r", "is_found"]


def crosscheck_rows(tried: Sequence[Tried], shown: Shown, *, config: Config) -> pd.DataFrame:
    """The table crosscheck: for each theme and each other engine, how like its matching topics are.

    A theme of the rest alone has no row: there is nothing in it to find.
    """
    parts = [
        check_run(each.trial.engine, align(each.chains[0], each.trial.matter, shown), shown, config)
        for each in tried
        if each.trial.engine != GIBBS
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=COLUMNS)


def check_run(engine: str, run: Chain, shown: Shown, config: Config) -> pd.DataFrame:
    """One engine's rows; a theme that none of its topics matches has no likeness."""
    themes = match_themes(run, shown, least=config.same_topic)
    n_themes = len(shown.theme_ids)
    sizes = run.counts.sum(axis=0)
    terms = unit_rows(gather((run.terms * sizes[:, None]).T, themes, n_themes).T)
    similarity = np.clip((terms * unit_rows(shown.theme_terms)).sum(axis=1), 0, 1)
    totals = np.maximum(run.counts.sum(axis=1, keepdims=True), 1e-12)
    theirs, ours = gather(run.counts, themes, n_themes) / totals, shown.add_up(row_shares(shown.counts))
    share_r = [correlation(ours[:, theme], theirs[:, theme]) for theme in range(n_themes)]
    found = (similarity >= config.found_similarity) & (np.nan_to_num(share_r, nan=-1) >= config.found_correlation)
    rows = pd.DataFrame(
        {
            "theme_id": shown.theme_ids,
            "engine": engine,
            "similarity": similarity,
            "share_r": share_r,
            "is_found": found,
        }
    )
    checked: pd.DataFrame = rows[shown.theme_terms.sum(axis=1) > 0]
    return checked


def correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Pearson's r, NaN where either does not vary."""
    if len(one) < 2 or one.std() < 1e-9 or other.std() < 1e-9:
        return float("nan")
    return float(np.clip(np.corrcoef(one, other)[0, 1], -1, 1))
