"""Browse: the page on which people dig, from a theme down to the passage in the raw file."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.browse.articles import article_columns
from pipeline.browse.blocks import block
from pipeline.browse.config import Config
from pipeline.browse.findings import finding_rows
from pipeline.browse.given import Given
from pipeline.browse.keys import Keys, build_keys
from pipeline.browse.names import name_rows
from pipeline.browse.page import page_bytes
from pipeline.browse.reading import caveats, certainty_part, document_rows, no_finding, reading_part
from pipeline.browse.sums import sum_columns, total_rows
from pipeline.browse.texts import Chunk, text_chunks
from pipeline.browse.themes import theme_rows
from pipeline.browse.voice import Voice, build_voice
from pipeline.corpus import Corpus
from pipeline.summary import article_themes
from pipeline.wording import count


def browse(
    documents: pd.DataFrame,
    articles: pd.DataFrame,
    article_years: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    roles: pd.DataFrame,
    topics: pd.DataFrame,
    themes: pd.DataFrame,
    topic_terms: pd.DataFrame,
    article_topics: pd.DataFrame,
    prevalence: pd.DataFrame,
    findings: pd.DataFrame,
    sums: pd.DataFrame,
    sum_totals: pd.DataFrame,
    contributions: pd.DataFrame,
    prevalence_by: pd.DataFrame,
    splits: pd.DataFrame,
    evidence: pd.DataFrame,
    ladder: pd.DataFrame,
    crosscheck: pd.DataFrame,
    certificate: pd.DataFrame,
    rejects: pd.DataFrame,
    *,
    corpus: Corpus,
    config: Config,
) -> dict[str, Any]:
    """The page as a file, index.html, that needs nothing beside it and asks for nothing."""
    given = Given(documents, articles, article_years, mentions, entities, roles, topics, themes, topic_terms,
                  article_topics, prevalence, findings, sums, sum_totals, contributions, prevalence_by, splits,
                  evidence, ladder, crosscheck, certificate, rejects)  # fmt: skip
    return write_page(given, build_voice(given, corpus=corpus, config=config))


def write_page(given: Given, voice: Voice) -> dict[str, Any]:
    """The page of the tables, and what a user must be told of it."""
    keys = build_keys(given, people=voice.publish.people)
    chunks = text_chunks(given.articles, voice)
    blocks = [block("core", core(given, keys, [len(chunk) for chunk in chunks], voice), plain_kb=voice.config.plain_kb)]
    is_large = sum(len(text) for chunk in chunks for text, _ in chunk) > voice.config.plain_kb * 1000
    blocks += [block(f"texts-{number}", chunk, plain_kb=0 if is_large else voice.config.plain_kb)
               for number, chunk in enumerate(chunks)]  # fmt: skip
    page = page_bytes(
        blocks,
        title=voice.corpus,
        language=voice.word("page.language"),
        no_script=voice.say("page.no_script"),
        skip=voice.say("page.skip"),
        loading=voice.say("page.loading"),
    )
    return {"files": {"index.html": page}, "notices": notices(chunks, given.articles, voice)}


def core(given: Given, keys: Keys, chunks: list[int], voice: Voice) -> dict[str, Any]:
    """All values of the page but the texts."""
    shares = article_themes(given.article_topics, given.topics, given.themes)
    counted = int(given.articles["duplicate_of"].isna().sum())
    values = {"articles": count(counted, "article"), "documents": count(len(given.documents), "document")}
    return {
        "words": {name: sentence for name, sentence in voice.sentences.items() if name.startswith("ui.")},
        "known": voice.known,
        "corpus": {
            "title": voice.corpus,
            "subtitle": voice.say("front.subtitle", values),
            "demonstration": voice.say("front.demonstration") if voice.is_demonstration else "",
            "people": voice.publish.people,
            "excerpts": voice.publish.excerpts,
            "firm": voice.config.firm,
            "headlines": voice.config.headline_findings,
        },
        "years": list(voice.years),
        "findings": finding_rows(given, keys, voice),
        "no_finding": no_finding(given.themes, voice) if given.findings.empty else [],
        "caveats": caveats(given, voice),
        "reading": reading_part(given, voice),
        "certainty": certainty_part(given, keys, voice),
        "documents": document_rows(given, keys, voice),
        "themes": theme_rows(given, shares, keys, voice),
        "articles": article_columns(given, shares, keys, voice),
        "names": name_rows(given.entities, given.roles, keys, voice),
        "sums": sum_columns(given, keys, voice),
        "totals": total_rows(given.sum_totals, keys, voice),
        "chunks": chunks,
    }


def notices(chunks: list[Chunk], articles: pd.DataFrame, voice: Voice) -> list[str]:
    """What a user must know who finds no texts in the page."""
    if chunks or articles.empty or not voice.publish.excerpts:
        return []
    return [voice.say("page.too_large", {"most": voice.config.most_text_mb})]
