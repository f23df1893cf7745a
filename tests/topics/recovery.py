"""python -m tests.topics.recovery [--corpora N] [--shared 0 0.25]: are planted themes found?

Corpora of 212 articles over uneven years, eight planted themes of correlated logistic-normal shares, with and without a
quarter of the words drawn from one vocabulary that all articles share. The room's own code fits them at the shipped
settings, knowing neither the number of themes nor the shared words. A planted theme is recovered where a topic, or a
reading theme, has a cosine above 0.9 with it over the fitted terms. Each planted theme is given to one of them at most.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from pipeline.settings import load_config
from pipeline.topics.chains import run_chains
from pipeline.topics.config import Config
from pipeline.topics.consensus import find_consensus, unit_rows
from pipeline.topics.describe import add_rows, describe_topics, place_thin, theme_homes, topic_kinds
from pipeline.topics.measures import row_shares, top_terms
from pipeline.topics.plans import plan_chains
from pipeline.topics.size import find_size
from pipeline.topics.vocabulary import build_matter

Matrix = NDArray[np.float64]

N_ARTICLES, N_THEMES, N_TERMS = 212, 8, 2_500
RECOVERED = 0.9


@dataclass(frozen=True)
class Planted:
    """A corpus with its truth: words in reading order, themes x terms, articles x themes."""

    words: pd.DataFrame
    themes: Matrix
    shares: Matrix


def plant(rng: np.random.Generator, *, shared: float, words: int = 300) -> Planted:
    """A corpus whose themes are known; `shared` is the part of the words that come from the shared vocabulary.

    Themes are drawn around one Zipf law, as in tests.prevalence.simulate; lengths are lognormal.
    """
    zipf = 1.0 / (np.arange(N_TERMS) + 8.0)
    themes = rng.dirichlet(zipf / zipf.sum() * 300.0 + 1e-3, N_THEMES)
    common = rng.dirichlet(zipf / zipf.sum() * 300.0 + 1e-3)
    mixing = rng.standard_normal((N_THEMES, N_THEMES)) * 0.6 + np.eye(N_THEMES) * 1.5
    logits = rng.standard_normal((N_ARTICLES, N_THEMES)) @ mixing
    shares = row_shares(np.exp(logits - logits.max(axis=1, keepdims=True)))
    rows = []
    for article, share in enumerate(shares):
        length = int(np.clip(rng.lognormal(np.log(words), 0.8), 15, 1500))
        mixed = (1 - shared) * share @ themes + shared * common
        terms = rng.choice(N_TERMS, length, p=mixed / mixed.sum())
        rows += [(f"{article:012d}", f"term{term:04d}") for term in terms]
    return Planted(pd.DataFrame(rows, columns=["article_id", "term"]), themes, shares)


def fit(planted: Planted, *, config: Config) -> tuple[Matrix, NDArray[np.intp], list[str], list[int], pd.DataFrame]:
    """Topics x terms weighed by size, each one's theme and kind, the fitted terms, and the topics' measures."""
    matter = build_matter(planted.words, config=config)
    config = replace(config, n_topics=find_size(matter, config=config))
    consensus = find_consensus(run_chains(plan_chains(matter, config=config)), config=config)
    shares = row_shares(consensus.counts)
    top = top_terms(consensus.terms, 10)
    titles = [""] * len(shares)
    kinds, profiles = topic_kinds(consensus, shares, titles, matter.vocabulary[top], config)
    found = describe_topics(consensus, matter, shares, top, kinds)
    kinds = place_thin(found, len(shares), config)
    home = theme_homes(consensus.terms, shares, profiles, kinds, config)
    columns = [int(term[4:]) for term in matter.vocabulary_list]
    return consensus.terms * consensus.counts.sum(axis=0)[:, None], home, kinds, columns, found


def recovered(found: Matrix, themes: Matrix) -> float:
    """The share of the planted themes that have a partner of cosine above RECOVERED, one to one."""
    alike = unit_rows(found) @ unit_rows(themes).T
    rows, columns = linear_sum_assignment(-alike)
    return float((alike[rows, columns] > RECOVERED).sum() / len(themes))


def measure(seed: int, *, shared: float, config: Config) -> dict[str, float]:
    """The figures of one corpus."""
    planted = plant(np.random.default_rng([2027, seed, round(100 * shared)]), shared=shared)
    weighed, home, kinds, columns, _ = fit(planted, config=config)
    inside = np.array([kind != "background" for kind in kinds])
    themes = planted.themes[:, columns]
    return {
        "topics": recovered(weighed[inside], themes),
        "reading themes": recovered(add_rows(weighed, home)[np.unique(home[inside])], themes),
        "topics shown": float(inside.sum()),
        "reading themes shown": float(len(np.unique(home[inside]))),
        "share of background": float(weighed[~inside].sum() / weighed.sum()),
    }


def main() -> None:
    """Print the share of planted themes that are recovered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=int, default=10)
    parser.add_argument("--shared", type=float, nargs="+", default=[0.0, 0.25])
    parser.add_argument("--chains", type=int, default=0, help="chains a corpus; the shipped number where left out")
    asked = parser.parse_args()
    config = load_config("topics", {"n_chains": asked.chains} if asked.chains else {})
    for shared in asked.shared:
        rows = [measure(seed, shared=shared, config=config) for seed in range(asked.corpora)]
        means, spread = pd.DataFrame(rows).mean(), pd.DataFrame(rows).std(ddof=0)
        print(f"{asked.corpora} corpora, {shared:.0%} of the words shared")
        for name in means.index:
            print(f"  {name:22s} {means[name]:.3f} (sd {spread[name]:.3f})")


if __name__ == "__main__":
    main()
