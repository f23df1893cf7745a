"""Tenures: in which posts the documents show a person, and from when to when: rows of the table `roles`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.mentions import Mention
from pipeline.entities.words import WORD, fold_name

LONGEST_NAME = 12  # words of a body's name within a role
# What joins the parts of a role and says nothing of it: "President of the ADCS" and "ADCS President" are one.
JOINING = frozenset(("of", "for", "the", "and", "at", "to", "in", "a", "an", "'s", "our", "its"))
WHOSE = re.compile(r"^(chair|spokes)(?:man|woman|person|men|women)$")

COLUMNS = ("entity_id", "role", "first_date", "last_date", "n_mentions", "n_articles")


def settle_roles(mentions: list[Mention], known: Gazetteer) -> list[Mention]:
    """The mentions with each role in the most frequent writing of its post, so that one post has one text."""
    written: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for each in mentions:
        if each.role:
            written[post_of(each.role, known)][each.role] += 1
    best = {post: max(sorted(forms), key=lambda form: forms[form]) for post, forms in written.items()}
    return [replace(each, role=best[post_of(each.role, known)]) if each.role else each for each in mentions]


def post_of(role: str, known: Gazetteer) -> frozenset[str]:
    """What a role says, whatever the order of its words: known bodies by their names, the other words folded."""
    words = WORD.findall(role)
    parts: set[str] = set()
    index = 0
    while index < len(words):
        size, body = longest_body(words[index:], known)
        parts.add(fold_name(body) if body else WHOSE.sub(r"\1", fold_name(words[index])))
        index += size
    return frozenset(parts - JOINING) or frozenset(parts)


def longest_body(words: list[str], known: Gazetteer) -> tuple[int, str | None]:
    """How many of the first words name a known body, and which; (1, None) where they name none."""
    for size in range(min(len(words), LONGEST_NAME), 1, -1):
        body = known.canonical(" ".join(words[:size]))
        if body is not None:
            return size, body
    return 1, known.short_form(words[0])


def role_rows(mentions: Iterable[Mention], articles: pd.DataFrame) -> pd.DataFrame:
    """The table `roles`, of mentions with settled roles; only articles that count are counted."""
    counting = set(articles.loc[articles["duplicate_of"].isna(), "article_id"])
    days = dict(zip(articles["article_id"], articles["date"], strict=True))
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for each in mentions:
        if each.role and each.entity_id is not None and each.article_id in counting:
            groups[each.entity_id, each.role].append(each)
    rows = [(*key, *tenure(groups[key], days)) for key in sorted(groups)]
    kinds = dict.fromkeys(("n_mentions", "n_articles"), "int64") | dict.fromkeys(
        ("first_date", "last_date"), "datetime64[ms]"
    )
    return pd.DataFrame(rows, columns=COLUMNS).astype(kinds | dict.fromkeys(("entity_id", "role"), "str"))


def tenure(mentions: list[Mention], days: Mapping[str, pd.Timestamp]) -> tuple[object, ...]:
    """First and last day on which a person is seen in a post, how many mentions and articles state it."""
    seen = sorted(days[each.article_id] for each in mentions if each.holds and not pd.isna(days[each.article_id]))
    return (
        seen[0] if seen else pd.NaT,
        seen[-1] if seen else pd.NaT,
        len(mentions),
        len({each.article_id for each in mentions}),
    )
