"""Hostile input is rejected with a reason or read with true offsets; `python -m tests.quality.hostile` makes it all."""

import pytest

from tests.quality.hostile import CASES, ORDINARY, feed, nested, run


@pytest.mark.parametrize(
    ("case", "outcome"),
    [
        ("encoding cp1252", "1 articles, cp1252"),
        ("XML cut short", "reject: broken_xml; nothing read"),
        ("XML entity bomb", "reject: xml_entities; nothing read"),
        ("HTML 300 levels deep", "1 articles, utf-8"),
        ("text with NUL bytes", "reject: binary; nothing read"),
        ("a link out of the folder", "reject: outside; nothing read"),
        ("a name with a line end", "1 articles, utf-8"),
        ("a pipe", "reject: no_file; nothing read"),
    ],
)
def test_what_comes_of_a_case(tmp_path, case, outcome):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "ordinary.txt").write_text(ORDINARY, encoding="utf-8")
    CASES[case](raw)
    assert run(raw, stages=3)[0] == outcome


def test_the_cases_are_what_they_say():
    assert feed(3).count("<item>") == 3
    assert nested(300).count("<div>") == 300
