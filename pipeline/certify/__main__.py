"""python -m pipeline.certify --made DIR: simulate corpora like that of a run, and write certificate.parquet."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from pipeline.certify.generators import GENERATORS
from pipeline.certify.shape import read_shape
from pipeline.certify.sharpness import match_sharpness
from pipeline.certify.summary import summarize, write_lines
from pipeline.certify.trial import Trial, run_trials
from pipeline.errors import CorpusError, ThemelineError, one_line
from pipeline.files import read_table, write_table
from pipeline.rows import corpus_mark
from pipeline.runner import load_corpus
from pipeline.stamps import hash_of, stage_hash

HERE = Path(__file__).parent
READ = ("articles", "article_years", "tokens", "topics", "article_topics")
# Planted themes: about as many as there are large subjects in a corpus of a few hundred articles.
N_THEMES = 8
SEED = 2026


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 after one line that says what is wrong."""
    asked = argparse.ArgumentParser(prog="make certify", description=__doc__)
    asked.add_argument("--made", type=Path, required=True, help="the folder of tables of a run")
    asked.add_argument("--corpus", type=Path, help="the corpus.toml of that run")
    asked.add_argument("--corpora", type=int, default=104, help="how many corpora are simulated")
    asked.add_argument("--only", choices=GENERATORS, help="print what corpora of one kind say, and write nothing")
    asked.add_argument("--jobs", type=int, default=0, help="how many at a time; 0: one for each core")
    given = asked.parse_args(arguments)
    try:
        certificate = certify(given.made, given.corpus, n_corpora=given.corpora, only=given.only, n_jobs=given.jobs)
    except ThemelineError as fault:
        print(f"themeline: {one_line(str(fault))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("themeline: certify was stopped; what it has simulated is kept. Run it again.", file=sys.stderr)
        return 1
    print("\n".join(write_lines(certificate)))
    return 0


def certify(
    made: Path, corpus_file: Path | None, *, n_corpora: int, n_jobs: int, only: str | None = None
) -> pd.DataFrame:
    """The certificate of the run whose tables stand in `made`, written there too unless it is of one kind `only`."""
    if not (made / "article_topics.parquet").is_file():
        raise CorpusError(f"{made}: no tables of a run. Run make all first, or name the folder with MADE=DIR.")
    tables = {name: read_table(made / f"{name}.parquet") for name in READ}
    counted = tables["articles"][tables["articles"]["duplicate_of"].isna()]
    if counted.empty or tables["article_topics"].empty:
        raise CorpusError(f"{made}: the run has no article with themes, so nothing can be simulated like it.")
    kinds = (only,) if only else GENERATORS
    trials = plan_trials(tables, corpus_file, made / "certificate", kinds, n_corpora=n_corpora)
    results = [(trial.kind, measures) for trial, measures in zip(trials, run_trials(trials, n_jobs), strict=True)]
    years = counted["year"].dropna()
    certificate = summarize(results).assign(
        corpus=corpus_mark(tables["articles"]["article_id"]),
        from_year=int(years.min()) if len(years) else None,
        to_year=int(years.max()) if len(years) else None,
    )
    if not only:
        note = {"stage": "certify", "settings": {"corpora": n_corpora, "themes": N_THEMES, "seed": SEED}}
        write_table("certificate", certificate, made, note=note)
    return certificate


def plan_trials(
    tables: Mapping[str, pd.DataFrame], corpus_file: Path | None, folder: Path, kinds: Sequence[str], *, n_corpora: int
) -> list[Trial]:
    """The trials, the `kinds` in turn; each keeps its result in a file named by all that it depends on."""
    shape = read_shape(tables)
    plain, bursty = (match_sharpness(shape, kind=kind, n_themes=N_THEMES, seed=SEED) for kind in ("lda", "bursty"))
    settings = load_corpus(corpus_file).settings
    # how results are summed up changes none of them
    files = sorted(path for path in HERE.glob("*.py") if path.name not in ("__main__.py", "summary.py"))
    code = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    stages = [stage_hash(name, corpus_file) for name in ("topics", "prevalence")]
    basis = hash_of([*code, *stages, repr(shape.sources), shape.words.tobytes().hex(), shape.years.tobytes().hex(),
                     shape.law.tobytes().hex(), f"{shape.spread:.9f} {plain:.9f} {bursty:.9f}"])  # fmt: skip
    trials = []
    for place in range(n_corpora):
        number, kind = place // len(kinds), kinds[place % len(kinds)]
        sharpness = bursty if kind == "bursty" else plain
        name = hash_of([basis, kind, str(number), str(N_THEMES), str(SEED)])[:16]
        kept_in = folder / f"{kind}-{number:03d}-{name}.json"
        trials.append(Trial(kind, number, N_THEMES, sharpness, SEED, shape, settings, kept_in))
    return trials


if __name__ == "__main__":
    sys.exit(main())
