"""From patterns to sentences: alternatives are drawn, slots are filled, and what a slot names is remembered.

A pattern is a line of text with `[one|another]` alternatives and `{slot}` or `{slot:detail}` slots; `{slot!}` asks for
a body's short form without an article; a sum's slot ends in ` = ` and what the sum is for. A line that begins with `!`
is for people who speak, with `>` for reports.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from tests.demo.cast import Body, all_bodies, bodies, members, ministers, people, term_of, towns
from tests.demo.model import SHARED, Mention, Run, plain, text_of, with_capital
from tests.demo.money import draw_sum

PATTERNS = Path(__file__).parent / "patterns"
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{([A-Za-z_]+)(!?)(?::([^}]*))?\}")
TRIES = 40
MEMBER = re.compile(r"((?:Sir |Dame )?)(.+?)((?: OBE| MBE)?)")
TYPO_SHARE = 0.02
TYPO_WORD = re.compile(r"\b[a-z]{7,}\b")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
JUDGE = "Rosalind Kettleshaw"
DAYS = {"recent_day": (-20, -2), "recent_weekday": (-20, -2), "next_day": (12, 60), "next_month": (45, 200)}


@cache
def load_patterns(name: str) -> dict[str, tuple[str, ...]]:
    """The patterns of a file by section."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (PATTERNS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:].strip()
            found[section] = []
        elif line.strip():
            found[section].append(line.strip())
    return {key: tuple(lines) for key, lines in found.items()}


@dataclass
class Pen:
    """What writes one article: its day, its drawing of lots, and what it has named so far."""

    date: dt.date
    rng: random.Random
    region: str = ""
    spells_out: float = 0.25
    subject: str = ""
    subject_theme: str = SHARED
    event: str = ""
    committee: str = ""
    percent: str = "%"
    named: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)

    def write(self, pattern: str, theme: str) -> tuple[Run, ...]:
        """The runs of one pattern, with a capital at the start."""
        return with_capital(tuple(self.write_part(pattern.lstrip("!> "), theme)))

    def write_part(self, line: str, theme: str) -> list[Run]:
        """The runs of a pattern, or of a part of one."""
        while CHOICE.search(line):
            line = CHOICE.sub(lambda match: self.rng.choice(match[1].split("|")), line, count=1)
        runs: list[Run] = []
        taken: set[str] = set()
        at = 0
        for match in SLOT.finditer(line):
            if match.start() > at:
                runs.append(plain(line[at : match.start()], theme))
            if match[1] == "sum":
                filled = self.fill_sum(match[3], theme, is_free=False, before=line[: match.start()])
            else:
                filled = self.fill(match[1], match[2] == "!", match[3] or "", theme, taken)
            at = match.end()
            # a person's role is set off by commas, unless the sentence or clause ends there
            runs += filled[:-1] if match[1] == "expert" and line[at : at + 1] in (".", ",", "") else filled
        if at < len(line):
            runs.append(plain(line[at:], theme))
        return runs

    def write_new(self, patterns: tuple[str, ...], theme: str, used: set[str]) -> tuple[Run, ...] | None:
        """A line that no article has had before, or None where the patterns have none left."""
        for _ in range(TRIES):
            named = set(self.named)
            runs = self.write(self.rng.choice(patterns), theme)
            if text_of(runs) not in used:
                used.add(text_of(runs))
                return self.slip(runs) if self.rng.random() < TYPO_SHARE else runs
            self.named = named
        return None

    def slip(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The sentence with two letters of one word changed over, as typing does."""
        index = max(range(len(runs)), key=lambda i: len(runs[i].text) * (runs[i].mention is None))
        words = list(TYPO_WORD.finditer(runs[index].text))
        if not words or runs[index].mention:
            return runs
        word = self.rng.choice(words)
        at = word.start() + self.rng.randint(1, len(word[0]) - 3)
        text = runs[index].text
        text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        return (*runs[:index], Run(text, runs[index].theme), *runs[index + 1 :])

    def fill(self, slot: str, is_short: bool, detail: str, theme: str, taken: set[str]) -> list[Run]:
        """The runs of one slot."""
        if slot == "money":
            return self.fill_sum(detail, theme, is_free=True)
        if slot in ("town", "council", "trust"):
            return self.fill_place(slot, theme, taken)
        if slot in bodies():
            return self.name_body(self.rng.choice(bodies()[slot]), theme, is_short=is_short)
        if slot == "expert":
            return self.fill_expert(theme)
        if slot == "member":
            return self.fill_member(theme)
        if slot == "committee":
            return [Run(self.committee, theme, Mention("BODY", self.committee))]
        name = self.person_of(slot)
        if name:
            return [Run(name, theme, Mention("PERSON", name))]
        return [
            plain(self.word_of(slot, detail), self.subject_theme if slot.lower() in ("topic", "subject") else theme)
        ]

    def fill_sum(self, detail: str, theme: str, *, is_free: bool, before: str = "") -> list[Run]:
        """The runs of a sum, which know what it is for."""
        spec, _, about = detail.partition(" = ")
        runs = draw_sum(self.rng, spec, theme=theme, is_free=is_free, before=before)
        return [run if run.mention is None else replace(run, mention=replace(run.mention, about=about)) for run in runs]

    def fill_place(self, slot: str, theme: str, taken: set[str]) -> list[Run]:
        """A town, or its council or harbour body; no town twice in a sentence, the region's own where there is one."""
        near = [town for town in towns() if self.region in ("", town.region) and town.name not in taken]
        town = self.rng.choice(near or list(towns()))
        taken.add(town.name)
        if slot == "town":
            return [plain(town.name, theme)]
        name = town.council if slot == "council" else town.trust
        return [Run(name, theme, Mention("BODY", name))]

    def name_body(self, body: Body, theme: str, *, is_short: bool) -> list[Run]:
        """A body by its long form, with its short form in brackets at first mention, or by its short form."""
        short, long = (Run(text, theme, Mention("BODY", body.name)) for text in (body.short, body.name))
        is_first = body.name not in self.named
        self.named.add(body.name)
        if is_short:
            return [short if body.short else long]
        if not body.short:
            return [plain("the ", theme), long] if body.has_article else [long]
        if is_first and self.rng.random() < self.spells_out:
            article = [plain("the ", theme)] if body.has_article else []
            return [*article, long, plain(" (", theme), short, plain(")", theme)]
        return [plain("the ", theme), short] if body.short_has_article else [short]

    def fill_expert(self, theme: str) -> list[Run]:
        """A person with role and body, set off by commas."""
        person = self.rng.choice(people())
        body = all_bodies()[person.body]
        return [
            Run(person.name, theme, Mention("PERSON", person.name)),
            plain(f", {person.role} at ", theme),
            *self.name_body(body, theme, is_short=False),
            plain(",", theme),
        ]

    def fill_member(self, theme: str) -> list[Run]:
        """Someone with a place in the world, titles and letters before and after the name left out of it."""
        written, role = self.rng.choice(members())
        before, name, after = MEMBER.fullmatch(written).groups()  # type: ignore[union-attr]
        person = Run(name, theme, Mention("PERSON", name))
        runs = [plain(before, theme), person, plain(f"{after}, ", theme), *self.name_role(role, theme)]
        return [run for run in runs if run.text]

    def name_role(self, role: str, theme: str) -> list[Run]:
        """What someone is: words, then perhaps a body."""
        for name in all_bodies():
            if role.endswith(f" {name}"):
                return [plain(role.removesuffix(name), theme), Run(name, theme, Mention("BODY", name))]
        return self.write_part(role, theme)

    def person_of(self, slot: str) -> str:
        """Who is meant by a slot that names an office holder; empty for other slots."""
        later = {"president": 0, "vice_president": 1, "next_vice": 2}.get(slot)
        if later is not None:
            return term_of(self.date, later=later).name
        if slot == "minister":
            return next(term.name for term in ministers() if term.start <= self.date <= term.end)
        return JUDGE if slot == "judge" else ""

    def word_of(self, slot: str, detail: str) -> str:
        """The text of a slot that names neither person, body nor sum."""
        if slot in DAYS:
            return self.day_of(slot)
        year = self.date.year
        words = {
            "subject": lambda: self.subject,
            "topic": lambda: re.sub(r"^the ", "", self.subject),
            "Topic": lambda: re.sub(r"^the ", "", self.subject)[:1].upper() + re.sub(r"^the ", "", self.subject)[1:],
            "event": lambda: self.event,
            "region": lambda: self.region or self.rng.choice(towns()).region,
            "term": lambda: term_of(self.date).label(),
            "next_term": lambda: term_of(self.date, later=1).label(),
            "this_year": lambda: str(year),
            "past_year": lambda: str(year - self.rng.randint(1, 8)),
            "next_year": lambda: str(year + self.rng.randint(1, 4)),
            "n": lambda: spelled(self.rng.randint(*map(int, detail.split("-")))),
            "figure": lambda: str(self.rng.randint(*map(int, detail.split("-")))),
            "pct": lambda: f"{self.rng.randint(*map(int, detail.split('-')))}{self.percent}",
        }
        return words[slot]()

    def day_of(self, slot: str) -> str:
        """A day or month before or after the article's own day, as people write it."""
        day = self.date + dt.timedelta(days=self.rng.randint(*DAYS[slot]))
        day -= dt.timedelta(days=max(0, day.weekday() - 4))
        if slot == "next_month":
            return f"{day:%B}"
        plain_day = f"{day.day} {day:%B}"
        if slot == "recent_weekday":
            return f"{day:%A} {plain_day}"
        return f"{plain_day} {day.year}" if self.rng.random() < 0.15 else plain_day


def spelled(number: int) -> str:
    """A count as people write it: in letters below ten, with commas from a thousand."""
    return SMALL[number] if number < len(SMALL) else f"{number:,}"
