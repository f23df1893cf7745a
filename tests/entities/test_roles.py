"""Roles of people as the words beside their names state them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

Run = Callable[..., dict[str, pd.DataFrame]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The ADCS Vice President Jane Dankwah spoke.", "ADCS Vice President"),
        ("However, former ADCS President Jane Dankwah spoke.", "ADCS President"),
        ("We met Surrey council director Jane Dankwah.", "Surrey council director"),
        ("The Association of Boats and Nets president Jane Dankwah spoke.", "Association of Boats and Nets president"),
        ("Its deputy chief executive, Jane Dankwah, spoke.", "deputy chief executive"),
        ("Jane Dankwah, chair of the Quay Trust, spoke.", "chair of the Quay Trust"),
        ("Jane Dankwah OBE, Chair of the Quay Trust said no.", "Chair of the Quay Trust"),
        (
            "Jane Dankwah, Chair of the Fish, Boats and Nets Policy Committee, spoke.",
            "Chair of the Fish, Boats and Nets Policy Committee",
        ),
        ("Jane Dankwah, DCS Dorset, spoke.", "DCS Dorset"),
        ("Jane Dankwah, who was ill, spoke.", None),
        ("Jane Dankwah spoke.", None),
        ("Ropes, boats and Jane Dankwah.", None),
        ("The education secretary Jane Dankwah spoke.", "education secretary"),
        ("We wrote to Chairman Hill and Senator Jane Dankwah.", "Senator"),
        ("Jane Dankwah, ADCS President 2020/21, spoke.", "ADCS President"),
        ("Jane Dankwah, Dale's successor, spoke.", None),
        ("Jane Dankwah, Hill and Moor Lead Joint Letter on Ropes", None),
        ("Jane Dankwah, Congresswoman Amy Moor and others spoke.", None),
    ],
)
def test_a_role_is_read_beside_the_name(run: Run, text: str, role: str | None) -> None:
    people = run([text])["entities"]
    (found,) = people.loc[people["canonical"] == "Jane Dankwah", "role"]
    assert found == role if role else pd.isna(found)


def test_the_most_frequent_role_is_kept(run: Run) -> None:
    texts = ["Jane Dankwah, chair of the Quay Trust, spoke.", "Mayor Jane Dankwah spoke.", "Mayor Jane Dankwah left."]
    people = run(texts)["entities"].set_index("canonical")
    assert people.loc["Jane Dankwah", "role"] == "Mayor"
