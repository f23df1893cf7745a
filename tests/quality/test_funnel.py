"""The funnel adds up from files to articles: every file, every character and every article is kept or has a reason."""

from itertools import pairwise

import pytest

from pipeline.offsets import kept_text
from pipeline.sources import find_sources
from tests.conftest import HERE
from tests.quality.rooms import corpus_of, dated, segmented

DEMO = HERE / "data/demo"


@pytest.fixture(scope="module")
def found():
    return segmented(DEMO / "documents", corpus=corpus_of(DEMO / "corpus.toml"))


@pytest.fixture(scope="module")
def places(found):
    """Of each document the stretches kept and dropped, as (start, end), in order."""
    parts = {document_id: [] for document_id in found.documents["document_id"]}
    for row in found.segments.itertuples():
        parts[row.document_id] += [(int(start), int(end)) for start, end in row.spans]
    for row_id in found.dropped["row_id"]:
        document_id, _, place = row_id.partition(":")
        start, end = place.split("-")
        parts[document_id].append((int(start), int(end)))
    return {document_id: sorted(stretches) for document_id, stretches in parts.items()}


def test_files_are_documents_or_rejects(found):
    files = {source.name for source in find_sources(DEMO / "documents")}
    rejected = {row_id for row_id in found.unread["row_id"] if "#" not in row_id}
    assert set(found.documents["source"]) | rejected == files
    assert len(found.documents) + len(rejected) == len(files)


def test_characters_that_are_not_blank_are_kept_or_dropped_once(found, places):
    texts = dict(zip(found.documents["document_id"], found.documents["text"], strict=True))
    for document_id, text in texts.items():
        assert all(one[1] <= other[0] for one, other in pairwise(places[document_id]))
        counted = sum(count_ink(text[start:end]) for start, end in places[document_id])
        assert counted == count_ink(text)


def count_ink(text):
    """Characters that are not blank: no white space, no marks that end an item or stand for a byte order."""
    return sum(not char.isspace() and char not in "\x1e\ufeff" for char in text)


def test_what_is_dropped_is_what_stands_there(found):
    texts = dict(zip(found.documents["document_id"], found.documents["text"], strict=True))
    for row in found.dropped.itertuples():
        document_id, _, place = row.row_id.partition(":")
        start, end = map(int, place.split("-"))
        assert texts[document_id][start:end] == row.text
        assert row.reason.replace("_", "").isalpha()


def test_articles_are_their_spans_and_all_of_them_are_dated_or_say_why_not(found):
    texts = dict(zip(found.documents["document_id"], found.documents["text"], strict=True))
    for row in found.segments.itertuples():
        assert kept_text(texts[row.document_id], row.spans) == row.text
    articles = dated(found.segments, corpus=corpus_of(DEMO / "corpus.toml"))
    assert list(articles["article_id"]) == list(found.segments["article_id"])
    assert (articles["date_evidence"].str.len() > 0).all()
    counted = articles["duplicate_of"].isna()
    leaders = set(articles.loc[counted, "article_id"])
    assert set(articles.loc[~counted, "duplicate_of"]) <= leaders
