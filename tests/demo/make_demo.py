"""Writes the demonstration corpus: python -m tests.demo.make_demo --into data/demo [--seed 2016]."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path

from tests.demo.cast import terms
from tests.demo.compose import Writer
from tests.demo.forms import write_feed, write_letter, write_listing, write_webpage
from tests.demo.model import Article
from tests.demo.outlets import CONFERENCES, EVENTS, OUTLETS
from tests.demo.packages import write_csv, write_docx, write_html, write_rss
from tests.demo.page import Page
from tests.demo.pdf import write_pdf
from tests.demo.plan import FIRST_YEAR, LAST_YEAR, SURGE, make_plans
from tests.demo.truth import make_truth

SEED = 2016
TEXTS = {
    "mole-and-jetty.txt": write_feed,
    "white-paper-response.txt": write_letter,
    "conference-speech.txt": write_webpage,
}
PACKAGES = {"xml": write_rss, "html": write_html, "csv": write_csv, "docx": write_docx, "pdf": write_pdf}
ALIASES = (("Union of Harbour and Seaboard Towns", "UHST"), ("Department for Coasts and Ports", "DCP"))


def make_demo(seed: int = SEED) -> dict[str, bytes]:
    """All generated files by their path below data/demo."""
    pages = make_pages(seed)
    files = {f"documents/{page.source}": page.content() for page in pages}
    files |= {f"truth/{name}": content for name, content in make_truth(pages).items()}
    files["corpus.toml"] = make_corpus().encode()
    return files


def make_pages(seed: int) -> list[Page]:
    """The documents, written in the order of articles' days, so that an early choice of words binds a later one."""
    writer = Writer(seed)
    plans = sorted(make_plans(seed), key=lambda plan: (bool(plan.repeats), plan.date, plan.key))
    written: dict[str, Article] = {}
    for plan in plans:
        first = written.get(plan.repeats)
        if first is None:
            written[plan.key] = writer.compose(plan)
        elif plan.kind == "reprint":
            written[plan.key] = writer.reprint(plan, first)
        else:
            written[plan.key] = Article(plan, first.title, first.blocks, first.byline, first.printed_title)
    pages = []
    for outlet in OUTLETS:
        articles = [article for article in written.values() if article.plan.source == outlet.source]
        pages.append(form_of(outlet.source)(outlet.source, articles, random.Random(f"{seed}:{outlet.source}:form")))
    return pages


def form_of(source: str) -> Callable[[str, list[Article], random.Random], Page]:
    """What writes a document of this name."""
    if source in TEXTS:
        return TEXTS[source]
    return write_listing if source.endswith(".txt") else PACKAGES[source.rsplit(".", 1)[1]]


def make_corpus() -> str:
    """The corpus.toml: what a person who keeps this corpus would know of it."""
    lines = [
        "# What is known of the demonstration corpus. All of it is invented; tests/demo/make_demo.py writes this file.",
        'title = "Harbours and coastal towns (invented)"',
        "demonstration = true",
        f"period = [{FIRST_YEAR}, {LAST_YEAR}]",
        'currency = "GBP"',
    ]
    held = [("UHST President", term.name, term) for term in terms()]
    held += [("UHST Vice President", later.name, term) for term, later in zip(terms(), terms()[1:], strict=False)]
    for role, name, term in held:
        lines += ["", "[[offices]]", f'role = "{role}"', f'name = "{name}"', f"from = {term.start}", f"to = {term.end}"]
    for name, day in EVENTS:
        lines += ["", "[[events]]", f'name = "{name} {day.year}"', f"from = {day}", f'words = ["{name}"]']
    for year, (start, end) in CONFERENCES.items():
        name = f"UHST Annual Conference {year}"
        words = f'["{name}", "UHST Annual Conference"]'
        lines += ["", "[[events]]", f'name = "{name}"', f"from = {start}", f"to = {end}", f"words = {words}"]
    lines += [
        "",
        "[[events]]",
        'name = "Candlemas Surge"',
        f"from = {SURGE}",
        'words = ["Candlemas Surge", "Candlemas surge"]',
    ]
    for name, short in ALIASES:
        lines += ["", "[[bodies]]", f'name = "{name}"', f'aliases = ["{short}"]']
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the corpus into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, required=True, help="folder of the corpus, such as data/demo")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    for name, content in make_demo(options.seed).items():
        path = options.into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"wrote the demonstration corpus into {options.into}")


if __name__ == "__main__":
    main()
