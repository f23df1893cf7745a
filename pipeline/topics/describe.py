"""Description: what the consensus topics are: their measures, kinds, themes and labels, in one Model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.corpus import ThemeLabel
from pipeline.topics.chains import Floats
from pipeline.topics.config import Config
from pipeline.topics.consensus import Consensus
from pipeline.topics.kinds import find_forms, is_document_kind, series_profiles
from pipeline.topics.labels import gather_names, label_themes, make_labels, theme_ids
from pipeline.topics.levels import theme_levels
from pipeline.topics.measures import coherence, exclusivity, frex, row_shares, spread, top_terms
from pipeline.topics.tree import group_topics
from pipeline.topics.vocabulary import Matter

Matrix = NDArray[np.float64]

N_TOP = 10  # terms by which a topic is judged: coherence and exclusivity
REST_LABEL = "Other (no lasting topic)"


@dataclass(frozen=True)
class Model:
    """The topics in the order of topic_id, with all that the tables say of them.

    `counts` (articles, topics) are fitted words and `samples` those of single draws; `levels` (topics,) say for how
    many words of the writing a fitted word of the topic's theme stands.
    """

    articles: NDArray[np.object_]
    vocabulary: NDArray[np.object_]
    terms: Matrix
    frex: Matrix
    counts: Matrix
    samples: Floats
    levels: Matrix
    topics: pd.DataFrame
    themes: pd.DataFrame

    @property
    def shares(self) -> Matrix:
        """Articles x topics: shares of the writing, each row summing to 1."""
        return row_shares(self.counts * self.levels)


def describe(
    consensus: Consensus,
    matter: Matter,
    words: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    labels: Sequence[ThemeLabel],
    config: Config,
) -> Model:
    """The consensus with measures, kinds, themes and labels; `labels` are a person's names for themes."""
    shares = row_shares(consensus.counts)
    top = top_terms(consensus.terms, N_TOP)
    titles = articles.set_index("article_id")["title"].reindex(list(matter.articles)).tolist()
    kinds, profiles = topic_kinds(consensus, shares, titles, matter.vocabulary[top], config)
    found = describe_topics(consensus, matter, shares, top, kinds)
    found = mark_kinds(found, place_background(found, consensus.counts, config))
    home = theme_homes(consensus.terms, shares, profiles, found["kind"].tolist(), config)
    names = gather_names(words, articles, matter, titles)
    topic_labels = make_labels(consensus.terms, shares, names, n_terms=config.n_label_terms)
    if consensus.has_rest:
        topic_labels[-1] = REST_LABEL
    levels = theme_levels(words, matter, add_rows(consensus.counts.T, home).T, config=config)[home]
    found = found.assign(label=topic_labels, share=row_shares(consensus.counts * levels).mean(axis=0))
    themes = describe_themes(found, home)
    gathered = row_shares(add_rows(consensus.terms * consensus.counts.sum(axis=0)[:, None], home))
    own, by_hand = label_themes(gathered, add_rows(shares.T, home).T, names, labels, n_terms=config.n_label_terms)
    if consensus.has_rest:
        own[home[-1]] = REST_LABEL
    themes = themes.assign(label=own, is_hand_labelled=by_hand, theme_id=theme_ids(own))
    return Model(
        articles=matter.articles,
        vocabulary=matter.vocabulary,
        terms=consensus.terms,
        frex=frex(consensus.terms, weight=config.frex_weight),
        counts=consensus.counts,
        samples=consensus.samples,
        levels=levels,
        topics=found.assign(theme_id=themes["theme_id"].to_numpy()[home]),
        themes=themes,
    )


def describe_topics(
    consensus: Consensus, matter: Matter, shares: Matrix, top: NDArray[np.intp], kinds: Sequence[str]
) -> pd.DataFrame:
    """One row a topic: its id, measures and kind."""
    return pd.DataFrame(
        {
            "topic_id": topic_ids(len(kinds)),
            "persistence": consensus.persistence,
            "coherence": coherence(top, matter.counts),
            "exclusivity": exclusivity(consensus.terms, consensus.counts.sum(axis=0), top),
            "share": shares.mean(axis=0),
            "kind": kinds,
            "is_background": [kind == "background" for kind in kinds],
        }
    )


def topic_ids(n_topics: int) -> list[str]:
    """`t01`, `t02` ...: as many digits as sort in their order, two at least."""
    width = max(2, len(str(n_topics)))
    return [f"t{number:0{width}d}" for number in range(1, n_topics + 1)]


def topic_kinds(
    consensus: Consensus, shares: Matrix, titles: Sequence[str], top: NDArray[np.object_], config: Config
) -> tuple[list[str], Matrix]:
    """The kind of each topic, and its profile over the words of dated headlines (zeros outside series)."""
    profiles = series_profiles(shares, find_forms(titles), kind_share=config.kind_share)
    of_series = profiles.sum(axis=1) > 0
    of_kind = is_document_kind(shares, titles, top.tolist(), config.genres, kind_share=config.kind_share)
    # speeches of every year have dated headlines, but say themselves what they are
    kinds = np.select([of_kind, of_series], ["document_kind", "series"], "subject").tolist()
    if consensus.has_rest:
        kinds[-1] = "background"
        profiles[-1] = 0
    return kinds, profiles


def mark_kinds(found: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """The topics with these kinds, and with what follows from them."""
    return found.assign(kind=list(kinds), is_background=[kind == "background" for kind in kinds])


def place_background(found: pd.DataFrame, counts: Matrix, config: Config) -> list[str]:
    """The kinds of the topics, with background for a subject's topic that lies wide and owns little.

    Chains that fit more topics than there are subjects fill spare ones with words of all; these recur, but are of no
    subject, and as themes of their own or parts of others they take from every theme what is its own. Such a topic lies
    over its articles more evenly than a subject does and hardly owns the terms that it is known by, measured in even
    parts: the more topics there are, the less any of them owns. A large subject lies wide, but owns its terms; a small
    one owns little, but lies in few articles; what lies everywhere is background whatever it owns. In a handful of
    articles every topic lies over most of them, so that nothing can be told.
    """
    own, wide = found["exclusivity"].to_numpy(), spread(counts)
    shared = wide >= config.everywhere
    for least, parts in zip(config.background_spread, config.background_own, strict=True):
        shared |= (wide >= least) & (own < min(parts / len(found), config.owns_enough))
    joins = (found["kind"] == "subject") & shared
    firm = (found["kind"] != "background") & ~joins
    if len(counts) < config.least_articles or not firm.any():
        return [str(kind) for kind in found["kind"]]
    return [str(kind) for kind in found["kind"].mask(joins, "background")]


def theme_homes(
    terms: Matrix, shares: Matrix, profiles: Matrix, kinds: Sequence[str], config: Config
) -> NDArray[np.intp]:
    """The number of each topic's theme; background topics make one theme of their own, the last."""
    inside = np.array([kind != "background" for kind in kinds])
    home = np.zeros(len(kinds), dtype=np.intp)
    if inside.any():
        of_kind = np.array([kind == "document_kind" for kind in kinds])[inside]
        home[inside] = group_topics(terms[inside], shares[:, inside], profiles[inside], of_kind, config=config)
        home[~inside] = home[inside].max() + 1
    return home


def describe_themes(found: pd.DataFrame, home: NDArray[np.intp]) -> pd.DataFrame:
    """One row a theme, in the order of its number: share, persistence, and the kind that most of its share has."""
    rows = []
    for _, topics in found.groupby(home):
        weights = topics["share"].clip(lower=1e-12)
        rows.append(
            {
                "persistence": float(np.average(topics["persistence"], weights=weights)),
                "share": float(topics["share"].sum()),
                "kind": weights.groupby(topics["kind"]).sum().idxmax(),
            }
        )
    return pd.DataFrame(rows)


def add_rows(matrix: Matrix, home: NDArray[np.intp]) -> Matrix:
    """Rows added up by their home."""
    added = np.zeros((int(home.max()) + 1, matrix.shape[1]))
    np.add.at(added, home, matrix)
    return added
