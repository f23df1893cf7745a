"""python -m pipeline.keep: keep the themes of a run, so that their ids and labels hold when documents are added."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import CorpusError, ThemelineError, one_line
from pipeline.files import read_table, write_whole
from pipeline.kept import KeptTheme, find_kept, theme_terms, write_kept


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 after one line that says what is wrong."""
    asked = argparse.ArgumentParser(prog="make keep", description=__doc__)
    asked.add_argument("--made", type=Path, required=True, help="the folder of tables")
    asked.add_argument("--into", type=Path, required=True, help="the file of kept themes")
    given = asked.parse_args(arguments)
    try:
        former, now = find_kept(given.into), themes_now(given.made)
        write_whole(given.into, write_kept(add_gone(now, former)).encode("utf-8"))
    except ThemelineError as fault:
        print(f"themeline: {one_line(str(fault))}", file=sys.stderr)
        return 1
    ids, known = {theme.theme_id for theme in now}, {theme.theme_id for theme in former}
    told = f"{len(ids & known)} known before, {len(ids - known)} new, {len(known - ids)} not found any more"
    print(f"{len(ids)} themes are kept in {given.into}: {told}.")
    return 0


def themes_now(made: Path) -> list[KeptTheme]:
    """The themes of the run in the folder `made`."""
    if not (made / "themes.parquet").is_file():
        raise CorpusError(f"{made}: no themes of a run. Run make all first, or name the folder: make keep MADE=DIR.")
    names = ("themes", "topics", "topic_terms", "articles", "documents")
    themes, topics, topic_terms, articles, documents = (read_table(made / f"{name}.parquet") for name in names)
    terms = theme_terms(topics, topic_terms)
    corpus = hashlib.sha256("\n".join(sorted(documents["document_id"])).encode()).hexdigest()[:12]
    latest = articles["date"].max()
    until = "" if latest != latest else latest.date().isoformat()
    rows = zip(themes["theme_id"], themes["label"], themes["kind"], strict=True)
    return [KeptTheme(theme, label, kind, corpus, until, terms[theme]) for theme, label, kind in rows]


def add_gone(now: Sequence[KeptTheme], former: Sequence[KeptTheme]) -> list[KeptTheme]:
    """The themes of now, and those kept before that are gone: their ids stay theirs, and they may come back."""
    ids = {theme.theme_id for theme in now}
    return [*now, *(theme for theme in former if theme.theme_id not in ids)]


if __name__ == "__main__":
    sys.exit(main())
