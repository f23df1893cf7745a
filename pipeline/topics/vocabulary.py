"""Vocabulary: which terms are fitted, and the counts of terms by passage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from pipeline.topics.config import Config


@dataclass(frozen=True)
class Matter:
    """What is fitted: counts of terms by passage and by article.

    `articles` are sorted by article_id, which begins with a hash of the document's bytes, so that neither the names nor
    the order of the files reach the chains. `passage_article` gives each passage's row in `articles`.
    """

    articles: NDArray[np.object_]
    vocabulary: NDArray[np.object_]
    passages: sparse.csr_matrix
    passage_article: NDArray[np.intp]
    counts: sparse.csr_matrix

    @property
    def vocabulary_list(self) -> list[str]:
        """The fitted terms, by column."""
        return [str(term) for term in self.vocabulary]


def build_matter(words: pd.DataFrame, *, config: Config) -> Matter:
    """The counts to fit, from `words` (article_id and term in reading order)."""
    article, articles = pd.factorize(words["article_id"], sort=True)
    term, terms = pd.factorize(words["term"], sort=True)
    counts = count_matrix(article, term, (len(articles), len(terms)))
    keep = is_fitted(counts, config)
    renumbered = np.cumsum(keep) - 1
    kept = keep[term]
    article, term = article[kept], renumbered[term[kept]]
    enough = np.bincount(article, minlength=len(articles)) >= config.least_terms
    article, term = article[enough[article]], term[enough[article]]
    # articles with too few terms lose their row
    present, article = np.unique(article, return_inverse=True)
    order = np.argsort(article, kind="stable")
    article, term = article[order], term[order]
    passage, passage_article = split_passages(article, len(present), config.passage_terms)
    names = np.asarray(terms, dtype=object)[keep]
    return Matter(
        articles=np.asarray(articles, dtype=object)[present],
        vocabulary=names,
        passages=count_matrix(passage, term, (len(passage_article), len(names))),
        passage_article=passage_article,
        counts=count_matrix(article, term, (len(present), len(names))),
    )


def take_articles(matter: Matter, rows: NDArray[np.intp]) -> Matter:
    """What is fitted of some of the articles, with the same vocabulary; `rows` ascend."""
    number = np.full(len(matter.articles), -1, dtype=np.intp)
    number[rows] = np.arange(len(rows))
    inside = number[matter.passage_article] >= 0
    return Matter(
        articles=matter.articles[rows],
        vocabulary=matter.vocabulary,
        passages=matter.passages[inside],
        passage_article=number[matter.passage_article[inside]],
        counts=matter.counts[rows],
    )


def count_matrix(rows: NDArray[np.intp], columns: NDArray[np.intp], shape: tuple[int, int]) -> sparse.csr_matrix:
    """How often each column occurs in each row."""
    matrix = sparse.csr_matrix((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=shape)
    matrix.sum_duplicates()
    return matrix


def is_fitted(counts: sparse.csr_matrix, config: Config) -> NDArray[np.bool_]:
    """Which terms are neither too rare, nor everywhere, nor words of the trade."""
    n_articles = counts.shape[0]
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    # in a handful of articles a term need not recur over articles
    least = min(config.min_articles, max(1, n_articles // config.articles_per_topic))
    common = (frequency > config.max_article_share * n_articles) & (n_articles >= config.least_articles)
    trade = (evenness(counts) >= config.trade_evenness) & (frequency >= config.trade_article_share * n_articles)
    kept: NDArray[np.bool_] = (frequency >= least) & ~common & ~(trade & (n_articles >= config.least_articles))
    return kept


def evenness(counts: sparse.csr_matrix) -> NDArray[np.float64]:
    """For each term, the number of articles that hold it over the number expected if it fell by chance.

    About 1 for words of the trade, which any article may hold once or twice; words of a subject come in bursts and
    stay well below (Church and Gale 1995; Katz 1996). Articles count by their length.
    """
    lengths = np.asarray(counts.sum(axis=1)).ravel().astype(float)
    totals = np.asarray(counts.sum(axis=0)).ravel().astype(float)
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    if not len(totals) or lengths.sum() == 0:
        return np.zeros(len(totals))
    # lengths in a few hundred classes: expected counts cost terms x classes, not terms x articles
    sizes, numbers = np.unique(lengths, return_counts=True)
    missing = np.log1p(-np.minimum(sizes / lengths.sum(), 1 - 1e-12))
    amounts, place = np.unique(totals, return_inverse=True)
    expected = np.array([(numbers * -np.expm1(amount * missing)).sum() for amount in amounts])
    ratio: NDArray[np.float64] = frequency / np.maximum(expected[place], 1e-12)
    return ratio


def split_passages(
    article: NDArray[np.intp], n_articles: int, passage_terms: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The passage of each term, and the article of each passage, for terms sorted by article in reading order.

    An article is cut into passages of nearly equal length, as close to `passage_terms` as that allows.
    """
    lengths = np.bincount(article, minlength=n_articles)
    numbers = np.maximum(1, np.rint(lengths / passage_terms)).astype(np.intp)
    first_term = np.cumsum(lengths) - lengths
    first_passage = np.cumsum(numbers) - numbers
    within = np.arange(len(article)) - first_term[article]
    passage = first_passage[article] + within * numbers[article] // np.maximum(lengths[article], 1)
    return passage.astype(np.intp), np.repeat(np.arange(n_articles), numbers)
