"""python -m tests.quality.hide [--draws N]: are the 90 % intervals honest where dates are not stated?

The stated dates of a random third of the articles are taken out of the text and of what the source states, in the
congress releases (../shared/corpora/congress, where they stand beside the project) and in the demonstration corpus; the
rest stays as it is. Then: how many of the hidden days do the 90 % intervals cover, and how wide are they, beside a rule
that knows only the nearest neighbours whose dates are stated. Issue 3, acceptance 4.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from tests.conftest import HERE
from tests.demo.measures import load_truth, match_articles
from tests.quality.rooms import corpus_of, dated, segmented

SHARED = HERE.parent / "shared" / "corpora" / "congress"
DEMO = HERE / "data/demo"
HIDDEN_SHARE = 1 / 3
# A day as it is written out, and as a source states it.
FORMS = (
    "{day} {month} {year}", "{month} {day}, {year}", "{month} {day} {year}", "{day:02d} {month} {year}",
    "{year}-{number:02d}-{day:02d}", "{day:02d}/{number:02d}/{year}", "{day} {short} {year}",
    "{day:02d} {short} {year}",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """Articles in reading order with the days that are known: table segments with the column `known` (or missing)."""

    name: str
    segments: pd.DataFrame
    corpus_file: Path | None = None


def load_congress() -> Known:
    """The congress releases; the day of each stands in its date line."""
    found = segmented(SHARED, only=".txt")
    gold = pd.read_csv(SHARED / "gold.csv", parse_dates=["date"])
    days = {(row.source, row.start_line): row.date for row in gold.itertuples()}
    places = [
        (row.source, found.texts[row.source].count("\n", 0, row.start) + 1) for row in found.segments.itertuples()
    ]
    return Known("congress", found.segments.assign(known=[days.get(place) for place in places]))


def load_demo() -> Known:
    """The demonstration corpus; known are the days that the source or a line of the article states."""
    corpus = corpus_of(DEMO / "corpus.toml")
    found = segmented(DEMO / "documents", corpus=corpus)
    truth = load_truth(DEMO / "truth").articles
    days = dict(zip(truth["article"], pd.to_datetime(truth["posted"]), strict=True))
    day_of = {article: days[key] for key, article in match_articles(truth, found.segments).items()}
    segments = found.segments.assign(known=found.segments["article_id"].map(day_of))
    # the day of an article that stands twice is known from its copy
    repeated = {*segments["duplicate_of"].dropna()} | {*segments.loc[segments["duplicate_of"].notna(), "article_id"]}
    states = [
        states_day(row.text, row.published, row.known) and row.article_id not in repeated
        for row in segments.itertuples()
    ]
    known = segments["known"].where(pd.Series(states, index=segments.index))
    return Known("demo", segments.assign(known=known), DEMO / "corpus.toml")


def forms_of(day: pd.Timestamp) -> list[str]:
    """A day in words, as articles write it."""
    parts = {"day": day.day, "month": day.month_name(), "short": day.strftime("%b"), "year": day.year}
    return [form.format(number=day.month, **parts) for form in FORMS]


def states_day(text: str, published: object, day: object) -> bool:
    """Whether the source states the day, or a line of the article holds it."""
    if not isinstance(day, pd.Timestamp):
        return False
    return (isinstance(published, str) and published[:10] == f"{day:%Y-%m-%d}") or any(
        form in text for form in forms_of(day)
    )


def hide(known: Known, *, seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    """The segments with the known days of a third of them taken out, and which those are."""
    table = known.segments
    hidden = (np.random.default_rng(seed).random(len(table)) < HIDDEN_SHARE) & table["known"].notna().to_numpy()
    texts = [
        without_day(row.text, row.known) if is_hidden else row.text
        for row, is_hidden in zip(table.itertuples(), hidden, strict=True)
    ]
    bare = table.assign(
        text=texts,
        published=table["published"].mask(hidden),
        url=table["url"].mask(hidden),
    )
    return bare.drop(columns="known"), hidden


def without_day(text: str, day: pd.Timestamp) -> str:
    """The text without the lines' words for a day: of a line that is little more, nothing is left."""
    # the 4th of May does not stand in "14 May"
    stated = re.compile("|".join(rf"(?<!\d){re.escape(form)}(?!\d)" for form in forms_of(day)))
    lines = []
    for line in text.split("\n"):
        bare = stated.sub("", line)
        lines.append("" if bare != line and len(bare) < len(line) / 2 else bare)
    return "\n".join(lines)


def neighbour_widths(known: Known, hidden: np.ndarray) -> list[int]:
    """Days between the nearest known days before and after each hidden article in its document."""
    widths = []
    days = known.segments["known"].to_numpy()
    documents = known.segments["document_id"].to_numpy()
    stated = known.segments["known"].notna().to_numpy() & ~hidden
    for place in np.flatnonzero(hidden):
        near = np.flatnonzero(stated & (documents == documents[place]))
        before, after = near[near < place], near[near > place]
        if len(before) and len(after):
            widths.append(abs((pd.Timestamp(days[after[0]]) - pd.Timestamp(days[before[-1]])).days))
    return widths


@dataclass(frozen=True)
class Outcome:
    """How the intervals of the hidden days came out."""

    hidden: int
    covered: float
    width: float
    neighbours: float


def measure(known: Known, *, draws: int) -> Outcome:
    """Coverage and median width over several draws."""
    corpus = corpus_of(known.corpus_file) if known.corpus_file is not None else None
    covered: list[bool] = []
    widths: list[float] = []
    beside: list[int] = []
    for seed in range(draws):
        bare, hidden = hide(known, seed=seed)
        found = dated(bare, corpus=corpus).set_index("article_id").loc[bare["article_id"]]
        first, last = found["date_earliest"].to_numpy()[hidden], found["date_latest"].to_numpy()[hidden]
        days = known.segments["known"].to_numpy()[hidden]
        covered += list((first <= days) & (days <= last))  # an article left undated covers nothing
        widths += [float(width) for width in (last - first) / np.timedelta64(1, "D") if not np.isnan(width)]
        beside += neighbour_widths(known, hidden)
    return Outcome(len(covered), float(np.mean(covered)), float(np.median(widths)), float(np.median(beside)))


def main() -> int:
    """Print the table."""
    asked = argparse.ArgumentParser(prog="python -m tests.quality.hide", description=__doc__)
    asked.add_argument("--draws", type=int, default=6)
    given = asked.parse_args()
    corpora = [*([load_congress] if SHARED.is_dir() else []), load_demo]
    print(f"{'corpus':<10}{'hidden':>8}{'covered':>9}{'median days':>13}{'neighbours only':>17}")
    for load in corpora:
        known = load()
        found = measure(known, draws=given.draws)
        print(f"{known.name:<10}{found.hidden:>8}{found.covered:>9.3f}{found.width:>13.1f}{found.neighbours:>17.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
