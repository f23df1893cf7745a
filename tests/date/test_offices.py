import datetime as dt

import pytest

from pipeline.corpus import Office
from pipeline.date.clues import read_article
from pipeline.date.grid import Grid
from pipeline.date.offices import find_offices

OFFICES = (
    Office("NLA President", "Ada Lane", dt.date(2017, 4, 1), dt.date(2018, 3, 31)),
    Office("NLA Vice President", "Ada Lane", dt.date(2016, 4, 1), dt.date(2017, 3, 31)),
    Office("NLA President", "Bo Reed", dt.date(2018, 4, 1), None),
)


def found(text, title="Pier"):
    clues = find_offices(read_article(title, text, None, None), OFFICES, grid=Grid(2015, 2020))
    return [(clue.shape.profile, dt.date.fromordinal(clue.shape.spans[0][0]).isoformat()) for clue in clues]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lane, President of NLA, said:",
        "NLA President Ada Lane said",
        "the President of the Norland Library Association (NLA), Ada Lane, spoke",
        "NLA president, Ada Lane, said",
    ],
)
def test_the_holder_named_in_office_dates_the_text_to_the_term(text):
    assert found(text) == [("office", "2017-04-01")]


def test_a_vice_president_is_no_president():
    assert found("Ada Lane, NLA Vice President, said") == [("office", "2016-04-01")]
    assert found("NLA Vice-President Ada Lane said") == [("office", "2016-04-01")]


@pytest.mark.parametrize(
    "text",
    [
        "Former NLA President Ada Lane said",
        "Ada Lane, the next NLA President, said",
        "Ada Lane will become NLA President in April",
        "Ada Lane said. The President of the club left.",
        "Ada Laner, NLA secretary",
        "The NLA President spoke",
        'The NLA President said: "Nobody knows more than Ada Lane"',
    ],
)
def test_offices_not_held_now_do_not_count(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Members elected Cy Moss as Vice President for 2018-19.",
        "Cy Moss has been chosen Mayor 2018/19 by the council.",
    ],
)
def test_who_was_chosen_for_a_term_is_told_before_it_begins(text):
    assert found(text) == [("term_ahead", "2018-04-01")]


def test_a_choice_in_another_sentence_does_not_look_ahead():
    assert found("Cy Moss was elected. He was President 2018/19.") == [("signed_term", "2018-04-01")]


def test_of_several_holders_the_latest_counts():
    assert found("Ada Lane was NLA President. Bo Reed, NLA President, said") == [("office", "2018-04-01")]


def test_a_term_that_lasts_reaches_past_the_grid():
    (clue,) = find_offices(read_article("", "NLA President Bo Reed said", None, None), OFFICES, grid=Grid(2015, 2020))
    assert clue.shape.spans[0][1] > dt.date(2020, 12, 31).toordinal()


def test_far_inside_a_text_an_office_may_be_recalled():
    filler = "The quay was painted. " * 40
    assert found(f"{filler}NLA President Ada Lane said so. {filler}") == [("office_recalled", "2017-04-01")]


def test_a_signed_term_needs_no_table():
    assert found("The pier.\nCy Moss, NLA Chair 2019/20") == [("signed_term", "2019-04-01")]
    filler = "The quay was painted.\n" * 10
    assert found(f"She was Chair 2019/20.\n{filler}") == [("term_recalled", "2019-04-01")]


def test_a_signed_term_runs_as_the_known_terms_of_that_office_do():
    offices = (Office("NLA President", "Ada Lane", dt.date(2017, 6, 1), dt.date(2018, 5, 31)),)
    (clue,) = find_offices(
        read_article("", "The pier.\nCy Moss, President 2019/20", None, None), offices, grid=Grid(2015, 2020)
    )
    assert clue.shape.spans == ((dt.date(2019, 6, 1).toordinal(), dt.date(2020, 5, 31).toordinal()),)
