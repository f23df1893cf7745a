"""One simulated corpus held against its truth: themes recovered, and what the intervals hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipeline.certify.generators import Planted
from pipeline.certify.known import known_names
from pipeline.certify.shape import Floats, Ints
from pipeline.certify.written import unspell

Tables = Mapping[str, pd.DataFrame]

# A planted theme is recovered where a theme that is shown has this cosine with it, by their terms.
RECOVERED = 0.9
# A small year has at most so many articles.
SMALL = 10
ERRORS = 1.645  # standard errors in half of a 90 % interval


@dataclass(frozen=True)
class Matched:
    """The themes that were recovered: their theme_ids, the planted themes that they are, and the share recovered."""

    theme_ids: list[str]
    planted: Ints
    recovery: float


def match_themes(planted: Planted, tables: Tables) -> Matched:
    """The planted themes that are found, each by a theme of its own (Kuhn 1955), background left out."""
    from scipy.optimize import linear_sum_assignment

    themes = tables["themes"]
    subjects = themes.loc[themes["kind"] != "background", "theme_id"].tolist()
    if not subjects:
        return Matched([], np.zeros(0, dtype=np.int64), 0.0)
    found, fitted = theme_terms(subjects, tables, planted.themes.shape[1])
    alike = unit(found) @ unit(planted.themes * fitted).T
    rows, columns = linear_sum_assignment(-alike)
    good = alike[rows, columns] > RECOVERED
    names = [subjects[row] for row in rows[good]]
    return Matched(names, np.asarray(columns[good], dtype=np.int64), float(good.sum() / len(planted.themes)))


def theme_terms(theme_ids: list[str], tables: Tables, n_terms: int) -> tuple[Floats, Floats]:
    """(themes, terms) distributions of the themes that are shown, and (terms,) 1 where a term was fitted."""
    terms, topics = tables["topic_terms"], tables["topics"].set_index("topic_id")
    # phrases that chance has made are no planted terms
    terms = terms[~terms["term"].str.contains("_", regex=False)]
    column = terms["term"].map(unspell).to_numpy(dtype=np.int64)
    weight = (terms["weight"] * terms["topic_id"].map(topics["share"])).to_numpy(dtype=float)
    row = pd.Index(theme_ids).get_indexer(pd.Index(terms["topic_id"].map(topics["theme_id"])))
    found, fitted = np.zeros((len(theme_ids), n_terms)), np.zeros(n_terms)
    np.add.at(found, (row[row >= 0], column[row >= 0]), weight[row >= 0])
    fitted[column] = 1.0
    return found, fitted


def unit(rows: Floats) -> Floats:
    """Rows at length 1; rows of zeros stay."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12))


@dataclass(frozen=True)
class Truth:
    """The truth of the years that are shown: (years, themes) mean shares of the articles at hand, and the agenda's."""

    realised: Floats
    agenda: Floats


def find_truth(planted: Planted, kept: Ints, years: list[int], year_names: list[int]) -> Truth:
    """The truth of `years` over the articles `kept` (numbers); NaN where no article is truly of the year."""
    places = [year_names.index(year) for year in years]
    of_year = [kept[planted.year[kept] == place] for place in places]
    nothing = np.full(planted.shares.shape[1], np.nan)
    realised = [planted.shares[members].mean(axis=0) if len(members) else nothing for members in of_year]
    return Truth(np.array(realised), planted.agenda[places])


def measure_band(low: Floats, high: Floats, target: Floats, small: Floats) -> dict[str, float]:
    """How often [low, high] (years, themes) holds the target, in all years and in small ones, and its mean width."""
    told = ~np.isnan(target)
    holds = ((low <= target) & (target <= high)).astype(float)
    return {
        "coverage": mean_of(holds[told]),
        "coverage_small_years": mean_of(holds[told & (small[:, None] > 0)]),
        "width": mean_of((high - low)[told & ~np.isnan(high - low)]),
    }


def mean_of(values: Floats) -> float:
    """The mean; NaN of nothing."""
    return float(values.mean()) if values.size else float("nan")


def judge_bands(planted: Planted, tables: Tables, year_names: list[int]) -> dict[str, float]:
    """Recovery, and coverage and width of both bands and of the usual interval for the themes that are recovered."""
    matched = match_themes(planted, tables)
    measures = {"recovery": matched.recovery}
    yearly = tables["prevalence"]
    yearly = yearly[yearly["topic_id"].isna() & yearly["theme_id"].isin(matched.theme_ids)]
    if yearly.empty:
        return measures
    wide = yearly.pivot(index="year", columns="theme_id")
    years = [int(year) for year in wide.index]
    kept = fitted_articles(tables)
    truth = find_truth(planted, kept, years, year_names)
    small = (wide["n_articles"].to_numpy(dtype=float)[:, :1].max(axis=1) <= SMALL).astype(float)
    usual = usual_bands(tables, years, matched.theme_ids)
    ends = {name: wide[name][matched.theme_ids].to_numpy(dtype=float) for name in ENDS}
    bands = {
        "corpus": (ends["low"], ends["high"], truth.realised[:, matched.planted]),
        "agenda": (ends["agenda_low"], ends["agenda_high"], truth.agenda[:, matched.planted]),
        "usual": (*usual, truth.agenda[:, matched.planted]),
    }
    for band, (low, high, target) in bands.items():
        measures |= {f"{band}_{name}": value for name, value in measure_band(low, high, target, small).items()}
    level = planted.shares[kept].mean(axis=0)[matched.planted]
    told = subject_shares(tables)[matched.theme_ids].mean().to_numpy(dtype=float)
    return {**measures, "level_error": mean_of(told / level - 1.0)}


ENDS = ("low", "high", "agenda_low", "agenda_high")


def fitted_articles(tables: Tables) -> Ints:
    """The numbers of the articles that were fitted, in the order of article_id."""
    ids = sorted(tables["article_topics"]["article_id"].unique())
    return np.array([int(name.rpartition(":")[2]) - 1 for name in ids], dtype=np.int64)


def subject_shares(tables: Tables) -> pd.DataFrame:
    """Articles by themes: point shares of what an article says on subjects."""
    topics, themes = tables["topics"].set_index("topic_id")["theme_id"], tables["themes"]
    rows = tables["article_topics"].assign(theme_id=tables["article_topics"]["topic_id"].map(topics))
    shares = rows.pivot_table(index="article_id", columns="theme_id", values="share", aggfunc="sum")
    subjects = shares[[name for name in shares if name in set(themes.loc[themes["kind"] != "background", "theme_id"])]]
    return subjects.div(subjects.sum(axis=1).clip(lower=1e-12), axis=0)


def usual_bands(tables: Tables, years: list[int], theme_ids: list[str]) -> tuple[Floats, Floats]:
    """(years, themes) lower and upper ends of the usual interval: the mean of point shares and its standard error.

    NaN in years of one article, of which it knows nothing.
    """
    shares = subject_shares(tables)[theme_ids]
    year = tables["articles"].set_index("article_id")["year"].reindex(shares.index)
    parts = [shares[(year == place).fillna(False).to_numpy(dtype=bool)] for place in years]
    middle = np.array([part.mean().to_numpy(dtype=float) for part in parts])
    error = np.array([part.sem().to_numpy(dtype=float) for part in parts])
    return middle - ERRORS * error, middle + ERRORS * error


def judge_chain(planted: Planted, tables: Tables, year_names: list[int]) -> dict[str, float]:
    """Coverage and width of a single chain's posterior for the mean shares of the articles at hand."""
    matched = match_themes(planted, tables)
    measures = {"chain_recovery": matched.recovery}
    year = tables["articles"].set_index("article_id")["year"]
    years = sorted({int(value) for value in year.dropna()})
    if not matched.theme_ids or not years:
        return measures
    draws = tables["draws"].sort_values(["draw", "article_id"])
    ids = sorted(draws["article_id"].unique())
    cube = np.stack(draws["shares"].to_list()).reshape(-1, len(ids), len(tables["topics"]))
    theme_of = tables["topics"].sort_values("topic_id")["theme_id"].to_numpy()
    shares = np.stack([cube[:, :, theme_of == theme].sum(axis=2) for theme in matched.theme_ids], axis=2)
    best = year.reindex(ids)
    of_year = [(best == place).fillna(False).to_numpy(dtype=bool) for place in years]
    sizes = np.array([members.sum() for members in of_year])
    means = np.stack([shares[:, members].mean(axis=1) for members in of_year], axis=1)
    low, high = np.quantile(means, [0.05, 0.95], axis=0)
    truth = find_truth(planted, fitted_articles(tables), years, year_names).realised[:, matched.planted]
    found = measure_band(low, high, truth, (sizes <= SMALL).astype(float))
    return {**measures, **{f"chain_{name}": value for name, value in found.items()}}


def judge_findings(planted: Planted, tables: Tables, known: Tables) -> dict[str, float]:
    """Whether a planted doubling was found; or, where nothing changed, whether a finding was raised.

    `known` holds the findings where every article's true shares are known: no model of themes can do better.
    """
    if planted.doubled < 0:
        told = {"": tables, "known_": known}
        return {f"{name}false_finding": float(len(made["findings"]) > 0) for name, made in told.items()}
    matched = match_themes(planted, tables)
    own = [name for name, theme in zip(matched.theme_ids, matched.planted, strict=True) if theme == planted.doubled]
    told_of = f"found_from_{100 * planted.agenda[0, planted.doubled]:.0f}_per_cent"
    truly = [known_names(len(planted.themes))[planted.doubled]]
    return {told_of: rises(tables, own), f"known_{told_of}": rises(known, truly)}


def rises(tables: Tables, theme_ids: list[str]) -> float:
    """1 where a rise of one of the themes was found, else 0."""
    findings = tables["findings"]
    return float((findings["theme_id"].isin(theme_ids) & (findings["kind"] == "rise")).any())
