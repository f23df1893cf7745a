"""Mentions drawn at random, in their sentences, for a check by hand: python -m tests.entities.sample MADE --type BODY.

MADE holds mentions, articles and tokens of a run. The draw is one of all mentions of the type, each as likely as any
other, and is a function of the seed and the mentions' ids alone; it is printed in the order of the ids.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.offsets import OffsetMap

MOST = 160  # characters shown on either side


def draw(mentions: pd.DataFrame, *, kind: str, n: int, seed: int) -> pd.DataFrame:
    """At most `n` mentions of one type, in the order of their ids."""
    ordered = mentions[mentions["type"] == kind].sort_values("mention_id").reset_index(drop=True)
    chosen = np.random.default_rng(seed).choice(len(ordered), size=min(n, len(ordered)), replace=False)
    return ordered.loc[np.sort(chosen)].reset_index(drop=True)


def sentence_of(mention: pd.Series, article: pd.Series, starts: list[int]) -> str:
    """The sentence of a mention on one line, the mention in double brackets; cut at MOST characters on either side.

    `starts` are the first characters of the article's sentences in document offsets, sorted.
    """
    places, text = OffsetMap(article["spans"]), str(article["text"])
    after = bisect_right(starts, mention["start"])
    opening = places.to_article(starts[after - 1], starts[after - 1] + 1) if after else None
    begin = opening[0] if opening else 0
    stop = places.to_article(starts[after], starts[after] + 1) if after < len(starts) else None
    place = places.to_article(mention["start"], mention["end"])
    if place is None:
        return f"[[{mention['surface']}]]"
    first, last = place
    before = text[max(begin, first - MOST) : first]
    behind = text[last : min(stop[0] if stop else len(text), last + MOST)]
    return " ".join(f"{before}[[{text[first:last]}]]{behind}".split())


def show(made: Path, *, kind: str, n: int, seed: int) -> list[str]:
    """One line a mention: its number, id, canonical name, witnesses and sentence."""
    mentions, articles = (pd.read_parquet(made / f"{name}.parquet") for name in ("mentions", "articles"))
    tokens = pd.read_parquet(made / "tokens.parquet", columns=["article_id", "sentence", "start"])
    starts = tokens.groupby(["article_id", "sentence"])["start"].min().groupby("article_id").agg(lambda s: sorted(s))
    articles = articles.set_index("article_id")
    lines = []
    for number, mention in draw(mentions, kind=kind, n=n, seed=seed).iterrows():
        name = mention["article_id"]
        sentence = sentence_of(mention, articles.loc[name], starts.get(name, [0]))
        lines.append(f"{number} {mention['mention_id']} {mention['canonical']} <{mention['found_by']}> {sentence}")
    return lines


def main() -> None:
    """Print the draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("made", type=Path)
    parser.add_argument("--type", choices=("PERSON", "BODY", "MONEY"), required=True)
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("\n".join(show(options.made, kind=options.type, n=options.n, seed=options.seed)))


if __name__ == "__main__":
    main()
