from __future__ import annotations

import ctypes
import io
import re

import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import Image

from pipeline.corpus import Corpus
from pipeline.report.stage import report
from tests.charts.made import REPORT_TABLES, config, empty_tables, made_rejects, made_tables, report_inputs

HOSTILE = (
    '#eval("panic()") *b* $x$ <script>x</script> @ref `raw` \\ // \u202ertl\u202c \U0001f600 \u4e2d \x07\x00 =1+1 '
)
LONG = "W" * 10_000 + " " + "word " * 100


def write(tables, figures, *, corpus=None, rejects=None, **overlay):
    made = report(
        **report_inputs(tables), figures=figures, rejects=made_rejects() if rejects is None else rejects,
        corpus=corpus or Corpus(title="Harbour papers"), config=config("report", page_ppi=36, **overlay),
    )  # fmt: skip
    return made["files"]


def read(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    marks = [mark.get_title() for mark in document.get_toc()]
    return (
        [" ".join(page.replace("\N{NO-BREAK SPACE}", " ").split()) for page in pages],
        marks,
        document.get_metadata_dict(),
    )


@pytest.fixture(scope="module")
def files(figures):
    return write(made_tables(), figures)


def test_pages_tables_and_last_the_report(files):
    names = list(files)
    assert names[-1] == "report.pdf"
    assert names[0] == "pages/page-01.png"
    assert "tables/articles.csv" in names
    pages, _, _ = read(files["report.pdf"])
    assert len([name for name in names if name.startswith("pages/")]) == len(pages)


def test_the_pdf_is_tagged_for_all_readers(files):
    pdf = files["report.pdf"]
    for telltale in (b"pdfuaid", b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"/ViewerPreferences"):
        assert telltale in pdf
    assert len(pdf) < 5_000_000


def test_the_pdf_states_its_language_labels_its_pages_and_holds_one_family_of_letters(files):
    document = pypdfium2.PdfDocument(files["report.pdf"])
    assert raw.FPDFCatalog_IsTagged(document)
    assert b"/Lang (en-GB)" in files["report.pdf"] or b"/Lang(en-GB)" in files["report.pdf"]
    assert [document.get_page_label(place) for place in range(len(document))] == [
        str(number) for number in range(1, len(document) + 1)
    ]
    families = set()
    for page in document:
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(piece.raw)
            assert raw.FPDFFont_GetIsEmbedded(font) == 1
            name = ctypes.create_string_buffer(100)
            raw.FPDFFont_GetBaseFontName(font, name, 100)
            families.add(name.value.decode().partition("+")[2].partition("-")[0])
    assert families == {"DejaVuSans"}


def test_title_bookmarks_and_page_numbers(files):
    pages, marks, facts = read(files["report.pdf"])
    assert facts["Title"] == "Harbour papers"
    for mark in (
        "What was found",
        "What to keep in mind",
        "The themes",
        "What changed",
        "Money",
        "How sure this report is",
    ):
        assert mark in marks
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_nothing_of_the_machine_or_the_hour_is_in_the_pdf(files):
    pdf = files["report.pdf"]
    assert b"/tmp" not in pdf
    assert {match[:8] for match in re.findall(rb"Date\s*\(D:(\d+)", pdf)} <= {b"19700101"}


def test_the_same_input_gives_the_same_bytes(files, figures):
    again = write(made_tables(), figures)
    assert [name for name in files if files[name] != again[name]] == []


def test_pages_are_pictures_with_something_on_them(files):
    picture = Image.open(io.BytesIO(files["pages/page-01.png"])).convert("L")
    assert picture.width == pytest.approx(8.27 * 36, abs=1)
    darkest, lightest = picture.getextrema()
    assert darkest < 128 < lightest


def test_every_page_of_a_demonstration_says_so(figures):
    made = write(made_tables(), figures, corpus=Corpus(title="Made up", demonstration=True))
    pages, _, _ = read(made["report.pdf"])
    assert all("Demonstration corpus" in page for page in pages)


def test_hostile_text_is_shown_as_text(figures):
    made = write(made_tables(word=HOSTILE), figures, corpus=Corpus(title=HOSTILE))
    pages, _, _ = read(made["report.pdf"])
    for said in ('#eval("panic()")', "*b*", "$x$", "<script>x</script>", "@ref", "`raw`", "=1+1"):
        assert said in pages[0]
    assert b"\n=" not in made["tables/sums.csv"]


def test_endless_words_and_headlines_do_not_fill_the_report(figures):
    made = write(made_tables(word=LONG), figures)
    pages, _, _ = read(made["report.pdf"])
    assert len(pages) < 20


@pytest.mark.parametrize("tables", [
    pytest.param(empty_tables(REPORT_TABLES), id="nothing"),
    pytest.param(made_tables(n_articles=1, years=(2020,), n_themes=1), id="one article"),
    pytest.param({**made_tables(), **empty_tables(["sums", "mentions", "entities"])}, id="no names and sums"),
    pytest.param({**made_tables(), **empty_tables(
        ["themes", "topics", "topic_terms", "article_topics", "prevalence", "findings"])}, id="no themes"),
    pytest.param({**made_tables(), **empty_tables(["documents"])}, id="no documents"),
])  # fmt: skip
def test_little_input_still_gives_a_report(tables, figures):
    made = write(tables, figures, rejects=made_rejects().head(0))
    pages, marks, _ = read(made["report.pdf"])
    assert "What was found" in pages[0]
    assert "How to make this report again" in marks
    assert all(len(page) > 100 for page in pages)
