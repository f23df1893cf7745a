"""python -m pipeline.diff DIR: what changed since another run: documents, dates, themes, and why their shares did."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.errors import CorpusError, ThemelineError, one_line
from pipeline.files import read_table
from pipeline.kept import pair_themes, theme_terms
from pipeline.trace import show

MOST_SHOWN = 20  # rows of one kind that are printed
LEAST_YEAR_CHANGE = 0.02  # of a theme's share in a year, that is printed
WIDTH = 44  # characters of a label
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Side:
    """One of the two runs. `articles` by article_id, `shares`: articles that were fitted x themes."""

    documents: pd.DataFrame
    articles: pd.DataFrame
    shares: pd.DataFrame
    labels: dict[str, str]
    terms: dict[str, dict[str, float]]


@dataclass(frozen=True)
class Part:
    """A theme's mean share before and now, and the three or four parts that the change is made of exactly."""

    before: float
    now: float
    new: float
    removed: float
    redated: float
    model: float


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 after one line that says what is wrong."""
    asked = argparse.ArgumentParser(prog="make diff WITH=DIR", description=__doc__)
    asked.add_argument("other", help="the folder of tables of the earlier run")
    asked.add_argument("--made", type=Path, required=True, help="the folder of tables of this run")
    given = asked.parse_args(arguments)
    try:
        if not given.other:
            raise CorpusError("diff: no other run was named. Name the folder of its tables: make diff WITH=DIR.")
        show("\n".join(diff_lines(read_side(Path(given.other)), read_side(given.made))))
    except ThemelineError as fault:
        print(f"themeline: {one_line(str(fault))}", file=sys.stderr)
        return 1
    return 0


def read_side(made: Path) -> Side:
    """A run's tables as they are compared."""
    names = ("documents", "articles", "themes", "topics", "topic_terms", "article_topics")
    absent = [name for name in names if not (made / f"{name}.parquet").is_file()]
    if absent:
        raise CorpusError(
            f"{made}: {', '.join(absent)} of a run not found. Run make all there, or name another folder."
        )
    documents, articles, themes, topics, terms, shares = (read_table(made / f"{name}.parquet") for name in names)
    by_theme = shares.merge(topics[["topic_id", "theme_id"]], on="topic_id")
    return Side(
        documents=documents,
        articles=articles.set_index("article_id"),
        shares=by_theme.pivot_table(index="article_id", columns="theme_id", values="share", aggfunc="sum"),
        labels=dict(zip(themes["theme_id"], themes["label"], strict=True)),
        terms=theme_terms(topics, terms),
    )


def diff_lines(before: Side, now: Side) -> Iterator[str]:
    """What changed, in plain lines."""
    yield from document_lines(before.documents, now.documents)
    same, changed = pair_articles(before.articles, now.articles)
    yield from article_lines(before.articles, now.articles, same, changed)
    yield from date_lines(before.articles, now.articles, same)
    themes = pair_themes(now.terms, before.terms)
    yield from theme_lines(before, now, themes)
    yield from share_lines(before, now, same, themes)


def document_lines(before: pd.DataFrame, now: pd.DataFrame) -> Iterator[str]:
    """Documents added, removed and changed: the same bytes are the same document whatever the file is called."""
    old, new = (frame.set_index("document_id")["source"] for frame in (before, now))
    gone, fresh = old[~old.index.isin(new.index)], new[~new.index.isin(old.index)]
    changed = sorted(set(gone) & set(fresh))
    added, removed = (sorted(set(part) - set(changed)) for part in (fresh, gone))
    yield (
        f"documents  {len(old)} before, {len(new)} now: {len(added)} added, {len(removed)} removed, "
        f"{len(changed)} changed"
    )
    for word, names in (("added", added), ("removed", removed), ("changed", changed)):
        yield from shown([f"  {word:8} {one_line(name)}" for name in names])


def shown(lines: Sequence[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[:MOST_SHOWN]
    if len(lines) > MOST_SHOWN:
        yield f"  and {len(lines) - MOST_SHOWN} more"


def pair_articles(before: pd.DataFrame, now: pd.DataFrame) -> tuple[Pairs, Pairs]:
    """Pairs of ids (before, now): of articles with the same text, and with other text but one source and headline.

    An article's id begins with its document's hash, so a document that grew gives all its articles new ids: their text
    tells that they are the same. Of several with one text, the first goes with the first.
    """
    same = pair_by([before["text"]], [now["text"]])
    left = [frame[~frame.index.isin({pair[side] for pair in same})] for side, frame in enumerate((before, now))]
    return same, pair_by(*([frame["source"], frame["title"]] for frame in left))


def pair_by(before: Sequence[pd.Series], now: Sequence[pd.Series]) -> Pairs:
    """Pairs of ids whose values are the same, the first with the first of several."""
    sides = []
    for number, values in enumerate((before, now)):
        keys = pd.concat(values, axis=1, keys=range(len(values))).sort_index()
        keys = keys.assign(turn=keys.groupby(list(range(len(values)))).cumcount())
        sides.append(keys.assign(**{f"id{number}": keys.index}).reset_index(drop=True))
    joined = sides[0].merge(sides[1], on=[*range(len(before)), "turn"])
    return list(zip(joined["id0"], joined["id1"], strict=True))


def article_lines(before: pd.DataFrame, now: pd.DataFrame, same: Pairs, changed: Pairs) -> Iterator[str]:
    """How many articles came, went and changed."""
    n_kept = len(same) + len(changed)
    yield (
        f"articles   {len(before)} before, {len(now)} now: {len(now) - n_kept} added, {len(before) - n_kept} removed, "
        f"{len(changed)} with changed text, {len(same)} the same"
    )
    yield from shown([f"  changed  {one_line(str(now.loc[new, 'title']))}" for _, new in changed])


def date_lines(before: pd.DataFrame, now: pd.DataFrame, same: Pairs) -> Iterator[str]:
    """Articles of the same text whose best day is another."""
    days = [
        ["undated" if pd.isna(day) else day.date().isoformat() for day in frame["date"].reindex(ids)]
        for frame, ids in ((before, [old for old, _ in same]), (now, [new for _, new in same]))
    ]
    moved = [
        f"  {old} -> {new}  {one_line(str(now.loc[article, 'title']))}"
        for old, new, (_, article) in zip(*days, same, strict=True)
        if old != new
    ]
    yield f"re-dated   {len(moved)} of the {len(same)} articles that are the same"
    yield from shown(moved)


def theme_lines(before: Side, now: Side, themes: dict[str, tuple[str, float]]) -> Iterator[str]:
    """Themes matched by their terms, new and gone."""
    new = sorted(set(now.labels) - set(themes))
    gone = sorted(set(before.labels) - {former for former, _ in themes.values()})
    yield (
        f"themes     {len(before.labels)} before, {len(now.labels)} now: {len(themes)} matched, {len(new)} new, "
        f"{len(gone)} gone"
    )
    for word, ids, labels in (("new", new, now.labels), ("gone", gone, before.labels)):
        yield from (f"  {word:8} {labels[theme]}" for theme in ids)
    for theme, (former, like) in sorted(themes.items()):
        if now.labels[theme] != before.labels[former]:
            yield f"  was      {before.labels[former]}; is {now.labels[theme]} (terms {like:.2f} alike)"


def share_lines(before: Side, now: Side, same: Pairs, themes: dict[str, tuple[str, float]]) -> Iterator[str]:
    """Each matched theme's mean share before and now, and what the change is made of; then years that moved most."""
    fitted = [(old, new) for old, new in same if old in before.shares.index and new in now.shares.index]
    years = sorted({int(year) for side in (before, now) for year in side.articles["year"].dropna()})
    yield ""
    if not themes or not fitted:
        yield "shares     no theme and no article is in both runs: there is nothing to compare"
        return
    yield "mean share of the articles in per cent; the change is what new text, removed text and the model add up to"
    yield f"{'theme':{WIDTH}} before    now change |   new removed  model"
    whole = part_all(before, now, fitted, themes, [None])
    for _, theme, part in whole:
        yield f"{now.labels[theme][:WIDTH]:{WIDTH}} {figures(part, redated=False)}"
    moved = part_all(before, now, fitted, themes, years)
    by_year = [row for row in moved if abs(row[2].now - row[2].before) >= LEAST_YEAR_CHANGE]
    if by_year:
        yield ""
        yield "the years that changed most, by each article's best day; dates may have moved articles between years"
        yield f"{'year theme':{WIDTH}} before    now change |   new removed  model  dates"
        yield from shown(
            [f"{f'{year} {now.labels[t]}'[:WIDTH]:{WIDTH}} {figures(p, redated=True)}" for year, t, p in by_year]
        )


def part_all(
    before: Side, now: Side, fitted: Pairs, themes: dict[str, tuple[str, float]], years: Sequence[int | None]
) -> list[tuple[int | None, str, Part]]:
    """(year, theme, what its change is made of), the largest changes first."""
    parts = [
        (year, theme, part)
        for year in years
        for theme, (former, _) in sorted(themes.items())
        if (part := part_change(before, now, fitted, former, theme, year))
    ]
    return sorted(parts, key=lambda row: -abs(row[2].now - row[2].before))


def figures(part: Part, *, redated: bool) -> str:
    """A part's numbers in per cent."""
    sides = " ".join(f"{100 * value:6.1f}" for value in (part.before, part.now))
    causes = [part.new, part.removed, part.model, *([part.redated] if redated else [])]
    return f"{sides} {100 * (part.now - part.before):+6.1f} | " + " ".join(f"{100 * cause:+6.1f}" for cause in causes)


def part_change(
    before: Side, now: Side, fitted: Pairs, former: str, theme: str, year: int | None = None
) -> Part | None:
    """A theme's mean share, of all articles or of a year's, before and now, and what the change is made of; exact.

    One step after another: articles that are gone are left out, then those that moved to another year, then the
    shares of those in both become the new model's, then moved ones come in, then new ones. None where no article of
    the year is in both runs, since no model can be held against the other there.
    """
    old, new = chosen(before, year), chosen(now, year)
    stayed = {(one, other) for one, other in fitted if one in old and other in new}
    if not stayed:
        return None
    olds, news = {one for one, _ in fitted}, {other for _, other in fitted}
    steps = [
        mean_of(before.shares[former], old),
        mean_of(before.shares[former], old & olds),
        mean_of(before.shares[former], {one for one, _ in stayed}),
        mean_of(now.shares[theme], {other for _, other in stayed}),
        mean_of(now.shares[theme], new & news),
        mean_of(now.shares[theme], new),
    ]
    removed, moved_out, model, moved_in, added = np.diff(steps).tolist()
    return Part(steps[0], steps[-1], new=added, removed=removed, redated=moved_out + moved_in, model=model)


def chosen(side: Side, year: int | None) -> set[str]:
    """The fitted articles of a year, or all."""
    if year is None:
        return set(side.shares.index)
    years = side.articles["year"].reindex(side.shares.index)
    return set(side.shares.index[(years == year).fillna(value=False).to_numpy(dtype=bool)])


def mean_of(shares: pd.Series, articles: set[str]) -> float:
    """Mean share of the articles, added up in one order."""
    values: NDArray[np.float64] = shares.reindex(sorted(articles)).to_numpy(dtype=float)
    return float(values.mean())


if __name__ == "__main__":
    sys.exit(main())
