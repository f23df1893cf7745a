from __future__ import annotations

import pytest

from pipeline.corpus import Publish
from pipeline.report.names import body_section, body_table, people_section, people_table


@pytest.mark.parametrize(("mode", "shown", "hidden"), [
    ("names", ["Ada Wren", "Chair, 2016-03 – 2017-04", "Treasurer, 2020-03 – 2021-04", "not stated"], []),
    ("roles", ["Chair", "by their roles only"], ["Ada Wren", "Bo Lark"]),
    ("none", ["People are not shown in this report."], ["Ada Wren", "Chair"]),
])  # fmt: skip
def test_people_by_name_by_role_or_not_at_all(given, tell, words, mode, shown, hidden):
    said = words(people_section(given.entities, given.roles, tell(given, publish=Publish(people=mode))))
    assert all(word in said for word in shown)
    assert not any(word in said for word in hidden)


def test_people_of_a_role_are_counted(given):
    table = people_table(given.entities.assign(role="Chair"), mode="roles")
    assert table.to_dict("list") == {"role": ["Chair"], "n_people": [3], "n_articles": [72], "n_mentions": [72]}
    assert people_table(given.entities, mode="none").empty


def test_bodies(given, story, words):
    assert body_table(given.entities)["canonical"].tolist() == ["Board of Works", "River Trust"]
    assert "The articles name 2 bodies" in words(body_section(given.entities, story))


def test_none_are_said(given, story, words):
    assert "No people were found" in words(people_section(given.entities.head(0), given.roles.head(0), story))
    assert "No bodies were found" in words(body_section(given.entities.head(0), story))
