"""Engines: the same counts fitted by gensim's and scikit-learn's variational LDA, as a check on the Gibbs chains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.chains import Chain, Plan, run_chain

GIBBS = "tomotopy"


@dataclass(frozen=True)
class EnginePlan(Plan):
    """A plan for another engine; `n_burn` is its number of passes over the articles."""

    engine: str


def name_engine(plan: Plan, engine: str, *, n_passes: int) -> EnginePlan:
    """The same work for another engine."""
    return EnginePlan(
        passages=plan.passages,
        passage_article=plan.passage_article,
        n_topics=plan.n_topics,
        alpha=plan.alpha,
        eta=plan.eta,
        n_burn=n_passes,
        n_samples=plan.n_samples,
        n_between=plan.n_between,
        n_kept=plan.n_kept,
        seed=plan.seed,
        engine=engine,
    )


def fit_plan(plan: Plan) -> Chain:
    """The chain of a plan by the engine that it names, or by collapsed Gibbs sampling where it names none."""
    return ENGINES[plan.engine](plan) if isinstance(plan, EnginePlan) else run_chain(plan)


def fit_gensim(plan: Plan) -> Chain:
    """One run of gensim's LdaModel in batch (Hoffman, Blei and Bach 2010), which is steadier than online here."""
    from gensim.models.ldamodel import LdaModel

    rows = plan.passages
    bags = [
        list(zip(rows.indices[first:last].tolist(), rows.data[first:last].tolist(), strict=True))
        for first, last in pairwise(rows.indptr.tolist())
    ]
    model = LdaModel(
        bags,
        num_topics=plan.n_topics,
        id2word={term: str(term) for term in range(rows.shape[1])},
        alpha=[plan.alpha] * plan.n_topics,
        eta=plan.eta,
        passes=plan.n_burn,
        chunksize=len(bags),
        update_every=0,
        eval_every=None,
        random_state=plan.seed % 2**32,
        dtype=np.float64,
    )
    weights, _ = model.inference(bags)
    return as_chain(plan, model.get_topics(), np.asarray(weights) - plan.alpha)


def fit_sklearn(plan: Plan) -> Chain:
    """One run of scikit-learn's LatentDirichletAllocation in batch."""
    from sklearn.decomposition import LatentDirichletAllocation

    model = LatentDirichletAllocation(
        n_components=plan.n_topics,
        doc_topic_prior=plan.alpha,
        topic_word_prior=plan.eta,
        learning_method="batch",
        max_iter=plan.n_burn,
        random_state=plan.seed % 2**32,
    )
    shares = model.fit_transform(plan.passages)
    lengths = np.asarray(plan.passages.sum(axis=1))
    return as_chain(plan, model.components_, shares * (lengths + plan.alpha * plan.n_topics) - plan.alpha)


ENGINES: dict[str, Callable[[Plan], Chain]] = {"gensim": fit_gensim, "scikit-learn": fit_sklearn}


def as_chain(plan: Plan, terms: NDArray[np.float64], assigned: NDArray[np.float64]) -> Chain:
    """A run's topics as a chain: its terms as shares, its counts added up over the passages of an article."""
    counts = np.zeros((int(plan.passage_article.max()) + 1, plan.n_topics))
    np.add.at(counts, plan.passage_article, np.maximum(assigned, 0))
    return Chain(
        terms=(terms / terms.sum(axis=1, keepdims=True)).astype(np.float32),
        counts=counts.astype(np.float32),
        samples=counts[None].astype(np.float32),
    )
