"""Articles of one series, which tell less of a year than as many articles of their own."""

from __future__ import annotations

import re

import numpy as np

from pipeline.prevalence.arrays import TINY, Floats, Ints, group_means

WORD = re.compile(r"[^\W\d_]+")


def number_series(sources: list[str], titles: list[str], time_words: frozenset[str]) -> Ints:
    """(articles,): the number of each article's series.

    A series is the articles of one source whose headlines differ in dates alone; a headline that is nothing but a
    date makes none.
    """
    stems = [
        (source, headline_stem(title, time_words) or str(place))
        for place, (source, title) in enumerate(zip(sources, titles, strict=True))
    ]
    numbers = {stem: number for number, stem in enumerate(sorted(set(stems)))}
    return np.array([numbers[stem] for stem in stems], dtype=np.int64)


def headline_stem(title: str, time_words: frozenset[str]) -> str:
    """The headline's words in lower case, without figures and words of time."""
    words = (word.lower() for word in WORD.findall(title))
    return " ".join(word for word in words if word not in time_words)


def design_effects(best_years: Ints, series: Ints, means: Floats, year_names: list[int]) -> Floats:
    """(years,): by how much the variance of a year's mean grows because articles of a series resemble each other.

    1 + r (size - 1), with the mean size of an article's series in the year and the correlation r within series, by
    the analysis of variance within years, all themes together (Kish 1965, 5.4); `means` is (articles, themes).
    """
    years = np.array(year_names, dtype=np.int64)
    dated = np.isin(best_years, years)
    year = np.searchsorted(years, best_years[dated])
    cells, cell = np.unique(year * (series.max(initial=0) + 1) + series[dated], return_inverse=True)
    size = np.bincount(cell, minlength=len(cells)).astype(float)
    n_years = np.bincount(year, minlength=len(years)).astype(float)
    like = correlation(means[dated], year, cell)
    crowd = np.bincount(year, size[cell], minlength=len(years)) / np.maximum(n_years, 1.0)
    return np.asarray(1.0 + like * np.maximum(crowd - 1.0, 0.0))


def correlation(means: Floats, year: Ints, cell: Ints) -> float:
    """The correlation, from 0 to 1, of articles of one cell (a series in a year) around their year's mean."""
    n, size, n_years = len(cell), np.bincount(cell).astype(float), np.bincount(year).astype(float)
    free_within = n - len(size)
    free_between = len(size) - int((n_years > 0).sum())
    if free_within < 1 or free_between < 1:
        return 0.0
    of_cell, of_year = group_means(means, cell)[cell], group_means(means, year)[year]
    within = float(((means - of_cell) ** 2).sum()) / free_within
    between = float(((of_cell - of_year) ** 2).sum()) / free_between
    usual = (n - float((np.bincount(year, size[cell]) / np.maximum(n_years, 1.0)).sum())) / free_between
    found = (between - within) / max(between + (usual - 1.0) * within, TINY)
    return float(np.clip(found, 0.0, 1.0))
