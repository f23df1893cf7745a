from __future__ import annotations

import pytest

from pipeline.browse.keys import build_keys
from pipeline.browse.names import name_rows


def names_of(given, voice):
    return name_rows(given.entities, given.roles, build_keys(given, people=voice.publish.people), voice)


def test_people_have_their_posts_with_days(given, voice):
    first = names_of(given, voice)[0]
    assert (first["name"], first["role"], first["articles"]) == ("Ada Wren", "Chair", 24)
    assert [post[0] for post in first["posts"]] == ["Chair", "Treasurer"]  # three articles before two
    assert first["posts"][0][1:] == ["2016-03-01", "2017-04-01", 3]


def test_a_role_tells_of_its_people_only_how_many(given, speak):
    rows = names_of(given, speak(given, people="roles"))
    assert rows[0] == {"type": "ROLE", "name": "Chair", "also": [], "role": "", "posts": [], "first": "", "last": "",
                       "people": 1, "mentions": 24, "articles": 24}  # fmt: skip


@pytest.mark.parametrize("mode", ["roles", "none"])
def test_no_person_is_named_where_none_may_be(given, speak, mode):
    assert not any(name in str(names_of(given, speak(given, people=mode))) for name in ("Wren", "Lark", "Finch"))
