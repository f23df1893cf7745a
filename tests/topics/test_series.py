"""Series: known by their headlines' words; what is of a subject more than of its series joins the subject."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.topics.series import group_series, leave_series, subject_themes

# topics 0, 1 and 2 are of one series, 3 and 4 are subjects; 0 and 1 speak alike, 2 speaks as 4 does
USE = np.array(
    [
        [4, 2, 0, 0, 0],
        [3, 3, 0, 0, 0],
        [1, 0, 0, 1, 3],
        [0, 1, 6, 0, 0],
        [0, 0, 0, 4, 4],
    ]
).astype(float)  # fmt: skip
MARKS = USE / USE.sum(axis=1, keepdims=True)
HOME = np.array([0, 0, 0, 1, 2])
OF_SERIES = np.array([True, True, True, False, False])
NONE = np.zeros(5, dtype=bool)


def test_topics_whose_headlines_say_the_same_are_one_series():
    profiles = np.array([[4, 1, 0], [5, 1, 0], [0, 1, 6]]).astype(float)
    first, second, other = group_series(profiles, 0.93)
    assert first == second != other


@pytest.mark.parametrize("n_topics", [0, 1])
def test_fewer_than_two_topics_are_no_question(n_topics):
    assert group_series(np.ones((n_topics, 2)), 0.93).tolist() == [0] * n_topics


def test_a_topic_whose_marks_are_a_subjects_leaves_for_it():
    assert leave_series(MARKS, USE, HOME, OF_SERIES, NONE, leaves_series=0.5).tolist() == [0, 0, 2, 1, 2]


def test_it_stays_where_leaving_asks_for_more():
    assert leave_series(MARKS, USE, HOME, OF_SERIES, NONE, leaves_series=1.2).tolist() == HOME.tolist()


def test_it_stays_where_its_marks_are_its_own_though_its_fellows_use_them_least():
    # the subject uses the last term, the fellows hardly; but the topic itself uses most of it
    use = USE.copy()
    use[2, 4], use[4, 4] = 40, 4
    marks = use / use.sum(axis=1, keepdims=True)
    assert leave_series(marks, use, HOME, OF_SERIES, NONE, leaves_series=0.5).tolist() == HOME.tolist()


def test_it_does_not_leave_for_a_kind_of_document():
    speeches = np.array([False, False, False, False, True])
    assert leave_series(MARKS, USE, HOME, OF_SERIES, speeches, leaves_series=0.5).tolist() == HOME.tolist()


@pytest.mark.parametrize(("mass", "subjects"), [([1, 1, 1, 2, 2, 3], [1]), ([1, 1, 1, 2, 3, 2], [1, 2])])
def test_a_theme_mostly_of_one_kind_of_document_is_no_subject(mass, subjects):
    home = np.array([0, 0, 0, 1, 2, 2])
    of_series = np.array([True, True, True, False, False, False])
    of_kind = np.array([False, False, False, False, False, True])
    assert subject_themes(np.array(mass), home, of_series, of_kind).tolist() == subjects


def test_a_series_of_one_topic_stays():
    home = np.array([0, 0, 3, 1, 2])
    assert leave_series(MARKS, USE, home, OF_SERIES, NONE, leaves_series=0).tolist()[2] == 3


def test_nothing_leaves_where_there_is_no_subject():
    home = np.zeros(3, dtype=np.intp)
    found = leave_series(MARKS[:3], USE[:3], home, OF_SERIES[:3], NONE[:3], leaves_series=0)
    assert found.tolist() == [0, 0, 0]


def test_the_arguments_stay_as_they_are():
    marks, use, home = MARKS.copy(), USE.copy(), HOME.copy()
    leave_series(marks, use, home, OF_SERIES, NONE, leaves_series=0.5)
    np.testing.assert_array_equal(marks, MARKS)
    np.testing.assert_array_equal(use, USE)
    np.testing.assert_array_equal(home, HOME)
