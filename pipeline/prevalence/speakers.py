"""Who says a sum: the person or body that a sentence names as its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.prevalence.about import Word


@dataclass(frozen=True)
class Name:
    """A person or body named in a sentence: first word, one past the last, and what it is called."""

    first: int
    last: int
    called: str


# Between a name and its verb may stand a post or "has", "who" and the like, not another clause.
REACH = 6
TITLE = 2
OPENING, CLOSING = "“", "”"


def find_speaker(words: list[Word], names: list[Name], *, speech_verbs: frozenset[str]) -> str | None:
    """The name that the words give as their speaker, or None.

    Forms: "according to NAME", "said NAME", "NAME said" (at most REACH words between). Where several fit, the one
    nearest to its verb.
    """
    found: list[tuple[int, int, str]] = []
    for place, word in enumerate(words):
        if is_according(words, place):
            found += [(name.first - place - 2, name.first, name.called) for name in names]
        if word.pos == "VERB" and word.lemma.lower() in speech_verbs:
            found += [(place - name.last, name.first, name.called) for name in names if name.last <= place]
            # "said NAME" leaves room for a title only, and "said that NAME" begins what is said
            if not is_reporting(words, place):
                found += [(gap, n.first, n.called) for n in names if 0 <= (gap := n.first - place - 1) <= TITLE]
    near = [item for item in found if 0 <= item[0] <= REACH]
    return min(near)[2] if near else None


def is_according(words: list[Word], place: int) -> bool:
    """Whether "according to" stands here."""
    return [word.text.lower() for word in words[place : place + 2]] == ["according", "to"]


def is_reporting(words: list[Word], place: int) -> bool:
    """Whether "that" follows the verb."""
    return [word.text.lower() for word in words[place + 1 : place + 2]] == ["that"]


def quote_around(text: str, at: int) -> tuple[int, int] | None:
    """Just outside the quotation that holds the place `at` of the text, or None where none does.

    A quotation of several paragraphs opens in each and closes once: it begins at the first mark after the last close.
    """
    closed = text.rfind(CLOSING, 0, at)
    opened = text.find(OPENING, closed + 1, at)
    if opened < 0:
        return None
    end = text.find(CLOSING, at)
    before = len(text[:opened].rstrip()) - 1
    return max(before, 0), min(end + 1 if end >= 0 else len(text) - 1, len(text) - 1)
