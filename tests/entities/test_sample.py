"""The draw for a check by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.entities.sample import draw, show

TEXT = "Jane Quist came early. The Pilots Guild met, and Jane Quist left."


@pytest.fixture
def made(tmp_path):
    """A run with one article, three mentions."""
    places = [(0, 10, "PERSON"), (27, 39, "BODY"), (49, 59, "PERSON")]
    mentions = pd.DataFrame(
        {
            "mention_id": [f"a:{start}-{end}" for start, end, _ in places],
            "article_id": "a",
            "type": [kind for *_, kind in places],
            "start": [start for start, *_ in places],
            "end": [end for _, end, _ in places],
            "surface": [TEXT[start:end] for start, end, _ in places],
            "canonical": [TEXT[start:end] for start, end, _ in places],
            "found_by": "model",
        }
    )
    mentions.to_parquet(tmp_path / "mentions.parquet")
    pd.DataFrame({"article_id": ["a"], "text": [TEXT], "spans": [[[0, len(TEXT)]]]}).to_parquet(
        tmp_path / "articles.parquet"
    )
    tokens = pd.DataFrame({"article_id": "a", "sentence": [0, 0, 1, 1], "start": [0, 5, 23, 27]})
    tokens.to_parquet(tmp_path / "tokens.parquet")
    return tmp_path


def test_each_mention_stands_in_its_sentence(made) -> None:
    assert show(made, kind="PERSON", n=9, seed=1) == [
        "0 a:0-10 Jane Quist <model> [[Jane Quist]] came early.",
        "1 a:49-59 Jane Quist <model> The Pilots Guild met, and [[Jane Quist]] left.",
    ]


def test_a_draw_depends_on_the_seed_and_not_on_the_order(made) -> None:
    many = pd.DataFrame({"mention_id": [f"a:{i}" for i in range(200)], "type": "BODY"})
    one = draw(many, kind="BODY", n=20, seed=1)
    assert one.equals(draw(many.sample(frac=1, random_state=3), kind="BODY", n=20, seed=1))
    assert not one.equals(draw(many, kind="BODY", n=20, seed=2))
    assert one["mention_id"].is_unique
