from __future__ import annotations

import pytest

from pipeline.corpus import Corpus, Publish
from pipeline.files import Figure
from pipeline.report.given import Given
from pipeline.report.story import build_story
from tests.charts.made import config, made_rejects, made_tables, report_inputs

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="90"><text x="9" y="20">Drawn</text></svg>'
CHARTS = ("bodies", "changes", "coverage", "dating", "overview", "people", "persistence", "prevalence", "sums", "terms")


@pytest.fixture(scope="session")
def figures():
    facts = {"title": "Drawn", "alt": "A drawing of a line from 1 to 2.", "is_empty": False}
    return {name: Figure(name, SVG, b"", facts) for name in CHARTS}


@pytest.fixture(scope="session")
def given():
    return Given(**report_inputs(made_tables()), rejects=made_rejects())


@pytest.fixture(scope="session")
def tell(figures):
    def story_of(given, *, corpus=None, publish=None, **overlay):
        told = corpus or Corpus(title="Harbour papers", period=(2016, 2021), publish=publish or Publish())
        return build_story(given, figures=figures, corpus=told, config=config("report", **overlay))

    return story_of


@pytest.fixture(scope="session")
def story(given, tell):
    return tell(given)


@pytest.fixture(scope="session")
def words():
    """All that is said in a block, one line, with plain spaces."""

    def said(block):
        if isinstance(block, dict):
            return " ".join(said(part) for part in block.values())
        if isinstance(block, list | tuple):
            return " ".join(said(part) for part in block)
        return str(block).replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")

    return said
