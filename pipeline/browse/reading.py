"""The page's words on the whole corpus: what was read, how it was dated, what to keep in mind, how sure it is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pipeline.browse.given import Given
from pipeline.browse.keys import Keys
from pipeline.browse.voice import Voice
from pipeline.rows import records
from pipeline.summary import (
    STATED,
    certificate_rows,
    certificate_values,
    date_values,
    funnel,
    is_stale,
    kind_word,
    reject_summary,
    year_counts,
    year_values,
)  # fmt: skip
from pipeline.wording import count, listing, percent, plain, points, shorten, year_list

PATH_CHARS = 200
LARGEST, DIGITS = 3, 4
ENGINE = "tomotopy"  # the library that the themes themselves are of
RUNG = ("n_topics", "npmi", "exclusivity", "persistence", "held_out")
STEPS = ("files", "documents", "articles", "counted", "dated")
DROPPED = {"documents": "unread", "counted": "duplicates", "dated": "undated"}
METHODS = ("read", "segment", "date", "parse", "entities", "topics", "prevalence", "charts")
LIMITS = ("choice", "labels", "shrink", "dates", "names", "money")


def reading_part(given: Given, voice: Voice) -> dict[str, Any]:
    """The funnel, the years, how articles were dated, and what was dropped."""
    steps = funnel(given.documents, given.articles, given.rejects)
    return {
        "funnel": [
            [voice.say(f"funnel.{step}"), steps[step],
             voice.say(f"funnel.{DROPPED[step]}", {"number": f"{steps[DROPPED[step]]:,}"}) if step in DROPPED else ""]
            for step in STEPS
        ],
        "years": year_rows(given, voice),
        "said_years": years_sentence(given, voice),
        "said_dates": dates_sentence(given.articles, voice),
        "rejects": [
            [row["stage"], shorten(plain(row["reason"]).replace("_", " "), PATH_CHARS), int(row["n_rows"])]
            for row in records(reject_summary(given.rejects))
        ],
    }  # fmt: skip


def document_rows(given: Given, keys: Keys, voice: Voice) -> list[dict[str, Any]]:
    """The documents, each at its number in `keys`."""
    found = given.articles["document_id"].value_counts()
    rows = sorted(records(given.documents), key=lambda row: keys.documents[row["document_id"]])
    return [
        {
            "id": row["document_id"],
            "path": shorten(voice.path(row["source"], row["document_id"]), PATH_CHARS),
            "kind": kind_word(row["media_type"]),
            "encoding": shorten(plain(row["encoding"]), PATH_CHARS),
            "bytes": int(row["n_bytes"]),
            "articles": int(found.get(row["document_id"], 0)),
        }
        for row in rows
    ]


def year_rows(given: Given, voice: Voice) -> list[list[float]]:
    """Each year: counted articles whose source states the date, the others, the number to be expected, words."""
    years = year_counts(given.articles, given.article_years, voice.years)
    counted = given.articles[given.articles["duplicate_of"].isna()]
    stated = counted.loc[counted["date_basis"].isin(STATED), "year"].value_counts()
    rows = []
    for row in records(years):
        own = int(stated.get(row["year"], 0))
        rows.append([int(row["year"]), own, int(row["n_articles"]) - own, round(float(row["n_expected"]), 1),
                     int(row["n_words"])])  # fmt: skip
    return rows


def years_sentence(given: Given, voice: Voice) -> str:
    """How articles spread over the years, with the gaps named."""
    years = year_counts(given.articles, given.article_years, voice.years)
    if years.empty:
        return voice.say("years.none")
    values = year_values(years)
    ends = voice.say("years.gaps" if values["gaps"] else "years.no_gaps", values)
    return f"{voice.say('years.spread', values)} {ends}"


def dates_sentence(articles: pd.DataFrame, voice: Voice) -> str:
    """On what evidence articles were dated and how closely."""
    counted = articles[articles["duplicate_of"].isna()]
    if counted.empty:
        return voice.say("dates.nothing")
    return voice.say("dates.sentence", date_values(counted))


def caveats(given: Given, voice: Voice) -> list[str]:
    """The main limits in this corpus, each from its numbers: years, dates, firmness, and what the shares are of."""
    counted = given.articles[given.articles["duplicate_of"].isna()]
    shown_years = {*counted["year"].dropna().astype(int), *given.prevalence["year"].astype(int)}
    missing = [year for year in voice.years if year not in shown_years]
    sparse = {int(year) for year in given.prevalence.loc[given.prevalence["is_sparse"].astype(bool), "year"]}
    stated = counted["date_basis"].isin(STATED)
    undated = int(counted["date"].isna().sum())
    loose = int((given.themes["persistence"] < voice.config.firm).sum())
    told: list[tuple[str, dict[str, object], object]] = [
        ("gaps", {"years": year_list(missing)}, missing),
        ("sparse", {"years": year_list(sparse)}, sparse),
        ("undated" if undated else "dates", {"undated": count(undated, "article"),
         "share": percent(1 - stated.mean()) if len(counted) else ""}, len(counted) and not stated.all()),
        ("loose", {"loose": loose, "themes": count(len(given.themes), "theme")}, loose),
        ("corpus", {}, True),
    ]  # fmt: skip
    return [voice.say(f"caveat.{name}", values) for name, values, is_so in told if is_so]


def no_finding(themes: pd.DataFrame, voice: Voice) -> list[str]:
    """What stands in the place of findings where no change is certain enough."""
    if themes.empty:
        return [voice.say("front.no_themes")]
    subjects = themes[themes["kind"] != "background"].sort_values(
        ["share", "theme_id"], ascending=[False, True], kind="stable"
    )
    said = [f"{voice.name(row['label'])} ({percent(row['share'])})" for row in records(subjects.head(LARGEST))]
    return [voice.say("front.no_change"), *([voice.say("front.largest", {"themes": listing(said)})] if said else [])]


def certainty_part(given: Given, keys: Keys, voice: Voice) -> dict[str, Any]:
    """What the intervals cover, how firm the themes are, what is left out, and the methods."""
    whole = given.prevalence[given.prevalence["topic_id"].isna()]
    bands = [voice.say("certainty.band_corpus"), voice.say("certainty.band_agenda")]
    if len(whole):
        widths = {"corpus_width": (whole["high"] - whole["low"]).mean(),
                  "agenda_width": (whole["agenda_high"] - whole["agenda_low"]).mean()}  # fmt: skip
        bands.append(voice.say("certainty.widths", {key: points(width).lstrip("+") for key, width in widths.items()}))
    ladder = given.ladder.assign(other=given.ladder["engine"] != ENGINE)
    firm = int((given.themes["persistence"] >= voice.config.firm).sum())
    values = {"firm": firm, "themes": count(len(given.themes), "theme")}
    return {
        "bands": bands,
        "firm": voice.say("certainty.firm", values) if len(given.themes) else "",
        "ladder": [
            [plain(row["setting"]), row["engine"], *(number(row[name]) for name in RUNG), int(row["is_shipped"])]
            for row in records(ladder.sort_values(["other", "n_topics", "setting"]))
        ],
        "crosscheck": [
            [keys.themes.get(row["theme_id"]), row["engine"], number(row["similarity"]), number(row["share_r"]),
             int(row["is_found"])]
            for row in records(given.crosscheck.sort_values(["theme_id", "engine"]))
        ],
        "certificate": certificate_part(given, voice),
        "limits": [voice.say(f"limits.{name}") for name in LIMITS],
        "methods": [voice.say(f"methods.{name}") for name in METHODS],
        "glossary": [[row["term"], row["meaning"]] for row in voice.config.glossary],
    }  # fmt: skip


def certificate_part(given: Given, voice: Voice) -> dict[str, Any]:
    """What simulated corpora show: sentences, and each measure with its mean and the interval of that mean."""
    if given.certificate.empty:
        return {"said": [voice.say("proof.none")], "rows": []}
    values = certificate_values(given.certificate)
    stale = [voice.say("proof.stale", values)] if is_stale(given.certificate, given.articles) else []
    names = ("value", "low", "high")
    rows = [[row["words"], *(number(row[name]) for name in names)] for row in certificate_rows(given.certificate)]
    return {"said": [voice.say("proof.intro", values), *stale], "rows": rows}


def number(value: Any) -> float | None:
    """A measure as the page carries it, or nothing."""
    return None if pd.isna(value) else round(float(value), DIGITS)
