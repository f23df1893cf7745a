"""Labels: short names for topics and themes, made of their terms as the articles write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.corpus import ThemeLabel
from pipeline.topics.phrases import JOINER
from pipeline.topics.vocabulary import Matter
from pipeline.topics.writing import usual_writing

Matrix = NDArray[np.float64]

N_CANDIDATES = 30  # a label's terms are among a topic's thirty best
TITLE_ARTICLES = 8  # headlines that are looked at for a topic: those of its most typical articles
PHRASE_BONUS = 1.5  # a phrase says more than a word: "social workers" rather than "worker"
PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
LEAST_MATCH = 0.3  # a person's words fit a theme that has three tenths of their use, or none


@dataclass(frozen=True)
class Names:
    """What names are made from: the words in their places, the articles, the counts, the headlines."""

    words: pd.DataFrame
    articles: pd.DataFrame
    matter: Matter
    titles: Sequence[str]
    is_noun: NDArray[np.bool_]


def gather_names(words: pd.DataFrame, articles: pd.DataFrame, matter: Matter, titles: Sequence[str]) -> Names:
    """What names are made from; words that are not fitted are left aside, a term is a noun where it mostly is one."""
    fitted = words[words["term"].isin(set(matter.vocabulary_list))]
    nouns = fitted.groupby("term")["is_noun"].mean().reindex(matter.vocabulary_list).fillna(0)
    return Names(fitted, articles, matter, titles, (nouns >= 0.5).to_numpy(dtype=bool))


def make_labels(terms: Matrix, shares: Matrix, names: Names, *, n_terms: int) -> list[str]:
    """One label for each row of `terms` (topics x terms), unique; `shares` are articles x topics."""
    scores = label_scores(terms, shares, names)
    vocabulary = names.matter.vocabulary_list
    candidates = np.argsort(-scores, axis=1, kind="stable")[:, :N_CANDIDATES]
    writing = usual_writing([vocabulary[c] for c in np.unique(candidates)], names.words, names.articles)
    labels: list[str] = []
    for row, order in zip(scores, candidates, strict=True):
        ranked = [vocabulary[number] for number in order if row[number] > 0]
        labels.append(pick_label(ranked, writing, labels, n_terms))
    return labels


def label_scores(terms: Matrix, shares: Matrix, names: Names) -> Matrix:
    """How well each term names each topic: its part in what sets the topic apart, nouns only, phrases before words.

    A term's part is its probability times the logarithm of its lift (its share of the Kullback-Leibler divergence from
    the whole); terms that the headlines of the topic's most typical articles use count more, up to double.
    """
    overall = shares.mean(axis=0) @ terms
    parts = terms * np.maximum(np.log(np.maximum(terms, 1e-300) / np.maximum(overall, 1e-300)), 0) ** 2
    if len(terms) == 1:
        parts = terms.copy()
    vocabulary = names.matter.vocabulary_list
    phrase = np.array([PHRASE_BONUS if JOINER in term else 1.0 for term in vocabulary])
    scores: Matrix = parts * names.is_noun * phrase
    for topic in range(len(terms)):
        typical = np.argsort(-shares[:, topic], kind="stable")[:TITLE_ARTICLES]
        said = " ".join(names.titles[article].lower() for article in typical)
        best = np.argsort(-scores[topic], kind="stable")[:N_CANDIDATES]
        for number in best:
            stem = vocabulary[number].split(JOINER)[-1][:6]
            scores[topic, number] *= 1 + min(1.0, said.count(stem) / (TITLE_ARTICLES / 2))
    return scores


def pick_label(ranked: Sequence[str], writing: dict[str, str], taken: Sequence[str], n_terms: int) -> str:
    """The best terms that do not repeat one another, with a capital at the start; further terms where it is taken."""
    chosen: list[str] = []
    for term in ranked:
        if not any(repeats(term, earlier) for earlier in chosen):
            chosen.append(term)
        if len(chosen) >= n_terms and name_of(chosen, writing) not in taken:
            break
    name = name_of(chosen, writing) or "Unnamed"
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name} ({number})"
    return unique


def repeats(term: str, earlier: str) -> bool:
    """Whether two terms share a word, so that one label need not say both."""
    return bool(set(term.split(JOINER)) & set(earlier.split(JOINER)))


def name_of(terms: Sequence[str], writing: dict[str, str]) -> str:
    """The terms as one name."""
    name = ", ".join(writing.get(term, term.replace(JOINER, " ")) for term in terms)
    return name[:1].upper() + name[1:]


def label_themes(
    terms: Matrix, shares: Matrix, names: Names, labels: Sequence[ThemeLabel], *, n_terms: int
) -> tuple[list[str], list[bool]]:
    """A label for each theme, and whether it is a person's: theirs win, matched by their terms."""
    own = make_labels(terms, shares, names, n_terms=n_terms)
    matched = match_labels(terms, shares, names.matter.vocabulary_list, labels)
    given = {theme: label for theme, label in matched.items() if label not in own}
    return [given.get(theme, name) for theme, name in enumerate(own)], [theme in given for theme in range(len(own))]


def match_labels(
    terms: Matrix, shares: Matrix, vocabulary: Sequence[str], labels: Sequence[ThemeLabel]
) -> dict[int, str]:
    """The person's label of a theme by its number: each label goes to the theme that has most of its words' use.

    The best pairs are made first; a label whose words no theme has to any extent names none.
    """
    use = terms * shares.mean(axis=0)[:, None]
    own = use / np.maximum(use.sum(axis=0, keepdims=True), 1e-300)
    pairs = []
    for number, label in enumerate(labels):
        wanted = seed_terms(label)
        columns = [place for place, term in enumerate(vocabulary) if term in wanted]
        if columns:
            weights = use.sum(axis=0)[columns]
            fits = own[:, columns] @ weights / weights.sum()
            pairs += [(-float(fit), number, theme) for theme, fit in enumerate(fits) if fit >= LEAST_MATCH]
    matched: dict[int, str] = {}
    for _, number, theme in sorted(pairs):
        if theme not in matched and labels[number].label not in matched.values():
            matched[theme] = labels[number].label
    return matched


def seed_terms(label: ThemeLabel) -> set[str]:
    """A label's words as terms may hold them: phrases joined, the last word also without its plural ending."""
    terms = {JOINER.join(term.lower().split()) for term in (*label.terms, label.label)}
    singular = {term[: -len(end)] + one for term in terms for end, one in PLURALS if term.endswith(end)}
    return terms | singular


def unused_labels(labels: Sequence[ThemeLabel], shown: Sequence[str]) -> list[str]:
    """A notice for each of a person's labels that no theme bears."""
    return [
        f"corpus.toml: no theme is called {label.label!r}, since none has most of the use of its words, or a "
        "label that fits better has it. Choose terms from topic_terms.csv, then make."
        for label in labels
        if label.label not in shown
    ]


def theme_ids(labels: Sequence[str]) -> list[str]:
    """Each theme's id, made of its label: lower case, hyphens, unique."""
    ids: list[str] = []
    for label in labels:
        name = re.sub(r"[\W_]+", "-", label.lower()).strip("-") or "theme"
        number, unique = 1, name
        while unique in ids:
            number += 1
            unique = f"{name}-{number}"
        ids.append(unique)
    return ids
