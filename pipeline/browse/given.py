"""The tables that the page is written from."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Given:
    """The tables by name, as pipeline/tables describes them, and the rejects of all stages."""

    documents: pd.DataFrame
    articles: pd.DataFrame
    article_years: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    roles: pd.DataFrame
    topics: pd.DataFrame
    themes: pd.DataFrame
    topic_terms: pd.DataFrame
    article_topics: pd.DataFrame
    prevalence: pd.DataFrame
    findings: pd.DataFrame
    sums: pd.DataFrame
    sum_totals: pd.DataFrame
    contributions: pd.DataFrame
    prevalence_by: pd.DataFrame
    splits: pd.DataFrame
    evidence: pd.DataFrame
    ladder: pd.DataFrame
    crosscheck: pd.DataFrame
    certificate: pd.DataFrame
    rejects: pd.DataFrame
