from __future__ import annotations

from pipeline.browse.keys import build_keys


def test_people_stand_before_bodies_and_those_of_most_articles_first(given):
    # all of the made people and bodies are in as many articles: then their identifiers decide
    assert build_keys(given, people="names").names == {
        "person:ada wren": 0, "person:bo lark": 1, "person:cy finch": 2, "body:board of works": 3,
        "body:river trust": 4,
    }  # fmt: skip


def test_people_of_one_role_share_its_number_and_others_have_none(given):
    keys = build_keys(given, people="roles")
    assert keys.names == {"person:ada wren": 0, "body:board of works": 1, "body:river trust": 2}


def test_nobody_has_a_number_where_nobody_is_shown(given):
    assert build_keys(given, people="none").names == {"body:board of works": 0, "body:river trust": 1}


def test_themes_are_numbered_by_size(given):
    assert build_keys(given, people="names").themes == {"theme-01": 0, "theme-02": 1, "theme-03": 2}
