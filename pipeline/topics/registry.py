"""The registry: themes that were kept take their ids and labels again; others get ids that no theme ever had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from pipeline.kept import KeptTheme, pair_themes, theme_terms
from pipeline.topics.describe import Model

BACKGROUND = "background"


def keep_names(model: Model, topic_terms: pd.DataFrame, kept: Sequence[KeptTheme]) -> tuple[Model, list[str]]:
    """The model with the ids and labels of kept themes, and what to tell of kept themes that are gone.

    Themes are known again by their terms, background by background; a person's label (corpus.toml) stays.
    """
    if not kept:
        return model, []
    again = known_again(model, topic_terms, kept)
    former = {theme.theme_id: theme for theme in kept}
    ids = rename(model.themes["theme_id"], again, taken=former)
    by_hand = set(model.themes.loc[model.themes["is_hand_labelled"], "theme_id"])
    own_labels = dict(zip(model.themes["theme_id"], model.themes["label"], strict=True))
    hand_labels = {own_labels[theme] for theme in by_hand}
    old_labels = {
        own: former[one].label
        for own, one in again.items()
        if own not in by_hand and former[one].label not in hand_labels
    }
    labels = rename(own_labels.values(), {own_labels[own]: label for own, label in old_labels.items()}, form="{} ({})")
    gone = sorted(theme.label for theme in kept if theme.theme_id not in again.values())
    return (
        replace(
            model,
            topics=model.topics.assign(theme_id=model.topics["theme_id"].map(ids)),
            themes=model.themes.assign(
                theme_id=model.themes["theme_id"].map(ids), label=model.themes["label"].map(labels)
            ),
        ),
        [f"kept themes that were not found again: {'; '.join(gone)}. Their ids stay theirs."] if gone else [],
    )


def known_again(model: Model, topic_terms: pd.DataFrame, kept: Sequence[KeptTheme]) -> dict[str, str]:
    """The kept id of each theme that is known again."""
    terms = theme_terms(model.topics, topic_terms)
    shared = set(model.themes.loc[model.themes["kind"] == BACKGROUND, "theme_id"])
    found: dict[str, str] = {}
    for is_shared in (True, False):
        ours = {theme: own for theme, own in terms.items() if (theme in shared) == is_shared}
        theirs = {one.theme_id: one.terms for one in kept if (one.kind == BACKGROUND) == is_shared}
        found |= {theme: former for theme, (former, _) in pair_themes(ours, theirs).items()}
    return found


def rename(
    names: Iterable[str], again: dict[str, str], *, taken: Iterable[str] = (), form: str = "{}-{}"
) -> dict[str, str]:
    """A new name for each: the one in `again`, or its own, numbered where that is taken."""
    given = dict(again)
    used = {*again.values(), *taken}
    for name in names:
        if name not in again:
            number, unique = 1, name
            while unique in used:
                number += 1
                unique = form.format(name, number)
            given[name] = unique
            used.add(unique)
    return given
