from pipeline.segment.drafts import Draft, Layout, cut_at_heads, piece_words
from pipeline.segment.lines import split_lines
from pipeline.settings import load_config

CONFIG = load_config("segment", {})
TEXT = "The board met in the customs house and heard about the state of the berths in the old harbour on the coast."


def cut(parts, heads):
    return cut_at_heads(split_lines("\n\n".join(parts)), heads, kind="dated", config=CONFIG)


def test_the_text_from_head_to_head():
    parts = ["One", TEXT, "Two", TEXT, "Three", TEXT]
    assert cut(parts, [0, 2, 4]) == Layout((Draft(0, 2), Draft(2, 4), Draft(4, 6)), kind="dated")


def test_a_short_beginning_is_the_head_of_the_page_and_a_long_one_an_article():
    parts = ["One", TEXT, "Two", TEXT, "Three", TEXT]
    assert cut(["Port news", *parts], [1, 3, 5]).drafts[0] == Draft(1, 3)
    assert cut([TEXT, *parts], [1, 3, 5]).drafts[0] == Draft(0, 1)


def test_too_few_heads_or_too_little_text_is_no_bundle():
    assert cut(["One", TEXT, "Two", TEXT], [0, 2]).drafts == ()
    assert cut(["One", "Two", "Three"], [0, 1, 2]).drafts == ()


def test_words_of_a_draft():
    assert piece_words(split_lines("One two\nthree\nfour"), Draft(0, 2)) == 3
