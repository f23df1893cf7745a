"""The judge: which definitions are those of bodies, and who found what."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from pipeline.entities.evidence import Evidence
from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.judge import is_body_definition
from pipeline.settings import load_config

CONFIG = load_config("entities", {})


@pytest.mark.parametrize(
    ("short", "long", "wanted"),
    [
        ("HPA", "Harbour Pilots Association", True),
        ("GHP", "Guild of Harbour Pilots", True),
        ("NIB", "National Improvement Board", True),
        ("HIF", "Harbour Improvement Fund", False),
        ("thp", "tidal harbour pollution", False),
        ("LSB", "Local Safeguarding Board", False),
        ("LAs", "Lighthouse Authorities", False),
        ("SEND", "Sea Education Network Devon", False),
    ],
)
def test_a_definition_is_a_body_s_by_its_long_form(short: str, long: str, wanted: bool) -> None:
    assert is_body_definition(short, long, evidence=Evidence(), known=Gazetteer([]), config=CONFIG) is wanted


def test_the_witnesses_of_a_mention_are_named(run: Callable[..., dict[str, pd.DataFrame]]) -> None:
    mentions = run(["The ADCS President Jane Dankwah spoke."], names={"Jane Dankwah": "PERSON"})["mentions"]
    found = dict(zip(mentions["surface"], mentions["found_by"], strict=True))
    assert set(found["Jane Dankwah"].split("+")) == {"given", "model", "role", "title"}
    assert found["ADCS"] == "lexicon"


def test_a_body_that_holds_a_person_s_name_is_one_mention(run: Callable[..., dict[str, pd.DataFrame]]) -> None:
    mentions = run(["We met the Jane Dankwah Foundation."], names={"Jane Dankwah": "PERSON"})["mentions"]
    assert list(mentions["surface"]) == ["Jane Dankwah Foundation"]
