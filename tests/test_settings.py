"""Every room's settings load, and a wrong value is told with all others."""

from dataclasses import fields, is_dataclass
from importlib import import_module

import pytest

from pipeline.errors import SettingError
from pipeline.settings import has_type, load_config, value_faults
from pipeline.stages import STAGES


@pytest.mark.parametrize("stage", STAGES)
def test_a_room_s_settings_load(stage):
    config = load_config(stage, {})
    assert is_dataclass(config)
    assert type(config).__dataclass_params__.frozen


@pytest.mark.parametrize("stage", STAGES)
def test_no_setting_has_a_second_default_in_code(stage):
    kind = import_module(f"pipeline.{stage}.config").Config
    assert all(f.default is f.default_factory for f in fields(kind)), "the value stands in config.toml alone"


def test_faults_of_an_overlay_are_told_together():
    with pytest.raises(SettingError) as caught:
        load_config("topics", {"no_such_setting": 1, "n_topics": "one"})
    assert "settings of topics: 2 faults" in str(caught.value)
    assert "no_such_setting is not a setting" in str(caught.value)
    assert "n_topics is 'one' (want int)" in str(caught.value)


def test_lists_that_belong_together_are_of_one_length():
    with pytest.raises(SettingError, match=r"background_own is \[2.0\] \(want as many as background_spread\)"):
        load_config("topics", {"background_own": [2.0]})
    assert load_config("topics", {"background_own": [2.0], "background_spread": [0.5]}).background_own == (2.0,)


def test_an_overlay_takes_the_place_of_a_value():
    assert load_config("topics", {"n_topics": 12}).n_topics == 12


@pytest.mark.parametrize(
    ("value", "hint", "fits"),
    [
        (1, float, True),
        (1.5, int, False),
        (True, int, False),
        (True, float, False),
        ("a", str, True),
        ((1, 2), tuple[int, ...], True),
        ((1, "a"), tuple[int, ...], False),
    ],
)
def test_types(value, hint, fits):
    assert has_type(value, hint) is fits


@pytest.mark.parametrize(
    ("value", "metadata", "faults"),
    [
        (0.5, {"low": 0, "high": 1}, []),
        (1.5, {"low": 0, "high": 1}, ["share is 1.5 (want at most 1)"]),
        ((3, -1), {"low": 0}, ["share is (3, -1) (want at least 0)"]),
        (0.5, {"choices": (0.1, 0.2)}, ["share is 0.5 (want 0.1, 0.2)"]),
    ],
)
def test_ranges(value, metadata, faults):
    hint = tuple[int, ...] if isinstance(value, tuple) else float
    assert value_faults("share", hint, value, metadata) == faults
