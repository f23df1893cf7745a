"""Terms: the words of the articles that can carry a subject."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.topics.config import Config

HYPHENS = ("-", "‐", "‑")
# Offsets are packed with the article's number into one whole number, so that one sorted search serves all articles.
PLACE = np.int64(2**40)
# A lemma that can be a term: a letter first, two characters or more, letters, digits, hyphens, apostrophes.
TERM = r"^[^\W\d_](?:[^\W_]|[-'&])*[^\W_]$"


def content_terms(tokens: pd.DataFrame, mentions: pd.DataFrame, *, config: Config) -> pd.DataFrame:
    """The content words in reading order: article_id, sentence, position, term, and whether each `counts`.

    Words that do not count (little words, names of people and bodies) stay in the table, so that phrases such as
    "cost of living" can be seen; marks of punctuation break phrases and are left out.
    """
    joined = join_hyphens(tokens)
    forms = joined[["lemma", "pos"]].drop_duplicates()
    # what a lemma becomes is worked out once for each lemma, not for each token
    folded = fold_plurals(forms["lemma"].str.replace("’", "'", regex=False), forms["pos"])
    place, lemmas = pd.factorize(joined["lemma"])
    terms = pd.Series(folded.to_numpy(), index=forms["lemma"].to_numpy()).groupby(level=0).first().reindex(lemmas)
    is_term = (terms.str.match(TERM) & ~terms.isin(config.stop_terms)).to_numpy(dtype=bool)
    is_named = is_inside(joined, leaving_out(mentions, config))
    counts = joined["pos"].isin(config.parts_of_speech) & is_term[place] & ~is_named
    found = joined[["article_id", "sentence", "position", "start", "end", "pos"]].assign(
        term=terms.to_numpy()[place], counts=counts
    )
    return found[joined["pos"] != "PUNCT"]


def join_hyphens(tokens: pd.DataFrame) -> pd.DataFrame:
    """`tokens` with compounds such as sector-led, which the tokenizer takes apart at hyphens, as one token each.

    A compound keeps the first part's place and the last part's part of speech.
    """
    number = pd.factorize(tokens["article_id"], sort=True)[0]
    order = np.lexsort((tokens["position"].to_numpy(dtype=np.int64), number))
    ordered, article = tokens.iloc[order].reset_index(drop=True), number[order]
    start, end = ordered["start"].to_numpy(dtype=np.int64), ordered["end"].to_numpy(dtype=np.int64)
    is_hyphen = ordered["lemma"].isin(HYPHENS).to_numpy()
    touches = np.zeros(len(ordered), dtype=bool)
    touches[1:] = (start[1:] == end[:-1]) & (article[1:] == article[:-1])
    follows = np.zeros(len(ordered), dtype=bool)
    follows[:-1] = touches[1:]
    bridge = is_hyphen & touches & follows
    after = np.zeros(len(ordered), dtype=bool)
    after[1:] = bridge[:-1]
    group = np.cumsum(~(bridge | after))
    if not bridge.any():
        return ordered
    sizes = np.bincount(group)[group]
    alone = ordered[sizes == 1]
    parts = ordered[sizes > 1].groupby(group[sizes > 1], sort=False)
    whole = parts.agg(
        article_id=("article_id", "first"),
        position=("position", "first"),
        start=("start", "first"),
        end=("end", "last"),
        sentence=("sentence", "first"),
        lemma=("lemma", "".join),
        pos=("pos", "last"),
    )
    together: pd.DataFrame = pd.concat([alone.set_axis(group[sizes == 1]), whole])
    return together.sort_index().reset_index(drop=True)


def fold_plurals(lemma: pd.Series, pos: pd.Series) -> pd.Series:
    """Lower-case lemmas, with names in the plural brought to the noun they are made of ("Children's Homes": home).

    The tagger leaves the words of names as they stand; a name's word is folded only onto a noun that the corpus uses.
    """
    lower = lemma.str.lower()
    nouns = set(lower[pos == "NOUN"].unique())
    fold = {}
    for word in lower[pos == "PROPN"].unique():
        for ending, singular in (("ies", "y"), ("es", "e"), ("s", ""), ("es", "")):
            if word.endswith(ending) and word not in nouns and word[: -len(ending)] + singular in nouns:
                fold[word] = word[: -len(ending)] + singular
                break
    return lower.where(~lower.isin(fold), lower.map(fold)) if fold else lower


def leaving_out(mentions: pd.DataFrame, config: Config) -> pd.DataFrame:
    """The mentions whose words are left out of the terms."""
    return mentions[mentions["type"].isin(config.left_out)]


def is_inside(tokens: pd.DataFrame, mentions: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether each token lies within a mention."""
    if mentions.empty or tokens.empty:
        return np.zeros(len(tokens), dtype=bool)
    articles = pd.Index(tokens["article_id"].unique())
    of_mention = articles.get_indexer(mentions["article_id"])
    known = of_mention >= 0
    if not known.any():
        return np.zeros(len(tokens), dtype=bool)
    base = of_mention[known] * PLACE
    starts, ends = base + mentions["start"].to_numpy()[known], base + mentions["end"].to_numpy()[known]
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], np.maximum.accumulate(ends[order])
    base = articles.get_indexer(tokens["article_id"]) * PLACE
    token_start, token_end = base + tokens["start"].to_numpy(), base + tokens["end"].to_numpy()
    last = np.searchsorted(starts, token_start, side="right") - 1
    inside: NDArray[np.bool_] = (last >= 0) & (token_end <= ends[np.maximum(last, 0)])
    return inside
