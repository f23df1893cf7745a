"""Each year's shares: the best figure, and draws for the two quantities, this corpus and the agenda.

This corpus: the mean share of the year's articles at hand. Doubt: the model's (chains and posterior samples), that of
dates (each draw puts each article in a year of its own), and what all chains are wrong about together, as measured by
simulation: a theme's level in all years, and some articles of each year.
The agenda: what a wider process would have published that year. Doubt: the choice of articles as well. How much a mean
of n articles varies is a bootstrap's variance, which for a mean has a closed form; how it varies is a Beta law of that
variance, as in surveys with an effective sample size (Korn and Graubard 1998). In small years resampled articles cannot
show what they happen not to hold: at known shares, over years of 2 to 45 articles, a bootstrap on the logit scale with
Student's t covered 0.73 to 0.81 at nominal 0.90 (0.64 to 0.77 in years of ten or fewer), this law 0.91.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse, stats

from pipeline.prevalence.arrays import TINY, Floats
from pipeline.prevalence.config import Config
from pipeline.prevalence.series import design_effects
from pipeline.prevalence.shares import Shares
from pipeline.prevalence.shrinkage import article_moments, fit_within, measure_slope, stretch, stretch_draws

LOW, HIGH = 0.05, 0.95
# Kerman (2011), "Neutral noninformative and informative conjugate beta and gamma prior distributions": with 1/3 the
# posterior's median lies at the observed share.
NEUTRAL = 1.0 / 3.0


@dataclass(frozen=True)
class Moments:
    """Of themes or topics: articles' posterior means and variances, their overall mean, and the slope."""

    means: Floats
    variances: Floats
    middle: Floats
    slope: Floats


@dataclass(frozen=True)
class Level:
    """Of themes or topics: best shares (years, columns) and draws (draws, years, columns).

    `plain` are the model's and the dates', `corpus` and `agenda` those of the two quantities, `process` those of the
    agenda without doubt about a theme's level in all years, for changes.
    """

    share: Floats
    plain: Floats
    corpus: Floats
    agenda: Floats
    process: Floats
    moments: Moments


def measure_years(shares: Shares, rng: np.random.Generator, *, config: Config) -> tuple[Level, Level]:
    """The themes' and the topics' shares by year; topics sum to their theme and themes to 1.

    There must be at least one draw and one year.
    """
    raw = draw_years(shares, rng, n_draws=config.n_draws)
    of_themes = gather_moments(shares, shares.members, config)
    of_topics = gather_moments(shares, None, config)
    themes = measure_level(shares, raw @ shares.members, of_themes, None, rng, config=config)
    return themes, measure_level(shares, raw, of_topics, themes, rng, config=config)


def measure_level(
    shares: Shares, raw: Floats, moments: Moments, themes: Level | None, rng: np.random.Generator, *, config: Config
) -> Level:
    """Themes (`themes` None) or topics from their means by draw, with shrinkage undone; topics fitted to `themes`.

    Both bands are widened by what chains agree on and are wrong about: that of the corpus by levels and articles, that
    of the agenda, which has the choice of articles, by levels. Changes need neither: a level cancels.
    """
    share = stretch(centre(shares, moments), moments.middle, moments.slope)
    plain = stretch_draws(raw, moments.middle, moments.slope)
    if themes is not None:
        share = fit_within(share, themes.share, shares.members)
        plain = fit_within(plain, themes.plain, shares.members)
    told = doubt_level(plain, rng, config=config)
    corpus = doubt_articles(told, expected_articles(shares), rng, config=config)
    size = effective_sizes(shares, moments, prior_articles=config.prior_articles)
    process, agenda = (
        np.asarray(rng.beta(size * draws + NEUTRAL, size * (1.0 - draws) + NEUTRAL)) for draws in (plain, told)
    )
    return Level(share, plain, corpus, agenda, process, moments)


def doubt_level(plain: Floats, rng: np.random.Generator, *, config: Config) -> Floats:
    """`plain` (draws, years, columns) with the doubt about a column's level, one factor in all years.

    No draw shows it, since all chains share it; `level_doubt` is the standard deviation of its logarithm.
    """
    level = np.exp(config.level_doubt * rng.standard_normal((len(plain), 1, plain.shape[2])))
    return np.minimum(plain * level, 1.0)


def doubt_articles(told: Floats, n_articles: Floats, rng: np.random.Generator, *, config: Config) -> Floats:
    """`told` (draws, years, columns) with the doubt that some of each year's `n_articles` (years,) are misjudged.

    All chains share it too: the mean varies by `misjudged` share x (1 - share) / n, in a Beta law, so that where every
    draw is 0 the upper limit is not.
    """
    size = n_articles[:, None] / max(config.misjudged, TINY)
    return np.asarray(rng.beta(size * told + NEUTRAL, size * (1.0 - told) + NEUTRAL))


def draw_years(shares: Shares, rng: np.random.Generator, *, n_draws: int) -> Floats:
    """(draws, years, topics): means over the articles that a draw of the dates puts in the year.

    At least `n_draws`, each of the model's draws equally often, each time with fresh dates. A year that a draw leaves
    empty repeats the year's other draws.
    """
    n_model, _, n_topics = shares.draws.shape
    repeats = -(-n_draws // n_model)
    # most dates are certain: their articles are added up once a draw of the model, not once a draw of the dates
    sure = shares.years.max(axis=1) > 1.0 - TINY
    unsure = np.flatnonzero(~sure & (shares.years.sum(axis=1) > 0))
    fixed = shares.years[sure].T
    found = np.empty((n_model, repeats, len(shares.year_names), n_topics), dtype=np.float32)
    for number, draw in enumerate(shares.draws):
        chosen = place_articles(shares.years[unsure], rng, repeats)
        counts = chosen.sum(axis=1).reshape(repeats, -1, 1) + fixed.sum(axis=1)[:, None]
        sums = (chosen @ draw[unsure].astype(float)).reshape(repeats, -1, n_topics) + fixed @ draw[sure]
        found[number] = np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0)
    return fill_empty(found.reshape(n_model * repeats, -1, n_topics))


def place_articles(years: Floats, rng: np.random.Generator, repeats: int) -> sparse.csr_array:
    """(repeats x years, articles): a 1 where an article is in the year that was drawn for it."""
    n_articles, n_years = years.shape
    places = np.arange(n_articles)
    # Cumulative probabilities, article after article on one rising line: one search finds all the years.
    steps = np.cumsum(years, axis=1)
    steps[:, -1:] = 1.0
    line = (steps + places[:, None]).ravel()
    year = np.searchsorted(line, places + rng.random((repeats, n_articles)), side="right") - places * n_years
    rows = np.minimum(year, n_years - 1) + np.arange(repeats)[:, None] * n_years
    ones = np.ones(rows.size, dtype=np.float32)
    return sparse.coo_array(
        (ones, (rows.ravel(), np.tile(places, repeats))), shape=(repeats * n_years, n_articles)
    ).tocsr()


def fill_empty(found: Floats) -> Floats:
    """Draws in which a year got no article repeat, in order, those of the year in which it did."""
    filled = found.copy()
    for year in range(found.shape[1]):
        empty = np.isnan(found[:, year, 0])
        if empty.all():
            filled[:, year] = 1.0 / found.shape[2]
        elif empty.any():
            there = np.flatnonzero(~empty)
            filled[empty, year] = found[there[np.arange(empty.sum()) % len(there)], year]
    return filled


def gather_moments(shares: Shares, members: Floats | None, config: Config) -> Moments:
    """The articles' posterior moments and what they say of shrinkage, for themes or (no members) topics."""
    means, variances = article_moments(shares.draws, members)
    slope = measure_slope(means, variances, n_draws=len(shares.draws), least=config.least_reliability)
    return Moments(means, variances, means.mean(axis=0), slope)


def expected_articles(shares: Shares) -> Floats:
    """(years,): how many articles are expected in each year under the doubt of dates."""
    return np.asarray(shares.years.sum(axis=0))


def centre(shares: Shares, moments: Moments) -> Floats:
    """(years, columns): mean share of the year's articles, each counted by its probability of the year."""
    return np.asarray(shares.years.T @ moments.means / np.maximum(expected_articles(shares), TINY)[:, None])


def effective_sizes(shares: Shares, moments: Moments, *, prior_articles: float) -> Floats:
    """(years, columns): of how many all-or-nothing articles the year's mean has the variance, at the t law's width.

    The variance of the articles' true shares in a year is that of their posterior means and the mean posterior
    variance. A small year's own figure is unsure, so it is joined with that of all years, which counts as
    `prior_articles` (a moderated variance, Smyth 2004), in proportion to share x (1 - share). Articles of a series
    that resemble each other count for less.
    """
    n = expected_articles(shares)[:, None]
    own = year_variances(shares, moments)
    freedom = np.maximum(n - 1.0, 0.0)
    raw = centre(shares, moments)
    spread = np.maximum(raw * (1.0 - raw), TINY)
    pooled = pooled_dispersion(moments, own, freedom, spread)
    dispersion = (prior_articles * pooled + freedom * own / spread) / (prior_articles + freedom)
    widening = (stats.t.ppf(HIGH, prior_articles + freedom) / stats.norm.ppf(HIGH)) ** 2
    likeness = design_effects(shares.best_years, shares.series, moments.means, shares.year_names)[:, None]
    return np.asarray(n / np.clip(dispersion * widening * likeness, TINY, None))


def year_variances(shares: Shares, moments: Moments) -> Floats:
    """(years, columns): variance of the true shares of a year's articles; 0 where there is one article or none."""
    n = expected_articles(shares)[:, None]
    middle = centre(shares, moments)
    squares = shares.years.T @ (moments.means**2) / np.maximum(n, TINY) - middle**2
    unbiased = np.maximum(squares, 0.0) * n / np.maximum(n - 1.0, TINY)
    within = shares.years.T @ moments.variances / np.maximum(n, TINY)
    return np.asarray(np.where(n > 1.0, unbiased + within, 0.0))


def pooled_dispersion(moments: Moments, own: Floats, freedom: Floats, spread: Floats) -> Floats:
    """(columns,): variance of articles over share x (1 - share), all years together; 1 is all or nothing."""
    weight = (freedom * spread).sum(axis=0)
    middle = np.maximum(moments.middle * (1.0 - moments.middle), TINY)
    anywhere = np.ones_like(middle)
    if len(moments.means) > 1:
        anywhere = (moments.means.var(axis=0, ddof=1) + moments.variances.mean(axis=0)) / middle
    found = np.divide((freedom * own).sum(axis=0), weight, out=anywhere, where=weight > TINY)
    return np.asarray(np.clip(found, TINY, 1.0))


def limits(draws: Floats) -> tuple[Floats, Floats]:
    """Lower and upper ends of the 90 % interval of `draws` (draws, ...)."""
    low, high = np.quantile(draws, [LOW, HIGH], axis=0)
    return low, high
