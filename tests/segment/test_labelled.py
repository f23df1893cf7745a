import pytest

from pipeline.segment.labelled import find_labelled, unquote
from pipeline.segment.lines import split_lines
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
EXPORT = "".join(
    f"Title: Story {n} of the quay\nDate: {n} May 2020\nAuthor: Ann Oak\n\nThe board met for the {n}th time.\n\n"
    for n in (1, 2)
)
FRONT = '---\ntitle: "Story of the quay"\ndate: 2020-05-01\ntags: [port]\n---\n\nThe board met.\n'


def kept(lines, draft):
    return [line.text for line in lines[draft.first : draft.last] if not line.role]


def test_headers_of_labelled_lines():
    lines, layout = find_labelled(split_lines(EXPORT), config=CONFIG)
    assert [(draft.title, draft.author) for draft in layout.drafts] == [
        ("Story 1 of the quay", "Ann Oak"),
        ("Story 2 of the quay", "Ann Oak"),
    ]
    assert kept(lines, layout.drafts[0]) == ["Story 1 of the quay", "1 May 2020", "The board met for the 1th time."]


def test_front_matter():
    lines, layout = find_labelled(split_lines(FRONT), config=CONFIG)
    (draft,) = layout.drafts
    assert (draft.title, draft.published) == ("Story of the quay", "2020-05-01")
    assert kept(lines, draft) == ["Story of the quay", "The board met."]
    assert all(FRONT[line.start : line.end] == line.text for line in lines)


@pytest.mark.parametrize(
    ("value", "bare"),
    [('"The quay"', "The quay"), ("'The quay'", "The quay"), ("“The quay”", "“The quay”"), ('"', '"'), (" a ", "a")],
)
def test_marks_of_yaml_are_no_part_of_a_value(value, bare):
    assert unquote(value) == bare


@pytest.mark.parametrize(
    "text",
    ["", "Subject: the quay\n\nDear all,", "Agenda\n\nTitle: a\nDate: 1 May 2020\n", "Note: one\nAction: two\n\nText."],
)
def test_other_lines_with_a_colon_are_text(text):
    lines = split_lines(text)
    found, layout = find_labelled(lines, config=CONFIG)
    assert layout.drafts == () or "Agenda" in text
    assert [line.text for line in found if not line.role][:1] == [line.text for line in lines][:1]
