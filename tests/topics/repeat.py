"""python -m tests.topics.repeat MADE [--seeds 1 2]: do independent sets of chains find the same topics and themes?

MADE holds a run's tables articles, tokens and mentions. Topics are fitted at the shipped settings once for each seed;
each further fit is matched one to one with the first, over the topics (and reading themes) that are not background.
Printed: the mean Jaccard of the ten heaviest terms, the mean correlation of article shares, both also weighed by the
shares of what is matched, and the same for topics that recur in nearly every chain.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from pipeline.settings import load_config
from pipeline.topics.chains import run_chains
from pipeline.topics.consensus import find_consensus, unit_rows
from pipeline.topics.describe import Model, add_rows, describe
from pipeline.topics.measures import row_shares, top_terms
from pipeline.topics.phrases import join_phrases
from pipeline.topics.plans import plan_chains
from pipeline.topics.size import find_size
from pipeline.topics.terms import content_terms
from pipeline.topics.vocabulary import build_matter

Matrix = NDArray[np.float64]

N_TOP = 10
FIRM = 0.7  # persistence from which a topic counts as firm


@dataclass(frozen=True)
class Shown:
    """Topics or themes of one fit: each one's terms, its shares in the articles, its persistence."""

    terms: Matrix
    shares: Matrix
    persistence: Matrix

    def firm(self) -> Shown:
        """Those that are firm."""
        keep = self.persistence >= FIRM
        return Shown(self.terms[keep], self.shares[:, keep], self.persistence[keep])


def fit(tables: dict[str, pd.DataFrame], seed: int) -> Model:
    """The model of the tables at the shipped settings with another seed."""
    config = load_config("topics", {"random_seed": seed})
    counted = tables["articles"][tables["articles"]["duplicate_of"].isna()]
    own = tables["tokens"]["article_id"].isin(counted["article_id"])
    words = join_phrases(content_terms(tables["tokens"][own], tables["mentions"], config=config), config=config)
    matter = build_matter(words, config=config)
    config = replace(config, n_topics=find_size(matter, config=config))
    consensus = find_consensus(run_chains(plan_chains(matter, config=config)), config=config)
    return describe(consensus, matter, words, counted, labels=(), config=config)


def shown_of(model: Model) -> tuple[Shown, Shown]:
    """The topics and the reading themes of a model, without the background."""
    topics = model.topics
    inside = ~topics["is_background"].to_numpy(dtype=bool)
    shares, weighed = model.shares, model.terms * model.counts.sum(axis=0)[:, None]
    home, _ = pd.factorize(topics.loc[inside, "theme_id"], sort=True)
    themes = model.themes.set_index("theme_id").sort_index()
    names = sorted(topics.loc[inside, "theme_id"].unique())
    fine = Shown(model.terms[inside], shares[:, inside], topics.loc[inside, "persistence"].to_numpy(dtype=float))
    coarse = Shown(
        row_shares(add_rows(weighed[inside], home)),
        add_rows(shares[:, inside].T, home).T,
        themes.loc[names, "persistence"].to_numpy(dtype=float),
    )
    return fine, coarse


def agreement(first: Shown, second: Shown) -> tuple[float, float, float, float]:
    """Mean Jaccard of top terms and mean correlation of shares, matched one to one; then both weighed by share."""
    ones, twos = linear_sum_assignment(-unit_rows(first.terms) @ unit_rows(second.terms).T)
    top, other = top_terms(first.terms, N_TOP), top_terms(second.terms, N_TOP)
    same = [len(np.intersect1d(top[a], other[b])) for a, b in zip(ones, twos, strict=True)]
    alike = np.array([number / (2 * N_TOP - number) for number in same])
    pairs = zip(ones, twos, strict=True)
    linked = np.array([np.corrcoef(first.shares[:, a], second.shares[:, b])[0, 1] for a, b in pairs])
    mass = first.shares.mean(axis=0)[ones]
    weighed = (float(np.average(alike, weights=mass)), float(np.average(linked, weights=mass)))
    return float(alike.mean()), float(linked.mean()), *weighed


def main() -> None:
    """Print how well the seeds agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("made", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    tables = {name: pd.read_parquet(asked.made / f"{name}.parquet") for name in ("articles", "tokens", "mentions")}
    fits = [shown_of(fit(tables, seed)) for seed in asked.seeds]
    for seed, other in zip(asked.seeds[1:], fits[1:], strict=True):
        for name, one, two in zip(("topics", "reading themes"), fits[0], other, strict=True):
            for which, a, b in ((name, one, two), (f"firm {name}", one.firm(), two.firm())):
                jaccard, link, by_mass, link_by_mass = agreement(a, b)
                print(
                    f"seeds {asked.seeds[0]} and {seed}: {which} {len(a.terms)} and {len(b.terms)}: "
                    f"Jaccard {jaccard:.3f}, r of shares {link:.3f}; by mass {by_mass:.3f}, {link_by_mass:.3f}"
                )


if __name__ == "__main__":
    main()
