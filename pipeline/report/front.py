"""The first page: what was found, one chart, and what to keep in mind."""

from __future__ import annotations

import pandas as pd

from pipeline.report.blocks import Block, points, shown
from pipeline.report.given import Given
from pipeline.report.shares import headline_findings
from pipeline.report.story import Story
from pipeline.summary import STATED, theme_label, theme_labels
from pipeline.wording import count, listing, percent, year_list

LARGEST = 3


def front_page(given: Given, story: Story) -> Block:
    """The first page's pieces."""
    counted = int(given.articles["duplicate_of"].isna().sum())
    values = {
        "articles": count(counted, "article"),
        "documents": count(len(given.documents), "document"),
        "themes": count(len(given.themes), "theme"),
    }
    known = headline_findings(given.findings, theme_labels(given.themes), story)
    chart = "overview" if len(given.prevalence) and story.years else "coverage"
    return {
        "title": shown(story.corpus),
        "subtitle": shown(story.say("front.subtitle", values)),
        "found_title": story.say("front.found"),
        "findings": points(known or no_finding(given.themes, story)),
        "figure": next(iter(story.chart(chart, f"front.{chart}")), None),
        "caveats_title": story.say("front.caveats"),
        "caveats": points(caveats(given.articles, given.themes, given.prevalence, story)),
        "demonstration": shown(story.say("front.demonstration")) if story.is_demonstration else "",
    }


def no_finding(themes: pd.DataFrame, story: Story) -> list[str]:
    """What the first page says where no change is certain enough."""
    if themes.empty:
        return [story.say("front.no_themes")]
    subjects = themes[themes["kind"] != "background"].sort_values(
        ["share", "theme_id"], ascending=[False, True], kind="stable"
    )
    first = subjects.head(LARGEST)
    said = [
        f"{theme_label(label)} ({percent(share)})" for label, share in zip(first["label"], first["share"], strict=True)
    ]
    return [story.say("front.no_change"), *([story.say("front.largest", {"themes": listing(said)})] if said else [])]


def caveats(articles: pd.DataFrame, themes: pd.DataFrame, prevalence: pd.DataFrame, story: Story) -> list[str]:
    """The main limits in this corpus, each from its numbers: years, dates, firmness, and what the shares are of."""
    counted = articles[articles["duplicate_of"].isna()]
    said = []
    shown_years = {*counted["year"].dropna().astype(int), *prevalence["year"].astype(int)}
    missing = [year for year in story.years if year not in shown_years]
    sparse = sorted({int(year) for year in prevalence.loc[prevalence["is_sparse"].astype(bool), "year"]})
    if missing:
        said.append(story.say("caveat.gaps", {"years": year_list(missing)}))
    if sparse:
        said.append(story.say("caveat.sparse", {"years": year_list(sparse)}))
    stated = counted["date_basis"].isin(STATED)
    undated = int(counted["date"].isna().sum())
    if len(counted) and not stated.all():
        values = {"share": percent(1 - stated.mean()), "undated": count(undated, "article")}
        said.append(story.say("caveat.undated" if undated else "caveat.dates", values))
    loose = int((themes["persistence"] < story.config.firm).sum())
    if loose:
        said.append(story.say("caveat.loose", {"loose": loose, "themes": count(len(themes), "theme")}))
    said.append(story.say("caveat.corpus"))
    return said
