"""The tables that the report is written from."""

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
    ladder: pd.DataFrame
    crosscheck: pd.DataFrame
    evidence: pd.DataFrame
    prevalence: pd.DataFrame
    prevalence_by: pd.DataFrame
    findings: pd.DataFrame
    splits: pd.DataFrame
    sums: pd.DataFrame
    sum_totals: pd.DataFrame
    certificate: pd.DataFrame
    rejects: pd.DataFrame
