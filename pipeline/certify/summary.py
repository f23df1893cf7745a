"""The certificate: what all trials came to, as a table and as lines to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy import stats

from pipeline.certify.generators import DOUBLED, PERIOD
from pipeline.certify.shape import Floats

ALL = "all"
SIGNED = {"level_error"}
# What is measured, in the order of reading: measure, words.
LINES = (
    ("recovery", "planted themes that are recovered"),
    ("level_error", "level of those themes, estimated over true less one"),
    ("corpus_coverage", "this corpus: the 90 % interval holds the truth"),
    ("corpus_coverage_small_years", "this corpus: the same in years of ten or fewer articles"),
    ("corpus_width", "this corpus: mean width of the interval"),
    ("agenda_coverage", "the wider agenda: the 90 % interval holds the truth"),
    ("agenda_coverage_small_years", "the wider agenda: the same in years of ten or fewer articles"),
    ("agenda_width", "the wider agenda: mean width of the interval"),
    ("usual_coverage", "for comparison: mean and standard error, for the agenda"),
    ("usual_coverage_small_years", "for comparison: the same in years of ten or fewer articles"),
    ("usual_width", "for comparison: its mean width"),
    ("chain_coverage", "for comparison: one chain's posterior, for this corpus"),
    ("chain_coverage_small_years", "for comparison: the same in years of ten or fewer articles"),
    ("chain_width", "for comparison: its mean width"),
    ("chain_recovery", "for comparison: planted themes that one chain recovers"),
    ("false_finding", "corpora with a finding where only the mix of sources changed"),
    ("known_false_finding", "for comparison: the same if every article's shares were known"),
    *(
        line
        for low in DOUBLED
        for line in (
            (
                f"found_from_{100 * low:.0f}_per_cent",
                f"doublings from {100 * low:.0f} % between two periods of {PERIOD} articles that are found",
            ),
            (
                f"known_found_from_{100 * low:.0f}_per_cent",
                "for comparison: the same if every article's shares were known",
            ),
        )
    ),
)


def summarize(results: Sequence[tuple[str, Mapping[str, float]]]) -> pd.DataFrame:
    """Mean of each measure by generator and over all, with its 90 % interval over corpora, and their number.

    `results`: the generator and the measures of each corpus.
    """
    rows = [(kind, name, value) for kind, measures in results for name, value in measures.items()]
    tidy = pd.DataFrame(rows, columns=["generator", "measure", "value"])
    whole = tidy.assign(generator=ALL)
    groups = pd.concat([tidy, whole]).groupby(["generator", "measure"])["value"]
    found = groups.agg(["mean", "size"]).reset_index()
    parts = zip(found["measure"], (values.to_numpy(dtype=float) for _, values in groups), strict=True)
    ends = np.array([interval(values, signed=name in SIGNED) for name, values in parts])
    return pd.DataFrame(
        {
            "generator": found["generator"],
            "measure": found["measure"],
            "place": found["measure"]
            .map({name: place for place, (name, _) in enumerate(LINES)})
            .fillna(len(LINES))
            .astype(int),
            "words": found["measure"].map(dict(LINES)).fillna(found["measure"]),
            "value": found["mean"],
            "low": ends[:, 0],
            "high": ends[:, 1],
            "n": found["size"],
        }
    )


def interval(values: Floats, *, signed: bool) -> tuple[float, float]:
    """The 90 % interval of the mean over corpora, within 0 and 1 but for `signed` measures.

    Where every corpus says yes or no, Jeffreys' (Brown, Cai and DasGupta 2001), whose ends are the mean where all say
    the same; else the mean and its standard error.
    """
    n, mean = len(values), float(values.mean())
    if not signed and np.isin(values, (0.0, 1.0)).all():
        yes = float(values.sum())
        low, high = (float(stats.beta.ppf(end, yes + 0.5, n - yes + 0.5)) for end in (0.05, 0.95))
        return (0.0 if yes == 0 else low), (1.0 if yes == n else high)
    error = 1.645 * float(values.std(ddof=1)) / np.sqrt(n) if n > 1 else 0.0
    ends = mean - error, mean + error
    return ends if signed else (max(0.0, ends[0]), min(1.0, ends[1]))


def write_lines(certificate: pd.DataFrame) -> list[str]:
    """The certificate as lines of text: each measure over all corpora, then by generator."""
    cells = certificate.set_index(["measure", "generator"])["value"]
    kinds = sorted(set(certificate["generator"]) - {ALL})
    lines = []
    for measure, words in LINES:
        if (measure, ALL) in cells.index:
            whole = certificate[(certificate["measure"] == measure) & (certificate["generator"] == ALL)].iloc[0]
            parts = [f"{kind} {cells[measure, kind]:.2f}" for kind in kinds if (measure, kind) in cells.index]
            told = f"{whole['value']:.3f} ({whole['low']:.3f} to {whole['high']:.3f}, {whole['n']} corpora)"
            lines.append(f"{words}: {told}" + (f"; {', '.join(parts)}" if len(parts) > 1 else ""))
    return lines
