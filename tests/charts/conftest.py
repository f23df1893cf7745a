from __future__ import annotations

import pytest

from pipeline.charts.canvas import house_style
from pipeline.charts.scene import build_scene
from pipeline.corpus import Corpus
from tests.charts.made import config, made_tables


@pytest.fixture(scope="session")
def tables():
    return made_tables()


@pytest.fixture(scope="session")
def scene(tables):
    corpus = Corpus(title="Harbour papers", period=(2016, 2021))
    return build_scene(tables["articles"], corpus=corpus, config=config("charts"))


@pytest.fixture(autouse=True)
def style():
    with house_style():
        yield
