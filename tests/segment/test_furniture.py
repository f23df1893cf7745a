import pytest

from pipeline.segment.furniture import judge_lines
from pipeline.segment.lines import split_lines
from pipeline.segment.repeats import Repeats
from pipeline.segment.shapes import load_shapes
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
SHAPES = load_shapes(CONFIG)
TEXT = "The board met in the customs house on Monday and heard about the state of the berths."
MORE = "Members agreed to ask for a survey of the channel before the summer season begins."


def judge(*parts, titled=True, is_stated=False, repeats=Repeats(), separators=(), openers=()):  # noqa: B008
    lines = split_lines("\n\n".join(parts))
    return judge_lines(
        lines,
        titled=titled,
        is_stated=is_stated,
        repeats=(repeats,),
        separators=frozenset(separators),
        openers=frozenset(openers),
        shapes=SHAPES,
        config=CONFIG,
    )


@pytest.mark.parametrize(
    ("parts", "reasons"),
    [
        # nothing to drop
        (["Ferry fares", TEXT, MORE], ["", "", ""]),
        # the headline again, a caption and its picture's description, a credit alone
        (["Ferry fares", "Ferry fares", TEXT], ["", "furniture_doubled", ""]),
        (["Ferry fares", TEXT, "Ann Oak", "Ann Oak", MORE], ["", "", "image_caption", "furniture_doubled", ""]),
        (["Ferry fares", MORE, TEXT, TEXT], ["", "", "", "furniture_doubled"]),
        (
            ["Ferry fares", TEXT, "Ann Oak, harbour master (headshot)", "Master Ann Oak (picture by Bo Elm)", MORE],
            ["", "", "image_caption", "image_caption", ""],
        ),
        (
            ["Ferry fares", TEXT, "Harbour master Ann Oak", "Ann Oak, harbour master (picture by Bo Elm)", MORE],
            ["", "", "image_caption", "image_caption", ""],
        ),
        # an end mark and the notes after it; none at the beginning, none before the greater part
        (
            ["Ferry fares", TEXT, MORE, "ENDS", "Notes", "Ann Oak leads the board."],
            ["", "", "", "furniture_shape"] + ["after_end_mark"] * 2,
        ),
        (["Ferry fares", "ENDS", TEXT, MORE], ["", "", "", ""]),
        (["Ferry fares", TEXT, "ENDS", f"{MORE} {MORE}"], ["", "", "furniture_shape", ""]),
        # labels of links, but not the headline itself
        (["View from the bridge", TEXT, "View response"], ["", "", "furniture_shape"]),
        # a teaser, cut or whole, and the notice before the text
        (["Ferry fares", "The board met in the customs house on Mon…", TEXT], ["", "teaser_repeated", ""]),
        (["Ferry fares", f"{TEXT} {MORE}", TEXT, MORE], ["", "teaser_repeated", "", ""]),
        (["Ferry fares", f"{TEXT} {MORE}", "Vote below", TEXT, MORE], ["", "teaser_repeated", "site_notice", "", ""]),
    ],
)
def test_each_rule(parts, reasons):
    assert judge(*parts) == reasons


def test_lines_that_repeat_go_unless_they_bring_in_a_quotation_or_say_a_day():
    repeats = Repeats(frozenset({"issues none", "ann oak of the board said", "4 may 2020", "ferry fares"}))
    parts = ["Ferry fares", "4 May 2020", "Issues: none", "Ann Oak of the board said:", "“We met.”", TEXT]
    assert judge(*parts, repeats=repeats) == ["", "", "furniture_repeated", "", "", ""]


def test_the_name_of_a_section_above_the_headline_goes():
    repeats = Repeats(first=frozenset({"news", "monthly harbour update"}))
    assert judge("News", "Ferry fares to rise", TEXT, repeats=repeats) == ["furniture_repeated", "", ""]
    assert judge("Monthly harbour update", "Ferries", TEXT, repeats=repeats) == ["", "", ""]
    assert judge("Page 4", "Ferry fares", TEXT)[0] == "furniture_shape"
    assert judge("Older news | Page 4 | Newer news", "Ferry fares", TEXT) == ["furniture_shape", "", ""]
    assert judge("News", TEXT, repeats=repeats) == ["", ""]
    assert judge("News", "Ferry fares to rise", TEXT, repeats=repeats, is_stated=True) == ["", "", ""]


def test_a_line_alone_is_no_headline_if_it_has_the_shape_of_furniture():
    assert judge("Older news | Page 4 | Newer news") == ["furniture_shape"]
    assert judge("Ferry fares to rise") == [""]


def test_an_event_box_goes_and_a_headline_over_a_time_stays():
    box = ["Next event", "Fri, 22 Dec 17 09:30"]
    assert judge(*box, "Ferry fares", TEXT) == ["event_widget", "event_widget", "", ""]
    assert judge("Our diary", box[1], "Ferry fares", TEXT, openers=["our diary"])[:2] == ["event_widget"] * 2
    assert judge("Ferry fares", box[1], TEXT) == ["", "", ""]
    assert judge("Ferry fares", box[1], "Who pays", TEXT) == ["", "", "", ""]


def test_separators_of_other_documents_go_at_the_edges_only():
    parts = ["Ferry fares", TEXT, "Other pages", MORE, MORE + TEXT, TEXT + MORE, MORE * 2, "Other pages"]
    reasons = judge(*parts, separators=["other pages"])
    assert [reasons[0], reasons[-1]] == ["", "separator"]
    assert (
        judge(
            *([TEXT] + [f"{MORE} {n}" for n in range(4)] + ["Other pages"] + [f"{TEXT} {n}" for n in range(4)]),
            separators=["other pages"],
        )[5]
        == ""
    )


def test_addresses_above_the_headline_of_a_letter_go():
    parts = [
        "By email to: board@port.example",
        "Thursday 4 March 2020",
        "Reply to the harbour review",
        TEXT,
        "To: the board.",
    ]
    assert judge(*parts, titled=False) == ["furniture_shape", "", "", "", ""]


def test_empty():
    assert judge("") == []
