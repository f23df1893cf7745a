"""Who publishes each article: by corpus.toml, or by the body that its address is named after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import pandas as pd

from pipeline.corpus import Publisher

# Shorter names in addresses ("gov", "org", "co", "www") are of kinds of site, not of bodies.
SHORTEST = 4


def find_publishers(articles: pd.DataFrame, mentions: pd.DataFrame, stated: Sequence[Publisher]) -> dict[str, str]:
    """The publisher of each article that has a known one, by article_id.

    A stated publisher goes first. Else "www.tidetimes.example" is the site of a body whose name or short form, without
    spaces and marks, is "tidetimes".
    """
    bodies = squashed_bodies(mentions)
    found: dict[str, str] = {}
    for article_id, source, url in zip(articles["article_id"], articles["source"], articles["url"], strict=True):
        name = stated_publisher(source, stated) or (None if pd.isna(url) else body_of_site(str(url), bodies))
        if name:
            found[str(article_id)] = name
    return found


def stated_publisher(source: str, stated: Sequence[Publisher]) -> str | None:
    """The publisher that corpus.toml states for a document, the first that covers it."""
    return next((each.name for each in stated if each.covers(source)), None)


def squashed_bodies(mentions: pd.DataFrame) -> dict[str, str]:
    """The canonical name for each form of a body's name, squashed; the more frequent where two share a form."""
    named = mentions[(mentions["type"] == "BODY") & mentions["canonical"].notna()]
    pairs = named.groupby(["surface", "canonical"]).size().reset_index(name="n")
    pairs = pairs.sort_values(["n", "canonical", "surface"], ascending=[True, False, False], kind="stable")
    forms = {
        squash(surface): canonical for surface, canonical in zip(pairs["surface"], pairs["canonical"], strict=True)
    }
    return forms | {squash(canonical): canonical for canonical in pairs["canonical"]}


def body_of_site(url: str, bodies: dict[str, str]) -> str | None:
    """The body that a part of the address's host is named after; the longest such part."""
    parts = sorted((squash(part) for part in host_of(url).split(".")), key=lambda part: (-len(part), part))
    return next((bodies[part] for part in parts if len(part) >= SHORTEST and part in bodies), None)


def host_of(url: str) -> str:
    """The host of an address; "" where it has none or is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def squash(name: str) -> str:
    """A name in lower case with its letters and figures only; "&" is "and"."""
    return re.sub(r"[\W_]+", "", name.lower().replace("&", "and"))
