"""Settings of the entities room; values and their evidence stand in config.toml."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Config:
    """Lexicons, word lists and thresholds of the witnesses and the judge."""

    bodies: tuple[dict[str, str], ...]
    people: tuple[dict[str, str], ...]
    regions: tuple[dict[str, str], ...]
    kinds: tuple[dict[str, str], ...]
    councils: tuple[dict[str, str], ...]
    currencies: tuple[dict[str, str], ...]
    money_nouns: frozenset[str]
    given_names: frozenset[str]
    nicknames: tuple[dict[str, str], ...]
    heads: frozenset[str]
    weak_heads: frozenset[str]
    thing_heads: frozenset[str]
    generic_words: frozenset[str]
    function_words: frozenset[str]
    possessors: frozenset[str]
    party_nouns: frozenset[str]
    places: frozenset[str]
    place_names: frozenset[str]
    non_bodies: frozenset[str]
    titles: frozenset[str]
    single_titles: frozenset[str]
    roles: frozenset[str]
    posts: frozenset[str]
    acronym_vote: float = field(metadata={"low": 0, "high": 1})
    name_vote: float = field(metadata={"low": 0, "high": 1})
    least_votes: int = field(metadata={"low": 1})
    person_vote: float = field(metadata={"low": 0, "high": 1})
    least_person_votes: int = field(metadata={"low": 1})
    typo_likeness: float = field(metadata={"low": 0, "high": 100})
