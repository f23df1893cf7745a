"""A folder with a document of every format, plain and packed: all are read, split, and their offsets are true."""

import gzip
import io
import json

import docx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.offsets import OffsetMap, kept_text
from tests.quality.rooms import segmented
from tests.read.test_stage import pdf_file

# Each format tells of other matters, or it would be a repost. e + accent as two characters, an emoji, a long dash.
MATTERS = [
    "ice plant",
    "slipway",
    "lighthouse",
    "breakwater",
    "dry dock",
    "fish hall",
    "tide mill",
    "sail loft",
    "weir",
]
STORY = (
    "The {0} closes for repairs in week {1} — the wardens of the cafe\u0301 agreed 🚢 on it.\n\n"
    "Anyone who keeps nets beside the {0} has {1} days to fetch them, the clerk of works wrote to all tenants."
)


def stories(first, n=2):
    """(title, body) of n articles."""
    return [(f"Repairs to the {MATTERS[k]} begin", STORY.format(MATTERS[k], k + 3)) for k in range(first, first + n)]


def paragraphs(body):
    return "".join(f"<p>{part}</p>" for part in body.split("\n\n"))


def word_file(title, body):
    target, document = io.BytesIO(), docx.Document()
    for part in (title, *body.split("\n\n")):
        document.add_paragraph(part)
    document.save(target)
    return target.getvalue()


def feed(form, entry, told):
    return form.format("".join(entry.format(title, paragraphs(body), n) for n, (title, body) in enumerate(told, 1)))


RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Quay</title>{0}</channel></rss>'
RSS_ITEM = (
    "<item><title>{0}</title><description><![CDATA[{1}]]></description>"
    "<pubDate>Mon, 0{2} Mar 2021 10:00:00 +0000</pubDate></item>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>{0}</feed>'
ATOM_ENTRY = (
    "<entry><title>{0}</title><published>2021-03-0{2}T10:00:00Z</published>"
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{1}</div></content></entry>'
)
EXPORT = (
    '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{0}</channel></rss>'
)
POST = (
    "<item><title>{0}</title><content:encoded><![CDATA[{1}]]></content:encoded><wp:post_type>post</wp:post_type>"
    "<wp:post_date_gmt>2021-03-0{2} 10:00:00</wp:post_date_gmt></item>"
)


def make_folder(shift):
    """By name the bytes of a file and the (title, first words) that must be found in it; `shift` varies the words."""

    def told(first, n=2):
        return [(f"{title} in basin {shift}", f"Basin {shift}. {body}") for title, body in stories(first, n)]

    (alone,) = told(5, 1)
    plain = "\n\n".join(f"{title}\nMarch {n}, 2021\n\n{body}\n" for n, (title, body) in enumerate(told(0, 4), 1))
    marked = "\n\n".join(f"# {title}\n\n{body}" for title, body in told(1, 4))
    page = f"<html><head><title>x</title></head><body><h1>{alone[0]}</h1>{paragraphs(alone[1])}</body></html>"
    table = pd.DataFrame(told(3), columns=["title", "text"]).assign(date=["2021-03-01", "2021-03-02"])
    lines = "\n".join(json.dumps({"title": title, "text": body}) for title, body in told(6))
    sentence = f"The harbour office of basin {shift} opens at nine on weekdays and at ten on Saturdays."
    return {
        "a.txt": (plain.encode(), told(0, 4)),
        "b.md": (marked.encode(), told(1, 4)),
        "c.html": (page.encode(), [alone]),
        "d.xml": (feed(RSS, RSS_ITEM, told(2)).encode(), told(2)),
        "e.atom": (feed(ATOM, ATOM_ENTRY, told(4)).encode(), told(4)),
        "f.xml": (feed(EXPORT, POST, told(7)).encode(), told(7)),
        "g.pdf": (pdf_file(sentence), [(sentence.removesuffix("."), sentence)]),
        "h.docx": (word_file(*told(8, 1)[0]), told(8, 1)),
        "i.csv": (table.to_csv(index=False).encode(), told(3)),
        "j.jsonl": (lines.encode(), told(6)),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    raw = tmp_path_factory.mktemp("raw")
    wanted = {}
    for name, (content, told) in make_folder(1).items():
        (raw / name).write_bytes(content)
        wanted[name] = told
    for name, (content, told) in make_folder(2).items():
        (raw / f"{name}.gz").write_bytes(gzip.compress(content, mtime=0))
        wanted[f"{name}.gz"] = told
    return segmented(raw), wanted


def test_every_document_is_read_and_every_article_found(folder):
    found, wanted = folder
    assert found.unread.empty
    for name, told in wanted.items():
        rows = found.segments[found.segments["source"] == name].sort_values("start")
        assert [title.lstrip("# ") for title in rows["title"]] == [title for title, _ in told], name
        for text, (_, body) in zip(rows["text"], told, strict=True):
            assert all(part in text for part in body.split("\n\n")), name


def test_times_that_feeds_and_tables_state_are_kept(folder):
    found, _ = folder
    for name in ("d.xml", "e.atom", "f.xml", "i.csv"):
        rows = found.segments[found.segments["source"].str.removesuffix(".gz") == name]
        assert sorted(rows["published"].str[:10]) == ["2021-03-01"] * 2 + ["2021-03-02"] * 2, name


def test_offsets_are_true(folder):
    found, _ = folder
    for row in found.segments.itertuples():
        text = found.texts[row.source]
        assert kept_text(text, row.spans) == row.text
        assert text[row.start : row.end].startswith(row.text[:10])
        assert row.title.lstrip("# ") in text[row.start : row.end]


def test_a_text_file_gives_the_file_itself(folder):
    found, _ = folder
    text = found.texts["a.txt"]
    assert text == make_folder(1)["a.txt"][0].decode()
    for row in found.segments[found.segments["source"] == "a.txt"].itertuples():
        assert text[row.start :].startswith(row.title)


ENDS = st.sampled_from(["\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
WORDS = st.sampled_from(
    [
        "The board met.",
        "cafe\u0301",
        "🚢🏝️",
        "👩‍👩‍👧",
        "naïve",
        "&amp;",
        "&#8217;",
        "\u00a0",
        "“so it was”",
        "Ⅷ",
        "\u200bnull",
        "ﬁsh",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=8), end=ENDS, encoding=ENCODINGS, blank=st.booleans())
def test_offsets_are_those_of_the_file_in_any_encoding(tmp_path_factory, lines, end, encoding, blank):
    raw = tmp_path_factory.mktemp("raw")
    # enough plain words for an encoding without a mark to be known
    text = (end * (2 if blank else 1)).join(["Ferry fares to rise again this winter, says the board", *lines])
    (raw / "a.txt").write_bytes(text.encode(encoding))
    found = segmented(raw)
    (document,) = found.documents.itertuples()
    with (raw / "a.txt").open(encoding=document.encoding, newline="") as stream:
        assert stream.read() == document.text
    assert document.text.removeprefix("\ufeff") == text
    for row in found.segments.itertuples():
        assert kept_text(document.text, row.spans) == row.text
        places = OffsetMap(row.spans)
        for word in row.text.split():
            at = row.text.index(word)
            start, end_ = places.to_document(at, at + len(word))
            assert document.text[start:end_] == word


@settings(max_examples=25, deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=6))
def test_offsets_are_true_in_pages_and_feeds_with_entities(tmp_path_factory, lines):
    raw = tmp_path_factory.mktemp("raw")
    body = "".join(f"<p>{line}</p>" for line in lines)
    (raw / "a.html").write_bytes(f"<html><body><h1>Ferry fares</h1>{body}</body></html>".encode())
    (raw / "b.xml").write_bytes(feed(RSS, RSS_ITEM.replace("{1}", body), [("Ferry fares", "")]).encode())
    found = segmented(raw)
    assert set(found.documents["source"]) == {"a.html", "b.xml"}
    for row in found.segments.itertuples():
        text = found.texts[row.source]
        assert kept_text(text, row.spans) == row.text
        assert "&amp;" not in text
        assert "&#8217;" not in text
