import pytest

from pipeline.read import pages
from pipeline.read.faults import UnreadableError
from pipeline.read.pages import join_lines, read_pdf
from tests.read.test_stage import pdf_file

FULL = "The board has met for the third time this year and agreed to"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (f"{FULL}\nmend the pier.", f"{FULL} mend the pier."),
        (f"Pier plan\n{FULL}\nmend the pier.\nNext steps\n{FULL}\nwait.", None),
        (f"{FULL}\n• one\n• two", f"{FULL}\n\n• one\n\n• two"),
        (f"{FULL}\n12", f"{FULL}\n\n12"),
        ("", ""),
    ],
)
def test_printed_lines_are_joined_into_paragraphs(page, text):
    expected = text if text is not None else f"Pier plan\n\n{FULL} mend the pier.\n\nNext steps\n\n{FULL} wait."
    assert join_lines(page) == expected


def test_a_pdf_of_too_many_pages_is_refused_whole(monkeypatch):
    monkeypatch.setattr(pages, "MAX_PAGES", 0)
    with pytest.raises(UnreadableError) as caught:
        read_pdf(pdf_file())
    assert caught.value.reason == "too_many_pages"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"%PDF-1.7\n1 0 obj\n<<", b"%PDF-" + b"\xff" * 3000])
def test_a_broken_pdf_is_refused(content):
    with pytest.raises(UnreadableError) as caught:
        read_pdf(content)
    assert caught.value.reason == "broken_pdf"
