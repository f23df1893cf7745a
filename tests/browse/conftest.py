from __future__ import annotations

import json
import re

import pytest

from pipeline.browse.given import Given
from pipeline.browse.keys import build_keys
from pipeline.browse.voice import build_voice
from pipeline.corpus import Corpus, Publish
from tests.browse.made import page_tables
from tests.charts.made import config, made_rejects


@pytest.fixture(scope="session")
def given():
    return Given(**page_tables(), rejects=made_rejects())


@pytest.fixture(scope="session")
def speak():
    """The voice of some tables, as corpus.toml lets them be shown."""

    def voice_of(given, *, people="names", excerpts=True, **overlay):
        corpus = Corpus(title="Harbour papers", period=(2016, 2021), publish=Publish(people, excerpts))
        return build_voice(given, corpus=corpus, config=config("browse", **overlay))

    return voice_of


@pytest.fixture(scope="session")
def voice(given, speak):
    return speak(given)


@pytest.fixture(scope="session")
def keys(given):
    return build_keys(given, people="names")


@pytest.fixture(scope="session")
def values():
    """The values that a page carries under a name, where they are not packed."""

    def read(page, name="core"):
        return json.loads(re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page)[1])

    return read
