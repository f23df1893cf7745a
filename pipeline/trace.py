"""python -m pipeline.trace: where an article or a mention stands in its raw file, or which articles a figure is of."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from pipeline.errors import CorpusError, ThemelineError, one_line
from pipeline.files import read_rejects, read_table

MARGIN = 120  # characters shown on each side of a mention
LEAST_CHANCE = 0.005  # of a year that is named
PAGE_END, ITEM_MARK = "\f", "\x1e"  # as the room read writes them
# What a document could do to a terminal that prints it as it is.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
Reasons = Mapping[tuple[int, int], str]


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 after one line that says what is wrong."""
    asked = argparse.ArgumentParser(prog="make trace ID=...", description=__doc__)
    asked.add_argument("row_id", nargs="?", default="", help="an article_id or a mention_id")
    asked.add_argument("--figure", default="", help="a figure's name, to list the articles behind its points")
    asked.add_argument("--theme", default="", help="of that theme only: its id, label or a word of the label")
    asked.add_argument("--year", default="", help="of that year only")
    asked.add_argument("--name", default="", help="of that name only")
    asked.add_argument("--corpus", type=Path, help="the corpus.toml that described the documents")
    asked.add_argument("--raw", type=Path, required=True, help="the folder of raw documents")
    asked.add_argument("--made", type=Path, required=True, help="the folder of tables")
    given = asked.parse_args(arguments)
    try:
        told = trace_figure(given) if given.figure else trace_row(given.row_id, raw=given.raw, made=given.made)
        show("\n".join(told))
    except ThemelineError as fault:
        print(f"themeline: {fault}", file=sys.stderr)
        return 1
    return 0


def show(text: str) -> None:
    """Print text without control characters; stop quietly where its reader has gone, as `head` and pagers do."""
    try:
        print(CONTROLS.sub("", text), flush=True)
    except BrokenPipeError:
        # what is still to be written at exit must not fail again (docs.python.org, signal: note on SIGPIPE)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def trace_figure(given: argparse.Namespace) -> Iterator[str]:
    """Lines for each article behind the points of a figure: what it adds, where it stands; and what they add up to."""
    from pipeline.run import load_run

    if given.year and not given.year.isdigit():
        raise CorpusError(f"trace: year {given.year!r} is no number. Give one: YEAR=2021.")
    run = load_run(given.made, corpus=given.corpus)
    rows = run.trace_point(
        given.figure,
        theme=given.theme or None,
        year=int(given.year) if given.year else None,
        name=given.name or None,
    )
    chart = run.chart(given.figure)
    by, aside = list(chart.origin.by), ["article_id", "source", "start", "end", "date", "title"]
    figures = [column for column in rows.columns if column not in [*by, *aside]]
    for key, own in rows.groupby(by, sort=False, dropna=False) if by else [((), rows)]:
        yield f"point     {', '.join(f'{name} {value}' for name, value in zip(by, key, strict=True))}".rstrip()
        sums = [f"{name} {own[name].sum():.12g}" for name in figures if name in chart.points.columns]
        yield f"adds up   {', '.join(sums) or 'to nothing: the point is of the model as a whole'}"
        yield f"articles  {len(own)}, as: {', '.join([*figures, 'article_id', 'file:start-end', 'title'])}"
        for row in own.to_dict("records"):
            parts = [f"{row[name]:.12g}" for name in figures]
            place = f"{one_line(str(given.raw / str(row['source'])))}:{row['start']}-{row['end']}"
            yield "  ".join([*parts, str(row["article_id"]), place, one_line(str(row["title"]))])
        yield ""


def trace_row(row_id: str, *, raw: Path, made: Path) -> Iterator[str]:
    """Lines of text that lead from a row back to the raw file."""
    if not row_id:
        raise CorpusError("trace: no ID was given. Take one from data/processed: make trace ID=0123456789ab:0001.")
    documents = read_table(made / "documents.parquet").set_index("document_id")
    articles = read_table(made / "articles.parquet").set_index("article_id")
    if row_id in articles.index:
        article = row_of(articles, row_id)
        reasons, years = drop_reasons(article, made), year_chances(row_id, made)
        return trace_article(row_id, article, documents, raw=raw, years=years, reasons=reasons)
    mentions = read_table(made / "mentions.parquet").set_index("mention_id")
    if row_id in mentions.index:
        return trace_mention(row_id, row_of(mentions, row_id), articles, documents, raw=raw)
    near = [name for name in [*articles.index, *mentions.index] if name.startswith(row_id)][:5]
    hint = f"Did you mean {', '.join(near)}?" if near else "IDs stand in articles.parquet and mentions.parquet."
    raise CorpusError(f"trace: no article or mention is called {row_id!r}. {hint}")


def row_of(table: pd.DataFrame, row_id: str) -> pd.Series:
    """One row of a table by its id."""
    return table.loc[[row_id]].iloc[0]


def drop_reasons(article: pd.Series, made: Path) -> Reasons:
    """Why each dropped stretch of the article's document was dropped, by its start and end there."""
    rejects = read_rejects(made / "rejects")
    own = rejects[rejects["row_id"].str.startswith(f"{article['document_id']}:") & (rejects["stage"] == "segment")]
    places = [row_id.rpartition(":")[2].split("-") for row_id in own["row_id"]]
    return {(int(start), int(end)): why for (start, end), why in zip(places, own["reason"], strict=True)}


def year_chances(row_id: str, made: Path) -> str:
    """How likely the article is of each year, likeliest first; empty where that is not known."""
    path = made / "article_years.parquet"
    if not path.is_file():
        return ""
    years = read_table(path)
    own = years[(years["article_id"] == row_id) & (years["probability"] >= LEAST_CHANCE)]
    own = own.sort_values("probability", ascending=False)
    return ", ".join(f"{year}: {chance:.0%}" for year, chance in zip(own["year"], own["probability"], strict=True))


def trace_article(
    row_id: str, article: pd.Series, documents: pd.DataFrame, *, raw: Path, years: str, reasons: Reasons
) -> Iterator[str]:
    """The article's place, its date with the evidence, and its raw text with what was dropped shown as such."""
    document = row_of(documents, article["document_id"])
    yield f"article   {row_id}"
    yield f"headline  {article['title']}"
    yield from place_lines(document, int(article["start"]), int(article["end"]), raw=raw)
    told = [f"{key} {article[key]}" for key in ("url", "author", "published") if not pd.isna(article[key])]
    if told:
        yield f"states    {', '.join(told)}"
    yield from date_lines(article)
    if years:
        yield f"years     {years}"
    if not pd.isna(article["duplicate_of"]):
        yield f"duplicate of {article['duplicate_of']}, which is counted instead"
    yield ""
    yield "raw text; what was dropped stands as {-reason: text-}"
    yield ""
    yield from raw_lines(document["text"], article, reasons)


def trace_mention(
    row_id: str, mention: pd.Series, articles: pd.DataFrame, documents: pd.DataFrame, *, raw: Path
) -> Iterator[str]:
    """The mention's place, what it was read as and by which witnesses, and the text around it."""
    article = row_of(articles, mention["article_id"])
    document = row_of(documents, article["document_id"])
    start, end = int(mention["start"]), int(mention["end"])
    yield f"mention   {row_id}"
    yield f"surface   {mention['surface']}"
    told = [f"{key} {mention[key]}" for key in ("canonical", "value", "value_high", "currency", "period", "qualifier")
            if not pd.isna(mention[key])]  # fmt: skip
    yield f"read as   {mention['type']}" + (f": {', '.join(told)}" if told else "")
    yield f"found by  {mention['found_by']}"
    yield from place_lines(document, start, end, raw=raw)
    yield f"article   {mention['article_id']}: {article['title']}"
    yield from date_lines(article)
    before, after = document["text"][max(0, start - MARGIN) : start], document["text"][end : end + MARGIN]
    yield ""
    yield f"...{' '.join(before.split())} [[{mention['surface']}]] {' '.join(after.split())}..."


def place_lines(document: pd.Series, start: int, end: int, *, raw: Path) -> Iterator[str]:
    """File, lines, page or item where the document has them, and offsets."""
    text = document["text"]
    first, last = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    yield f"file      {one_line(str(raw / document['source']))} ({document['media_type']}, {document['encoding']})"
    yield f"place     lines {first} to {last}, characters {start} to {end} of the document's text"
    if PAGE_END in text:
        pages = [text.count(PAGE_END, 0, place) + 1 for place in (start, end)]
        yield f"page      {pages[0]}" + (f" to {pages[1]}" if pages[0] < pages[1] else "")
    if text.startswith(ITEM_MARK):
        yield f"item      {text.count(ITEM_MARK, 0, start + 1)} of {text.count(ITEM_MARK)} in the file"


def date_lines(article: pd.Series) -> Iterator[str]:
    """The article's best day, interval and evidence."""
    if pd.isna(article["date"]):
        yield f"date      unknown: {article['date_evidence']}"
        return
    day, first, last = (article[key].date() for key in ("date", "date_earliest", "date_latest"))
    yield f"date      {day} (90 % interval {first} to {last}), to the {article['date_precision']}"
    yield f"basis     {article['date_basis']}: {article['date_evidence']}"


def raw_lines(text: str, article: pd.Series, reasons: Reasons) -> Iterator[str]:
    """The raw text from the article's first to its last character; what was dropped stands as {-reason: text-}."""
    at = int(article["start"])
    parts: list[str] = []
    for start, end in [*article["spans"], (article["end"], article["end"])]:
        parts += dropped_parts(text, at, int(start), reasons)
        parts.append(text[int(start) : int(end)])
        at = int(end)
    yield "".join(parts)


def dropped_parts(text: str, first: int, last: int, reasons: Reasons) -> Iterator[str]:
    """The stretch [first, last) between two that were kept: each dropped piece marked, blanks as they are."""
    at = first
    for (start, end), reason in sorted(reasons.items()):
        if first <= start and end <= last:
            yield from (mark_dropped(text[at:start]), mark_dropped(text[start:end], reason))
            at = end
    yield mark_dropped(text[at:last])


def mark_dropped(text: str, reason: str = "") -> str:
    """Dropped text with its reason where one is known; blanks as they are."""
    said = f"{reason}: " if reason else ""
    return f"{{-{said}{text}-}}" if text.strip() else text


if __name__ == "__main__":
    sys.exit(main())
