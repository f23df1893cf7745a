"""Spelling: short forms that a body's name spells by the first letters of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.passages import Passage
from pipeline.entities.words import is_acronym

LEAST = 3  # letters: two are spelled by too many names
MOST_PLACE = 3  # words of the place that begins a name and is left out of its short form


def spelled_by(words: list[str], config: Config) -> set[str]:
    """The short forms that a name of three words or more spells: all its words or those with a capital.

    Each also without the place that begins it, or what stands before its own "Department of ...".
    """
    places = config.places | config.place_names
    starts = [0, *(size for size in range(1, MOST_PLACE + 1) if " ".join(words[:size]) in places)]
    starts += [i for i in range(1, len(words) - 1) if words[i].casefold() in config.heads and words[i + 1].islower()]
    forms = set()
    for start in starts:
        forms.add("".join(word[0] for word in words[start:] if word[0].isupper()))
        forms.add("".join(word[0].upper() for word in words[start:] if word[0].isalpha()))
    return {form for form in forms if len(form) >= LEAST}


def spelled_acronyms(
    passage: Passage, bodies: Iterable[Candidate], known: set[int], config: Config
) -> Iterator[Candidate]:
    """Short forms that a body of the same article spells: "the DOC" beside "Department of Corrections"."""
    names = {passage.surface(each.first, each.last) for each in bodies if each.size >= LEAST}
    spelled = {form for name in sorted(names) for form in spelled_by(name.split(), config)} - config.non_bodies
    for index, word in enumerate(passage.words):
        if word in spelled and index not in known and is_acronym(word) and word.isupper():
            yield Candidate(index, index + 1, "BODY", "spelling")
