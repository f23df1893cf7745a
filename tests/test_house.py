"""The house keeps its own rules: sizes, the direction of imports, names, no leftovers."""

import ast
import re
from pathlib import Path

import pytest

from pipeline.stages import STAGES

HERE = Path(__file__).parent.parent
PIPELINE = HERE / "pipeline"
MODULES = sorted(PIPELINE.rglob("*.py"))
# what a room may import besides itself
SHARED_LEAVES = {"pipeline.errors", "pipeline.offsets", "pipeline.corpus", "pipeline.wording", "pipeline.rows",
                 "pipeline.kept", "pipeline.progress", "pipeline.summary", "pipeline.veil"}  # fmt: skip
BANNED = {"data", "df", "utils", "helpers", "process", "handle", "manager", "misc"}
TOP_LEVEL = {
    "Makefile", "pyproject.toml", "requirements.lock", "models.lock", "README.md", "LICENSE", "CHANGELOG.md",
    "CITATION.cff", ".gitignore", ".ci", "docs", "data", "reports", "notebooks", "pipeline", "tests",
}  # fmt: skip
MADE_BESIDE = {".git", ".venv", ".cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"}


def name_of(path):
    return path.relative_to(HERE).as_posix()


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "pipeline":
                yield from (f"pipeline.{alias.name}" for alias in node.names)
            else:
                yield node.module


def functions_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_at_most_300_lines_and_a_function_at_most_40(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, "split by concept"
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions_of(path) if f.end_lineno - f.lineno + 1 > 40}
    assert not long, "split by concept"


@pytest.mark.parametrize("stage", STAGES)
def test_a_room_imports_itself_and_leaves_only(stage):
    for path in sorted((PIPELINE / stage).glob("*.py")):
        for module in imports_of(path):
            if module.split(".")[0] == "pipeline":
                own = module == f"pipeline.{stage}" or module.startswith(f"pipeline.{stage}.")
                assert (
                    own
                    or module in SHARED_LEAVES
                    or (stage == "read" and module == "pipeline.sources")
                    or (stage == "report" and module in ("pipeline.files", "pipeline.tables"))
                ), f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_room_is_furnished(stage):
    room = PIPELINE / stage
    assert {"__init__.py", "stage.py", "config.toml", "config.py"} <= {path.name for path in room.iterdir()}
    for path in sorted(room.glob("*.py")):
        if path.name not in ("__init__.py", "config.py"):
            expected = HERE / "tests" / stage / f"test_{path.name}"
            assert expected.is_file(), f"{name_of(path)} has no {name_of(expected)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_are_the_fields_own(path):
    named = {f.name for f in functions_of(path)} | {arg.arg for f in functions_of(path) for arg in ast.walk(f.args)
             if isinstance(arg, ast.arg)} | {path.stem}  # fmt: skip
    assert not named & BANNED


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_open_ends(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(TODO|FIXME|XXX|NotImplementedError)\b", source)
    assert not any(f.args.kwarg for f in functions_of(path)), "options are named, never **kwargs"


def test_nothing_else_stands_at_the_top_level():
    assert {path.name for path in HERE.iterdir()} - MADE_BESIDE <= TOP_LEVEL


def test_notebooks_are_kept_without_outputs():
    import nbformat

    for path in sorted((HERE / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            assert not cell.get("outputs"), f"{name_of(path)}: strip its outputs"
            assert cell.get("execution_count") is None


def test_the_lock_pins_every_package_with_hashes_and_names_no_index():
    for name in ("requirements.lock", "models.lock"):
        text = (HERE / name).read_text(encoding="utf-8")
        pins = re.findall(r"(?m)^[A-Za-z0-9._-]+==\S+.*\\\n(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text)
        assert len(pins) == len(re.findall(r"(?m)^[A-Za-z0-9]", text)) > 0
        assert "://" not in text
