"""Our themes against single runs of tomotopy, gensim and scikit-learn, side by side at the same number of topics.

`python -m tests.topics.compare MADE` fits the corpus whose tables stand in MADE and three simulated ones like it
(pipeline/certify), and prints for each: agreement of two seeds (Jaccard of the ten top terms, correlation of articles'
shares), NPMI, held-out log-likelihood a word (document completion, one evaluator for all), recovery of planted themes,
seconds of CPU.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from pipeline.certify.__main__ import N_THEMES, READ, SEED
from pipeline.certify.generators import Planted, simulate
from pipeline.certify.shape import read_shape
from pipeline.certify.sharpness import match_sharpness
from pipeline.certify.written import spell, unspell
from pipeline.files import read_table
from pipeline.settings import load_config
from pipeline.topics.chains import Chain, Plan
from pipeline.topics.completion import held_out, split_articles
from pipeline.topics.config import Config
from pipeline.topics.consensus import find_consensus, topic_profiles, unit_rows
from pipeline.topics.engines import ENGINES, GIBBS, fit_plan, name_engine
from pipeline.topics.measures import coherence, row_shares, top_terms
from pipeline.topics.phrases import join_phrases
from pipeline.topics.plans import plan_chains
from pipeline.topics.terms import content_terms
from pipeline.topics.trials import whole_articles
from pipeline.topics.vocabulary import Matter, build_matter

OURS = "themeline"
N_TOPICS = 12  # that are fitted to the planted themes: four are spare
SIMULATED = {"lda": "LDA", "correlated": "correlated themes", "background": "a quarter of all words shared"}
Fit = Callable[[Matter, int], Chain]


@dataclass(frozen=True)
class Corpus:
    """What is fitted, with the settings, and the themes that were planted (themes x fitted terms), if any."""

    name: str
    matter: Matter
    config: Config
    planted: np.ndarray | None = None


def corpora(made: Path, **settings: object) -> Iterator[Corpus]:
    """The corpus at hand, and three simulated ones of its shape."""
    config = load_config("topics", settings)
    articles, tokens, mentions = (read_table(made / f"{name}.parquet") for name in ("articles", "tokens", "mentions"))
    own = tokens["article_id"].isin(articles.loc[articles["duplicate_of"].isna(), "article_id"])
    words = join_phrases(content_terms(tokens[own], mentions, config=config), config=config)
    yield Corpus("the corpus at hand", build_matter(words, config=config), config)
    shape = read_shape({name: read_table(made / f"{name}.parquet") for name in READ})
    sharpness = match_sharpness(shape, kind="lda", n_themes=N_THEMES, seed=SEED)
    few = load_config("topics", {**settings, "n_topics": N_TOPICS})
    for kind, told in SIMULATED.items():
        planted, _ = simulate(kind, shape, number=0, n_themes=N_THEMES, sharpness=sharpness, seed=SEED)
        matter = build_matter(written_words(planted), config=few)
        yield Corpus(
            f"simulated: {told}", matter, few, planted.themes[:, [unspell(term) for term in matter.vocabulary]]
        )


def written_words(planted: Planted) -> pd.DataFrame:
    """The words of simulated articles, in reading order."""
    sizes = [len(text) for text in planted.texts]
    return pd.DataFrame(
        {
            "article_id": np.repeat([f"a{number:05d}" for number in range(len(sizes))], sizes),
            "term": [spell(int(term)) for text in planted.texts for term in text],
        }
    )


def fits_of(corpus: Corpus) -> dict[str, Fit]:
    """How each engine fits: ours by the consensus of its chains, the others by a single run on whole articles."""

    def ours(matter: Matter, seed: int) -> Chain:
        config = replace(corpus.config, random_seed=seed)
        consensus = find_consensus([fit_plan(plan) for plan in plan_chains(matter, config=config)], config=config)
        inside = slice(0, len(consensus.terms) - consensus.has_rest)
        counts = consensus.counts[:, inside].astype(np.float32)
        return Chain(consensus.terms[inside].astype(np.float32), counts, consensus.samples[:0])

    def single(engine: str) -> Fit:
        def fit(matter: Matter, seed: int) -> Chain:
            plan: Plan = replace(plan_chains(whole_articles(matter), config=corpus.config)[0], seed=seed * 7919)
            return fit_plan(plan if engine == GIBBS else name_engine(plan, engine, n_passes=corpus.config.n_passes))

        return fit

    return {OURS: ours, **{engine: single(engine) for engine in (GIBBS, *ENGINES)}}


def agreement(one: Chain, other: Chain) -> tuple[float, float]:
    """Mean Jaccard of the ten top terms, and mean correlation of articles' shares, over topics matched one to one."""
    like = topic_profiles([one]) @ topic_profiles([other]).T
    rows, columns = linear_sum_assignment(-like)
    tops = [[set(row) for row in top_terms(run.terms.astype(float), 10).tolist()] for run in (one, other)]
    jaccard = [len(tops[0][a] & tops[1][b]) / len(tops[0][a] | tops[1][b]) for a, b in zip(rows, columns, strict=True)]
    shares = [row_shares(run.counts.astype(float)) for run in (one, other)]
    with np.errstate(invalid="ignore", divide="ignore"):
        found = [np.corrcoef(shares[0][:, a], shares[1][:, b])[0, 1] for a, b in zip(rows, columns, strict=True)]
    return float(np.mean(jaccard)), float(np.nan_to_num(found).mean())


def recovery(run: Chain, planted: np.ndarray) -> float:
    """Share of the planted themes that some topic has with a cosine above 0.9."""
    like = unit_rows(planted) @ unit_rows(run.terms.astype(float)).T
    return float((like.max(axis=1) > 0.9).mean())


def compare(corpus: Corpus, seeds: Sequence[int], *, held_chains: int) -> Iterator[str]:
    """The lines of one corpus's table."""
    matter, config = corpus.matter, corpus.config
    fits = fits_of(corpus)
    on_splits = fits_of(replace(corpus, config=replace(config, n_chains=min(held_chains, config.n_chains))))
    splits = split_articles(matter, n_splits=config.n_held_splits, unseen_share=config.held_share, seed=1)
    plan = plan_chains(matter, config=config)[0]
    yield f"{corpus.name}: {len(matter.articles)} articles, {int(matter.passages.sum()):,} terms, K = {plan.n_topics}"
    yield f"{'':14} topics  Jaccard  shares r    NPMI  held-out  recovered  seconds"
    for engine, fit in fits.items():
        began = time.process_time()
        runs = [fit(matter, seed) for seed in seeds]
        seconds = (time.process_time() - began) / len(seeds)
        pairs = [agreement(one, other) for one, other in pairwise(runs)]
        jaccard, r = np.mean(pairs, axis=0)
        npmi = np.mean([coherence(top_terms(run.terms.astype(float), 10), matter.counts).mean() for run in runs])
        held = held_out([on_splits[engine](split.fitted, 1).terms for split in splits], splits)
        found = "" if corpus.planted is None else f"{np.mean([recovery(run, corpus.planted) for run in runs]):.2f}"
        size = np.mean([len(run.terms) for run in runs])
        yield f"{engine:14} {size:6.1f} {jaccard:8.2f} {r:9.2f} {npmi:7.3f} {held:9.3f} {found:>10} {seconds:8.1f}"
    yield ""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("made", type=Path, help="the folder of tables of the corpus at hand")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--chains", type=int, default=0, help="of ours; the setting unless given")
    parser.add_argument("--held-chains", type=int, default=20, help="of ours in each split that is foretold")
    asked = parser.parse_args()
    for corpus in corpora(asked.made, **({"n_chains": asked.chains} if asked.chains else {})):
        for line in compare(corpus, range(1, asked.seeds + 1), held_chains=asked.held_chains):
            print(line, flush=True)


if __name__ == "__main__":
    main()
