"""Kept themes: a file of themes whose names hold when documents are added, and how themes are known again.

`make keep` writes the file beside corpus.toml and topics reads it. It is made from tables alone, so that the same run
gives the same bytes; a theme that is gone stays in it, so that its name is never given to another.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.errors import CorpusError, faults_line
from pipeline.rows import records

NAME = "kept-themes.csv"
COLUMNS = ("theme_id", "label", "kind", "corpus", "until", "terms")
N_TERMS = 30  # kept of a theme: its weight lies mostly in them
# Two themes are one where the cosine of their terms is at least this; it lies between themes of one subject from other
# articles or seeds and the nearest theme of another subject (docs/decisions/0010-theme-registry.md).
SAME_THEME = 0.5

Terms = Mapping[str, float]


@dataclass(frozen=True)
class KeptTheme:
    """A theme as it was when it was kept: its name, and the terms by which it is known again.

    `corpus` is a hash of the documents of that day, `until` the date of their latest article (empty without dates).
    """

    theme_id: str
    label: str
    kind: str
    corpus: str
    until: str
    terms: Terms


def find_kept(path: Path) -> tuple[KeptTheme, ...]:
    """The themes in the file, or none where no themes were kept yet."""
    return read_kept(path) if path.is_file() else ()


def read_kept(path: Path) -> tuple[KeptTheme, ...]:
    """The themes in a file that `make keep` wrote; a CorpusError names every fault."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise CorpusError(f"{path}: cannot be read ({fault}). Mend it, or delete it and run make keep.") from fault
    rows = list(csv.DictReader(lines))
    faults = [f"column {name} is missing" for name in COLUMNS if rows and name not in rows[0]]
    if not faults:
        faults += [f"line {number}: {said}" for number, row in enumerate(rows, 2) if (said := row_fault(row))]
        ids = [row["theme_id"] for row in rows]
        faults += [f"theme_id {name!r} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    if faults:
        raise CorpusError(faults_line(str(path), faults, "Mend these, or delete the file and run make keep."))
    return tuple(read_row(row) for row in rows)


def read_row(row: Mapping[str, str]) -> KeptTheme:
    """The theme of a row without faults."""
    theme_id, label, kind, corpus, until, terms = (row[name] for name in COLUMNS)
    return KeptTheme(theme_id, label, kind, corpus, until, read_terms(terms) or {})


def row_fault(row: Mapping[str, str | None]) -> str:
    """What is wrong with one row, or nothing."""
    if None in row.values() or None in row:
        return "it has another number of columns"
    if not row["theme_id"] or not row["label"]:
        return "theme_id or label is empty"
    return "" if read_terms(row["terms"] or "") else "terms want a word and a weight each, such as river=0.02"


def read_terms(text: str) -> dict[str, float] | None:
    """Terms with their weights, or None where a part is no such pair."""
    terms = {}
    for part in text.split():
        term, _, weight = part.rpartition("=")
        try:
            terms[term] = float(weight)
        except ValueError:
            return None
        if not term or not 0 <= terms[term] <= 1:
            return None
    return terms


def write_kept(themes: Sequence[KeptTheme]) -> str:
    """The text of the file, by theme_id."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    for theme in sorted(themes, key=lambda each: each.theme_id):
        ranked = sorted(theme.terms.items(), key=lambda pair: (-pair[1], pair[0]))[:N_TERMS]
        terms = " ".join(f"{term}={weight:.5f}" for term, weight in ranked)
        writer.writerow([theme.theme_id, theme.label, theme.kind, theme.corpus, theme.until, terms])
    return lines.getvalue()


def theme_terms(topics: pd.DataFrame, topic_terms: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Each theme's terms with their weights: those of its topics, by the topics' shares."""
    rows = topic_terms.merge(topics[["topic_id", "theme_id", "share"]], on="topic_id")
    totals = topics.groupby("theme_id")["share"].sum().clip(lower=1e-12)
    weight = rows["weight"] * rows["share"] / rows["theme_id"].map(totals)
    added = weight.groupby([rows["theme_id"], rows["term"]]).sum().rename("weight").reset_index()
    found: dict[str, dict[str, float]] = {str(theme): {} for theme in topics["theme_id"].unique()}
    for row in records(added):
        found[row["theme_id"]][row["term"]] = float(row["weight"])
    return found


def pair_themes(ours: Mapping[str, Terms], theirs: Mapping[str, Terms]) -> dict[str, tuple[str, float]]:
    """For each of our themes that is one of theirs: which, and the cosine of their terms.

    The pairs are those with the largest sum of cosines (Kuhn 1955), each theme in one pair at most.
    """
    from scipy.optimize import linear_sum_assignment

    if not ours or not theirs:
        return {}
    one, other = sorted(ours), sorted(theirs)
    like = [[cosine(ours[theme], theirs[former]) for former in other] for theme in one]
    # what is not the same theme should draw none away from what is
    worth = [[value if value >= SAME_THEME else 0.0 for value in row] for row in like]
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return {
        one[row]: (other[column], like[row][column])
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if like[row][column] >= SAME_THEME
    }


def cosine(one: Terms, other: Terms) -> float:
    """Cosine of two sets of weighted terms, over the heaviest of each."""
    first, second = heaviest(one), heaviest(other)
    product = sum(weight * second.get(term, 0.0) for term, weight in first.items())
    norms = sum(weight**2 for weight in first.values()) * sum(weight**2 for weight in second.values())
    return float(product / norms**0.5) if norms > 0 else 0.0


def heaviest(terms: Terms) -> dict[str, float]:
    """The terms that are kept."""
    return dict(sorted(terms.items(), key=lambda pair: (-pair[1], pair[0]))[:N_TERMS])
