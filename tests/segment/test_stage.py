"""The stage segment as a whole: bundles in our own words, and what must hold of any text."""

import hashlib
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks import arrange, check, empty
from pipeline.offsets import kept_text
from pipeline.segment.stage import segment
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
BODY = (
    "The board met in the customs house and heard about berth {0}.\n\nMembers asked for a survey of berth {0} by June."
)
TITLES = [
    "Ferry fares to rise",
    "Silt closes two berths",
    "Pier to be mended",
    "Quay survey begins",
    "Ice plant is sold",
]


def documents(*texts, sources=None):
    rows = [
        {
            "document_id": hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12],
            "source": sources[number] if sources else f"text{number}.txt",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "n_bytes": len(text),
            "text": text,
        }
        for number, text in enumerate(texts)
    ]
    return pd.DataFrame(rows) if rows else empty("documents")


def cut(*texts, sources=None):
    made = segment(documents(*texts, sources=sources), config=CONFIG)
    segments = arrange("segments", made["segments"])
    check("segments", segments)
    return segments, made["rejects"]


def listing(end="\n"):
    block = "Labels of this page:\nNone are set\n\nOther pages"
    parts = [f"{title}\n\n{BODY.format(n)}\n\nENDS\n\n\n{block}\n" for n, title in enumerate(TITLES, 1)]
    head = "Next event\n\nFri, 22 Dec 17 09:30\n\n"
    return (head + "\n".join(parts)).replace("\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_listing_without_its_furniture(end, mark):
    text = mark + listing(end)
    segments, rejects = cut(text)
    assert segments["title"].tolist() == TITLES
    assert [part.replace(end, "\n") for part in segments["text"]] == [
        f"{title}\n\n{BODY.format(n)}" for n, title in enumerate(TITLES, 1)
    ]
    counts = rejects.groupby("reason").size().to_dict()
    assert counts == {"separator": 20, "event_widget": 2}


def test_article_ids_are_in_reading_order_and_published_is_what_the_source_states():
    one, two = "title: One\npublished: 2020-05-01\n\nFirst text.", "title: Two\nurl: https://a.example\n\nSecond text."
    text = f"\x1e\n{one}\n\n\x1e\n{two}"
    segments, _ = cut(text)
    assert segments["article_id"].str[-4:].tolist() == ["0001", "0002"]
    assert segments["published"].tolist()[0] == "2020-05-01"
    assert segments["url"].tolist()[1] == "https://a.example"
    assert segments["published"].isna().tolist() == [False, True]
    assert segments["text"].tolist() == ["One\nFirst text.", "Two\nSecond text."]


def test_the_same_article_in_two_documents_counts_where_it_has_neighbours():
    alone = f"{TITLES[0]}\n\n{BODY.format(1)}\n\nNotes by hand\n"
    segments, _ = cut(listing(), alone, sources=["listing.txt", "alone.txt"])
    (copy,) = segments[segments["duplicate_of"].notna()].itertuples()
    counted = segments.set_index("article_id").loc[copy.duplicate_of]
    assert (copy.source, counted["source"], counted["title"]) == ("alone.txt", "listing.txt", TITLES[0])


def test_no_documents_and_no_words():
    segments, rejects = cut()
    assert (len(segments), len(rejects)) == (0, 0)
    segments, rejects = cut("* * *\n\n-----\n")
    assert len(segments) == 0
    assert len(rejects) == 2
    segments, _ = cut("Word")
    assert segments[["title", "text", "n_words"]].to_numpy().tolist() == [["Word", "Word", 1]]


def test_the_order_of_documents_does_not_matter():
    frame = documents(listing(), "A letter\n\nIt says little.", BODY)
    one, other = (segment(part, config=CONFIG) for part in (frame, frame[::-1]))
    assert one["segments"].equals(other["segments"])
    assert one["rejects"].equals(other["rejects"])


def test_the_table_that_comes_in_is_not_changed():
    frame = documents(listing())
    before = frame.copy(deep=True)
    segment(frame, config=CONFIG)
    assert frame.equals(before)


def test_control_characters_are_never_kept():
    segments, _ = cut("Ferry fares to\x00rise\n\nThe board\x0b met\x1e today.\x0cAgain.")
    assert not set(segments["text"][0]) & set("\x00\x0b\x0c\x1e")


PIECES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=25),
    st.sampled_from(
        ["\n", "\n\n", "\r\n\r\n", "\r", "\x0c", "\x1e\n", "title: ", "published: ", "4 May 2020\n", "ENDS\n"]
    ),
    st.sampled_from(
        ["Related articles\n", "]]>", "https://a.example/1 ", "Wed, 09 Apr 2025 21:42:10 +0000 ", "🚢🏝️ ", "e\u0301"]
    ),
    st.sampled_from(
        ["Ferry fares to rise\n", "The board met and agreed.\n\n", "The board met…\n", "Page 1 of 2\n", "\ufeff"]
    ),
    st.sampled_from(
        ["# Pier\n", "---\n", "Photo by Ann Oak\n", "Dear Sir\n", "SALTMERE - The board\n", "Share\n", "1\n"]
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=40).map("".join), min_size=1, max_size=3, unique=True))
def test_spans_are_true_in_any_text_and_nothing_vanishes(texts):
    segments, rejects = cut(*texts)
    by_id = {row.document_id: row.text for row in documents(*texts).itertuples()}
    covered = {key: bytearray(len(text)) for key, text in by_id.items()}
    for row in segments.itertuples():
        text = by_id[row.document_id]
        spans = [(int(start), int(end)) for start, end in row.spans]
        assert kept_text(text, spans) == row.text
        assert row.start == spans[0][0] < spans[-1][1] == row.end
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert row.title.strip() != ""
        for start, end in spans:
            covered[row.document_id][start:end] = b"x" * (end - start)
    for row in rejects.itertuples():
        document_id, place = row.row_id.split(":")
        start, end = map(int, place.split("-"))
        text = by_id[document_id]
        assert text[start:end] == row.text
        assert not any(covered[document_id][start:end]), "kept and dropped at once"
        covered[document_id][start:end] = b"x" * (end - start)
    for key, text in by_id.items():
        rest = "".join(char for char, seen in zip(text, covered[key], strict=True) if not seen)
        assert not any(char.isalnum() for char in rest), rest
