"""make diff: what changed between two runs, and a change of share parted exactly into its causes."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline import diff
from pipeline.diff import diff_lines, part_change, read_side
from pipeline.files import write_table

DAYS = {"day": "2020-03-01"}


def write_run(folder, articles, *, days=DAYS, names=None):
    """Tables of articles given as id: (title, text, share by theme); each theme has one topic of two terms."""
    documents = sorted({article.split(":")[0] for article in articles})
    rows = []
    for article, (title, text, _) in articles.items():
        day = pd.Timestamp(days.get(article, days.get("day", DAYS["day"])))
        rows.append(
            {
                "article_id": article,
                "document_id": article.split(":")[0],
                "source": f"{article[0]}.txt",
                "start": 0,
                "end": len(text),
                "title": title,
                "url": None,
                "author": None,
                "published": None,
                "spans": [[0, len(text)]],
                "text": text,
                "n_words": 1,
                "duplicate_of": None,
                "date": day,
                "date_earliest": day,
                "date_latest": day,
                "date_precision": "day",
                "date_basis": "text",
                "date_evidence": "",
                "year": day.year,
            }
        )
    themes = sorted({theme for *_, shares in articles.values() for theme in shares})
    labels = names or {theme: theme.title() for theme in themes}
    topics = [
        {"topic_id": f"t{theme}", "theme_id": theme, "label": theme, "persistence": 1.0, "coherence": 0.1,
         "exclusivity": 0.5, "share": 0.5, "is_background": False} for theme in themes
    ]  # fmt: skip
    tables = {
        "documents": [
            {"document_id": name, "source": f"{name[0]}.txt", "media_type": "text/plain", "encoding": "utf-8",
             "n_bytes": 9, "text": "-"} for name in documents
        ],
        "articles": rows,
        "themes": [
            {"theme_id": theme, "label": labels[theme], "persistence": 1.0, "share": 0.5, "kind": "subject",
             "is_hand_labelled": False} for theme in themes
        ],
        "topics": topics,
        "topic_terms": [
            {"topic_id": f"t{theme}", "rank": rank, "term": term, "weight": weight, "frex": 0.5}
            for theme in themes for rank, (term, weight) in enumerate([(theme[:-1], 0.6), (theme, 0.4)], 1)
        ],
        "article_topics": [
            {"article_id": article, "topic_id": f"t{theme}", "share": share, "low": share, "high": share}
            for article, (_, _, shares) in articles.items() for theme, share in shares.items()
        ],
    }  # fmt: skip
    for name, given in tables.items():
        write_table(name, pd.DataFrame(given), folder, note={})
    return folder


def shares(boats):
    return {"boats": boats, "rails": 1 - boats}


@pytest.fixture
def before(tmp_path):
    """Three articles in one document."""
    return write_run(
        tmp_path / "before",
        {
            "a1:0001": ("One", "text one", shares(0.2)),
            "a1:0002": ("Two", "text two", shares(0.6)),
            "a1:0003": ("Three", "text three", shares(1.0)),
        },
    )


@pytest.fixture
def now(tmp_path):
    """The document grew, so every id is new: one article is gone, one has other text, one is as it was, one is new."""
    return write_run(
        tmp_path / "now",
        {
            "a2:0001": ("One", "text one", shares(0.3)),
            "a2:0002": ("Two", "text two, amended", shares(0.5)),
            "b1:0001": ("Four", "text four", shares(0.4)),
        },
        days={"a2:0001": "2021-01-01"},
    )


def test_what_came_went_and_changed_is_told(before, now):
    told = list(diff_lines(read_side(before), read_side(now)))
    assert told[0] == "documents  1 before, 2 now: 1 added, 0 removed, 1 changed"
    assert "  added    b.txt" in told
    assert "  changed  a.txt" in told
    assert "articles   3 before, 3 now: 1 added, 1 removed, 1 with changed text, 1 the same" in told
    assert "  changed  Two" in told
    assert "re-dated   1 of the 1 articles that are the same" in told
    assert "  2020-03-01 -> 2021-01-01  One" in told
    assert "themes     2 before, 2 now: 2 matched, 0 new, 0 gone" in told


def test_a_change_is_parted_exactly(before, now):
    part = part_change(read_side(before), read_side(now), [("a1:0001", "a2:0001")], "boats", "boats")
    # 0.6 over all before; 0.2 in the one that stayed, by the old model; 0.3 by the new one; 0.4 over all now
    assert (part.before, part.now) == pytest.approx((0.6, 0.4))
    assert (part.removed, part.model, part.new, part.redated) == pytest.approx((-0.4, 0.1, 0.1, 0.0))
    assert part.new + part.removed + part.model == pytest.approx(part.now - part.before)


def test_an_article_that_moves_to_another_year_is_a_change_of_dates(tmp_path):
    articles = {"a:1": ("One", "one", shares(0.2)), "a:2": ("Two", "two", shares(0.8))}
    one = read_side(write_run(tmp_path / "one", articles))
    other = read_side(write_run(tmp_path / "other", articles, days={"a:2": "2021-01-01"}))
    fitted = [("a:1", "a:1"), ("a:2", "a:2")]
    part = part_change(one, other, fitted, "boats", "boats", 2020)
    assert part.redated == pytest.approx(0.2 - 0.5)
    assert (part.new, part.removed, part.model) == pytest.approx((0, 0, 0))
    assert part_change(one, other, fitted, "boats", "boats", 2021) is None, "no article of that year is in both"


def test_a_theme_of_another_name_is_known_by_its_terms(before, tmp_path):
    renamed = write_run(
        tmp_path / "renamed",
        {"a1:0001": ("One", "text one", shares(0.2))},
        names={"boats": "Vessels", "rails": "Rails"},
    )
    told = list(diff_lines(read_side(before), read_side(renamed)))
    assert "  was      Boats; is Vessels (terms 1.00 alike)" in told


def test_a_theme_that_came_and_one_that_went_are_told(before, tmp_path):
    other = write_run(tmp_path / "other", {"a1:0001": ("One", "text one", {"boats": 0.5, "loaves": 0.5})})
    told = list(diff_lines(read_side(before), read_side(other)))
    assert {"  new      Loaves", "  gone     Rails"} <= set(told)


def test_runs_without_a_common_article_have_no_shares_to_compare(before, tmp_path):
    other = write_run(tmp_path / "other", {"c1:0001": ("Nine", "text nine", shares(0.2))})
    assert list(diff_lines(read_side(before), read_side(other)))[-1].startswith("shares     no theme and no article")


def test_a_run_is_no_different_from_itself(before, capsys):
    assert diff.main([str(before), "--made", str(before)]) == 0
    told = capsys.readouterr().out
    assert "0 added, 0 removed, 0 changed" in told
    assert "+0.0" in told
    assert "years that changed" not in told


@pytest.mark.parametrize("other", ["", "nowhere"])
def test_a_run_that_is_not_there_is_told_in_one_line(before, capsys, other):
    assert diff.main([other, "--made", str(before)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_control_characters_of_a_headline_do_not_reach_the_terminal(before, tmp_path, capsys):
    other = write_run(
        tmp_path / "other", {"a1:0001": ("One\x1b[2J", "text one", shares(0.2))}, days={"day": "2021-01-01"}
    )
    diff.main([str(before), "--made", str(other)])
    assert "\x1b" not in capsys.readouterr().out
