from __future__ import annotations

import pytest

from pipeline.browse.themes import behind_rows, course, evidence_rows, theme_rows
from pipeline.summary import article_themes


@pytest.fixture
def themes(given, keys, voice):
    return theme_rows(given, article_themes(given.article_topics, given.topics, given.themes), keys, voice)


def test_each_theme_has_its_years_in_order_and_none_for_a_gap(themes):
    assert [theme["label"] for theme in themes] == ["Theme A0", "Theme B1", "Theme C2"]
    for theme in themes:
        assert [point[0] for point in theme["points"]] == [2016, 2017, 2020, 2021]
        assert [point[8] for point in theme["points"]] == [0, 0, 0, 1]  # the last year is sparse


def test_the_parts_of_a_year_sum_to_its_share(themes):
    for theme in themes:
        for point, (year, flat, _, rest) in zip(theme["points"], theme["behind"], strict=True):
            assert year == point[0]
            # a part is rounded to a millionth
            assert sum(flat[1::2]) + rest == pytest.approx(1e6 * point[1], abs=len(flat))


def test_parts_beyond_the_most_are_added_up(given, keys, speak):
    behind = behind_rows(given.contributions, keys, speak(given, most_behind=2))
    # six articles a year, the last year five: two are listed
    assert {len(flat) for rows in behind.values() for _, flat, _, _ in rows} == {4}
    assert [rest for _, _, rest, _ in behind["theme-01"]] == [4, 4, 4, 3]


def test_evidence_leads_to_articles_and_characters(given, keys):
    found = evidence_rows(given.evidence, keys)["theme-01"]["passage"]
    first = given.articles.iloc[0]
    start = first["spans"][1][0]
    assert found[0] == [0, start, start + len(first["text"].split("\n")[1]), 500]


def test_a_course_names_first_last_highest_and_lowest(voice):
    points = [[2016, 0.2, 0.1, 0.3], [2017, 0.5, 0.4, 0.6], [2020, 0.1, 0.0, 0.2]]
    said = course(points, voice).replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith("20 % in 2016 (10 to 30 %), 10 % in 2020 (0 to 20 %)")
    assert "highest 50 % in 2017 (40 to 60 %), lowest 10 % in 2020" in said


def test_no_identifier_that_could_name_a_person_is_shown_where_people_are_not(given, keys, speak):
    shares = article_themes(given.article_topics, given.topics, given.themes)
    rows = theme_rows(given, shares, keys, speak(given, people="none"))
    assert [row["key"] for row in rows] == ["theme-1", "theme-2", "theme-3"]
