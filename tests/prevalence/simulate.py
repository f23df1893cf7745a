"""Simulated corpora whose shares are known, to measure how often the intervals hold the truth.

`python -m tests.prevalence.simulate --corpora 20` fits each with tomotopy and prints the coverage of both bands.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace

import numpy as np

from pipeline.prevalence.arrays import Floats, Ints
from pipeline.prevalence.bands import LOW, draw_years, limits, measure_years
from pipeline.prevalence.config import Config
from pipeline.prevalence.shares import Shares
from pipeline.settings import load_config

# 212 articles, as uneven over the years as scrapes are.
SIZES = (3, 5, 8, 10, 14, 20, 27, 35, 45, 45)
SMALL = 10


@dataclass(frozen=True)
class Truth:
    """A corpus with its truth: the process's shares by year, the articles' shares, years and numbers of words."""

    agenda: Floats
    shares: Floats
    years: Ints
    words: Ints

    def realised(self) -> Floats:
        """(years, themes): the mean true share of the articles at hand."""
        return np.array([self.shares[self.years == year].mean(axis=0) for year in range(len(self.agenda))])


def simulate_truth(
    rng: np.random.Generator,
    *,
    sizes: tuple[int, ...] = SIZES,
    n_themes: int = 8,
    kind: str = "dirichlet",
    spread: float = 1.0,
    words: int = 130,
) -> Truth:
    """A corpus of the given years. `spread` is the sum of the Dirichlet law of an article's shares (lower: purer).

    kind "normal" draws shares from correlated logistic normal laws, which LDA does not fit.
    """
    level = rng.dirichlet(np.full(n_themes, 3.0))
    logits = np.log(level) + 0.5 * rng.standard_normal((len(sizes), n_themes))
    years = np.repeat(np.arange(len(sizes)), rng.permutation(sizes))
    if kind == "dirichlet":
        agenda = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        shares = np.array([rng.dirichlet(agenda[year] * spread + 1e-4) for year in years])
    else:
        mixing = rng.standard_normal((n_themes, n_themes)) * 0.6 + np.eye(n_themes) * 1.5
        agenda = np.array(
            [softmax(row + rng.standard_normal((5_000, n_themes)) @ mixing).mean(axis=0) for row in logits]
        )
        shares = np.array([softmax(logits[year] + rng.standard_normal(n_themes) @ mixing) for year in years])
    lengths = np.clip(rng.lognormal(np.log(words), 0.8, len(years)), 15, 1500).astype(np.int64)
    return Truth(agenda, shares, years, lengths)


def softmax(logits: Floats) -> Floats:
    """Shares from logits, over the last axis."""
    weights = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def judge_draws(truth: Truth, rng: np.random.Generator, *, n_draws: int, confusion: float) -> Floats:
    """(draws, articles, themes): a Gibbs sampler's, for themes that are known and share `confusion` of their words.

    The smallest LDA there is: as many terms as themes; a theme gives its own term or, with the chance `confusion`,
    any. The prior knows nothing of years, so years shrink towards the corpus's mean as they do in the real one.
    """
    n_themes = truth.shares.shape[1]
    themes = (1.0 - confusion) * np.eye(n_themes) + confusion / n_themes
    counts = np.array([rng.multinomial(n, share @ themes) for n, share in zip(truth.words, truth.shares, strict=True)])
    prior = np.full(n_themes, 0.5 / n_themes)
    shares = (counts + prior) / (counts + prior).sum(axis=1, keepdims=True)
    draws = []
    for sweep in range(20 + 4 * n_draws):
        dealt = np.zeros_like(shares)
        for term in range(n_themes):
            chances = shares * themes[:, term] + 1e-12
            dealt += rng.multinomial(counts[:, term], chances / chances.sum(axis=1, keepdims=True))
        means = (dealt + prior) / (dealt + prior).sum(axis=1, keepdims=True)
        weights = rng.standard_gamma(dealt + prior)
        shares = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-12)
        if sweep >= 20 and sweep % 4 == 0:
            draws.append(means)
    return np.array(draws)


def fit_draws(
    truth: Truth, rng: np.random.Generator, *, n_chains: int, n_samples: int, sharpness: float = 300.0, spare: int = 0
) -> tuple[Floats, float]:
    """(draws, articles, themes) from chains of LDA on words drawn for the articles, and the share of themes recovered.

    Themes are distributions around one Zipf law (`sharpness`: lower is more distinct). Chains are matched to the truth,
    so that what is measured is the intervals and not the matching; spare topics are dropped.
    """
    import tomotopy
    from scipy.optimize import linear_sum_assignment

    n_terms, n_themes = 1500, truth.shares.shape[1]
    zipf = 1.0 / (np.arange(n_terms) + 8.0)
    themes = rng.dirichlet(zipf / zipf.sum() * sharpness + 1e-3, n_themes)
    texts = [write_text(rng, words, share, themes) for words, share in zip(truth.words, truth.shares, strict=True)]
    draws, recovered = [], []
    for _ in range(n_chains):
        n_topics = n_themes + spare
        model = tomotopy.LDAModel(k=n_topics, alpha=0.5 / n_topics, eta=0.1, seed=int(rng.integers(1, 2**31)))
        model.optim_interval = 0
        for text in texts:
            model.add_doc([str(term) for term in text])
        model.train(200, workers=1)
        seen = np.array([int(term) for term in model.used_vocabs])
        found = np.array([model.get_topic_word_dist(topic) for topic in range(n_topics)])
        alike = unit(found) @ unit(themes[:, seen]).T
        rows, columns = linear_sum_assignment(-alike)
        order = rows[np.argsort(columns)]
        recovered.append(float((alike[order, np.arange(n_themes)] > 0.9).mean()))
        for _ in range(n_samples):
            model.train(15, workers=1)
            shares = np.array([document.get_topic_dist() for document in model.docs])[:, order]
            draws.append(shares / shares.sum(axis=1, keepdims=True))
    return np.array(draws, dtype=np.float32), float(np.mean(recovered))


def write_text(rng: np.random.Generator, words: int, share: Floats, themes: Floats) -> Ints:
    """The terms of an article: its words dealt to themes by its shares, each word drawn from its theme."""
    dealt = rng.multinomial(words, share)
    return np.concatenate([rng.choice(themes.shape[1], n, p=themes[theme]) for theme, n in enumerate(dealt) if n])


def unit(rows: Floats) -> Floats:
    """Rows at length 1."""
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def as_shares(truth: Truth, draws: Floats) -> Shares:
    """The corpus as the stage holds it: each topic a theme, every date certain, no series."""
    n_articles, n_themes, n_years = len(truth.years), truth.shares.shape[1], len(truth.agenda)
    names = [f"theme-{theme:02d}" for theme in range(n_themes)]
    return Shares(
        article_ids=[f"{article:06d}" for article in range(n_articles)],
        topic_ids=names,
        theme_ids=names,
        year_names=[2000 + year for year in range(n_years)],
        draws=draws.astype(np.float32),
        members=np.eye(n_themes),
        years=np.eye(n_years)[truth.years],
        best_years=truth.years + 2000,
        series=np.arange(n_articles),
        kept=np.ones(n_themes, dtype=bool),
    )


def blur(draws: Floats, words: Ints, rng: np.random.Generator) -> Floats:
    """Draws from the Dirichlet laws that the sampler's draws are means of."""
    weights = rng.standard_gamma(np.maximum(draws * words[None, :, None], 1e-6))
    return np.asarray(weights / weights.sum(axis=2, keepdims=True))


def measure_coverage(truth: Truth, draws: Floats, rng: np.random.Generator, *, config: Config) -> dict[str, Floats]:
    """By method: (coverage, coverage in small years, mean width) of its nominal 90 % band for its own quantity.

    "corpus" and "agenda" are the stage's; "one chain" is the bare posterior of a tenth of the draws, "usual" the mean
    and its standard error, both held against the agenda.
    """
    shares = as_shares(truth, blur(draws, truth.words, rng))
    level, _ = measure_years(shares, rng, config=config)
    sizes = np.bincount(truth.years)
    means = draws.mean(axis=0)
    middle = np.array([means[truth.years == year].mean(axis=0) for year in range(len(sizes))])
    spread = np.array([means[truth.years == year].std(axis=0, ddof=1) for year in range(len(sizes))])
    error = 1.645 * spread / np.sqrt(sizes)[:, None]
    chain = draw_years(replace(shares, draws=shares.draws[: max(2, len(draws) // 10)]), rng, n_draws=100)
    bands = {
        "corpus": (limits(level.corpus), truth.realised()),
        "agenda": (limits(level.agenda), truth.agenda),
        "one chain": (limits(chain), truth.agenda),
        "usual": ((middle - error, middle + error), truth.agenda),
    }
    return {name: coverage(*ends, target, sizes) for name, (ends, target) in bands.items()}


def coverage(low: Floats, high: Floats, target: Floats, sizes: Ints) -> Floats:
    """How often [low, high] holds the target, over all years and over the small ones, and its mean width."""
    holds = (low <= target) & (target <= high)
    return np.array([holds.mean(), holds[sizes <= SMALL].mean(), (high - low).mean()])


def main() -> None:
    """Fit simulated corpora and print the coverage of the bands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=int, default=20)
    parser.add_argument("--chains", type=int, default=20)
    parser.add_argument("--kind", choices=("dirichlet", "normal"), default="dirichlet")
    parser.add_argument("--spare", type=int, default=0)
    asked = parser.parse_args()
    config = load_config("prevalence", {})
    rows: dict[str, list[Floats]] = {}
    recovered = []
    for number in range(asked.corpora):
        rng = np.random.default_rng([2026, number])
        truth = simulate_truth(rng, kind=asked.kind)
        draws, share = fit_draws(truth, rng, n_chains=asked.chains, n_samples=4, spare=asked.spare)
        recovered.append(share)
        for name, figures in measure_coverage(truth, draws, rng, config=config).items():
            rows.setdefault(name, []).append(figures)
    print(f"{asked.corpora} corpora of {sum(SIZES)} articles, {asked.kind}, {asked.chains} chains, {asked.spare} spare")
    print(f"nominal {1 - 2 * LOW:.2f}; themes recovered {np.mean(recovered):.2f}")
    for name, figures in rows.items():
        all_years, small, width = np.mean(figures, axis=0)
        error = np.std([item[0] for item in figures], ddof=1) / np.sqrt(len(figures))
        print(f"{name:10s} {all_years:.3f} (se {error:.3f})  small years {small:.3f}  width {width:.3f}")


if __name__ == "__main__":
    main()
