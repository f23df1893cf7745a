"""Writing: how the articles write a term ("send" as "SEND", "social_worker" as "social workers")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from pipeline.offsets import OffsetMap
from pipeline.topics.phrases import JOINER

MOST_LOOKED_UP = 40  # occurrences of a term that are looked at


def usual_writing(wanted: Sequence[str], words: pd.DataFrame, articles: pd.DataFrame) -> dict[str, str]:
    """How the articles mostly write each of the wanted terms."""
    places = words[words["term"].isin(set(wanted))]
    places = places[places.groupby("term").cumcount() < MOST_LOOKED_UP]
    rows = articles[articles["article_id"].isin(places["article_id"])]
    columns = (rows["article_id"].tolist(), rows["spans"].tolist(), rows["text"].tolist())
    maps = {article: (OffsetMap(spans), str(text)) for article, spans, text in zip(*columns, strict=True)}
    seen: dict[str, Counter[str]] = {term: Counter() for term in wanted}
    found_at = [places[column].tolist() for column in ("article_id", "term", "start", "end")]
    for article, term, start, end in zip(*found_at, strict=True):
        offsets, text = maps[article]
        found = offsets.to_article(int(start), int(end))
        if found:
            seen[term][" ".join(text[found[0] : found[1]].split())] += 1
    return {term: pick_writing(counts, term) for term, counts in seen.items()}


def pick_writing(counts: Counter[str], term: str) -> str:
    """The commonest writing; capitals of headlines and sentence starts give way to small letters that are also used."""
    if not counts:
        return term.replace(JOINER, " ")
    folded: Counter[str] = Counter()
    for writing, number in counts.items():
        folded[writing.lower()] += number
    lower = min(folded, key=lambda writing: (-folded[writing], writing))
    # headlines and sentence starts capitalise any word: small letters in a quarter of the uses are the usual writing
    if counts[lower] * 4 >= folded[lower]:
        return lower
    forms = [writing for writing in counts if writing.lower() == lower]
    return min(forms, key=lambda writing: (-counts[writing], writing))
