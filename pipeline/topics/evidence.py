"""Evidence: the articles, passages and sentences that show best what a theme is, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.rows import Row, records
from pipeline.topics.config import Config
from pipeline.topics.describe import Model
from pipeline.topics.measures import row_shares
from pipeline.topics.vocabulary import split_passages

Matrix = NDArray[np.float64]

N_CANDIDATES = 40  # articles that are looked into for a theme: those with most of it by share, and by number of terms
CLOSE = 0.85  # of the best score: what is so close counts as good, and another source or year decides
PRIOR_TERMS = {"article": 15, "passage": 3, "sentence": 2}  # terms of other themes that any stretch is taken to hold
LONGEST = {"passage": 1500, "sentence": 400}  # characters: longer ones are lists or tables
COLUMNS = ["theme_id", "kind", "rank", "article_id", "start", "end", "share"]


@dataclass(frozen=True)
class Stretch:
    """A stretch of an article that may be quoted: its place, its terms, and each theme's part in them."""

    kind: str
    article_id: str
    origin: tuple[str, str]
    start: int
    end: int
    terms: frozenset[int]
    themes: Matrix

    def score(self, theme: int) -> float:
        """The theme's share, less in short stretches, where it is more doubtful."""
        return float(self.themes[theme] / (self.themes.sum() + PRIOR_TERMS[self.kind]))

    def share(self, theme: int) -> float:
        """How much of the stretch is the theme."""
        return float(min(1.0, self.themes[theme] / max(self.themes.sum(), 1e-12)))


def evidence_rows(
    model: Model, words: pd.DataFrame, tokens: pd.DataFrame, articles: pd.DataFrame, *, config: Config
) -> pd.DataFrame:
    """The table evidence: for each theme its best articles, passages and sentences, no two alike.

    `words`: the terms in their places, in reading order; `tokens` tell the sentences. A passage is one that was fitted,
    widened to whole sentences. Sources and years vary where the choice is as good.
    """
    theme_ids = sorted(model.themes["theme_id"])
    place = {theme: number for number, theme in enumerate(theme_ids)}
    into = np.zeros((len(model.topics), len(theme_ids)))
    into[np.arange(len(model.topics)), [place[theme] for theme in model.topics["theme_id"]]] = 1
    looked_at = find_candidates(model.counts @ into)
    stretches = list(find_stretches(model, into, looked_at, words, tokens, articles, config))
    rows = []
    for theme, theme_id in enumerate(theme_ids):
        for kind in PRIOR_TERMS:
            own = [each for each in stretches if each.kind == kind]
            for rank, best in enumerate(pick_best(own, theme, config), 1):
                rows.append((theme_id, kind, rank, best.article_id, best.start, best.end, best.share(theme)))
    return pd.DataFrame(rows, columns=COLUMNS)


def find_candidates(counts: Matrix) -> NDArray[np.intp]:
    """The rows of the articles that hold most of some theme, by share or by number of terms."""
    shares = row_shares(counts)
    orders = [np.argsort(-measure, axis=0, kind="stable")[:N_CANDIDATES] for measure in (shares, counts)]
    return np.unique(np.concatenate([order.ravel() for order in orders]))


def find_stretches(
    model: Model,
    into: Matrix,
    rows: NDArray[np.intp],
    words: pd.DataFrame,
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    config: Config,
) -> Iterable[Stretch]:
    """The articles in `rows` of the model, their passages and their sentences."""
    wanted = pd.Index(model.articles[rows])
    column = pd.Index(model.vocabulary).get_indexer(pd.Index(words["term"]))
    held = words["article_id"].isin(wanted).to_numpy(dtype=bool) & (column >= 0)
    placed = words[held].assign(column=column[held], row=wanted.get_indexer(pd.Index(words["article_id"])[held]))
    passage, _ = split_passages(placed["row"].to_numpy(), len(wanted), config.passage_terms)
    placed = placed.assign(passage=passage)
    sentences = tokens[tokens["article_id"].isin(wanted)]
    bounds = sentences.groupby(["article_id", "sentence"], sort=True).agg(start=("start", "min"), end=("end", "max"))
    cuts = dict(iter(bounds.reset_index().groupby("article_id")))
    about = articles.set_index("article_id").loc[list(wanted)].reset_index()
    own_terms = (terms for _, terms in placed.groupby("row", sort=True))
    for row, article, terms in zip(rows, records(about), own_terms, strict=True):
        themes = theme_chances(model, row, terms["column"].to_numpy()) @ into
        yield from cut_article(article, terms, themes, cuts[article["article_id"]], config)


def theme_chances(model: Model, row: int, columns: NDArray[np.intp]) -> Matrix:
    """Terms x topics: how likely each of an article's terms is of each topic."""
    shares = row_shares(model.counts[row : row + 1])[0]
    return row_shares(model.terms[:, columns].T * shares)


def cut_article(
    article: Row, terms: pd.DataFrame, themes: Matrix, bounds: pd.DataFrame, config: Config
) -> Iterable[Stretch]:
    """An article, its passages and its sentences with the parts that themes have in them; no headline is quoted."""
    article_id, origin = article["article_id"], (str(article["source"]), str(article.get("year")))
    columns, starts = terms["column"].to_numpy(), terms["start"].to_numpy(dtype=np.int64)
    body_start = int(article["start"]) + (len(article["title"]) if article["text"].startswith(article["title"]) else 0)
    firsts, lasts = bounds["start"].to_numpy(dtype=np.int64), bounds["end"].to_numpy(dtype=np.int64)
    sentence = np.maximum(np.searchsorted(firsts, starts, side="right") - 1, 0)

    def stretch(kind: str, inside: NDArray[np.bool_], start: int, end: int) -> Stretch:
        return Stretch(kind, article_id, origin, start, end, frozenset(columns[inside].tolist()), themes[inside].sum(0))

    yield stretch("article", np.ones(len(terms), dtype=bool), int(article["start"]), int(article["end"]))
    for kind, unit in (("passage", terms["passage"].to_numpy()), ("sentence", sentence)):
        least = config.least_sentence_terms if kind == "sentence" else 1
        for number in np.unique(unit):
            inside = unit == number
            first, last = sentence[inside].min(), sentence[inside].max()
            while first < last and firsts[first] < body_start:
                first += 1
            start, end = int(firsts[first]), int(lasts[last])
            if inside.sum() >= least and start >= body_start and is_quotable(kind, start, end, article["spans"]):
                yield stretch(kind, inside, start, end)


def is_quotable(kind: str, start: int, end: int, spans: Sequence[Sequence[int]]) -> bool:
    """Whether a stretch is of a length that can be read, and nothing within it was dropped."""
    return end - start <= LONGEST[kind] and any(int(first) <= start and end <= int(last) for first, last in spans)


def pick_best(stretches: Sequence[Stretch], theme: int, config: Config) -> list[Stretch]:
    """The best stretches for a theme, no two alike; of those about as good, one of another article, source and year."""
    ranked = sorted(
        (each for each in stretches if each.themes[theme] >= 1),
        key=lambda each: (-each.score(theme), each.article_id, each.start),
    )
    chosen: list[Stretch] = []
    while ranked and len(chosen) < config.n_evidence:
        close = [each for each in ranked if each.score(theme) >= CLOSE * ranked[0].score(theme)]
        best = min(close, key=lambda each: (repeats(each, chosen), -each.score(theme)))
        chosen.append(best)
        ranked = [each for each in ranked if each is not best and not is_alike(each, best, config.same_passage)]
    return sorted(chosen, key=lambda each: -each.score(theme))


def repeats(stretch: Stretch, chosen: Sequence[Stretch]) -> tuple[int, int, int]:
    """How many of those chosen are of the same article, of the same source and year, of the same year."""
    return (
        sum(each.article_id == stretch.article_id for each in chosen),
        sum(each.origin == stretch.origin for each in chosen),
        sum(each.origin[1] == stretch.origin[1] for each in chosen),
    )


def is_alike(one: Stretch, other: Stretch, same_passage: float) -> bool:
    """Whether two stretches say the same, by the terms that they share."""
    together = len(one.terms | other.terms)
    return together > 0 and len(one.terms & other.terms) >= same_passage * together
