"""What each witness adds and costs: python -m tests.entities.witnesses MADE GOLD.

MADE holds mentions.parquet. GOLD is the demonstration truth (articles.csv, mentions.csv) or a folder of annotation
(entity_scope_*.csv, entities_*.jsonl); only text in the scope of the gold counts. A witness's row says how many
mentions it alone found, how many of them are right, and precision, recall and F1 of its type without them. Intervals of
90 % come from a bootstrap over the articles of the gold (Efron and Tibshirani, 1993).
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from pathlib import Path

import numpy as np
import pandas as pd

DRAWS, SEED = 2000, 1
BOUNDS = (0.05, 0.95)


def read_gold(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The stretches that were annotated (source, start, end) and the mentions in them."""
    if (folder / "mentions.csv").is_file():
        scope, gold = pd.read_csv(folder / "articles.csv"), pd.read_csv(folder / "mentions.csv")
        scope, gold = scope[scope["start"].notna()], gold[gold["start"].notna()]
    else:
        scope = pd.concat([pd.read_csv(path) for path in sorted(folder.glob("entity_scope_*.csv"))])
        gold = pd.concat([pd.read_json(path, lines=True) for path in sorted(folder.glob("entities_*.jsonl"))])
    return scope.reset_index(drop=True), gold.reset_index(drop=True)


def place_in(scope: pd.DataFrame, mentions: pd.DataFrame) -> pd.Series:
    """The row of `scope` in which each mention stands; -1 outside all and in their boilerplate."""
    stretches: dict[str, list[tuple[int, int, int]]] = {}
    for row in scope.itertuples():
        stretches.setdefault(str(row.source), []).append((int(row.start), int(row.end), row.Index))
    for known in stretches.values():
        known.sort()
    boilerplate = [json.loads(text) for text in scope["boilerplate"]] if "boilerplate" in scope else [[]] * len(scope)
    rows = []
    for source, start, end in zip(mentions["source"], mentions["start"], mentions["end"], strict=True):
        known = stretches.get(str(source), [])
        index = bisect_right(known, (int(start), np.inf)) - 1
        inside = index >= 0 and end <= known[index][1]
        place = known[index][2] if inside else -1
        rows.append(-1 if inside and any(start < stop and begin < end for begin, stop in boilerplate[place]) else place)
    return pd.Series(rows, index=mentions.index, dtype="int64")


def figures_of(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Precision, recall and F1 of the counts of right, found and gold mentions in the last axis."""
    right, found, gold = np.moveaxis(np.asarray(counts, dtype=float), -1, 0)
    return right / np.maximum(found, 1), right / np.maximum(gold, 1), 2 * right / np.maximum(found + gold, 1)


def measure(mentions: pd.DataFrame, scope: pd.DataFrame, gold: pd.DataFrame) -> pd.DataFrame:
    """One row a type ("all") and a type's witness, of which the figures are those without it.

    Each of precision, recall and f1 has its bounds behind it; `gain_low` and `gain_high` bound what the witness adds to
    f1 (whole less without), drawn from the same articles.
    """
    gold, mentions = gold.assign(place=place_in(scope, gold)), mentions.assign(place=place_in(scope, mentions))
    gold, mentions = gold[gold["place"] >= 0], mentions[mentions["place"] >= 0]
    draws = np.random.default_rng(SEED).multinomial(len(scope), np.full(len(scope), 1 / len(scope)), size=DRAWS)
    rows = []
    for kind in ("PERSON", "BODY"):
        wanted, found = gold[gold["type"] == kind], mentions[mentions["type"] == kind]
        keys = set(zip(wanted["source"], wanted["start"].astype(int), wanted["end"].astype(int), strict=True))
        hits = np.array([key in keys for key in zip(found["source"], found["start"], found["end"], strict=True)], bool)
        places, witnesses = found["place"].to_numpy(), found["found_by"].astype(str).to_numpy()
        golden = np.bincount(wanted["place"], minlength=len(scope))
        whole = count_places(places, hits, golden)
        spread = figures_of(draws @ whole)[2]
        rows.append((kind, "all", len(found), hits.sum(), *bounded(whole, draws), np.nan, np.nan))
        for name in sorted(each for each in set(witnesses) if "+" not in each):
            only = witnesses == name
            kept = count_places(places[~only], hits[~only], golden)
            gain = np.quantile(spread - figures_of(draws @ kept)[2], BOUNDS)
            rows.append((kind, name, only.sum(), (hits & only).sum(), *bounded(kept, draws), *gain))
    figures = [f"{name}{part}" for name in ("precision", "recall", "f1") for part in ("", "_low", "_high")]
    return pd.DataFrame(rows, columns=["type", "witness", "n", "right", *figures, "gain_low", "gain_high"])


def bounded(counts: np.ndarray, draws: np.ndarray) -> list[float]:
    """Precision, recall and F1 of the counts of all stretches, each with its bounds over the draws behind it."""
    whole, spread = figures_of(counts.sum(axis=0)), figures_of(draws @ counts)
    return [float(x) for one, many in zip(whole, spread, strict=True) for x in (one, *np.quantile(many, BOUNDS))]


def count_places(places: np.ndarray, hits: np.ndarray, golden: np.ndarray) -> np.ndarray:
    """Right, found and gold mentions of each stretch, one row a stretch."""
    size = len(golden)
    return np.stack([np.bincount(places[hits], minlength=size), np.bincount(places, minlength=size), golden], axis=1)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("made", type=Path)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    scope, gold = read_gold(options.gold)
    table = measure(pd.read_parquet(options.made / "mentions.parquet"), scope, gold)
    print("n: found by this witness alone; figures with 90 % intervals: of all, and without those; gain: of f1 by them")
    figures = "".join(f"{name:<21}" for name in ("precision", "recall", "f1"))
    print(f"{'type':<8}{'witness':<13}{'n':>5}{'right':>7}  {figures}gain")
    for row in table.itertuples():
        figures = [
            (row.precision, row.precision_low, row.precision_high),
            (row.recall, row.recall_low, row.recall_high),
        ]
        shown = "  ".join(f"{x:.3f} [{a:.3f}-{b:.3f}]" for x, a, b in [*figures, (row.f1, row.f1_low, row.f1_high)])
        gain = "" if np.isnan(row.gain_low) else f"[{row.gain_low:+.3f} {row.gain_high:+.3f}]"
        print(f"{row.type:<8}{row.witness:<13}{row.n:>5}{row.right:>7}  {shown}  {gain}")


if __name__ == "__main__":
    main()
