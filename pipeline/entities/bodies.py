"""Bodies: candidates of the gazetteer, of shape, of the model with evidence, and of the words beside people's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.edges import is_cut_short, is_federal, read_branch
from pipeline.entities.evidence import Evidence, label_key
from pipeline.entities.gazetteer import AMBIGUOUS, ANYWHERE, Hit
from pipeline.entities.passages import Passage
from pipeline.entities.regions import long_region, read_region
from pipeline.entities.words import fold_name, fold_word, is_acronym, is_capital, tidy_name

COMPANY_MARKS = frozenset(("Ltd", "Limited", "plc", "PLC", "LLP", "Inc"))
OFTEN = 4  # sightings as ORG, beside which a miss or two are the model's
# Parts of a body that are named with the body before them.
OWNED_HEADS = frozenset(("committee", "board", "panel", "council", "network", "group", "forum"))
# Before a known name these make it another body's: "Regional Adoption Leadership Board".
LEVELS = frozenset(("Regional", "National"))
# A party's name before these is an adjective: "Labour government", "Conservative manifesto".
PARTIES = frozenset(
    ("labour", "conservatives", "conservative", "tories", "tory", "democrats", "republicans", "lib", "liberal")
)


def gazetteer_bodies(
    passage: Passage, folded: list[str], hits: Iterable[Hit], country: str, evidence: Evidence, config: Config
) -> Iterator[Candidate]:
    """Known names, with the region before a short form and the rest of a committee's name behind it."""
    taken: set[int] = set()
    for hit in hits:
        first, last, form = hit.first, hit.last, hit.form
        if is_other_word(passage, folded, hit, config):
            continue
        if is_doubtful(hit, country) and not is_labelled(passage, folded, hit, evidence, config):
            continue
        canonical = stated_name(hit, country, evidence)
        wider = read_region(passage, first, config) if last - first == 1 and is_acronym(passage.words[first]) else None
        if wider is not None:
            canonical = f"{long_region(passage.surface(wider, first), config)} {canonical}"
            first = wider
        if last - first > 1 and folded[last - 1] in OWNED_HEADS and is_owned(passage, first, taken):
            canonical = f"{passage.words[first - 1]} {canonical}"
            first -= 1
        if last - first > 1 and first and passage.words[first - 1] in LEVELS and passage.gaps[first] == " ":
            first -= 1
            canonical = tidy_name(passage.surface(first, last))
        if last - first > 1 and is_federal(passage, first):
            first -= 1 if passage.words[first - 1] != "States" else 2
        taken.add(last - 1)
        last = read_rest(folded, last, canonical)
        if last < len(folded) and passage.gaps[last] == " " and passage.words[last] in COMPANY_MARKS:
            last += 1
        branch = read_branch(passage, last) if form.witness == "lexicon" else last
        if branch > last:
            canonical, last = tidy_name(passage.surface(first, branch)), branch
        yield Candidate(first, last, "BODY", form.witness, canonical)


def is_other_word(passage: Passage, folded: list[str], hit: Hit, config: Config) -> bool:
    """Whether a form is no name here: a word of the language, an invitation's "WHO:", a party's as an adjective."""
    first, last = hit.first, hit.last
    if last - first == 1 and is_seat(passage, first):
        return True
    if last - first == 1 and hit.form.witness == "lexicon" and passage.words[first] in config.non_bodies:
        return True
    if folded[first] in config.function_words and last < len(folded) and ":" in passage.gaps[last]:
        return True
    if is_cut_short(passage, folded, hit, config):
        return True
    return folded[first] in PARTIES and last < len(folded) and folded[last] in config.party_nouns


def is_seat(passage: Passage, index: int) -> bool:
    """Whether a number hangs on a short form, as on a constituency's: "VA-05"."""
    after = index + 1
    return after < len(passage.words) and passage.gaps[after] == "-" and passage.words[after].isdigit()


def stated_name(hit: Hit, country: str, evidence: Evidence) -> str:
    """The name that a hit states; a foreign short form stands for itself unless the corpus also has its long form."""
    form = hit.form
    foreign = len(form.folded) == 1 and form.country not in (country, AMBIGUOUS, *ANYWHERE)
    return form.written[0] if foreign and not evidence.labels.get(fold_name(form.canonical)) else form.canonical


def is_owned(passage: Passage, first: int, taken: set[int]) -> bool:
    """Whether the short form of a known body stands right before: "XYZ Dale Policy Committee" is one name."""
    return first - 1 in taken and passage.gaps[first] == " " and is_acronym(passage.words[first - 1])


def is_doubtful(hit: Hit, country: str) -> bool:
    """Whether a form needs the model beside it: a word of the language, or one word of another country's bodies."""
    form = hit.form
    if form.country == AMBIGUOUS:
        return True
    return len(form.folded) == 1 and form.country not in (country, *ANYWHERE)


def is_labelled(passage: Passage, folded: list[str], hit: Hit, evidence: Evidence, config: Config) -> bool:
    """Whether the model calls just these words ORG, here and mostly elsewhere."""
    spans = [trim_body(passage, folded, a, b, config) for a, b, label in passage.names if label == "ORG"]
    key = label_key(passage, folded, hit.first, hit.last)
    follows = passage.is_joined(hit.last) and is_capital(passage.words[hit.last])
    return (hit.first, hit.last) in spans and not follows and evidence.share(key, "ORG") >= config.name_vote


def read_rest(folded: list[str], last: int, canonical: str) -> int:
    """One past the name where the words behind a short form are the end of its full name: "RS policy committee"."""
    ending = [word.lower() for word in canonical.split()]
    for size in (3, 2, 1):
        if len(ending) > size and folded[last : last + size] == ending[-size:] and ending[-1] in OWNED_HEADS:
            return last + size
    return last


def model_bodies(
    passage: Passage, folded: list[str], known: set[int], evidence: Evidence, config: Config
) -> Iterator[Candidate]:
    """The model's ORG spans that the corpus bears out."""
    for first, last, label in passage.names:
        if label != "ORG":
            continue
        first, last = trim_body(passage, folded, first, last, config)
        if first >= last or any(index in known for index in range(first, last)):
            continue
        if is_borne_out(passage, folded, first, last, evidence, config):
            yield Candidate(first, last, "BODY", "model")


def trim_body(passage: Passage, folded: list[str], first: int, last: int, config: Config) -> tuple[int, int]:
    """A span without articles, roles and possessives at its ends, cut at a line's end."""
    for index in range(first + 1, last):
        if "\n" in passage.gaps[index] or "(" in passage.gaps[index]:
            last = index
            break
    while first < last and (
        folded[first] in config.function_words or folded[first] in config.roles or not is_capital(passage.words[first])
    ):
        first += 1
    while last > first and (passage.words[last - 1] in ("'s", "’s") or folded[last - 1] in config.roles):
        last -= 1
    return first, last


def is_borne_out(
    passage: Passage, folded: list[str], first: int, last: int, evidence: Evidence, config: Config
) -> bool:
    """Whether a span of the model without a body's shape is a body by the corpus's votes."""
    key = label_key(passage, folded, first, last)
    if evidence.share(key, "ORG") < config.name_vote or evidence.is_place(key) or key in evidence.schemes:
        return False
    votes = evidence.votes(key, "ORG")
    if last - first == 1:
        return votes >= config.least_votes and is_unusual_word(passage.words[first], evidence, config)
    words, tail = passage.words[first:last], folded[last - 1]
    if tail in config.thing_heads or tail in config.heads or tail.removesuffix("s") in config.heads:
        return False  # shapes judge heads
    if any(word in config.non_bodies or len(word) == 1 or any(map(str.isdigit, word)) for word in words):
        return False
    plain = all(word in config.generic_words or word in evidence.lower for word in folded[first:last])
    if plain or passage.surface(first, last) in config.place_names:
        return False
    agent = first > 0 and folded[first - 1] in ("by", "from", "with") and passage.gaps[first] == " "
    return votes >= config.least_votes or (agent and folded[first] not in evidence.lower)


def often_bodies(evidence: Evidence, config: Config) -> dict[str, list[tuple[str, ...]]]:
    """Names of several words, by their first, that the model calls ORG so often that where it does not it is blind."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(evidence.labels):
        words = tuple(name.split())
        if len(words) < 2 or evidence.votes(name, "ORG") < OFTEN or evidence.share(name, "ORG") < config.name_vote:
            continue
        names.setdefault(words[0], []).append(words)
    return names


def repeated_bodies(
    passage: Passage,
    folded: list[str],
    known: set[int],
    names: Mapping[str, list[tuple[str, ...]]],
    evidence: Evidence,
    config: Config,
) -> Iterator[Candidate]:
    """Names that the model calls a body nearly everywhere, at the places where it does not."""
    for index, word in enumerate(folded):
        for words in names.get(word, ()):
            last = index + len(words)
            if tuple(folded[index:last]) == words and not known & set(range(index, last)):
                whole = all(passage.is_joined(i) for i in range(index + 1, last))
                alone = not (passage.is_joined(last) and is_capital(passage.words[last]))
                written = passage.words[index:last]
                if not whole or not alone or not is_capital(written[0]) or any(map(is_acronym, written)):
                    continue
                if is_borne_out(passage, folded, index, last, evidence, config):
                    yield Candidate(index, last, "BODY", "vote")


def is_unusual_word(word: str, evidence: Evidence, config: Config) -> bool:
    """Whether a single word can be a name: no place, party, short form or plain word that opens sentences."""
    folded = fold_word(word)
    if folded in config.heads:
        return False  # "the Commission" is of a kind
    if word in config.non_bodies or word in config.place_names or folded in PARTIES or any(map(str.isdigit, word)):
        return False
    return folded not in evidence.lower and evidence.within[folded] > 0 and not is_acronym(word)


def voted_acronyms(
    passage: Passage, folded: list[str], known: set[int], evidence: Evidence, config: Config
) -> Iterator[Candidate]:
    """Short forms that the model calls ORG nearly everywhere in the corpus, at every occurrence."""
    for index, word in enumerate(passage.words):
        if index in known or not is_acronym(word) or not is_body_acronym(word, evidence, config):
            continue
        after = index + 1
        if is_seat(passage, index) or (
            after < len(folded)
            and passage.is_joined(after)
            and folded[after] in config.thing_heads
            and folded[after] not in config.roles
        ):
            continue  # "NAAS consultation" names no body of its own
        yield Candidate(index, index + 1, "BODY", "vote")


def is_body_acronym(word: str, evidence: Evidence, config: Config) -> bool:
    """Whether a short form is a body by the corpus's votes."""
    if word in config.non_bodies or any(map(str.isdigit, word)) or (word.endswith("s") and word[:-1].isupper()):
        return False
    if word in config.posts:
        return False
    if word.casefold() in evidence.lower or word.title() in config.place_names:
        return False  # a word in capitals
    if word in evidence.other_short_forms or long_region(word, config) is not None:
        return False
    return evidence.votes(word, "ORG") >= config.acronym_vote * evidence.acronyms[word] > 0


def affiliated_bodies(
    passage: Passage,
    folded: list[str],
    people: Iterable[Candidate],
    known: set[int],
    evidence: Evidence,
    config: Config,
) -> Iterator[Candidate]:
    """Short forms behind a person's name and a comma or dash, which say whom the person is of: "Ama Dankwah, XYZ"."""
    for person in people:
        index = person.last
        if (
            person.size < 2
            or index >= len(folded)
            or passage.gaps[index] not in (", ", " - ", " – ", " (")
            or index in known
        ):
            continue
        begin = index
        last = index
        while (
            last < len(folded)
            and last - begin < 4
            and (last == begin or passage.gaps[last] == " ")
            and is_capital(passage.words[last])
        ):
            last += 1
        if last > begin and is_acronym(passage.words[last - 1]):
            region = last - begin == 1 or long_region(passage.surface(begin, last - 1), config) is not None
            word = passage.words[last - 1]
            if any(map(str.isdigit, word)) or is_seat(passage, last - 1):
                continue  # a seat or a postcode
            if "." in word or word.casefold() in evidence.lower or word.title() in config.place_names:
                continue
            allowed = word not in config.non_bodies if last - begin == 1 else word not in config.posts
            if region and allowed and word not in config.posts:
                yield Candidate(begin, last, "BODY", "affiliation")
