"""The roll of the charts, in the order of the report; a drawing function's parameters name the tables it wants."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping

import pandas as pd

from pipeline.charts.atlas import draw_map
from pipeline.charts.changes import draw_changes
from pipeline.charts.chart import Chart
from pipeline.charts.correlation import draw_correlation
from pipeline.charts.coverage import draw_coverage, draw_dating
from pipeline.charts.heat import draw_heat
from pipeline.charts.ladder import draw_ladder
from pipeline.charts.links import draw_links
from pipeline.charts.names import draw_bodies, draw_people
from pipeline.charts.persistence import draw_persistence
from pipeline.charts.prevalence import draw_overview, draw_prevalence
from pipeline.charts.scene import Scene
from pipeline.charts.sums import draw_sums
from pipeline.charts.terms import draw_terms

ROLL: dict[str, Callable[..., Chart]] = {
    "coverage": draw_coverage,
    "dating": draw_dating,
    "overview": draw_overview,
    "prevalence": draw_prevalence,
    "heat": draw_heat,
    "changes": draw_changes,
    "terms": draw_terms,
    "map": draw_map,
    "correlation": draw_correlation,
    "people": draw_people,
    "bodies": draw_bodies,
    "links": draw_links,
    "sums": draw_sums,
    "persistence": draw_persistence,
    "ladder": draw_ladder,
}


def tables_drawn(name: str) -> tuple[str, ...]:
    """Names of the tables that a chart is drawn from."""
    return tuple(table for table in inspect.signature(ROLL[name]).parameters if table != "scene")


def draw_chart(name: str, tables: Mapping[str, pd.DataFrame], scene: Scene) -> Chart:
    """The chart called `name`, drawn from those of `tables` that it wants, in the style that is set."""
    return ROLL[name](**{table: tables[table] for table in tables_drawn(name)}, scene=scene)
