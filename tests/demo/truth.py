"""The truth of the demonstration corpus as tables: what stands where, when it was published, what was planted."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.demo.language import load_patterns
from tests.demo.model import SHARED, text_of
from tests.demo.page import CURLY, Page, Place
from tests.demo.plan import FIRST_YEAR, LAST_YEAR, SILENT_YEARS, THEMES, planted

YEARS = [year for year in range(FIRST_YEAR, LAST_YEAR + 1) if year not in SILENT_YEARS]


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return lines.getvalue().encode()


def make_truth(pages: list[Page]) -> dict[str, bytes]:
    """All tables of truth by file name."""
    found = [(page, place) for page in pages for place in page.places]
    shares = {place.article.plan.key: shares_of(place.words) for _, place in found}
    return {
        "articles.csv": articles_table(found),
        "furniture.csv": write_csv(
            ("source", "start", "end", "text"),
            [(page.source, start, end, page.text()[start:end]) for page in pages for start, end in page.furniture],
        ),
        "mentions.csv": mentions_table(pages),
        "money.csv": money_table(pages),
        "theme_shares.csv": write_csv(
            ("article", *THEMES, SHARED),
            [(key, *(f"{shares[key][theme]:.6f}" for theme in (*THEMES, SHARED))) for key in sorted(shares)],
        ),
        "prevalence.csv": prevalence_table([place for _, place in found], shares),
        "terms.csv": terms_table(),
    }


def shares_of(words: Mapping[str, int]) -> dict[str, float]:
    """The share of each theme in a count of words."""
    total = sum(words.values())
    return {theme: words.get(theme, 0) / total for theme in (*THEMES, SHARED)}


def placed(page: Page, start: int, end: int) -> dict[str, object]:
    """Where something stands: nothing for a document in a package, whose text is the reader's to lay out."""
    is_text = page.packed is None
    return {"source": page.source, "start": start if is_text else "", "end": end if is_text else ""}


def write_rows(rows: list[dict[str, object]]) -> bytes:
    """A CSV file of rows that all have the same columns."""
    return write_csv(list(rows[0]), [list(row.values()) for row in rows])


def articles_table(found: list[tuple[Page, Place]]) -> bytes:
    """One row an article: where it stands, its headline in full and as printed, its day, and what it repeats."""
    rows = []
    for page, place in found:
        plan = place.article.plan
        full, printed = (text_of(runs) for runs in (place.article.title, place.article.printed_title))
        row: dict[str, object] = {"article": plan.key, **placed(page, place.start, place.end)}
        row["title"] = full.translate(CURLY) if page.is_curly else full
        row["printed_title"] = printed.translate(CURLY) if page.is_curly else printed
        row |= {"date": plan.date, "posted": plan.posted, "year": plan.date.year}
        row |= {"duplicate_of": plan.repeats, "kind": plan.kind, "outlet": plan.outlet}
        rows.append(row)
    return write_rows(rows)


def mentions_table(pages: list[Page]) -> bytes:
    """One row a mention of a person, body or sum."""
    rows = []
    for page in pages:
        for found in page.mentions:
            row: dict[str, object] = {"article": found.key, **placed(page, found.start, found.end)}
            row |= {"type": found.mention.type, "surface": found.surface, "canonical": found.mention.canonical}
            rows.append(row)
    return write_rows(rows)


def money_table(pages: list[Page]) -> bytes:
    """One row a sum: its value, currency, period, qualifier, theme and what it is for."""
    rows = []
    for page in pages:
        for found in page.mentions:
            mention = found.mention
            if mention.type != "MONEY":
                continue
            row: dict[str, object] = {"article": found.key, **placed(page, found.start, found.end)}
            row |= {"surface": found.surface, "value": whole(mention.value), "value_high": whole(mention.value_high)}
            row |= {"currency": mention.currency, "period": mention.period, "qualifier": mention.qualifier}
            rows.append(row | {"theme": found.theme, "about": mention.about})
    return write_rows(rows)


def whole(value: float | None) -> str:
    """A value in whole pounds; empty where none is stated."""
    return "" if value is None else f"{value:.0f}"


def prevalence_table(places: list[Place], shares: Mapping[str, Mapping[str, float]]) -> bytes:
    """Each theme's share of a year: as planted and as it came out, for each outlet and for both together."""
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for place in places:
        plan = place.article.plan
        if not plan.repeats:
            groups["all", plan.date.year].append(plan.key)
            groups[plan.outlet, plan.date.year].append(plan.key)
    counts = Counter({group: len(keys) for group, keys in groups.items()})
    rows = []
    for (outlet, year), keys in sorted(groups.items()):
        weights = {name: counts[name, year] for name in ("union", "paper")} if outlet == "all" else {outlet: 1}
        came = {theme: sum(shares[key][theme] for key in keys) / len(keys) for theme in (*THEMES, SHARED)}
        for theme, share in came.items():
            # what is planted is each theme's part of the text that is about a theme at all
            asked = share if theme == SHARED else mixed(theme, year, weights) * (1 - came[SHARED])
            rows.append((theme, year, outlet, f"{asked:.6f}", f"{share:.6f}", len(keys)))
    return write_csv(("theme", "year", "outlet", "planted", "share", "n_articles"), sorted(rows))


def mixed(theme: str, year: int, weights: Mapping[str, int]) -> float:
    """The planted share of a theme among themes, over outlets by their articles."""
    total = sum(weights.values())
    parts = [planted(year, outlet)[theme] * weight / total for outlet, weight in weights.items() if weight]
    return sum(parts)


def terms_table() -> bytes:
    """The vocabulary of each theme: how often each word of four letters or more stands in its patterns."""
    rows = []
    for theme in (*THEMES, SHARED):
        text = " ".join(line for lines in load_patterns(theme).values() for line in lines)
        words = Counter(word for word in split_words(text) if len(word) >= 4)
        ordered = sorted(words.items(), key=lambda item: (-item[1], item[0]))
        rows += [(theme, word, count) for word, count in ordered if count > 1]
    return write_csv(("theme", "word", "count"), rows)


def split_words(text: str) -> list[str]:
    """The words of a pattern in lower case, its slots left out."""
    bare = "".join(part.split("}")[-1] for part in text.split("{"))
    return ["".join(c for c in word.lower() if c.isalpha()) for word in re.split(r"[\s|\[\]]+", bare)]
