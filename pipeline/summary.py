"""What the report and the page both tell readers, counted once: the funnel, years, themes, names, order of findings."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.rows import Row, corpus_mark, records
from pipeline.wording import count, percent, plain, shorten, year_list

MOST_ENTITIES = 200  # of each type: what is named in fewer articles goes with no theme for certain
LEAST_ARTICLES = 2  # a name found once says nothing of a theme
KIND_CHARS = 24
STATED = ("feed", "dateline")  # bases of dates that the source itself states
KINDS = {
    "text/plain": "plain text",
    "text/html": "web page",
    "text/markdown": "Markdown",
    "text/csv": "CSV table",
    "application/jsonl": "JSON lines",
    "application/pdf": "PDF",
    "application/rss+xml": "RSS feed",
    "application/atom+xml": "Atom feed",
    "application/xml": "XML",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
}
LABEL_CHARS, TERM_CHARS, NAME_CHARS = 80, 40, 60


def theme_label(label: object) -> str:
    """A theme's label as it may be shown."""
    return shorten(plain(label), LABEL_CHARS)


def theme_labels(themes: pd.DataFrame) -> dict[str, str]:
    """Labels of the themes by identifier."""
    return {row["theme_id"]: theme_label(row["label"]) for row in records(themes)}


def theme_term(term: object) -> str:
    """A term as it may be shown."""
    return shorten(plain(term).replace("_", " "), TERM_CHARS)


def order_themes(themes: pd.DataFrame) -> pd.DataFrame:
    """Themes by falling share, background last."""
    return (
        themes.assign(last=themes["kind"] == "background")
        .sort_values(["last", "share", "theme_id"], ascending=[True, False, True], kind="stable", ignore_index=True)
        .drop(columns="last")
    )


def article_themes(article_topics: pd.DataFrame, topics: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """Share of each theme in each article: a row an article, a column a theme."""
    owner = topics.set_index("topic_id")["theme_id"]
    joined = pd.DataFrame(
        {
            "article_id": article_topics["article_id"],
            "theme_id": article_topics["topic_id"].map(owner),
            "share": article_topics["share"],
        }
    ).dropna(subset=["theme_id"])
    wide = joined.pivot_table(index="article_id", columns="theme_id", values="share", aggfunc="sum", fill_value=0.0)
    return wide.reindex(columns=list(order_themes(themes)["theme_id"]), fill_value=0.0)


def main_themes(shares: pd.DataFrame) -> pd.DataFrame:
    """Each article's strongest theme and its share there."""
    if shares.empty or not len(shares.columns):
        nothing = pd.DataFrame({"article_id": [], "theme_id": [], "theme_share": []})
        return nothing.astype({"article_id": "str", "theme_id": "str", "theme_share": "float64"})
    return pd.DataFrame(
        {
            "article_id": shares.index,
            "theme_id": shares.columns.to_numpy()[shares.to_numpy().argmax(axis=1)],
            "theme_share": shares.to_numpy().max(axis=1),
        }
    )


def theme_terms(topic_terms: pd.DataFrame, topics: pd.DataFrame) -> dict[str, list[str]]:
    """The terms of each theme, heaviest first: a term's weight is that of its topics by their share."""
    joined = topic_terms.merge(topics[["topic_id", "theme_id", "share"]], on="topic_id")
    weighed = joined.assign(weight=joined["weight"] * joined["share"])
    summed = weighed.groupby(["theme_id", "term"], as_index=False).agg(weight=("weight", "sum"))
    ordered = summed.sort_values(["theme_id", "weight", "term"], ascending=[True, False, True], kind="stable")
    return {str(theme): [theme_term(term) for term in group["term"]] for theme, group in ordered.groupby("theme_id")}


def names_by_theme(
    shares: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame, *, kind: str, most: int
) -> dict[str, list[str]]:
    """For each theme the people or bodies named in its articles more than its size would bring."""
    called = dict(zip(entities["entity_id"], entities["canonical"], strict=True))
    found = entities_by_theme(shares, mentions, entities, kind=kind, most=most)
    return {theme: [shorten(plain(called[entity]), NAME_CHARS) for entity in own] for theme, own in found.items()}


def entities_by_theme(
    shares: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame, *, kind: str, most: int
) -> dict[str, list[str]]:
    """The same by their entity_id, the one that exceeds its expected articles most first."""
    known = entities[(entities["type"] == kind) & (entities["n_articles"] >= LEAST_ARTICLES)]
    known = known.sort_values(["n_articles", "entity_id"], ascending=[False, True], kind="stable").head(MOST_ENTITIES)
    pairs = mentions.loc[mentions["entity_id"].isin(known["entity_id"]), ["article_id", "entity_id"]].drop_duplicates()
    pairs = pairs[pairs["article_id"].isin(shares.index)]
    if pairs.empty:
        return {}
    weights = shares.loc[pairs["article_id"]].set_axis(pairs["entity_id"].to_numpy(), axis=0)
    summed = weights.groupby(level=0).sum()
    named = pairs["entity_id"].value_counts().reindex(summed.index)
    excess = summed - np.outer(named, shares.mean(axis=0))
    found: dict[str, list[str]] = {}
    for theme in shares.columns:
        ordered = sorted(zip(excess[theme], map(str, excess.index), strict=True), key=lambda pair: (-pair[0], pair[1]))
        found[str(theme)] = [entity for more, entity in ordered[:most] if more > 0]
    return found


def funnel(documents: pd.DataFrame, articles: pd.DataFrame, rejects: pd.DataFrame) -> dict[str, int]:
    """How many files, documents and articles came through each step; each step is the one before less what it drops."""
    read = set(documents["source"]) | set(documents["document_id"])
    unread = {row for row in rejects.loc[rejects["stage"] == "read", "row_id"] if row not in read}
    counted = articles["duplicate_of"].isna()
    return {
        "files": len(documents) + len(unread),
        "unread": len(unread),
        "documents": len(documents),
        "articles": len(articles),
        "duplicates": int((~counted).sum()),
        "counted": int(counted.sum()),
        "undated": int((counted & articles["year"].isna()).sum()),
        "dated": int((counted & articles["year"].notna()).sum()),
    }


def year_counts(articles: pd.DataFrame, article_years: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    """For each year the counted articles by best day, those to be expected given the doubt of dates, and words."""
    counted = articles[articles["duplicate_of"].isna()]
    chances = article_years[article_years["article_id"].isin(counted["article_id"])]
    by_year = counted.groupby("year")
    index = pd.Index(years, dtype="int64", name="year")
    return pd.DataFrame(
        {
            "n_articles": by_year.size().reindex(index, fill_value=0).astype(int),
            "n_expected": chances.groupby("year")["probability"].sum().reindex(index, fill_value=0.0),
            "n_words": by_year["n_words"].sum().reindex(index, fill_value=0).astype(int),
        },
        index=index,
    ).reset_index()


def reject_summary(rejects: pd.DataFrame) -> pd.DataFrame:
    """How often each stage dropped something for each reason, most frequent first within a stage."""
    counted = rejects.groupby(["stage", "reason"], as_index=False).size().rename(columns={"size": "n_rows"})
    return counted.sort_values(
        ["stage", "n_rows", "reason"], ascending=[True, False, True], kind="stable", ignore_index=True
    )


def order_findings(findings: pd.DataFrame) -> pd.DataFrame:
    """Findings by the size of the change that is certain: the end of the interval that is nearer to none."""
    near = findings[["low", "high"]].abs().min(axis=1).where(findings["low"] * findings["high"] > 0, 0.0)
    return (
        findings.assign(near=near)
        .sort_values(["near", "finding_id"], ascending=[False, True], kind="stable", ignore_index=True)
        .drop(columns="near")
    )


def finding_words(row: Row, labels: dict[str, str]) -> tuple[str, str]:
    """A finding's theme, and its own sentence about it with a full stop."""
    said, label = plain(row["sentence"]), labels.get(row["theme_id"], str(row["theme_id"]))
    rest = said.removeprefix(label).lstrip(" :")
    return label, f"{rest[:1].lower()}{rest[1:].rstrip('.')}."


def kind_word(media_type: object) -> str:
    """What a kind of file is called; an unknown one by its media type."""
    return KINDS.get(str(media_type), shorten(plain(media_type), KIND_CHARS))


def year_values(years: pd.DataFrame) -> dict[str, object]:
    """How counted articles spread over the years of `year_counts`, for a sentence; at least one year."""
    top = records(years.sort_values(["n_articles", "year"], ascending=[False, True], kind="stable"))[0]
    return {
        "dated": count(int(years["n_articles"].sum()), "article"),
        "most_year": top["year"],
        "most": count(top["n_articles"], "article"),
        "gaps": year_list(int(year) for year in years.loc[years["n_articles"] == 0, "year"]),
    }


def date_values(counted: pd.DataFrame) -> dict[str, object]:
    """On what evidence the counted articles, at least one, were dated and how closely, for a sentence."""
    known = (counted["date_latest"] - counted["date_earliest"]).dt.days.dropna()
    stated = counted["date_basis"].isin(STATED)
    return {
        "stated": count(int(stated.sum()), "article"),
        "stated_share": percent(stated.mean()),
        "inferred": count(int((~stated & counted["date"].notna()).sum()), "article"),
        "undated": count(int(counted["date"].isna().sum()), "article"),
        "middle": count(float(np.median(known)) if len(known) else 0, "day"),
        "widest": count(float(known.max()) if len(known) else 0, "day"),
    }


def certificate_rows(certificate: pd.DataFrame) -> list[Row]:
    """The certificate's measures over all generators, in the order of reading."""
    return records(certificate[certificate["generator"] == "all"].sort_values("place", kind="stable"))


def certificate_values(certificate: pd.DataFrame) -> dict[str, object]:
    """How many corpora of how many kinds a certificate is of, and the years they imitate, for a sentence."""
    whole = certificate_rows(certificate)
    own = certificate[(certificate["generator"] != "all") & ~certificate["measure"].str.startswith("known_")]
    # bands and findings are measured on corpora of their own, doublings by the share that they start from
    part = own["measure"].where(own["measure"].str.startswith("found_from_"), "")
    sizes = own.groupby(["generator", part])["n"].max().groupby("generator").sum()
    return {
        "corpora": count(int(sizes.sum()), "corpus"),
        "kinds": count(len(sizes), "kind"),
        "from_year": whole[0]["from_year"],
        "to_year": whole[0]["to_year"],
    }


def is_stale(certificate: pd.DataFrame, articles: pd.DataFrame) -> bool:
    """Whether a certificate was made for other documents than these articles are of."""
    return bool(certificate["corpus"].iloc[0] != corpus_mark(articles["article_id"]))
