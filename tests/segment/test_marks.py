import pytest

from pipeline.segment.lines import split_lines
from pipeline.segment.marks import find_marked, find_opened, find_paged, find_spaced
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
BODY = (
    "The board met in the old customs house and heard from the harbour master about the state of the channel.\n\n"
    "Members agreed to ask for a survey of the berths before the summer."
)
TITLES = [
    "Ferry fares to rise in the old harbour next year",
    "Silt closes two berths of the fish quay again",
    "Pier to be mended before the summer season begins",
    "Survey of the quay begins after a long winter",
    "Ice plant is sold to the firm that built it",
]


def firsts(find, text):
    lines = split_lines(text)
    return [lines[draft.first].text for draft in find(lines, config=CONFIG).drafts]


@pytest.mark.parametrize(
    ("find", "form"),
    [
        (find_marked, "# {0}\n\n{1}\n\n## Details\n\n{1}\n\n"),
        (find_marked, "## {0}\n\n{1}\n\n"),
        (find_opened, "{0}\n\nSALTMERE - {1}\n\n"),
        (find_opened, "{0}\nSaltmere, 4 May 2020 - {1}\n\n"),
        (find_spaced, "{0}\n\n{1}\n\n\n\n"),
        (find_spaced, "{0}\n\n{1}\n\n\n"),
        (find_paged, "{0}\n\n{1}\n\x0c"),
    ],
)
def test_bundles(find, form):
    text = "".join(form.format(title, BODY) for title in [*TITLES, "Last of the news from the old harbour today"])
    assert [first.lstrip("# ") for first in firsts(find, text)][:5] == TITLES


@pytest.mark.parametrize(
    ("find", "text"),
    [
        # a report: one heading of the first level, parts below it
        (find_marked, "# Report\n\n" + f"## Part of the report on ports\n\n{BODY}\n\n" * 5),
        (find_marked, f"{BODY}\n\n" + f"## Part of the report on ports\n\n{BODY}\n\n" * 5),
        # sections set apart by space, with short headings
        (find_spaced, "Report\n\n" + f"Background\n\n{BODY}\n\n\n\n" * 5),
        # pages that break within a sentence
        (find_paged, f"{TITLES[0]}\n\n{BODY} The board\n\x0c" * 5),
        (find_opened, f"{BODY}\n\n" * 5),
        (find_paged, ""),
        (find_spaced, ""),
        (find_marked, ""),
        (find_opened, ""),
    ],
)
def test_one_text_stays_whole(find, text):
    assert firsts(find, text) == []
