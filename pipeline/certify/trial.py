"""One trial: a simulated corpus through the stages topics and prevalence as they are, and what came of it."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.certify.generators import GENERATORS, simulate
from pipeline.certify.judge import judge_bands, judge_chain, judge_findings
from pipeline.certify.known import known_tables
from pipeline.certify.shape import Shape
from pipeline.certify.written import write_tables
from pipeline.checks import arrange, empty
from pipeline.corpus import Corpus
from pipeline.files import write_whole
from pipeline.progress import follow
from pipeline.settings import load_config
from pipeline.stages import find_stage
from pipeline.tables import TABLES
from pipeline.wiring import tables_wanted, wants

# Fewer chains than a run has, unless the corpus's settings say how many: a hundred corpora take half an hour so, and
# fewer chains leave more doubt and not less.
FEWER: Mapping[str, Mapping[str, Any]] = {"topics": {"n_chains": 24}}
# All terms of a topic are wanted; what is tried beside the themes that are shown, and costs as much again, is not.
OVERLAY: Mapping[str, Any] = {
    "n_terms_shown": 1_000_000,
    "rungs": [1.0],
    "trial_chains": 1,
    "least_trial_chains": 1,
    "most_trial_updates": 1,
    "n_held_splits": 1,
}


@dataclass(frozen=True)
class Trial:
    """What one simulated corpus is made of, and the file that keeps what came of it."""

    kind: str
    number: int
    n_themes: int
    sharpness: float
    seed: int
    shape: Shape
    settings: Mapping[str, Mapping[str, Any]]
    kept_in: Path


def run_trial(trial: Trial) -> dict[str, float]:
    """The measures of one simulated corpus by name; read from its file where an earlier run has written it."""
    if trial.kept_in.is_file():
        return dict(json.loads(trial.kept_in.read_text(encoding="ascii")))
    planted, shape = simulate(
        trial.kind,
        trial.shape,
        number=trial.number,
        n_themes=trial.n_themes,
        sharpness=trial.sharpness,
        seed=trial.seed,
    )
    written = write_tables(planted, shape)
    tables = run_stages(written, trial.settings)
    if trial.kind in FOR_FINDINGS:
        known = {**written, **known_tables(planted, written["articles"]["article_id"].tolist())}
        measures = judge_findings(planted, tables, run_stage("prevalence", known, trial.settings, {}))
    else:
        measures = judge_bands(planted, tables, shape.year_names)
        single = {"n_chains": 1, "least_chains": 1, "n_topics": len(tables["topics"]), "finds_n_topics": False}
        alone = {**written, **run_stage("topics", written, trial.settings, {**OVERLAY, **single})}
        measures |= judge_chain(planted, alone, shape.year_names)
    kept = {name: value for name, value in measures.items() if not math.isnan(value)}
    write_whole(trial.kept_in, json.dumps(kept, sort_keys=True).encode("ascii"))
    return kept


FOR_FINDINGS = GENERATORS[-2:]


def run_stages(
    written: Mapping[str, pd.DataFrame], settings: Mapping[str, Mapping[str, Any]]
) -> dict[str, pd.DataFrame]:
    """The simulated corpus's tables with those of topics and prevalence."""
    tables = {**written, **run_stage("topics", written, settings, OVERLAY)}
    return {**tables, **run_stage("prevalence", tables, settings, {})}


def run_stage(
    name: str,
    tables: Mapping[str, pd.DataFrame],
    settings: Mapping[str, Mapping[str, Any]],
    overlay: Mapping[str, Any],
) -> dict[str, pd.DataFrame]:
    """The tables that a stage makes of `tables`, with the corpus's settings; a table that is not there is empty."""
    stage = find_stage(name)
    given: dict[str, Any] = {table: tables.get(table, empty(table)) for table in tables_wanted(stage)}
    reserved = {
        "corpus": Corpus(),
        "config": load_config(name, {**FEWER.get(name, {}), **settings.get(name, {}), **overlay}),
    }
    made = stage(**given, **{key: value for key, value in reserved.items() if key in wants(stage)})
    return {table: arrange(table, frame) for table, frame in made.items() if table in TABLES}


def run_trials(trials: list[Trial], n_jobs: int) -> list[dict[str, float]]:
    """The measures of the trials in order, `n_jobs` at a time, each on one core, so that chains share no core."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))
    n_jobs = min(n_jobs or len(cores), len(trials))
    if n_jobs <= 1:
        return list(follow(map(run_trial, trials), TOLD, total=len(trials)))
    spawn = get_context("spawn")
    places: Any = spawn.SimpleQueue()
    for place in range(n_jobs):
        places.put(cores[place % len(cores)])
    with ProcessPoolExecutor(n_jobs, mp_context=spawn, initializer=take_core, initargs=(places,)) as pool:
        found: Iterable[dict[str, float]] = pool.map(run_trial, trials)
        return list(follow(found, TOLD, total=len(trials)))


TOLD = "certify: corpora"


def take_core(places: Any) -> None:
    """Keep this process to a core of its own, where the system knows how."""
    core = places.get()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})
