"""The certificate: what simulated corpora like this one show of the themes and the intervals."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, note, table, text
from pipeline.report.story import Story
from pipeline.rows import Row
from pipeline.summary import certificate_rows, certificate_values, is_stale


def certificate_blocks(certificate: pd.DataFrame, articles: pd.DataFrame, story: Story) -> list[Block]:
    """The certificate's figures, and whether it is of another corpus; how to get one where there is none."""
    title = heading(story.say("proof.title"))
    if certificate.empty:
        return [title, text(story.say("proof.none"))]
    rows = [proof_row(row) for row in certificate_rows(certificate)]
    values = certificate_values(certificate)
    return [
        title,
        text(story.say("proof.intro", values)),
        *([note(story.say("proof.stale", values))] if is_stale(certificate, articles) else []),
        table(story.columns("proof.columns"), rows, widths="wrr", caption=story.say("proof.table", values)),
    ]


def proof_row(row: Row) -> list[object]:
    """One measure: what it is, its mean, and the interval of that mean."""
    said = row["words"][:1].upper() + row["words"][1:]
    return [said, f"{row['value']:.2f}", f"{row['low']:.2f} to {row['high']:.2f}"]
