"""The tree: topics grouped into themes for readers, without any list of themes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.config import Config
from pipeline.topics.measures import row_shares
from pipeline.topics.series import group_series, leave_series

Matrix = NDArray[np.float64]

ROUNDS = 20  # of settling: topics stay where they are in the 2nd to 4th


def group_topics(
    terms: Matrix, shares: Matrix, profiles: Matrix, of_kind: NDArray[np.bool_], *, config: Config
) -> NDArray[np.intp]:
    """The number of each topic's theme, from 0: topics of one series together, the others by what they are about.

    `terms`: topics x terms, `shares`: articles x topics, `profiles`: topics x words of headlines, zeros but for series,
    `of_kind`: whether each topic is a kind of document. A theme of a series holds no other topics; what is of a subject
    more than of its series is with the subject.
    """
    home = np.zeros(len(terms), dtype=np.intp)
    of_series = profiles.sum(axis=1) > 0
    home[of_series] = group_series(profiles[of_series], config.same_series)
    n_series = int(home[of_series].max()) + 1 if of_series.any() else 0
    others = ~of_series
    if not others.any():
        return home
    marks, mass = lifted_terms(terms, shares), shares.mean(axis=0)
    views = [(marks[others], config.terms_weight), (row_shares(shares.T)[others], 1 - config.terms_weight)]
    merged = merge_topics(views, mass[others], max(1, config.n_themes - n_series), config=config)
    home[others] = n_series + settle_topics(views, mass[others], merged, mass_power=config.mass_power)
    home = leave_series(marks, terms * mass[:, None], home, of_series, of_kind, leaves_series=config.leaves_series)
    # a series that all its topics have left leaves no gap
    return np.unique(home, return_inverse=True)[1].astype(np.intp)


def lifted_terms(terms: Matrix, shares: Matrix) -> Matrix:
    """Each topic's terms by how much they set it apart: probability times the squared logarithm of the lift, as shares.

    Squared, since words that several topics use somewhat more than the rest ("government", "support") would otherwise
    bring together what differs in subject.
    """
    overall = shares.mean(axis=0) @ terms
    lift = np.log(np.maximum(terms, 1e-300) / np.maximum(overall, 1e-300))
    lifted = row_shares(terms * np.maximum(lift, 0) ** 2)
    # one topic alone is no likelier than overall: it keeps its terms as they are
    return np.where(lifted.sum(axis=1, keepdims=True) > 0, lifted, terms)


def merge_topics(
    views: list[tuple[Matrix, float]], mass: NDArray[np.float64], n_themes: int, *, config: Config
) -> NDArray[np.intp]:
    """The number of each topic's theme, by the agglomerative information bottleneck (Slonim and Tishby 1999).

    Each step merges the two groups whose merger loses least of what they tell about terms and articles: the
    Jensen-Shannon divergence of the two, times their joint mass to the power of `mass_power` (1 in the paper; less
    keeps small subjects from being swallowed first). It ends at `n_themes`, or later, where two are all but alike.
    """
    groups = [[topic] for topic in range(len(mass))]
    weights = np.maximum(mass, 1e-12)
    held = [(view.copy(), weight) for view, weight in views]
    apart = np.full((len(mass), len(mass)), np.inf)
    for row in range(len(mass)):
        apart[row, row + 1 :] = divergence(held, weights, row)[row + 1 :]
    while len(groups) > 1:
        if len(groups) > n_themes:
            cost = apart * np.add.outer(weights, weights) ** config.mass_power
        elif apart.min() <= config.same_theme:
            cost = apart
        else:
            break
        first, second = divmod(int(np.argmin(cost)), len(groups))
        part = weights[first] / (weights[first] + weights[second])
        keep = np.delete(np.arange(len(groups)), second)
        for view, _ in held:
            view[first] = part * view[first] + (1 - part) * view[second]
        held = [(view[keep], weight) for view, weight in held]
        weights[first] += weights[second]
        weights, apart = weights[keep], apart[np.ix_(keep, keep)]
        groups[first] += groups.pop(second)
        fresh = divergence(held, weights, first)
        apart[first, first + 1 :], apart[:first, first] = fresh[first + 1 :], fresh[:first]
    home = np.zeros(len(mass), dtype=np.intp)
    for number, group in enumerate(groups):
        home[group] = number
    return home


def settle_topics(
    views: list[tuple[Matrix, float]], mass: NDArray[np.float64], home: NDArray[np.intp], *, mass_power: float
) -> NDArray[np.intp]:
    """The themes after each topic has gone where it loses least, in turn, until none moves; their number stays.

    Merging step by step cannot take a step back, so small differences between chains early on part whole themes later
    (the sequential information bottleneck; Slonim, Friedman and Tishby 2002).
    """
    settled = home.copy()
    weights = np.maximum(mass, 1e-12)
    for _ in range(ROUNDS):
        before = settled.copy()
        for topic in range(len(weights)):
            settled[topic] = cheapest_theme(views, weights, settled, topic, mass_power)
        if np.array_equal(settled, before):
            break
    return settled


def cheapest_theme(
    views: list[tuple[Matrix, float]],
    mass: NDArray[np.float64],
    home: NDArray[np.intp],
    topic: int,
    mass_power: float,
) -> int:
    """The theme that the topic joins at least cost, its own where none is cheaper or it has no other topic."""
    own = int(home[topic])
    into = np.zeros((int(home.max()) + 1, len(mass)))
    into[home, np.arange(len(mass))] = mass
    into[own, topic] = 0
    sizes = into.sum(axis=1)
    if sizes[own] <= 0:
        return own
    means = [(np.vstack([into @ view / sizes[:, None], view[topic]]), weight) for view, weight in views]
    apart = divergence(means, np.append(sizes, mass[topic]), len(sizes))[:-1]
    cost = apart * (sizes + mass[topic]) ** mass_power
    best = int(np.argmin(cost))
    return best if cost[best] < cost[own] - 1e-12 else own


def divergence(views: list[tuple[Matrix, float]], mass: NDArray[np.float64], row: int) -> NDArray[np.float64]:
    """Jensen-Shannon divergence of one row from every row, in bits, each weighted by its mass; views by weight."""
    part = (mass[row] / (mass[row] + mass))[:, None]
    found = np.zeros(len(mass))
    for view, weight in views:
        mixed = entropy(part * view[row] + (1 - part) * view)
        found += weight * (mixed - part[:, 0] * entropy(view[row]) - (1 - part[:, 0]) * entropy(view))
    return np.maximum(found, 0)


def entropy(rows: Matrix) -> NDArray[np.float64]:
    """Entropy of each row (or of one) in bits."""
    return -np.asarray((rows * np.log2(np.maximum(rows, 1e-300))).sum(axis=-1))
