"""Shapes: names of bodies by their head noun, such as "... Council", "University of ..." or "Department for ..."."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities.candidates import Candidate
from pipeline.entities.config import Config
from pipeline.entities.headlines import is_headline
from pipeline.entities.passages import Passage
from pipeline.entities.regions import long_region
from pipeline.entities.subjects import LISTING_HEADS, SubjectReader
from pipeline.entities.words import is_acronym, is_capital

LINKS = frozenset(("of", "for", "on"))
# Before "of", words that begin a name whose head stands at its end: "London Borough of ... Council".
BEFORE_OF = frozenset(("borough", "city", "house", "bank", "institute", "college", "university", "royal", "church"))
# "Association of ...", "Ministry of ...": what follows tells which one, whatever the words.
NAMING_HEADS = frozenset(
    ("association", "department", "ministry", "institute", "society", "federation", "confederation", "inspectorate")
)
# Behind a name, these begin something that the body gives or holds: "... for Education Survey".
TRAILERS = frozenset(
    (
        "survey",
        "report",
        "review",
        "conference",
        "bill",
        "act",
        "programme",
        "program",
        "strategy",
        "update",
        "campaign",
        "hearing",
        "joint",
        "roundtable",
        "webinar",
    )
)
NO_TAIL = frozenset(
    ("executive", "services", "service", "team", "unit", "group", "news", "police", "partners", "party")
)
SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "&", "with", "against", "from", "s"))
# Heads that a lower-case writer puts behind a capitalised name: "Derby council", "Commissioning Champions group".
# After "on" these are of a day: "a session of Congress on April 4".
MONTHS = frozenset((
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Wed", "Thu",
    "Fri", "Sat", "Sun"
))  # fmt: skip
LOWER_HEADS = frozenset(("council", "committee", "group", "university", "board", "police"))
MODIFIERS = frozenset(
    ("county", "city", "borough", "metropolitan", "district", "town", "parish", "select", "policy", "unitary")
)
PEOPLE = frozenset(("children", "women", "men", "people", "girls", "boys", "parents", "students", "workers"))
GROUP_MODIFIERS = frozenset(("working", "steering", "reference", "advisory"))


def find_shapes(passage: Passage, folded: list[str], known: set[int], config: Config) -> Iterator[Candidate]:
    """Candidate bodies by shape; `known` are the words of names that the gazetteer knows, which bound others.

    A head within a known name of several words heads nothing else: that name is complete.
    """
    reader = ShapeReader(passage, folded, known, config)
    for index, word in enumerate(folded):
        complete = index in known and (index - 1 in known or index + 1 in known)
        if word in config.heads and (not complete or reader.is_placed(index)):
            span = reader.read_head(index)
            if span is not None:
                yield Candidate(*span, "BODY", "shape")


class ShapeReader(SubjectReader):
    """Reads names around a head noun; bounds are words that cannot belong to the name."""

    def is_placed(self, head: int) -> bool:
        """Whether a place stands before a known name and makes it another's: "New York City Department of Health"."""
        before = (
            self.passage.words[head - 1] if head and head - 1 not in self.known and self.passage.is_joined(head) else ""
        )
        return before in ("City", "State", "County", "House", "Senate") or before in self.config.place_names

    def read_head(self, head: int) -> tuple[int, int] | None:
        """The name whose head is word `head`, or None where it is no name."""
        word = self.passage.words[head]
        lower = not is_capital(word)
        if lower and word not in LOWER_HEADS:
            return None
        first = self.read_left(head, lower=lower)
        last = head + 1 if lower else self.read_right(head)
        if last == head + 1 and not lower and self.goes_on(head):
            return None
        if word.lower() == "borough" and (last == head + 1 or self.folded[head + 1] != "of"):
            return None
        if self.passage.surface(first, last) in self.config.non_bodies | self.config.place_names:
            return None
        if is_headline(self.passage, head) and not self.is_labelled(first, last):
            return None
        if not self.is_regional(first, head) and not self.tells_which(first, last, head, lower=lower):
            return None
        return first, last

    def is_labelled(self, first: int, last: int) -> bool:
        """Whether the model sees a body in about these words."""
        return any(
            label == "ORG" and a < last and first < b and abs(a - first) + abs(b - last) <= 2
            for a, b, label in self.passage.names
        )

    def is_regional(self, first: int, head: int) -> bool:
        """Whether "regional" or "the region's" says which one a capitalised name of a kind means."""
        before = self.folded[max(0, first - 2) : first]
        return head - first >= 2 and (before[-1:] == ["regional"] or before in (["region", "'s"], ["county", "'s"]))

    def read_left(self, head: int, *, lower: bool) -> int:
        """The first word of the name that ends in the head."""
        words, folded = self.passage.words, self.folded
        first = head
        index = head - 1
        while index >= 0 and (self.passage.is_joined(index + 1) or self.is_list_comma(index + 1, head)):
            if not self.belongs_left(index, head, lower=lower):
                break
            if folded[index] not in SMALL and words[index] not in ("'s", "’s"):
                first = index
            index -= 1
        return first

    def belongs_left(self, index: int, head: int, *, lower: bool) -> bool:
        """Whether the word belongs to the name that ends in the head."""
        word, before = self.folded[index], self.folded[index - 1] if index else ""
        if word == "'s":
            return before in self.config.possessors or before.endswith("s")
        if word == "and":
            own = index == head - 1 and self.folded[head + 1 : head + 2] in (["of"], ["for"], ["on"])
            return not own and self.joins_names(index, head)  # "... and Committee on Fish" is another's
        if word == "in":  # "Children in Care Council", but not "Women in Kent Council"
            return before in PEOPLE and self.passage.words[index + 1] not in self.config.place_names
        if word == "of":
            return before in BEFORE_OF
        if lower and (word in MODIFIERS or (word in GROUP_MODIFIERS and self.folded[head] == "group")):
            return True
        return is_capital(self.passage.words[index]) and not self.is_bound(index)

    def is_bound(self, index: int) -> bool:
        """Whether a capitalised word cannot belong to a name's front: a sentence's small word, a role, a title."""
        word = self.folded[index]
        if word == "new" and self.passage.surface(index, index + 2) in self.config.place_names:
            return False  # New York
        if word in ("new", "next") and self.passage.is_joined(index) and is_capital(self.passage.words[index - 1]):
            return self.folded[index - 1] in self.config.function_words  # "Fishport New Crews Trust"
        if word in self.config.function_words:
            return True
        follows = self.passage.words[index + 1] if index + 1 < len(self.folded) else ""
        return (
            word in self.config.roles and follows not in ("'s", "’s") and word not in ("general", "justice", "officer")
        )

    def is_list_comma(self, index: int, head: int) -> bool:
        """Whether the comma before word `index` parts items of one name: "Housing, Communities and ... Committee"."""
        if self.passage.gaps[index] != ", " or self.folded[head] not in LISTING_HEADS:
            return False
        return "and" in self.folded[index:head] and not (
            index - 1 in self.known or is_acronym(self.passage.words[index - 1])
        )

    def joins_names(self, index: int, head: int) -> bool:
        """Whether "and" stands inside one name rather than between two."""
        before = index - 1
        if before < 0 or not is_capital(self.passage.words[before]) or before in self.known:
            return False
        if is_acronym(self.passage.words[before]) or self.folded[before] in self.config.heads | self.config.thing_heads:
            return False
        # "Leeds and Bradford Council" are two councils; "Education and Skills Committee" is one committee
        return self.folded[head] not in ("council", "university", "police", "school", "hospital", "academy")

    def read_right(self, head: int) -> int:
        """One past the last word of a name whose head begins it: "Department for ...", "University of ..."."""
        words, folded = self.passage.words, self.folded
        last = head + 1
        if not self.has_link(last) or (folded[last] == "on" and not self.is_open(head)):
            return last
        index = last
        while index < len(words) and (
            self.passage.is_joined(index) or self.opens_list(index) or self.closes_list(index, head)
        ):
            word = folded[index]
            if words[index] in ("'s", "’s"):
                if folded[index - 1] not in self.config.possessors and not folded[index - 1].endswith("s"):
                    break
            elif word in SMALL:
                if word in ("and", "&") and (self.starts_other(index + 1) or self.ends_at_place(index, head)):
                    break
            elif (
                not is_capital(words[index])
                or self.ends_right(index)
                or (folded[head + 1] == "on" and words[index][:3] in MONTHS)
            ):
                break
            else:
                last = index + 1
            index += 1
        while last > head + 1 and folded[last - 1] in TRAILERS | self.config.roles:
            last -= 1
        while last > head + 1 and (folded[last - 1] in SMALL or words[last - 1] in ("'s", "’s")):
            last -= 1
        return last

    def has_link(self, index: int) -> bool:
        """Whether a small word goes on with the name of the head right before it."""
        if index >= len(self.folded) or self.passage.gaps[index] != " ":
            return False
        return self.folded[index] in LINKS and self.folded[index - 1] not in NO_TAIL

    def ends_right(self, index: int) -> bool:
        """Whether a capitalised word ends what stands behind a head: a small word, or a person's title."""
        if self.folded[index] == "minister" and self.folded[index - 1] == "prime":
            return False  # Department of the Prime Minister
        return self.folded[index] in self.config.function_words or self.passage.words[index] in self.config.titles

    def starts_other(self, index: int) -> bool:
        """Whether another name begins at word `index`: a known one, a short form, or a head with its own "of"."""
        if index >= len(self.folded) or index in self.known or is_acronym(self.passage.words[index]):
            return True
        if self.folded[index] == "the" and self.passage.surface(max(0, index - 2), index + 2) not in self.config.places:
            return not self.is_subject(index)  # but "Yorkshire and the Humber"
        if self.folded[index] in self.config.roles or self.folded[index] == "chief":
            return True
        return self.folded[index] in self.config.heads and self.folded[index + 1 : index + 2] in (
            ["of"],
            ["for"],
            ["on"],
        )

    def goes_on(self, head: int) -> bool:
        """Whether a capitalised word follows the head, so that it heads nothing: "Council Tax"."""
        after = head + 1
        if after >= len(self.folded) or self.passage.gaps[after] not in (" ", "-", "\u00a0"):
            return False
        if not is_capital(self.passage.words[after]) or after in self.known:
            return False
        word = self.folded[after]
        return (
            word not in self.config.roles
            and word not in self.config.given_names
            and not is_acronym(self.passage.words[after])
        )

    def tells_which(self, first: int, last: int, head: int, *, lower: bool) -> bool:
        """Whether the name says which body it is, beyond words that all bodies of the kind share."""
        config, words = self.config, self.passage.words
        telling = [
            index
            for index in range(first, last)
            if index != head
            and is_capital(words[index])
            and self.folded[index] not in config.generic_words
            and self.folded[index] not in config.heads
            and (words[index] not in config.non_bodies or long_region(words[index], config) is not None)
        ]
        named = [index for index in telling if self.folded[index] != "national"]
        word = self.folded[head]
        if lower:
            if word in ("council", "university", "police"):
                return bool(named) and not (len(named) == 1 and (self.passage.opens[first] or first in self.known))
            capital = [i for i in range(first, head) if is_capital(words[i]) and words[i] not in config.non_bodies]
            if word == "committee" and len(capital) == 1 and is_acronym(words[capital[0]]):
                return capital[0] not in self.known  # a committee by its short form: "XY policy committee"
            place = self.passage.surface(first, capital[-1] + 1) in config.places if capital else True
            return bool(named) and len(capital) >= 2 and not place and not all(index in self.known for index in named)
        if word in NAMING_HEADS and last - head >= 3:
            return True
        if word in config.weak_heads:
            return len(telling) >= 2 or (len(telling) == 1 and last - first >= 3)
        return bool(telling)
