"""Tenures: the posts in which documents show people, and when."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from pipeline.checks import arrange, check
from pipeline.entities.gazetteer import Gazetteer, make_form
from pipeline.entities.tenures import post_of, role_rows

Run = Callable[..., dict[str, pd.DataFrame]]
GUILD = "Guild of Pilots"
KNOWN = Gazetteer(make_form(name, GUILD, country="", witness="corpus") for name in ("GoP", GUILD))


def roles_of(run: Run, texts: list[str], **options: object) -> pd.DataFrame:
    """The rows of `roles` by person and role."""
    return run(texts, **options)["roles"].set_index(["entity_id", "role"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("President of the GoP", "GoP President", True),
        ("Guild of Pilots president", "GoP President", True),
        ("Vice-President of GoP", "GoP Vice President", True),
        ("chairwoman of the Quay Trust", "Quay Trust chair", True),
        ("GoP President", "GoP Vice President", False),
        ("chair of the Quay Trust", "chair of the Dale Trust", False),
        ("director", "deputy director", False),
    ],
)
def test_a_post_is_the_same_in_whatever_order_it_is_written(one: str, other: str, same: bool) -> None:
    assert (post_of(one, KNOWN) == post_of(other, KNOWN)) is same


def test_a_post_has_the_days_on_which_it_is_seen(run: Run) -> None:
    texts = [
        "ADCS Vice President Jane Dankwah spoke.",
        "ADCS President Jane Dankwah spoke. “Yes,” said Jane Dankwah, President of ADCS.",
        "Jane Dankwah, ADCS President, spoke.",
    ]
    rows = roles_of(run, texts)
    assert list(rows.index) == [
        ("person:jane dankwah", "ADCS President"),
        ("person:jane dankwah", "ADCS Vice President"),
    ]
    president = rows.loc[("person:jane dankwah", "ADCS President")]
    assert (president["first_date"], president["last_date"]) == (pd.Timestamp("2020-03-02"), pd.Timestamp("2020-03-03"))
    assert (president["n_mentions"], president["n_articles"]) == (3, 2)


@pytest.mark.parametrize("word", ["Former", "The incoming", "The then", "Ex-"])
def test_a_post_called_former_or_coming_is_counted_but_has_no_day(run: Run, word: str) -> None:
    row = roles_of(run, [f"{word} mayor Jane Dankwah spoke.".replace("- ", "-")]).loc[("person:jane dankwah", "mayor")]
    assert pd.isna(row["first_date"])
    assert pd.isna(row["last_date"])
    assert row["n_mentions"] == 1


def test_a_copy_states_no_post_of_its_own(run: Run) -> None:
    text = "Mayor Jane Dankwah spoke."
    rows = roles_of(run, [text, text], duplicates={1: 0})
    assert list(rows["n_mentions"]) == [1]
    assert list(rows["last_date"]) == [pd.Timestamp("2020-03-01")]


def test_a_person_without_a_post_and_an_empty_corpus_have_no_rows(run: Run) -> None:
    assert roles_of(run, ["Jane Dankwah spoke."]).empty
    empty = role_rows([], pd.DataFrame({"article_id": [], "duplicate_of": [], "date": pd.to_datetime([])}))
    check("roles", arrange("roles", empty))
