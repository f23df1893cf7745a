"""What a person knows of a corpus: corpus.toml, read and checked. Everything in it is optional."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from typing import Any

from pipeline.errors import CorpusError, faults_line

Reader = Callable[[Any], Any]
PEOPLE_SHOWN = ("names", "roles", "none")


@dataclass(frozen=True)
class Office:
    """Who held an office from when to when: an article that names `name` as `role` was written in the term."""

    role: str
    name: str
    start: dt.date
    end: dt.date | None


@dataclass(frozen=True)
class Event:
    """A dated event and the words by which articles name it; `end` is the last day of an event of several."""

    name: str
    start: dt.date
    end: dt.date | None
    words: tuple[str, ...]


@dataclass(frozen=True)
class Alias:
    """Other names of one person or body."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Publisher:
    """Who publishes the documents whose path below the raw folder fits one of the patterns, such as "press/*"."""

    name: str
    sources: tuple[str, ...]

    def covers(self, source: str) -> bool:
        """Whether the document at `source` is one of these."""
        return any(fnmatchcase(source, pattern) for pattern in self.sources)


@dataclass(frozen=True)
class ThemeLabel:
    """A reader's name for a theme, and words that tell which theme is meant."""

    label: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Publish:
    """What readers may be shown: people by name, by role or not at all; text of articles or none."""

    people: str = "names"
    excerpts: bool = True

    @property
    def is_named(self) -> bool:
        """Whether people stand there by name."""
        return self.people == "names"


def read_by(*stages: str) -> Any:
    """Metadata of a field of Corpus: the stages that are handed it, so that a change rebuilds them and no others."""
    return {"stages": stages}


@dataclass(frozen=True)
class Corpus:
    """What corpus.toml says; a stage is handed only the fields that are marked with its name."""

    title: str = field(default="", metadata=read_by("charts", "report", "browse"))
    demonstration: bool = field(default=False, metadata=read_by("report", "browse"))
    period: tuple[int, int] | None = field(
        default=None, metadata=read_by("date", "prevalence", "charts", "report", "browse")
    )
    currency: str = field(default="", metadata=read_by("entities"))
    calendar: str = field(default="", metadata=read_by("date"))
    columns: Mapping[str, str] = field(default_factory=dict, metadata=read_by("read"))
    offices: tuple[Office, ...] = field(default=(), metadata=read_by("date", "entities"))
    events: tuple[Event, ...] = field(default=(), metadata=read_by("date"))
    bodies: tuple[Alias, ...] = field(default=(), metadata=read_by("entities"))
    people: tuple[Alias, ...] = field(default=(), metadata=read_by("entities"))
    distinct: tuple[tuple[str, ...], ...] = field(default=(), metadata=read_by("entities"))
    publishers: tuple[Publisher, ...] = field(default=(), metadata=read_by("prevalence"))
    no_bodies: tuple[str, ...] = field(default=(), metadata=read_by("entities"))
    no_people: tuple[str, ...] = field(default=(), metadata=read_by("entities"))
    themes: tuple[ThemeLabel, ...] = field(default=(), metadata=read_by("topics"))
    publish: Publish = field(default=Publish(), metadata=read_by("charts", "report", "browse"))
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, metadata=read_by())

    def for_stage(self, stage: str) -> Corpus:
        """The same corpus with only what `stage` is handed; the rest is as if it had not been said."""
        kept = {f.name: getattr(self, f.name) for f in fields(self) if stage in f.metadata["stages"]}
        own = self.settings.get(stage)
        return Corpus(**kept, settings={stage: own} if own else {})


def parse_corpus(text: str, *, where: str) -> Corpus:
    """The corpus that a corpus.toml describes; one CorpusError names every fault in it."""
    try:
        stated = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise CorpusError(faults_line(where, [str(fault)], "Mend its TOML, then make.")) from fault
    faults: list[str] = []
    found: dict[str, Any] = {}
    for key, value in stated.items():
        if key not in READERS:
            faults.append(f"{key!r} is not known (want {', '.join(READERS)})")
            continue
        try:
            found[key] = READERS[key](value)
        except EntryFaultError as fault:
            faults += [f"{key}{part}" for part in fault.parts]
    if faults:
        raise CorpusError(faults_line(where, faults, "Mend these, then make; every entry is optional."))
    return Corpus(**found)


class EntryFaultError(Exception):
    """What is wrong within one entry: a list of "[2].from is ..." parts."""

    def __init__(self, *parts: str) -> None:
        super().__init__("; ".join(parts))
        self.parts = parts


def wanted(kind: type, words: str) -> Reader:
    """A reader that lets through values of one type only."""

    def read(value: Any) -> Any:
        # bool is an int in Python, but true is no number to a person
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise EntryFaultError(f" is {value!r} (want {words})")
        return value

    return read


TEXT = wanted(str, "text in quotes")
FLAG = wanted(bool, "true or false")


def read_texts(value: Any) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise EntryFaultError(f" is {value!r} (want a list of texts)")
    return tuple(value)


def read_day(value: Any) -> dt.date:
    """A day: TOML's own date, such as 2017-04-01."""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise EntryFaultError(f" is {value!r} (want a date such as 2017-04-01, without quotes)")
    return value


def read_period(value: Any) -> tuple[int, int]:
    """First and last year."""
    years = value if isinstance(value, list) else []
    if len(years) != 2 or not all(type(y) is int and 1000 <= y <= 3000 for y in years) or years[0] > years[1]:
        raise EntryFaultError(f" is {value!r} (want [first year, last year], such as [2016, 2025])")
    return years[0], years[1]


def read_currency(value: Any) -> str:
    """An ISO 4217 code."""
    if not isinstance(value, str) or len(value) != 3 or not value.isascii() or not value.isupper():
        raise EntryFaultError(f' is {value!r} (want an ISO 4217 code such as "GBP")')
    return value


def read_mapping(value: Any) -> Mapping[str, str]:
    """Texts by name."""
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise EntryFaultError(f" is {value!r} (want a table of texts)")
    return value


def read_settings(value: Any) -> Mapping[str, Mapping[str, Any]]:
    """Settings by room; settings.py checks the values against the room's own."""
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise EntryFaultError(" wants one table a stage, such as [settings.topics]")
    return value


def read_publish(value: Any) -> Publish:
    """How people are shown, and whether text of articles is."""
    if not isinstance(value, dict):
        raise EntryFaultError(f" is {value!r} (want a table, such as [publish])")
    wants: dict[str, Reader] = {"people": read_people_shown, "excerpts": FLAG}
    faults = [f".{key} is not known (want {', '.join(wants)})" for key in value if key not in wants]
    for key in wants.keys() & value.keys():
        try:
            wants[key](value[key])
        except EntryFaultError as fault:
            faults += [f".{key}{part}" for part in fault.parts]
    if faults:
        raise EntryFaultError(*sorted(faults))
    return Publish(**value)


def read_people_shown(value: Any) -> str:
    """How people are shown to readers."""
    if value not in PEOPLE_SHOWN:
        raise EntryFaultError(f" is {value!r} (want {', '.join(map(repr, PEOPLE_SHOWN))})")
    return str(value)


def rows_of(required: Mapping[str, Reader], optional: Mapping[str, Reader], build: Callable[..., Any]) -> Reader:
    """A reader of a list of tables with the named entries; faults of all rows are gathered."""

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise EntryFaultError(" wants a list of tables (double brackets)")
        faults: list[str] = []
        rows = []
        for number, item in enumerate(value, 1):
            row: dict[str, Any] = {}
            faults += [f"[{number}].{key} is missing" for key in required if key not in item]
            for key, stated in item.items():
                reader = required.get(key) or optional.get(key)
                if reader is None:
                    faults.append(f"[{number}].{key} is not known (want {', '.join([*required, *optional])})")
                    continue
                try:
                    row[key] = reader(stated)
                except EntryFaultError as fault:
                    faults += [f"[{number}].{key}{part}" for part in fault.parts]
            if row.get("from") and row.get("to") and row["to"] < row["from"]:
                faults.append(f"[{number}] ends on {row['to']}, before it begins on {row['from']}")
            rows.append(row)
        if faults:
            raise EntryFaultError(*faults)
        return tuple(build(row) for row in rows)

    return read


def read_people(value: Any) -> Any:
    """Other names of people; a word in their place was meant for [publish]."""
    if isinstance(value, str):
        raise EntryFaultError(f" is {value!r} (want [[people]]; how people are shown stands under [publish])")
    return ALIASES(value)


ALIASES = rows_of({"name": TEXT, "aliases": read_texts}, {}, lambda row: Alias(row["name"], row["aliases"]))
READERS: dict[str, Reader] = {
    "title": TEXT,
    "demonstration": FLAG,
    "period": read_period,
    "currency": read_currency,
    "calendar": TEXT,
    "columns": read_mapping,
    "offices": rows_of(
        {"role": TEXT, "name": TEXT, "from": read_day},
        {"to": read_day},
        lambda row: Office(row["role"], row["name"], row["from"], row.get("to")),
    ),
    "events": rows_of(
        {"name": TEXT, "from": read_day},
        {"to": read_day, "words": read_texts},
        lambda row: Event(row["name"], row["from"], row.get("to"), row.get("words", (row["name"],))),
    ),
    "bodies": ALIASES,
    "people": read_people,
    "distinct": rows_of({"names": read_texts}, {}, lambda row: row["names"]),
    "publishers": rows_of(
        {"name": TEXT, "sources": read_texts}, {}, lambda row: Publisher(row["name"], row["sources"])
    ),
    "no_bodies": read_texts,
    "no_people": read_texts,
    "themes": rows_of({"label": TEXT, "terms": read_texts}, {}, lambda row: ThemeLabel(row["label"], row["terms"])),
    "publish": read_publish,
    "settings": read_settings,
}
