"""Simulated corpora with their truth: from LDA, and from generators that LDA does not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pipeline.certify.shape import Floats, Ints, Shape

# How a simulated corpus departs from LDA: not; themes that go together (logistic normal); a quarter of all words from a
# vocabulary that every article shares; words that come in bursts, since each article has its own choice of a theme's
# words (Doyle and Elkan 2009); stock paragraphs and near-copies that nobody marked; sources with themes of their own;
# and for findings: a mix of two sources that shifts, their themes constant; a theme that doubles.
GENERATORS = ("lda", "correlated", "background", "bursty", "stock", "sources", "shift", "doubling")

# Standard deviation of a theme's yearly swing, in logits.
SWING = 0.5
BACKGROUND = 0.25
# The sum of the Dirichlet law of an article's own words around a theme's: on the shared corpus two words of an article
# are the same as often as this makes them (145), against 550 to 1,260 found in the same way in corpora without bursts.
BURST = 150.0
LEAST_WEIGHT = 1e-3  # a Dirichlet law wants no weight of 0
STOCK_ARTICLES, STOCK_WORDS, COPIED_ARTICLES, COPIED_WORDS = 0.2, 25, 0.05, 0.9
SOURCE_SWING = 0.8
SHIFT_SWING = 1.2
# A theme's share before it doubles, in corpora of each number in turn, and the articles of each period.
DOUBLED, PERIOD = (0.15, 0.25, 0.35), 40


@dataclass(frozen=True)
class Planted:
    """A simulated corpus: `agenda` (years, themes) and `shares` (articles, themes) are the truth.

    `themes` (themes, terms) are the planted ones; `year` (articles,) places among the shape's years, -1 undated;
    `texts` the articles' terms in order; `doubled` the theme that doubles, or -1.
    """

    agenda: Floats
    shares: Floats
    year: Ints
    themes: Floats
    texts: list[Ints]
    doubled: int = -1


def simulate(
    kind: str, shape: Shape, *, number: int, n_themes: int, sharpness: float, seed: int
) -> tuple[Planted, Shape]:
    """A corpus by one of the GENERATORS and the shape that it has, which is the given one but for findings.

    Each article's true year is drawn from its own doubt. `sharpness` is the sum of the Dirichlet law of a theme's words
    around those of the corpus (small: few words of its own). All draws depend on the seed, kind and number alone.
    """
    rng = np.random.default_rng([seed, GENERATORS.index(kind), number])
    if kind == "doubling":
        shape = doubling_shape(shape, rng)
    elif kind == "shift":
        shape = shift_shape(shape, rng)
    year = draw_places(shape.years, rng)
    themes = draw_themes(shape.law, n_themes, sharpness, rng)
    low = DOUBLED[number % len(DOUBLED)]
    expected, agenda, doubled = plan_themes(kind, shape, year, n_themes, low, rng)
    if kind == "correlated":
        shares, agenda = mix_normal(expected, agenda, rng)
    else:
        shares = np.array([rng.dirichlet(row * shape.spread + 1e-4) for row in expected])
    shared = draw_themes(shape.law, 1, sharpness, rng)[0] if kind == "background" else None
    burst = BURST if kind == "bursty" else None
    texts = [write_text(n, row, themes, shared, burst, rng) for n, row in zip(shape.words, shares, strict=True)]
    planted = Planted(agenda, shares, year, themes, texts, doubled)
    return (add_stock(planted, rng) if kind == "stock" else planted), shape


def draw_themes(law: Floats, n_themes: int, sharpness: float, rng: np.random.Generator) -> Floats:
    """(themes, terms): themes' distributions, drawn from a Dirichlet law around the corpus's own law of words."""
    return np.asarray(rng.dirichlet(law / law.sum() * sharpness + LEAST_WEIGHT, n_themes))


def draw_places(years: Floats, rng: np.random.Generator) -> Ints:
    """(articles,): a year drawn from each article's probabilities, as a place; -1 where it has none."""
    if not years.shape[1]:
        return np.full(len(years), -1, dtype=np.int64)
    steps = np.cumsum(years, axis=1)
    place = (steps < rng.random(len(years))[:, None] * np.maximum(steps[:, -1:], 1e-12)).sum(axis=1)
    return np.where(steps[:, -1] > 0, np.minimum(place, years.shape[1] - 1), -1).astype(np.int64)


def plan_themes(
    kind: str, shape: Shape, year: Ints, n_themes: int, low: float, rng: np.random.Generator
) -> tuple[Floats, Floats, int]:
    """Each article's expected shares, the agenda's by year, and the theme that doubles (-1)."""
    n_years = len(shape.year_names)
    level = np.log(rng.dirichlet(np.full(n_themes, 3.0)))
    if kind == "doubling":
        doubled = int(np.argsort(level)[n_themes // 2])
        agenda = plan_doubling(softmax(level), doubled, np.linspace(low, 2 * low, n_years))
        return agenda[year], agenda, doubled
    swings = np.zeros((n_years, n_themes)) if kind == "shift" else SWING * rng.standard_normal((n_years, n_themes))
    # an undated article is of the corpus's average year
    logits = level + np.where(year[:, None] >= 0, np.vstack([swings, np.zeros(n_themes)])[year], 0.0)
    if kind not in ("sources", "shift"):
        return softmax(logits), softmax(level + swings), -1
    names = sorted(set(shape.sources))
    own = (SHIFT_SWING if kind == "shift" else SOURCE_SWING) * rng.standard_normal((len(names), n_themes))
    expected = softmax(logits + own[[names.index(name) for name in shape.sources]])
    # the agenda of a year is that of the sources that it has
    of_year = [expected[year == place] for place in range(n_years)]
    means = [rows.mean(axis=0) if len(rows) else softmax(level) for rows in of_year]
    return expected, np.array(means).reshape(n_years, n_themes), -1


def shift_shape(shape: Shape, rng: np.random.Generator) -> Shape:
    """The shape with two sources: the second holds a fifth of the first year and four fifths of the last."""
    best = shape.years.argmax(axis=1) if shape.year_names else np.zeros(len(shape.words))
    part = 0.2 + 0.6 * best / max(len(shape.year_names) - 1, 1)
    second = rng.random(len(part)) < part
    return replace(shape, sources=["two" if is_second else "one" for is_second in second])


def plan_doubling(level: Floats, doubled: int, amounts: Floats) -> Floats:
    """(years, themes): one theme at the given amounts, all else in proportion."""
    rest = np.delete(level, doubled)
    return np.array([np.insert(rest / rest.sum() * (1.0 - amount), doubled, amount) for amount in amounts])


def doubling_shape(shape: Shape, rng: np.random.Generator) -> Shape:
    """The shape with a first and a last year of PERIOD articles and the others between, dates certain.

    Lengths and sources are drawn from the corpus; one of fewer than 2 x PERIOD articles has the two years alone.
    """
    between = max(len(shape.words) - 2 * PERIOD, 0)
    parts = [PERIOD, *(len(part) for part in np.array_split(np.arange(between), 3) if len(part)), PERIOD]
    drawn = rng.choice(len(shape.words), sum(parts))
    return replace(
        shape.take(drawn),
        year_names=[2001 + place for place in range(len(parts))],
        years=np.repeat(np.eye(len(parts)), parts, axis=0),
    )


def mix_normal(expected: Floats, agenda: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Articles' shares and the agenda's by year, from logistic normal laws (Blei and Lafferty 2007)."""
    n_themes = expected.shape[1]
    mixing = rng.standard_normal((n_themes, n_themes)) * 0.6 + np.eye(n_themes) * 1.5
    shares = softmax(np.log(expected) + rng.standard_normal(expected.shape) @ mixing)
    noise = rng.standard_normal((5_000, n_themes)) @ mixing
    return shares, np.array([softmax(np.log(row) + noise).mean(axis=0) for row in agenda])


def softmax(logits: Floats) -> Floats:
    """Shares from logits, over the last axis."""
    weights = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def write_text(
    n_words: int, share: Floats, themes: Floats, shared: Floats | None, burst: float | None, rng: np.random.Generator
) -> Ints:
    """The terms of an article: each word of a theme dealt by its shares, or of the shared vocabulary; in any order.

    With `burst` the article draws its own law of words around each theme's, of that sum.
    """
    n_terms = themes.shape[1]
    n_shared = 0 if shared is None else int(rng.binomial(n_words, BACKGROUND))
    dealt = rng.multinomial(n_words - n_shared, share / share.sum())
    parts = []
    for theme in np.flatnonzero(dealt):
        law = themes[theme] if burst is None else rng.dirichlet(themes[theme] * burst + LEAST_WEIGHT / n_terms)
        parts.append(rng.choice(n_terms, dealt[theme], p=law))
    if shared is not None:
        parts.append(rng.choice(n_terms, n_shared, p=shared))
    return rng.permutation(np.concatenate(parts)).astype(np.int64)


def add_stock(planted: Planted, rng: np.random.Generator) -> Planted:
    """The corpus with a stock paragraph in some articles, and some articles that are near-copies of another."""
    texts, shares = list(planted.texts), planted.shares.copy()
    stock = rng.choice(planted.themes.shape[1], STOCK_WORDS)
    for place in np.flatnonzero(rng.random(len(texts)) < STOCK_ARTICLES):
        texts[place] = np.concatenate([texts[place], stock])
    for place in np.flatnonzero(rng.random(len(texts)) < COPIED_ARTICLES):
        same_year = np.flatnonzero(planted.year == planted.year[place])
        model = int(rng.choice(same_year))
        kept = rng.random(len(texts[model])) < COPIED_WORDS
        texts[place], shares[place] = texts[model][kept], shares[model]
    return replace(planted, texts=texts, shares=shares)
