"""Kept themes: the file comes back as it was written, faults are told, and themes are known again by their terms."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.errors import CorpusError
from pipeline.kept import KeptTheme, cosine, find_kept, pair_themes, read_kept, theme_terms, write_kept

BOATS = {"boat": 0.5, "river": 0.3, "cost_of_living": 0.1}
RAILS = {"train": 0.5, "track": 0.4}


def theme(theme_id, terms, **changes):
    return KeptTheme(**{"theme_id": theme_id, "label": f"The {theme_id}", "kind": "subject", "corpus": "abc",
                        "until": "2021-05-01", "terms": terms, **changes})  # fmt: skip


def test_what_is_written_is_read(tmp_path):
    themes = [theme("rails", RAILS, until=""), theme("boats", BOATS, label='Boats, "old" and new')]
    file = tmp_path / "kept-themes.csv"
    file.write_text(write_kept(themes), encoding="utf-8")
    assert read_kept(file) == (themes[1], themes[0]), "by theme_id"
    assert write_kept(read_kept(file)) == write_kept(themes)


def test_no_file_is_no_themes(tmp_path):
    assert find_kept(tmp_path / "kept-themes.csv") == ()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("theme_id,label\na,b", "column kind is missing"),
        ("theme_id,label,kind,corpus,until,terms\na,A,subject,x,,boat", "line 2: terms want a word and a weight"),
        ("theme_id,label,kind,corpus,until,terms\na,A,subject,x,,boat=2", "line 2: terms want a word and a weight"),
        ("theme_id,label,kind,corpus,until,terms\na,A,subject,x", "line 2: it has another number of columns"),
        ("theme_id,label,kind,corpus,until,terms\n,A,subject,x,,b=0.1", "line 2: theme_id or label is empty"),
        ("theme_id,label,kind,corpus,until,terms\n" + "a,A,subject,x,,b=0.1\n" * 2, "theme_id 'a' stands twice"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, lines, said):
    file = tmp_path / "kept-themes.csv"
    file.write_text(lines, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"kept-themes\.csv: \d fault") as fault:
        read_kept(file)
    assert said in str(fault.value)


def test_a_themes_terms_are_those_of_its_topics_by_their_shares():
    topics = pd.DataFrame({"topic_id": ["t1", "t2", "t3"], "theme_id": ["a", "a", "b"], "share": [0.3, 0.1, 0.6]})
    terms = pd.DataFrame({"topic_id": ["t1", "t2", "t2", "t3"], "term": ["x", "x", "y", "z"],
                          "weight": [0.4, 0.8, 0.2, 1.0]})  # fmt: skip
    found = theme_terms(topics, terms)
    assert found["a"] == pytest.approx({"x": 0.75 * 0.4 + 0.25 * 0.8, "y": 0.05})
    assert found["b"] == pytest.approx({"z": 1.0})


def test_themes_are_paired_whatever_they_are_called():
    ours = {"one": {"boat": 0.4, "river": 0.3}, "two": {"train": 0.5, "track": 0.5}, "three": {"bread": 1.0}}
    pairs = pair_themes(ours, {"rails": RAILS, "boats": BOATS})
    assert {name: former for name, (former, _) in pairs.items()} == {"one": "boats", "two": "rails"}
    assert pairs["two"][1] == pytest.approx(cosine(ours["two"], RAILS))


def test_two_themes_that_are_like_one_leave_one_of_them_new():
    pairs = pair_themes({"close": BOATS, "closer still": dict(BOATS), "other": RAILS}, {"boats": BOATS})
    assert len(pairs) == 1
    assert pair_themes({}, {"boats": BOATS}) == pair_themes({"boats": BOATS}, {}) == {}


def test_a_theme_without_terms_is_like_none():
    assert cosine({}, BOATS) == 0
    assert cosine(BOATS, BOATS) == pytest.approx(1)
