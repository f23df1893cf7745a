import pytest

from pipeline.segment.callouts import find_callouts, to_reader
from pipeline.segment.lines import split_lines
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
NEWS = "The board met in the customs house on Monday and heard from the harbour master. It agreed to mend the pier. "
BOX = (
    "Tell us about your harbour\n\nDo you know a pilot whom you admire and whose story you would like to share?\n\n"
    "Send your story by e-mail to desk@port.example with a picture of you."
)
PARTS = ["Ferry fares to rise", NEWS * 3, "Who pays for it", NEWS * 3, BOX, "What happens next", NEWS * 3]


def found(parts):
    lines = split_lines("\n\n".join(parts))
    kept = list(range(len(lines)))
    return [lines[index].text for index in sorted(find_callouts(lines, kept, config=CONFIG))]


def test_a_box_that_speaks_to_the_reader_is_found_and_no_more():
    assert found(PARTS) == BOX.split("\n\n")


@pytest.mark.parametrize(
    "parts",
    [
        PARTS[:4],
        [*PARTS[:4], "Tell us", "“You know, you and your boat, you must e-mail us,” the master said.", *PARTS[5:]],
        [part.replace("The board", "If you ask your board, you") for part in PARTS],
        [*PARTS[:2], BOX.replace(" by e-mail to desk@port.example", "")],
    ],
)
def test_quotations_and_articles_written_to_the_reader_stay(parts):
    assert found(parts) == []


def test_words_to_the_reader_outside_quotation_marks():
    assert to_reader("Do you know your pilot? “You do,” he said. You’ll see.") == 3
