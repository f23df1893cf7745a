"""How well planted themes and their courses were recovered. No stage is imported: tables only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import pandas as pd

from tests.demo.measures import Figures, Truth
from tests.demo.model import SHARED
from tests.demo.plan import THEMES

LEAST_CORRELATION = 0.8
LEAST_COSINE = 0.9
# a theme of the model that follows no planted theme by at least this much is one of its own: common ground, a style
LEAST_LINK = 0.3
LEAST_CHANGE = 0.02
PLANTED_CHANGES = (
    ("defences", "rise"),
    ("dredging", "fall"),
    ("storm", "rise"),
    ("storm", "fall"),
    ("housing", "rise"),
)
CONTROL, ONE_SOURCE = "fishing", "power"
SAID = "in one source alone"  # what a finding says of a change that one source makes


def share_matrix(shares: pd.DataFrame, topics: pd.DataFrame, column: str) -> pd.DataFrame:
    """Shares of the articles by `column` of topics (topic_id or theme_id), background left out."""
    subjects = topics[~topics["is_background"].astype(bool)]
    joined = shares.merge(subjects[["topic_id", "theme_id"]], on="topic_id")
    return joined.pivot_table(index="article_id", columns=column, values="share", aggfunc="sum", fill_value=0.0)


def align(want: pd.DataFrame, got: pd.DataFrame) -> dict[str, str]:
    """For each theme of the model, the planted theme whose article shares it follows best; none for common ground."""
    table = np.corrcoef(want.to_numpy().T, got.to_numpy().T)[: want.shape[1], want.shape[1] :]
    fit = np.nan_to_num(table, nan=-1.0)
    best = zip(got.columns, fit.argmax(axis=0), fit.max(axis=0), strict=True)
    return {str(name): str(want.columns[index]) for name, index, r in best if r >= LEAST_LINK}


def planted_matrix(truth: Truth, matched: Mapping[str, str], ids: pd.Index) -> pd.DataFrame:
    """The planted shares of the matched articles, by article_id."""
    shares = truth.shares.assign(article_id=truth.shares["article"].map(dict(matched))).dropna(subset=["article_id"])
    return shares.set_index("article_id")[list(THEMES)].reindex(ids).dropna()


def measure_themes(truth: Truth, shares: pd.DataFrame, topics: pd.DataFrame, matched: Mapping[str, str]) -> Figures:
    """Correlation and cosine of planted and recovered article shares, theme by theme, and how many are recovered."""
    figures: Figures = {}
    for column, name in (("theme_id", "themes"), ("topic_id", "topics")):
        got = share_matrix(shares, topics, column)
        want = planted_matrix(truth, matched, got.index)
        got = got.loc[want.index]
        own = align(want, got)
        summed = pd.DataFrame(
            {theme: got[[c for c in got.columns if own.get(c) == theme]].sum(axis=1) for theme in THEMES}
        )
        fit = {theme: correlation(want[theme], summed[theme]) for theme in THEMES}
        figures[f"{name}: planted themes with r >= {LEAST_CORRELATION}"] = sum(
            r >= LEAST_CORRELATION for r in fit.values()
        )
        figures[f"{name}: mean r of article shares"] = float(np.mean(list(fit.values())))
        near = [cosine(want[theme], summed[theme]) for theme in THEMES]
        figures[f"{name}: planted themes with cosine > {LEAST_COSINE}"] = sum(one > LEAST_COSINE for one in near)
        figures[f"{name}: mean cosine"] = float(np.mean(near))
        figures[f"{name}: number"] = got.shape[1]
        if column == "theme_id":
            figures |= {f"themes: r of {theme}": r for theme, r in fit.items()}
    return figures


def correlation(want: pd.Series, got: pd.Series) -> float:
    """Pearson's r; 0 where one does not vary."""
    return 0.0 if want.std() == 0 or got.std() == 0 else float(np.corrcoef(want, got)[0, 1])


def cosine(want: pd.Series, got: pd.Series) -> float:
    """Cosine of two vectors of shares."""
    size = float(np.linalg.norm(want) * np.linalg.norm(got))
    return float(want @ got) / size if size else 0.0


def own_themes(truth: Truth, shares: pd.DataFrame, topics: pd.DataFrame, matched: Mapping[str, str]) -> dict[str, str]:
    """The planted theme of each reading theme."""
    got = share_matrix(shares, topics, "theme_id")
    want = planted_matrix(truth, matched, got.index)
    return align(want, got.loc[want.index])


def measure_prevalence(truth: Truth, prevalence: pd.DataFrame, own: Mapping[str, str]) -> Figures:
    """How often the bands hold the planted course: as it came out (this corpus) and as planted (the agenda).

    Where several reading themes make up one planted theme, their half-widths are added in quadrature. Shares are of the
    part that is about a theme, for what the model calls background need not be what was planted as common ground.
    """
    whole = prevalence[prevalence["topic_id"].isna() & prevalence["theme_id"].isin(list(own))]
    bands = gather(whole, own)
    planted = truth.prevalence[truth.prevalence["outlet"] == "all"]
    common = planted[planted["theme"] == SHARED].set_index("year")["share"]
    counts: dict[str, list[float]] = defaultdict(list)
    for row in planted[planted["theme"] != SHARED].to_dict("records"):
        band = bands.get((str(row["theme"]), int(row["year"])))
        if band is None:
            continue
        scale = 1 - common[row["year"]]
        came, asked = row["share"] / scale, row["planted"] / scale
        counts["this corpus"].append(band["low"] <= came <= band["high"])
        counts["agenda"].append(band["agenda_low"] <= asked <= band["agenda_high"])
        counts["error"].append(abs(band["share"] - came))
        counts["width"].append(band["high"] - band["low"])
        counts["agenda width"].append(band["agenda_high"] - band["agenda_low"])
    return {f"prevalence: {name}": float(np.mean(values)) for name, values in counts.items()}


def gather(whole: pd.DataFrame, own: Mapping[str, str]) -> dict[tuple[str, int], dict[str, float]]:
    """Share and bands of each planted theme and year, as parts of what is about a theme."""
    gathered: dict[tuple[str, int], dict[str, float]] = {}
    for year, rows in whole.groupby("year"):
        total = rows["share"].sum()
        for theme, parts in rows.groupby(rows["theme_id"].map(dict(own))):
            share = parts["share"].sum()
            band = {"share": share / total}
            for column in ("low", "high", "agenda_low", "agenda_high"):
                band[column] = edge_of(parts, column) / total
            gathered[str(theme), int(str(year))] = band
    return gathered


def edge_of(parts: pd.DataFrame, column: str) -> float:
    """An edge of the band of themes taken together: the one theme's own, or by half-widths in quadrature."""
    if len(parts) == 1:
        return float(parts[column].iloc[0])
    half = float(np.sqrt(((parts[column] - parts["share"]) ** 2).sum()))
    return float(parts["share"].sum()) + (-half if column.endswith("low") else half)


def measure_findings(truth: Truth, findings: pd.DataFrame, own: Mapping[str, str]) -> Figures:
    """Planted changes that were found, claims against what came out, and claims about the flat control."""
    planted = truth.prevalence[truth.prevalence["outlet"] == "all"].set_index(["theme", "year"])
    came, asked = planted["share"], planted["planted"]
    found: set[tuple[str, str]] = set()
    against_planted = against_share = control = one_source = unsaid = 0
    for row in findings.to_dict("records"):
        theme = own.get(str(row["theme_id"]))
        if theme is None:
            continue
        sign = 1 if row["kind"] == "rise" else -1
        asked_change, change = (
            sign * (course[theme, row["to_year"]] - course[theme, row["from_year"]]) for course in (asked, came)
        )
        control += int(theme == CONTROL)
        one_source += int(theme == ONE_SOURCE)
        unsaid += int(theme == ONE_SOURCE and SAID not in row["sentence"])
        against_planted += int(asked_change < LEAST_CHANGE)
        against_share += int(change <= 0)
        if asked_change >= LEAST_CHANGE:
            found.add((theme, str(row["kind"])))
    return {
        "findings": len(findings),
        "planted changes found": sum(change in found for change in PLANTED_CHANGES),
        "planted changes": len(PLANTED_CHANGES),
        "findings not planted": against_planted,
        "findings against what came out": against_share,
        "findings on the flat control": control,
        "findings on the one-source rise": one_source,
        "findings on the one-source rise that do not say so": unsaid,
    }
