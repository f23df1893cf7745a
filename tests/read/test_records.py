import pytest

from pipeline.read.faults import UnreadableError
from pipeline.read.records import read_records
from pipeline.settings import load_config

NAMES = load_config("read", {}).columns


def rows(text, media_type="text/csv", columns=None):
    made, _, _, rejects = read_records(text, media_type, "utf-8", columns=columns or {}, names=NAMES)
    return made.split("\x1e\n")[1:], rejects


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_found_by_their_usual_names(delimiter):
    table = "\n".join(
        delimiter.join(row) for row in [("Headline", "Body", "Link"), ("Quay", "It is open.", "https://a")]
    )
    assert rows(table)[0] == ["title: Quay\nurl: https://a\n\nIt is open."]


def test_without_a_usual_name_the_longest_column_is_the_text():
    found, _ = rows('ref,words\n1,"The quay is open again, said the board, and the ferry runs."\n')
    assert "ferry runs" in found[0]


def test_cells_may_hold_line_ends_and_markup():
    found, _ = rows('title,text\nA,"One.\n\nTwo."\nB,<p>Three</p>\n')
    assert found == ["title: A\n\nOne.\n\nTwo.\n\n", "title: B\n\nThree"]


def test_a_list_of_authors_is_joined_and_a_json_list_is_read():
    found, _ = rows('[{"text": "Some words", "authors": ["A. One", "B. Two"]}]', "application/jsonl")
    assert found == ["author: A. One, B. Two\n\nSome words"]


def test_a_broken_row_is_rejected_and_the_rest_is_read():
    found, rejects = rows('{"text": "One"}\n[1]\nnot json\n', "application/jsonl")
    assert len(found) == 1
    assert [(row, reason) for row, reason, _ in rejects] == [("2", "broken_row"), ("3", "broken_row")]


@pytest.mark.parametrize(("text", "media_type"), [("", "text/csv"), ("a,b\n", "text/csv"), ("\n", "application/jsonl")])
def test_a_table_without_rows_is_refused(text, media_type):
    with pytest.raises(UnreadableError):
        rows(text, media_type)
