"""A room's settings: config.toml beside it, overlaid by [settings.<room>] of corpus.toml, as its frozen Config."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.errors import SettingError, faults_line

ROOMS = Path(__file__).parent
WORDS = frozenset[str]
ROWS = tuple[dict[str, str], ...]


def load_config(stage: str, overlay: Mapping[str, Any]) -> Any:
    """The Config of `stage`: values of its config.toml, with `overlay` in place of those that it names.

    Types are those of the dataclass's annotations; a frozenset[str] is a word list (a .txt file in the room, to which
    an overlay's list is added), a tuple of dicts the rows of a .csv file in the room. Ranges stand in the fields'
    metadata as low and high, the list that it belongs to as as_many_as. One SettingError names every fault.
    """
    kind = import_module(f"pipeline.{stage}.config").Config
    if not is_dataclass(kind) or not isinstance(kind, type):
        raise SettingError(f"pipeline/{stage}/config.py: Config is no dataclass.")
    room = ROOMS / stage
    stated = tomllib.loads((room / "config.toml").read_text(encoding="utf-8"))
    hints = get_type_hints(kind)
    faults = [f"{key} is not set in config.toml" for key in hints if key not in stated]
    faults += [f"{key} is not a setting (want {', '.join(hints)})" for key in [*stated, *overlay] if key not in hints]
    values: dict[str, Any] = {}
    for setting in fields(kind):
        if setting.name not in stated:
            continue
        hint, value = hints[setting.name], stated[setting.name]
        if hint in (WORDS, ROWS):
            values[setting.name] = read_list(room / str(value), hint)
            if hint == WORDS and setting.name in overlay:
                values[setting.name] |= frozenset(map(str, overlay[setting.name]))
            continue
        value = overlay.get(setting.name, value)
        values[setting.name] = tuple(value) if isinstance(value, list) else value
        faults += value_faults(setting.name, hint, values[setting.name], setting.metadata)
    faults += length_faults(kind, values)
    if faults:
        raise SettingError(faults_line(f"settings of {stage}", faults, "Mend config.toml or corpus.toml, then make."))
    return kind(**values)


def read_list(path: Path, hint: Any) -> Any:
    """The words of a .txt list (one a line, # begins a comment) or the rows of a .csv list."""
    with path.open(encoding="utf-8", newline="") as lines:
        if hint == ROWS:
            return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))
        return frozenset(word for line in lines if (word := line.split("#", 1)[0].strip()))


def value_faults(name: str, hint: Any, value: Any, metadata: Mapping[str, Any]) -> list[str]:
    """What is wrong with one value: its type, or its range."""
    if not has_type(value, hint):
        return [f"{name} is {value!r} (want {getattr(hint, '__name__', hint)})"]
    low, high = metadata.get("low"), metadata.get("high")
    numbers = value if isinstance(value, tuple) else (value,)
    if low is not None and any(number < low for number in numbers):
        return [f"{name} is {value!r} (want at least {low})"]
    if high is not None and any(number > high for number in numbers):
        return [f"{name} is {value!r} (want at most {high})"]
    choices = metadata.get("choices")
    if choices and value not in choices:
        return [f"{name} is {value!r} (want {', '.join(map(repr, choices))})"]
    return []


def length_faults(kind: Any, values: Mapping[str, Any]) -> list[str]:
    """Which lists are not as long as those that they belong to (`as_many_as` in a field's metadata)."""
    faults = []
    for setting in fields(kind):
        own, other = (values.get(name) for name in (setting.name, setting.metadata.get("as_many_as", "")))
        if isinstance(own, tuple) and isinstance(other, tuple) and len(own) != len(other):
            faults.append(f"{setting.name} is {list(own)!r} (want as many as {setting.metadata['as_many_as']})")
    return faults


def has_type(value: Any, hint: Any) -> bool:
    """Whether `value` is of the annotated type; a whole number serves where a float is wanted."""
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if getattr(hint, "__origin__", None) is tuple:
        return isinstance(value, tuple) and all(has_type(item, hint.__args__[0]) for item in value)
    return isinstance(value, hint)
