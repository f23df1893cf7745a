import io
import zipfile

import docx
import pytest

from pipeline.read.faults import UnreadableError
from pipeline.read.office import check_zip, read_docx


def test_paragraphs_and_tables_come_in_their_order():
    document = docx.Document()
    document.add_heading("Ferry board", 0)
    document.add_paragraph("First words.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Fares", "£3"
    document.add_paragraph("Last words.")
    target = io.BytesIO()
    document.save(target)
    assert (
        read_docx(target.getvalue(), most=10**7, most_main=10**7)
        == "Ferry board\n\nFirst words.\n\nFares\t£3\n\nLast words."
    )


def test_what_it_unpacks_to_is_bounded_before_it_is_opened():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 1000)
    check_zip(target.getvalue(), most=1000, most_main=1000)
    for most, most_main in ((999, 1000), (1000, 999)):
        with pytest.raises(UnreadableError) as caught:
            check_zip(target.getvalue(), most=most, most_main=most_main)
        assert caught.value.reason == "too_large"


@pytest.mark.parametrize("part", [b"no xml", b"<a>", b'<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'])
def test_a_broken_document_is_refused(part):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", part)
    with pytest.raises(UnreadableError) as caught:
        read_docx(target.getvalue(), most=10**6, most_main=10**6)
    assert caught.value.reason == "broken_docx"


def test_a_cell_that_claims_to_span_a_hundred_million_columns_is_one_cell():
    document = docx.Document()
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "Fares\nand dues"
    table.cell(0, 0)._tc.grid_span = 99_999_999
    target = io.BytesIO()
    document.save(target)
    assert read_docx(target.getvalue(), most=10**7, most_main=10**7) == "Fares and dues"
