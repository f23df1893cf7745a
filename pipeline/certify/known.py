"""A model that knows the truth: the tables of a simulated corpus whose themes and shares are found without error."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.certify.generators import Planted
from pipeline.checks import empty


def known_tables(planted: Planted, article_ids: list[str]) -> dict[str, pd.DataFrame]:
    """Tables topics, themes, article_topics and draws in which every article has its true shares of the planted themes.

    `article_ids` are those of the simulated articles in their order.
    """
    n_articles, n_themes = planted.shares.shape
    names = known_names(n_themes)
    shares = planted.shares / planted.shares.sum(axis=1, keepdims=True)
    measures = {"label": names, "persistence": 1.0, "share": shares.mean(axis=0)}
    topics = {"topic_id": names, "theme_id": names, "coherence": 1.0, "exclusivity": 1.0, "is_background": False}
    themes = {"theme_id": names, "kind": "subject", "is_hand_labelled": False}
    cells = {
        "article_id": np.repeat(np.array(article_ids, dtype=object), n_themes),
        "topic_id": np.tile(np.array(names, dtype=object), n_articles),
        **dict.fromkeys(("share", "low", "high"), shares.ravel()),
    }
    return {
        "topics": pd.DataFrame({**topics, **measures}),
        "themes": pd.DataFrame({**themes, **measures}),
        "article_topics": pd.DataFrame(cells),
        "draws": pd.DataFrame({"article_id": article_ids, "draw": 0, "shares": list(shares.astype(np.float32))}),
        "variants": empty("variants"),
    }


def known_names(n_themes: int) -> list[str]:
    """The ids of the planted themes, in their order."""
    return [f"p{theme:03d}" for theme in range(n_themes)]
