from __future__ import annotations

from dataclasses import replace

import pandas as pd

from pipeline.corpus import Corpus
from pipeline.report.front import caveats, front_page


def test_findings_chart_and_caveats(given, story, words):
    page = front_page(given, story)
    assert page["findings"]["items"] == [
        {"lead": "Theme A0", "text": "rose from 11\u00a0% in 2016 to 23\u00a0% in 2021."}
    ]
    assert page["figure"]["name"] == "overview"
    said = words(page["caveats"])
    assert "There are no articles from 2018–2019" in said
    assert "Few articles stand behind 2021" in said
    assert "For 52 % of articles the source states no date" in said  # 12 of 23 are dated by their neighbours
    assert "2 of 3 themes" in said
    assert page["demonstration"] == ""


def test_without_findings_the_largest_themes_are_told(given, story, words):
    said = words(front_page(replace(given, findings=given.findings.head(0)), story))
    assert "certain enough" in said
    assert "Theme A0 (44 %), Theme B1 (33 %) and Theme C2 (22 %)" in said


def test_without_themes_the_articles_are_shown(given, story, words):
    none = replace(
        given, themes=given.themes.head(0), prevalence=given.prevalence.head(0), findings=given.findings.head(0)
    )
    page = front_page(none, story)
    assert page["figure"]["name"] == "coverage"
    assert "Too few words" in words(page["findings"])


def test_a_demonstration_says_so(given, tell):
    told = tell(given, corpus=Corpus(title="Made up", demonstration=True))
    assert "made up" in front_page(given, told)["demonstration"]


def test_undated_articles_are_a_caveat(given, story, words):
    undated = given.articles.assign(date=pd.NaT, date_basis="none")
    assert "Without any date: 23 articles" in words(caveats(undated, given.themes, given.prevalence, story))
