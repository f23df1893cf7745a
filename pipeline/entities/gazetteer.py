"""The gazetteer: names of bodies that are known beforehand or defined in the documents, found wherever they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.corpus import Alias
from pipeline.entities.passages import Passage
from pipeline.entities.words import JOINTS, WORD, fold_name, fold_word, is_acronym, is_capital

ANYWHERE = frozenset(("", "INT"))
AMBIGUOUS = "--"
LOWER_HEADS = frozenset((
    "association", "committee", "council", "board", "commission", "panel", "group", "network", "trust",
    "select", "policy", "county", "city", "borough", "society"
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a body's name: its words folded and as written, the body it names, who says so.

    `country` is that of the lexicon ("" where documents or corpus.toml say it, "--" for a word of the language).
    """

    folded: tuple[str, ...]
    written: tuple[str, ...]
    canonical: str
    country: str
    witness: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found in a passage: words first to last, one past the end."""

    first: int
    last: int
    form: Form


class Gazetteer:
    """Forms by their first word, longest first."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.forms: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        for form in forms:
            if form.folded:
                self.forms[form.folded].append(form)
        self.by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for folded in sorted(self.forms, key=lambda words: (-len(words), words)):
            self.by_first[folded[0]].append(folded)

    def find(self, passage: Passage, folded: list[str]) -> list[Hit]:
        """The forms in a passage, the longest at each place; `folded` are its words folded."""
        hits: list[Hit] = []
        index, n_words = 0, len(folded)
        while index < n_words:
            hit = self.longest_at(passage, folded, index) if folded[index] in self.by_first else None
            if hit is None:
                index += 1
                continue
            hits.append(hit)
            index = hit.last
        return hits

    def longest_at(self, passage: Passage, folded: list[str], index: int) -> Hit | None:
        """The longest form that begins at word `index`."""
        for words in self.by_first[folded[index]]:
            last = index + len(words)
            if last <= len(folded) and tuple(folded[index:last]) == words and is_whole(passage, index, last):
                for form in self.forms[words]:
                    if is_written_so(passage, index, last, form):
                        return Hit(index, last, form)
        return None

    def canonical(self, name: str) -> str | None:
        """The body that a name stands for, or None."""
        forms = self.forms.get(fold_words(name))
        return forms[0].canonical if forms else None

    def near_name(self, short: str, long: str) -> str | None:
        """The body of a known short form whose name is `long` but for a word: "Customs and Border Patrol (CBP)"."""
        canonical = self.short_form(short)
        if canonical is None:
            return None
        one, other = set(fold_words(canonical)), set(fold_words(long))
        return canonical if len(one & other) >= 2 and max(len(one - other), len(other - one)) <= 1 else None

    def short_form(self, word: str) -> str | None:
        """The body that a short form, written just so, stands for, or None."""
        forms = self.forms.get((fold_word(word),), ())
        return next((form.canonical for form in forms if form.written == (word,) != (form.canonical,)), None)


def fold_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without a leading article."""
    words = tuple(fold_word(word) for word in WORD.findall(name))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def is_whole(passage: Passage, first: int, last: int) -> bool:
    """Whether the words stand side by side: only spaces, hyphens, possessives or list commas between them."""
    return all(passage.gaps[i] in JOINTS or passage.gaps[i] in (", ", ". ") for i in range(first + 1, last))


def is_written_so(passage: Passage, first: int, last: int, form: Form) -> bool:
    """Whether a stretch is written as a name is: capitals where the form has them.

    A form of one word must be letter for letter the same. In a longer one, the head and its "policy" or "select" may
    be lower case ("education select committee"), and a name of five words or more may be so throughout.
    """
    words = passage.words[first:last]
    if last - first == 1:
        return words[0] == form.written[0]
    if all(gap not in (", ", ". ") for gap in passage.gaps[first + 1 : last]) is False and "," not in form.canonical:
        return False
    lowered = [w for w, written in zip(words, form.written, strict=True) if is_capital(written) and not is_capital(w)]
    if not lowered:
        return True
    if last - first >= 5 and any(w.casefold() in LOWER_HEADS for w in words):
        return True
    return is_capital(words[0]) and all(w in LOWER_HEADS for w in lowered)


def corpus_forms(bodies: Iterable[Alias]) -> list[Form]:
    """The forms that corpus.toml states."""
    return [
        make_form(name, body.name, country="", witness="corpus")
        for body in bodies
        for name in with_variants((body.name, *body.aliases, *shorter_names(body.name)))
    ]


def lexicon_forms(rows: Iterable[Mapping[str, str]]) -> list[Form]:
    """The forms of bodies.csv."""
    forms = []
    for row in rows:
        names = [row["name"], *filter(None, (alias.strip() for alias in row["aliases"].split(";")))]
        forms += [
            make_form(name, row["name"], country=row["country"], witness="lexicon") for name in with_variants(names)
        ]
    return forms


def council_forms(rows: Iterable[Mapping[str, str]]) -> list[Form]:
    """The forms of councils.csv: the official name, and the place with "Council"."""
    return [
        make_form(name, row["name"], country="GB", witness="lexicon")
        for row in rows
        for name in (row["name"], f"{row['place']} Council")
    ]


def with_variants(names: Iterable[str]) -> Iterator[str]:
    """Names, and those with a possessive as careless writers have them: "Childrens Services", "Childrens' Services"."""
    for name in names:
        yield name
        if "'s " in name:
            yield name.replace("'s ", "s ")
        for stated, mistaken in (("Department for ", "Department of "), ("Department of ", "Department for ")):
            if name.startswith(stated):
                yield name.replace(stated, mistaken, 1)


def defined_forms(definitions: Mapping[tuple[str, str], int], known: Gazetteer) -> list[Form]:
    """The forms that the documents define: short and long forms of bodies, by the long form's own name."""
    forms = []
    for (short, long), _ in sorted(definitions.items(), key=lambda item: (-item[1], item[0])):
        canonical = known.canonical(long) or known.near_name(short, long) or long
        forms.append(make_form(short, canonical, country="", witness="definition"))
        forms.append(make_form(long, canonical, country="", witness="definition"))
    return forms


def make_form(name: str, canonical: str, *, country: str, witness: str) -> Form:
    """One form of a body's name."""
    written = tuple(WORD.findall(name))
    if written[:1] == ("The",) and len(written) > 1:
        written = written[1:]
    return Form(tuple(map(fold_word, written)), written, canonical, country, witness)


def shorter_names(name: str) -> tuple[str, ...]:
    """A name without the short form that begins it: committees of a body are named without the body too."""
    first, _, rest = name.partition(" ")
    return (rest,) if is_acronym(first) and len(rest.split()) >= 3 else ()


def choose_country(counts: Counter[str]) -> str:
    """The country whose bodies are named most; none where nothing was found."""
    return max(sorted(counts), key=lambda country: counts[country], default="")


def order_forms(forms: Iterable[Form], country: str, *, seen: Container[str] = frozenset()) -> list[Form]:
    """Forms with those of the corpus first, then definitions, then the lexicon's with the corpus's country first.

    Of bodies with one short form those come first whose long form, folded, is `seen` in the corpus.
    """
    rank = {"corpus": 0, "definition": 1, "lexicon": 2}

    def place(form: Form) -> tuple[int, bool, bool]:
        short = len(form.folded) == 1 and fold_name(form.canonical) in seen
        return rank[form.witness], not short, form.country not in (country, *ANYWHERE)

    return sorted(forms, key=place)
