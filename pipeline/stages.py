"""The roll of the stages, in the order of the flow; a stage is imported only when it is called for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

STAGES = ("read", "segment", "date", "parse", "entities", "topics", "prevalence", "charts", "report", "browse")

Stage = Callable[..., dict[str, Any]]


def find_stage(name: str) -> Stage:
    """The stage's function: `pipeline.<name>.stage.<name>`."""
    stage: Stage = getattr(import_module(f"pipeline.{name}.stage"), name)
    return stage
