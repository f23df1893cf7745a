"""Matching: the topics of another fit held against those that are shown, by their terms and their articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.chains import Chain
from pipeline.topics.consensus import topic_profiles
from pipeline.topics.describe import Model
from pipeline.topics.measures import row_shares
from pipeline.topics.vocabulary import Matter

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Shown:
    """What is shown, as other fits are held against it.

    `terms`: topics x terms, `counts`: articles x topics, without the rest that recurs in no way. `theme_of`: each
    topic's theme, a place in `theme_ids`, which are sorted; `levels` (themes,) weigh a theme's words.
    """

    articles: NDArray[np.object_]
    vocabulary: NDArray[np.object_]
    terms: Matrix
    counts: Matrix
    theme_of: NDArray[np.intp]
    theme_ids: tuple[str, ...]
    levels: Matrix

    @property
    def theme_terms(self) -> Matrix:
        """Themes x terms, each row a distribution; zeros for a theme of the rest alone."""
        return row_shares(self.add_up((self.terms * self.counts.sum(axis=0)[:, None]).T).T)

    def add_up(self, columns: Matrix) -> Matrix:
        """Columns of topics added up into columns of themes."""
        into = np.zeros((len(self.theme_of), len(self.theme_ids)))
        into[np.arange(len(self.theme_of)), self.theme_of] = 1
        return np.asarray(columns @ into)


def show(model: Model, *, has_rest: bool, rows: NDArray[np.intp]) -> Shown:
    """What is shown of the articles in `rows`; the rest, the model's last topic, is left out."""
    inside = slice(0, len(model.topics) - has_rest)
    theme_ids = tuple(sorted(model.themes["theme_id"]))
    place = {theme: number for number, theme in enumerate(theme_ids)}
    return Shown(
        articles=model.articles[rows],
        vocabulary=model.vocabulary,
        terms=model.terms[inside],
        counts=model.counts[rows][:, inside],
        theme_of=np.array([place[theme] for theme in model.topics["theme_id"].iloc[inside]], dtype=np.intp),
        theme_ids=theme_ids,
        levels=theme_weights(model, theme_ids),
    )


def theme_weights(model: Model, theme_ids: Sequence[str]) -> Matrix:
    """(themes,): the level of each theme; all topics of a theme have its level."""
    of_theme = dict(zip(model.topics["theme_id"], model.levels.tolist(), strict=True))
    return np.array([of_theme[theme] for theme in theme_ids])


def align(chain: Chain, matter: Matter, shown: Shown) -> Chain:
    """The chain over the articles and the vocabulary of what is shown; what is not among them is left out."""
    terms = spread_columns(chain.terms, matter.vocabulary, shown.vocabulary)
    counts = spread_columns(chain.counts.T, matter.articles, shown.articles).T
    return Chain(terms, counts, np.zeros((0, *counts.shape), dtype=np.float32))


def spread_columns(
    matrix: NDArray[np.float32], names: NDArray[np.object_], wanted: NDArray[np.object_]
) -> NDArray[np.float32]:
    """The columns by the wanted names, zeros for a name that there is none of."""
    place = {name: number for number, name in enumerate(wanted)}
    found = np.array([place.get(name, -1) for name in names], dtype=np.intp)
    into = np.zeros((len(matrix), len(wanted)), dtype=np.float32)
    into[:, found[found >= 0]] = matrix[:, found >= 0]
    return into


def likeness(chain: Chain, shown: Shown) -> Matrix:
    """Cosine of each topic of an aligned chain with each that is shown, half by terms and half by articles."""
    ours = topic_profiles([Chain(shown.terms.astype(np.float32), shown.counts.astype(np.float32), chain.samples)])
    return np.asarray(topic_profiles([chain]) @ ours.T)


def match_themes(chain: Chain, shown: Shown, *, least: float) -> NDArray[np.intp]:
    """The theme of each topic of an aligned chain, or -1 where it is like none.

    A topic goes with the theme, or the topic of a theme, that it is most like: a fine topic need not be like the
    whole of its theme, nor a coarse one like any part.
    """
    if not len(shown.theme_of):
        return np.full(len(chain.terms), -1, dtype=np.intp)
    whole = Shown(
        shown.articles,
        shown.vocabulary,
        shown.theme_terms,
        shown.add_up(shown.counts),
        np.arange(len(shown.theme_ids)),
        shown.theme_ids,
        shown.levels,
    )
    like = np.hstack([likeness(chain, shown), likeness(chain, whole)])
    theme_of = np.concatenate([shown.theme_of, whole.theme_of])
    return np.where(like.max(axis=1) >= least, theme_of[like.argmax(axis=1)], -1)


def gather(columns: NDArray[np.float32], themes: NDArray[np.intp], n_themes: int) -> Matrix:
    """Columns of topics added up into columns of the themes that they match; those that match none are left out."""
    inside = themes >= 0
    into = np.zeros((len(themes), n_themes))
    into[np.flatnonzero(inside), themes[inside]] = 1
    return np.asarray(columns @ into)


def theme_shares(chains: Sequence[Chain], shown: Shown, *, least: float) -> Matrix:
    """Articles x themes: shares by aligned chains, on average, at the themes' levels; rows without terms are NaN.

    Words of topics that match no theme count at the mean level.
    """
    n_themes = len(shown.theme_ids)
    places = [match_themes(chain, shown, least=least) for chain in chains]
    pairs = list(zip(chains, places, strict=True))
    matched = np.sum([gather(chain.counts, place, n_themes) for chain, place in pairs], axis=0) * shown.levels
    unmatched = np.sum([chain.counts[:, place < 0].sum(axis=1) for chain, place in pairs], axis=0, dtype=float)
    totals = matched.sum(axis=1) + unmatched * shown.levels.mean()
    with np.errstate(invalid="ignore", divide="ignore"):
        shares: Matrix = np.where(totals[:, None] > 0, matched / totals[:, None], np.nan)
    return shares
