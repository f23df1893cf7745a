"""Words of a text: where they stand, which places hold no names, and the forms in which names are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# A word: dotted letters (U.S.), letters and digits with inner apostrophes (O'Brien), a possessive 's alone, or "&".
WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,}(?=['’][a-z]{3})|[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|&")
# What addresses and file names hold: whatever stands around it up to the next space belongs to it.
ADDRESS_MARK = re.compile(
    r"https?://|www\.|@|\.(?:org|gov|ac|co|com|net|edu|eu|info)\b|\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|jpe?g|png|gif|html?|zip)\b",
    re.IGNORECASE,
)
SPACE = re.compile(r"\s")
OPENING = re.compile(r"[.!?:;…•|\n]|^\s*[‘“\"'(\[]|\s[–—-]\s")
GLUE = "\n"  # what should stand between two words that a scrape ran together
JOINTS = frozenset((" ", "", "-", "\u00a0", "’ ", "' ", "  ", "‑"))


def find_addresses(text: str) -> list[tuple[int, int]]:
    """The places of web addresses, e-mail addresses, handles and file names, which hold no mentions."""
    places: list[tuple[int, int]] = []
    for match in ADDRESS_MARK.finditer(text):
        if places and match.start() < places[-1][1]:
            continue
        start = max(
            text.rfind(" ", 0, match.start()),
            text.rfind("\n", 0, match.start()),
            text.rfind("\u00a0", 0, match.start()),
        )
        after = SPACE.search(text, match.end())
        places.append((start + 1, after.start() if after else len(text)))
    return places


def find_words(
    text: str, addresses: list[tuple[int, int]], *, seams: Mapping[str, int] | None = None
) -> Iterator[tuple[int, int]]:
    """(start, end) of the words outside addresses; a word of `seams` is two, the first of so many letters."""
    ahead = iter([*addresses, (len(text), len(text))])
    begin, stop = next(ahead)
    for match in WORD.finditer(text):
        start, end = match.span()
        while stop <= start < len(text) and begin < len(text):
            begin, stop = next(ahead)
        if begin < end and start < stop:
            continue
        if seams and (first := seams.get(match[0])):
            yield start, start + first
            start += first
        yield start, end


def fold_word(word: str) -> str:
    """A word in the form in which words are compared: case folded, straight apostrophe, "and" for "&"."""
    if word == "&":
        return "and"
    return word.casefold().replace("’", "'") if "’" in word else word.casefold()


def fold_name(name: str) -> str:
    """A name in the form in which names are compared: folded words, no leading article."""
    words = [fold_word(word) for word in WORD.findall(name)]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words).replace(" 's", "'s")


def tidy_name(surface: str) -> str:
    """A surface as canonical names are written: straight apostrophes, "and" for "&", single spaces, no "Ltd"."""
    name = re.sub(r"\s+", " ", surface.replace("’", "'").replace("‑", "-"))
    name = re.sub(r"\s&\s", " and ", name)
    return re.sub(r"^[Tt]he\s|\s(?:Ltd|Limited)\.?$", "", name)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()


def is_acronym(word: str) -> bool:
    """Whether a word looks like a short form: two capitals or more, such as NHS, DfE, RiP, U.S."""
    if word.islower():
        return False
    n_capitals = sum(map(str.isupper, word))
    return n_capitals >= 2 and len(word) <= 10 and 2 * n_capitals >= len(word) and word[:1].isalnum()
