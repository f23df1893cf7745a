"""The floors on real input: the shared corpus against its annotation, and congress, which no rule was written for."""

import json
import subprocess
import sys
import tomllib
from functools import reduce

import pandas as pd
import pytest

from tests.conftest import HERE, make

SHARED = HERE.parent / "shared"
FLOORS = tomllib.loads((HERE / "tests/quality/floors.toml").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus does not stand beside the project"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The tables of a run on the shared corpus."""
    folder = tmp_path_factory.mktemp("shared")
    options = (f"RAW={SHARED}/corpus", "CORPUS=data/raw/corpus.toml", f"MADE={folder}/made", f"OUT={folder}/out")
    ran = make("all", *options)
    assert ran.returncode == 0, ran.stderr
    return folder / "made"


@pytest.fixture(scope="module")
def figures(made):
    """The scorer's answer for what was read, dated and named."""
    return ask(SHARED / "gold/score.py", made, "--raw", SHARED / "corpus")


@pytest.fixture(scope="module")
def theme_figures(made):
    """The scorer's answer for topics and themes."""
    return ask(SHARED / "gold/score_themes.py", made)


def ask(*command):
    scored = subprocess.run([sys.executable, *command, "--json"], capture_output=True, text=True, check=True)
    print(scored.stdout)
    return json.loads(scored.stdout)


def figure(answer, path):
    return reduce(lambda part, key: part[key], path.split("."), answer)


@pytest.mark.parametrize(("path", "floor"), FLOORS["least"].items())
def test_at_least(figures, path, floor):
    assert figure(figures, path) >= floor


@pytest.mark.parametrize(("path", "floor"), FLOORS["themes"].items())
def test_themes_are_those_of_readers(theme_figures, path, floor):
    assert figure(theme_figures, path) >= floor


@pytest.mark.parametrize(("path", "ceiling"), FLOORS["most"].items())
def test_at_most(figures, path, ceiling):
    assert figure(figures, path) <= ceiling


def test_congress_is_split_and_reported(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in ("aoc.txt", "mtg.txt"):
        (raw / name).write_bytes((SHARED / "corpora/congress" / name).read_bytes())
    ran = make("all", f"RAW={raw}", f"MADE={tmp_path}/made", f"OUT={tmp_path}/out")
    assert ran.returncode == 0, ran.stderr
    wanted = len(pd.read_csv(SHARED / "corpora/congress/gold.csv"))
    found = len(pd.read_parquet(tmp_path / "made/articles.parquet"))
    assert abs(found - wanted) <= FLOORS["congress"]["articles_within"] * wanted
