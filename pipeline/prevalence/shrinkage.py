"""How far the model pulls every article towards the average, and how that is undone for the years.

An article's posterior share leans on a prior that knows nothing of the year, so a year that is truly 10 points above
the average shows as fewer. The same happens to test scores of groups, where it is known as the bias of plausible values
drawn without the group (Mislevy 1991); there as here the slope of estimated on true deviations is the reliability:
the variance of the posterior means over that variance and the mean posterior variance together (Adams 2005).
"""

from __future__ import annotations

import numpy as np

from pipeline.prevalence.arrays import TINY, Floats, sum_to_one


def article_moments(draws: Floats, members: Floats | None) -> tuple[Floats, Floats]:
    """(articles, columns) posterior means and variances of the shares; of themes where `members` sums topics to them.

    Draw by draw, so that memory is that of one draw.
    """
    n_draws, n_articles, n_topics = draws.shape
    n_columns = n_topics if members is None else members.shape[1]
    total = np.zeros((n_articles, n_columns))
    squares = np.zeros((n_articles, n_columns))
    for draw in draws:
        shares = draw.astype(float) if members is None else draw.astype(float) @ members
        total += shares
        squares += shares**2
    means = total / max(n_draws, 1)
    variances = np.maximum(squares - n_draws * means**2, 0.0) / max(n_draws - 1, 1)
    return means, variances


def measure_slope(means: Floats, variances: Floats, *, n_draws: int, least: float) -> Floats:
    """(columns,) slope of estimated on true deviations, from `least` to 1; 1 where nothing tells."""
    if len(means) < 2:
        return np.ones(means.shape[1])
    within = variances.mean(axis=0)
    # means of a few draws vary by their own noise too
    between = np.maximum(means.var(axis=0, ddof=1) - within / max(n_draws, 1), 0.0)
    total = between + within
    slope = np.divide(between, total, out=np.ones_like(total), where=total > TINY)
    return np.asarray(np.clip(slope, least, 1.0))


def stretch(shares: Floats, middle: Floats, slope: Floats) -> Floats:
    """`shares` (..., columns) with deviations from `middle` divided by `slope`; still shares that sum to 1.

    Upwards by addition, downwards by proportion: both are a division by the slope near the middle, and a theme that
    is there keeps a share above 0.
    """
    centre = np.maximum(middle, TINY)
    above = centre + (shares - centre) / slope
    below = centre * np.power(np.maximum(shares, 0.0) / centre, 1.0 / slope)
    return sum_to_one(np.where(shares >= centre, above, below))


def stretch_draws(draws: Floats, middle: Floats, slope: Floats) -> Floats:
    """`draws` (..., columns) with deviations from `middle` divided by `slope`, cut at 0; still shares that sum to 1.

    A small share may be made of misjudged words alone, so a lower limit must be able to reach 0: with draws stretched
    like the best figure, the band of this corpus covered .89 where it covers .92 (20 chains, nominal .90).
    """
    return sum_to_one(np.maximum(middle + (draws - middle) / slope, 0.0))


def fit_within(topics: Floats, themes: Floats, members: Floats) -> Floats:
    """`topics` (..., topics) scaled so that those of each theme sum to the theme's share in `themes` (..., themes)."""
    sums = np.maximum(topics @ members, TINY)
    return np.asarray(topics * ((themes / sums) @ members.T))
