import pytest

from pipeline.segment.layout import find_layout
from pipeline.segment.lines import split_lines
from pipeline.segment.shapes import load_shapes
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
SHAPES = load_shapes(CONFIG)
BODY = (
    "The board met in the old customs house and heard from the harbour master about the state of the channel.\n\n"
    "Members agreed to ask for a survey number {0} before the summer, since silt has closed two berths."
)
TITLES = [
    "Ferry fares to rise",
    "Silt closes two berths",
    "Pier to be mended",
    "Survey of the quay begins",
    "Ice plant is sold",
]
DAYS = ["4 March 2020", "9 April 2020", "2 May 2020", "7 June 2020", "8 July 2020"]


def bundle(form, titles=TITLES):
    return "".join(
        form.format(title=title, day=day, body=BODY.format(number), number=number)
        for number, (title, day) in enumerate(zip(titles, DAYS, strict=True), 1)
    )


def cut(text):
    lines = split_lines(text)
    layout = find_layout(lines, shapes=SHAPES, config=CONFIG)
    return layout.kind, [lines[draft.first].text for draft in layout.drafts], layout


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n{day}\n\n{body}\n\n",
        "{title}\n\n{day}\n\n{body}\n\n",
        "{title}\nBy Ann Oak\nSaltmere, {day}\n\n{body}\n\n",
        "{title}\n\n{body}\n\nPublished: {day}\n\n",
    ],
)
def test_date_lines_below_headlines_or_texts(form):
    kind, firsts, _ = cut(bundle(form))
    assert kind == "dated"
    assert firsts == TITLES


def test_date_lines_in_a_text_without_empty_lines():
    text = bundle("{title}\n{day}\n{body}\n").replace("\n\n", "\n")
    assert cut(text)[1] == TITLES


@pytest.mark.parametrize("form", ["{day}\n{title}\n\n{body}\n\n", "{day}\n\n{title}\n\n{body}\n\n"])
def test_date_lines_above_headlines(form):
    assert cut(bundle(form))[1] == DAYS


@pytest.mark.parametrize(
    ("form", "separators"),
    [
        ("{title}\n\n{body}\n\nWhat did you think?\nGive it a star\n\nOther pages\n\n", 3),
        ("{title}\n\n{body}\n\n-----\n\n", 1),
        ("{title}\n\n{body}\n\nENDS\n\n", 1),
        ("Document {number} of 5\n\n{title}\n{day}\n\n{body}\n\n", 1),
        ("{title}\nStatus: none given\n\n{body}\n\nRelated articles\n\n", 1),
    ],
)
def test_lines_that_repeat_between_articles(form, separators):
    kind, firsts, layout = cut(bundle(form))
    assert kind == "separated"
    assert firsts == TITLES
    assert len(layout.separators) == separators


@pytest.mark.parametrize(
    "form", ["# {title}\n\n{body}\n\n", "{title}\n\n{body}\n\n\n\n", "{title}\n\nSALTMERE - {body}\n\n"]
)
def test_other_marks(form):
    titles = [f"{title} in the old harbour" for title in TITLES]
    firsts = cut(bundle(form, titles))[1]
    assert [first.removeprefix("# ") for first in firsts] == titles


LETTER = "Thursday 4 March 2020\n\nReply to the harbour review\n\nIntroduction\n\n{0}\n\nOur view\n\n{0}\n\nNext\n\n{0}"


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format(BODY),
        # the same three headings under each of four parts of one report
        "Report on ports\n\n"
        + "".join(f"{p}\n\nBackground\n\n{BODY}\n\nActions\n\n{BODY}\n\n" for p in ("North", "South", "East", "West")),
        # a timetable: titles and days, but no texts
        "Events\n\n" + "".join(f"{title}\n{day}\n\n" for title, day in zip(TITLES, DAYS, strict=True)),
        "One line only",
        BODY,
    ],
)
def test_one_letter_report_or_timetable_stays_whole(text):
    kind, firsts, _ = cut(text)
    assert (kind, len(firsts)) == ("whole", 1)


def test_no_lines_no_articles():
    assert find_layout([], shapes=SHAPES, config=CONFIG).drafts == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end):
    text = bundle("{title}\n{day}\n\n{body}\n\n").replace("\n", end)
    assert cut(text)[1] == TITLES
