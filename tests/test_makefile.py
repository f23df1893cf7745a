"""The Makefile and the code agree: what a stage is given is what it wants; help lists every target."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from pipeline.errors import TableError
from pipeline.stages import STAGES, find_stage
from pipeline.wiring import OPTIONAL, RESERVED, require_tables, tables_made, tables_wanted, wants

HERE = Path(__file__).parent.parent
TARGETS = [
    "all",
    *STAGES,
    "test",
    "lint",
    "notebooks",
    "jupyter",
    "trace",
    "certify",
    "bench",
    "clean",
    "distclean",
    "lock",
]


def make(*arguments):
    return subprocess.run(["make", *arguments], cwd=HERE, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def commands(tmp_path_factory):
    """The words of each stage's command in a full build, by stage."""
    folder = tmp_path_factory.mktemp("dry")
    ran = make(
        "-nB", "all", f"MADE={folder}/made", f"OUT={folder}/out", "RAW=data/demo/documents", "-o", ".venv/installed"
    )
    assert ran.returncode == 0, ran.stderr
    lines = [shlex.split(line) for line in ran.stdout.splitlines() if " -m pipeline " in line]
    return {words[words.index("pipeline") + 1]: words[words.index("pipeline") + 2 :] for words in lines}


def test_every_stage_runs_once_in_the_order_of_the_roll(commands):
    assert list(commands) == list(STAGES)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_given_the_tables_that_it_wants(stage, commands):
    inputs = commands[stage][: commands[stage].index("--into")]
    given = [Path(word).stem for word in inputs if word.endswith(".parquet")]
    require_tables(stage, find_stage(stage), given)
    for reserved in ("figures", "rejects"):
        assert (reserved in wants(find_stage(stage))) == any(word.endswith(f"/{reserved}") for word in inputs)


@pytest.mark.parametrize("stage", STAGES)
def test_the_stage_that_knows_themes_again_is_given_the_kept_ones(stage, commands):
    assert ("kept" in wants(find_stage(stage))) == ("data/demo/documents/kept-themes.csv" in commands[stage])


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_wants_only_tables_of_earlier_stages(stage):
    earlier = {table for name in STAGES[: STAGES.index(stage)] for table in tables_made(name)}
    assert set(tables_wanted(find_stage(stage))) - set(OPTIONAL) <= earlier


def test_a_table_that_a_run_may_be_without_need_not_be_given():
    def made_up(articles, certificate):
        return {}

    require_tables("made_up", made_up, ["articles"])
    require_tables("made_up", made_up, ["articles", "certificate"])
    with pytest.raises(TableError):
        require_tables("made_up", made_up, ["certificate"])


def test_wrong_tables_are_told():
    def made_up(articles, tokens, *, config):
        return {}

    assert set(RESERVED) & set(wants(made_up)) == {"config"}
    with pytest.raises(TableError, match=r"stage made_up wants tables \[articles, tokens\]; it was given \[articles\]"):
        require_tables("made_up", made_up, ["articles"])


def test_help_lists_every_target_in_a_line():
    listed = re.findall(r"(?m)^([a-z]+): \S", make("help").stdout)
    assert set(TARGETS) <= set(listed)
    phony = re.search(r"(?m)^\.PHONY: (.*)$", (HERE / "Makefile").read_text(encoding="utf-8"))[1]
    named = set(phony.replace("$(STAGES)", " ".join(STAGES)).split())
    assert named == set(listed)
