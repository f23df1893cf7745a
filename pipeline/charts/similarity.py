"""How themes lie to one another: by the terms they use, and by the articles that they share."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

STEPS = 300  # of stress majorisation; the map moves by less than a dot's width after 200
FALSE_SHARE = 0.1  # of what is called linked (Benjamini and Hochberg 1995): as many as a 90 % interval leaves out
SIDE = 1.6448536269514722  # of a normal law: 5 % lie above


def theme_vectors(topic_terms: pd.DataFrame, topics: pd.DataFrame, theme_ids: list[str]) -> Floats:
    """(themes, terms): roots of the terms' weights, a theme's topics weighing as their shares; rows of length 1."""
    known = topic_terms.merge(topics[["topic_id", "theme_id", "share"]], on="topic_id")
    used = known.assign(used=known["weight"] * known["share"])
    wide = used.pivot_table(index="theme_id", columns="term", values="used", aggfunc="sum", fill_value=0.0)
    roots = np.sqrt(wide.sort_index(axis=1).reindex(theme_ids, fill_value=0.0).to_numpy(dtype=float))
    return np.asarray(roots / np.maximum(np.linalg.norm(roots, axis=1, keepdims=True), 1e-12))


def place(distances: Floats) -> Floats:
    """(points, 2): places whose distances are close to `distances`: classical scaling, then stress majorisation.

    de Leeuw and Mair (2009), "Multidimensional scaling using majorization: SMACOF in R". Nothing is drawn at random;
    of each axis the sign is such that the point farthest out lies at its positive end.
    """
    size = len(distances)
    middle = np.eye(size) - 1.0 / size
    values, vectors = np.linalg.eigh(-0.5 * middle @ distances**2 @ middle)
    found = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 1e-12))
    for _ in range(STEPS):
        now = np.linalg.norm(found[:, None] - found[None, :], axis=2)
        ratio = np.divide(distances, now, out=np.zeros_like(now), where=now > 1e-12)
        pull = -ratio
        np.fill_diagonal(pull, ratio.sum(axis=1))
        found = pull @ found / size
    found = found - found.mean(axis=0)
    farthest = found[np.abs(found).argmax(axis=0), [0, 1]]
    return np.asarray(found * np.where(farthest < 0, -1.0, 1.0))


def pair_distances(vectors: Floats) -> Floats:
    """Hellinger distances between rows of length 1: 0 for the same terms, 1 for none in common."""
    return np.asarray(np.sqrt(np.maximum(1.0 - vectors @ vectors.T, 0.0)) * (1.0 - np.eye(len(vectors))))


def kept_order(distances: Floats, places: Floats) -> float:
    """How far the map keeps the distances: the square of the correlation of true and drawn ones, 0 to 1."""
    upper = np.triu_indices(len(distances), 1)
    drawn = np.linalg.norm(places[:, None] - places[None, :], axis=2)[upper]
    true = distances[upper]
    if len(true) < 2 or true.std() < 1e-12 or drawn.std() < 1e-12:
        return 1.0
    return float(np.corrcoef(true, drawn)[0, 1] ** 2)


def correlate(parts: pd.DataFrame) -> tuple[Floats, Floats]:
    """(themes, themes) correlations of the themes' shares over articles, and (articles, themes) standard scores."""
    shares = parts.to_numpy(dtype=float)
    spread = shares.std(axis=0)
    scores = np.divide(shares - shares.mean(axis=0), spread, out=np.zeros_like(shares), where=spread > 1e-12)
    return np.asarray(scores.T @ scores / max(len(scores), 1)), scores


def fisher_limits(r: Floats, n: int) -> tuple[Floats, Floats]:
    """Ends of the 90 % intervals of correlations over `n` articles (Fisher 1921)."""
    z, width = np.arctanh(np.clip(r, -0.999999, 0.999999)), SIDE / math.sqrt(max(n - 3, 1))
    return np.asarray(np.tanh(z - width)), np.asarray(np.tanh(z + width))


def chance_of(r: Floats, n: int, *, usual: float) -> Floats:
    """How often a correlation over `n` articles would lie as far from the stretch between `usual` and 0 (Fisher 1921).

    `usual` is what shares that sum to one show when nothing goes together; within the stretch nothing is said.
    """
    limit = 0.999999
    apart = np.abs(np.arctanh(np.clip(r, -limit, limit)) - np.arctanh(np.clip(r, max(usual, -limit), 0.0)))
    return np.array([math.erfc(step * math.sqrt(max(n - 3, 1) / 2)) for step in apart])


def hold_false(odds: Floats) -> npt.NDArray[np.bool_]:
    """Which of several surprises to keep so that a share of FALSE_SHARE of the kept is false (step-up)."""
    order = np.argsort(odds, kind="stable")
    under = np.flatnonzero(odds[order] <= FALSE_SHARE * np.arange(1, len(odds) + 1) / max(len(odds), 1))
    kept = np.zeros(len(odds), dtype=bool)
    kept[order[: under[-1] + 1 if len(under) else 0]] = True
    return kept
