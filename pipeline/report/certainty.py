"""How sure the report is, how it was made, and how to make it again."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, heading, points, section, table, terms, text
from pipeline.report.given import Given
from pipeline.report.proof import certificate_blocks
from pipeline.report.story import Story
from pipeline.report.trials import engine_blocks, ladder_blocks
from pipeline.rows import records
from pipeline.summary import theme_labels, theme_term
from pipeline.wording import count, percent, plain, shorten, year_list
from pipeline.wording import points as signed_points

THEME_CHARS, TERMS_CHARS = 80, 80
MOST_TERMS = 5


def certainty_section(given: Given, story: Story) -> Block:
    """The section on how sure the report is."""
    themes = given.themes
    title = story.say("certainty.title")
    blocks = [text(story.say("certainty.intro")), *band_blocks(given.prevalence, story)]
    if len(themes):
        firm = themes["persistence"] >= story.config.firm
        values = {"firm": int(firm.sum()), "themes": count(len(themes), "theme")}
        blocks += [
            heading(story.say("certainty.persistence")),
            text(story.say("certainty.persistence_text", values)),
            *(block | {"at_foot": True} for block in story.chart("persistence")),
            topic_table(given.topics, themes, given.topic_terms, story),
            *certificate_blocks(given.certificate, given.articles, story),
            *ladder_blocks(given.ladder, story),
            *engine_blocks(given.crosscheck, themes, story),
        ]
    blocks += [
        heading(story.say("certainty.limits")),
        points(story.say(f"limits.{name}") for name in ("choice", "labels", "shrink", "dates", "names", "money")),
    ]
    return section(title, blocks)


def band_blocks(prevalence: pd.DataFrame, story: Story) -> list[Block]:
    """What the two intervals mean, with their mean widths."""
    whole = prevalence[prevalence["topic_id"].isna()]
    blocks = [
        heading(story.say("certainty.bands")),
        points([story.say("certainty.band_corpus"), story.say("certainty.band_agenda")]),
    ]
    if len(whole):
        values = {
            "corpus_width": signed_points((whole["high"] - whole["low"]).mean()).lstrip("+"),
            "agenda_width": signed_points((whole["agenda_high"] - whole["agenda_low"]).mean()).lstrip("+"),
        }
        blocks.append(text(story.say("certainty.widths", values)))
        sparse = whole.loc[whole["is_sparse"].astype(bool), "year"].unique()
        if len(sparse):
            blocks.append(text(story.say("certainty.sparse", {"years": year_list(int(year) for year in sparse)})))
    return blocks


def topic_table(topics: pd.DataFrame, themes: pd.DataFrame, topic_terms: pd.DataFrame, story: Story) -> Block:
    """The topics within the themes, with the measures of each."""
    labels = theme_labels(themes)
    heaviest = topic_terms[topic_terms["rank"] <= MOST_TERMS].sort_values(["topic_id", "rank"], kind="stable")
    said = {
        topic: ", ".join(theme_term(term) for term in group["term"]) for topic, group in heaviest.groupby("topic_id")
    }
    rows = [
        [
            row["topic_id"],
            shorten(labels.get(row["theme_id"], ""), THEME_CHARS),
            shorten(said.get(row["topic_id"], ""), TERMS_CHARS),
            percent(row["share"]),
            percent(row["persistence"]),
            f"{row['coherence']:.2f}",
            percent(row["exclusivity"]),
        ]
        for row in records(topics.sort_values("topic_id", kind="stable"))
    ]
    return table(story.columns("certainty.columns"), rows, widths="lwwrrrr", caption=story.say("certainty.table")) | {
        "small": True
    }


def method_section(story: Story) -> Block:
    """The section on methods, with the glossary."""
    steps = ("read", "segment", "date", "parse", "entities", "topics", "prevalence", "charts")
    return section(
        story.say("methods.title"),
        [
            text(story.say("methods.intro")),
            points(story.say(f"methods.{step}") for step in steps),
            heading(story.say("glossary.title")),
            terms((row["term"], row["meaning"]) for row in story.config.glossary),
        ],
    )


def again_section(documents: pd.DataFrame, sheets: list[str], story: Story) -> Block:
    """The section on making the report again: the commands, the documents' fingerprints, the tables beside it."""
    rows = [[shorten(plain(row["source"]), TERMS_CHARS), row["document_id"]] for row in records(documents)]
    shown = rows[: story.config.most_rows]
    values = {"documents": count(len(rows), "document"), "shown": len(shown)}
    return section(
        story.say("again.title"),
        [
            text(story.say("again.intro")),
            {"kind": "code", "lines": [story.sentences["again.command"], story.sentences["again.check"]]},
            text(story.say("again.tables")),
            points(story.word(f"tables.{name}") for name in sheets),
            table(story.columns("again.columns"), shown, widths="wl", caption=story.say("again.table", values)),
        ],
    )
