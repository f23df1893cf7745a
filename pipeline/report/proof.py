"""The certificate: what simulated corpora like this one show of the themes and the intervals."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, note, table, text
from pipeline.report.story import Story
from pipeline.rows import Row, corpus_mark, records
from pipeline.wording import count, percent, percent_range

ALL = "all"
# What is shown, in order; the words for each stand in sentences.csv.
SAID = {"found_from_15_per_cent": "found_small", "found_from_25_per_cent": "found_large"}  # no digit in a sentence
MEASURES = (
    "recovery",
    "corpus_coverage",
    "corpus_coverage_small_years",
    "corpus_width",
    "agenda_coverage",
    "agenda_coverage_small_years",
    "agenda_width",
    "usual_coverage",
    "usual_coverage_small_years",
    "usual_width",
    "chain_coverage",
    "chain_coverage_small_years",
    "chain_width",
    "chain_recovery",
    "false_finding",
    "found_from_15_per_cent",
    "found_from_25_per_cent",
)


def certificate_blocks(certificate: pd.DataFrame, articles: pd.DataFrame, story: Story) -> list[Block]:
    """The certificate's figures, and whether it is of another corpus; how to get one where there is none."""
    title = heading(story.say("proof.title"))
    if certificate.empty:
        return [title, text(story.say("proof.none"))]
    whole = certificate[certificate["generator"] == ALL].set_index("measure")
    rows = [
        proof_row(name, row, story)
        for name, row in ((name, records(whole.loc[[name]])[0]) for name in MEASURES if name in whole.index)
    ]
    first = records(certificate)[0]
    values = {
        "corpora": count(int(certificate.loc[certificate["generator"] == ALL, "n"].max()), "corpus"),
        "kinds": count(certificate["generator"].nunique() - 1, "kind"),
        "from_year": first["from_year"],
        "to_year": first["to_year"],
    }
    stale = first["corpus"] != corpus_mark(articles["article_id"])
    return [
        title,
        text(story.say("proof.intro", values)),
        *([note(story.say("proof.stale", values))] if stale else []),
        table(story.columns("proof.columns"), rows, widths="wrr", caption=story.say("proof.table", values)),
    ]


def proof_row(name: str, row: Row, story: Story) -> list[object]:
    """One measure: what it is, its mean, and the interval of that mean; what was not planted takes no per cent sign."""
    low, high = max(0.0, row["low"]), min(1.0, row["high"])
    return [story.say(f"proof.{SAID.get(name, name)}"), percent(row["value"]), percent_range(low, high)]
