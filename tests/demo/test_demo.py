"""The demonstration corpus: made anew it is the same, and its truth is true."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.corpus import parse_corpus
from tests.demo.cast import bodies, people, terms, towns
from tests.demo.compose import Writer
from tests.demo.language import Pen, load_patterns
from tests.demo.make_demo import SEED, make_demo
from tests.demo.model import SHARED, text_of
from tests.demo.plan import FIRST_YEAR, LAST_YEAR, SILENT_YEARS, SURGE, THEMES, make_plans

PIPELINE = Path(__file__).parents[2] / "pipeline"
DEMO = Path(__file__).parents[2] / "data" / "demo"
MOST_BYTES = 1_600_000


def rows(name: str) -> list[dict[str, str]]:
    with (DEMO / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def placed(name: str) -> list[dict[str, str]]:
    return [row for row in rows(name) if row["start"]]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in (DEMO / "documents").glob("*.txt")}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return make_demo()


def test_made_anew_it_is_the_same(made: dict[str, bytes]) -> None:
    kept = {path.relative_to(DEMO).as_posix(): path.read_bytes() for path in DEMO.rglob("*") if path.is_file()}
    kept.pop("README.md")
    assert sorted(kept) == sorted(made)
    changed = [name for name, content in made.items() if kept[name] != content]
    assert changed == []


def test_another_seed_makes_another_corpus(made: dict[str, bytes]) -> None:
    other = make_demo(seed=7)
    assert other["documents/mole-and-jetty.txt"] != made["documents/mole-and-jetty.txt"]
    assert other["corpus.toml"] == made["corpus.toml"]


@pytest.mark.parametrize("table", ["mentions", "money"])
def test_mentions_stand_where_the_truth_says(table: str, texts: dict[str, str]) -> None:
    for row in placed(table):
        assert texts[row["source"]][int(row["start"]) : int(row["end"])] == row["surface"]


def test_articles_begin_with_their_headline_or_date_line(texts: dict[str, str]) -> None:
    for row in placed("articles"):
        body = texts[row["source"]][int(row["start"]) : int(row["end"])]
        if row["kind"] != "letter":
            assert body.startswith(row["printed_title"])
        assert row["printed_title"] in body[:200]
        stem = row["printed_title"].removesuffix("...")
        assert row["title"].startswith(stem)


def test_articles_do_not_overlap_and_furniture_is_no_mention(texts: dict[str, str]) -> None:
    by_source: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in placed("articles"):
        by_source[row["source"]].append((int(row["start"]), int(row["end"])))
    assert by_source.keys() == texts.keys()
    for stretches in by_source.values():
        ordered = sorted(stretches)
        assert all(first[1] <= second[0] for first, second in pairwise(ordered))
    lines: dict[str, set[int]] = defaultdict(set)
    for row in rows("furniture"):
        assert texts[row["source"]][int(row["start"]) : int(row["end"])] == row["text"]
        lines[row["source"]] |= set(range(int(row["start"]), int(row["end"])))
    for row in placed("mentions"):
        assert int(row["start"]) not in lines[row["source"]]


def test_all_text_is_an_articles_or_furniture(texts: dict[str, str]) -> None:
    told: dict[str, set[int]] = defaultdict(set)
    for row in (*placed("articles"), *rows("furniture")):
        told[row["source"]] |= set(range(int(row["start"]), int(row["end"])))
    for source, text in texts.items():
        untold = "".join(text[at] for at in range(len(text)) if at not in told[source])
        assert not untold.strip(), source


@pytest.mark.parametrize("table", ["theme_shares", "prevalence"])
def test_shares_sum_to_one(table: str) -> None:
    if table == "theme_shares":
        sums = [sum(float(row[theme]) for theme in (*THEMES, SHARED)) for row in rows(table)]
        assert len(sums) == len(rows("articles"))
    else:
        totals: dict[tuple[str, str, str], float] = defaultdict(float)
        for row in rows(table):
            for column in ("planted", "share"):
                totals[row["year"], row["outlet"], column] += float(row[column])
        sums = list(totals.values())
    assert sums == pytest.approx([1.0] * len(sums), abs=1e-4)


def test_what_is_planted_is_planted() -> None:
    planted = {(row["theme"], int(row["year"]), row["outlet"]): float(row["planted"]) for row in rows("prevalence")}
    shared = {key[1:]: value for key, value in planted.items() if key[0] == SHARED}
    part = {key: value / (1 - shared[key[1:]]) for key, value in planted.items() if key[0] != SHARED}
    years = sorted({year for _, year, outlet in part if outlet == "union"})
    assert years == [year for year in range(FIRST_YEAR, LAST_YEAR + 1) if year not in SILENT_YEARS]
    for outlet in ("union", "paper"):
        course = {theme: [part[theme, year, outlet] for year in years] for theme in THEMES}
        calm = [share for share, year in zip(course["defences"], years, strict=True) if year != SURGE.year]
        assert calm == sorted(calm)
        assert course["dredging"][-1] < 0.6 * course["dredging"][0]
        assert course["fishing"] == pytest.approx([course["fishing"][0]] * len(course["fishing"]), abs=1e-4)
        assert part["storm", 2020, outlet] > 5 * part["storm", 2021, outlet]
    assert part["power", 2025, "paper"] > 5 * part["power", 2016, "paper"]
    assert max(part["power", year, "union"] for year in years) < 0.07


def test_packages_hold_what_the_truth_says() -> None:
    titles = {row["title"] for row in rows("articles") if row["source"].endswith(".csv")}
    with (DEMO / "documents" / "press-office-export.csv").open(encoding="utf-8", newline="") as lines:
        assert {row["headline"] for row in csv.DictReader(lines)} == titles


def test_reposts_repeat_older_articles_word_for_word(texts: dict[str, str]) -> None:
    articles = {row["article"]: row for row in rows("articles")}
    repeats = [row for row in articles.values() if row["duplicate_of"]]
    assert len(repeats) >= 5
    for row in repeats:
        first = articles[row["duplicate_of"]]
        if row["kind"] == "reprint":
            assert row["date"] > first["date"]
            continue
        bodies = [texts[one["source"]][int(one["start"]) : int(one["end"])] for one in (row, first)]
        assert bodies[0] == bodies[1]
        assert row["posted"] > first["posted"]


def test_size_years_and_variety(made: dict[str, bytes]) -> None:
    articles = rows("articles")
    assert len(articles) - sum(1 for row in articles if row["duplicate_of"]) >= 120
    assert sum(len(content) for content in made.values()) < MOST_BYTES
    assert {int(row["year"]) for row in articles}.isdisjoint(SILENT_YEARS)
    for theme in THEMES:
        assert len(load_patterns(theme)["sentences"]) >= 25
    assert {row["type"] for row in rows("mentions")} == {"PERSON", "BODY", "MONEY"}
    assert any(not row["value"] for row in rows("money"))


def test_no_sentence_of_a_theme_is_written_twice() -> None:
    sentences: list[str] = []
    fresh = Writer(SEED)
    for plan in make_plans(SEED)[:60]:
        pen = Pen(plan.date, random.Random(plan.key))
        found = fresh.sentences(pen, plan, speaks=True, n_words=plan.n_words)
        sentences += [text_of(runs) for theme, lines in found.items() if theme != SHARED for runs in lines]
    assert len(sentences) == len(set(sentences)) > 300


def test_corpus_toml_can_be_read() -> None:
    corpus = parse_corpus((DEMO / "corpus.toml").read_text(encoding="utf-8"), where="demo")
    assert corpus.demonstration
    assert corpus.period == (FIRST_YEAR, LAST_YEAR)
    assert len(corpus.offices) > 20


def test_readme_says_that_all_is_invented() -> None:
    assert "Everything in this folder is invented" in (DEMO / "README.md").read_text(encoding="utf-8")


def test_no_rule_or_word_list_was_made_for_it() -> None:
    """The rooms know nothing of the invented names (whole words of code, settings and word lists)."""
    files = [path for path in PIPELINE.rglob("*") if path.suffix in (".py", ".txt", ".csv", ".toml", ".typ")]
    # a comment may show its example with any name
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    known = {word for line in lines if not line.lstrip().startswith("#") for word in re.findall(r"\w+", line)}
    names = [town.name for town in towns()] + [person.name for person in people()] + [term.name for term in terms()]
    names += [body.short for group in bodies().values() for body in group if body.short]
    # words of the language, and short forms that real bodies bear too
    invented = {name.split()[-1] for name in names} - {"Bay", "Point", "Sands", "Regis", "Staithe", "IFB", "RBA"}
    assert known.isdisjoint(invented)
