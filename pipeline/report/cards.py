"""The themes, one card each: what they are, how they ran, and articles that show them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pipeline.offsets import OffsetMap
from pipeline.report.blocks import Block, section, shown, text
from pipeline.report.given import Given
from pipeline.report.story import Story
from pipeline.rows import Row, records
from pipeline.summary import names_by_theme, order_themes, theme_label, theme_terms
from pipeline.wording import count, listing, money, percent, percent_range, plain, shorten

TYPES = ("PERSON", "BODY")
BULLETS = "•·●▪◦–—-* "
INNER = str.maketrans('“”"', "‘’'")  # marks of a quotation within one
LEAST_CHARS = 90  # of an excerpt, where the article has such a paragraph


def theme_section(given: Given, shares: pd.DataFrame, story: Story) -> Block:
    """The section on the themes."""
    cards = build_cards(given, shares, story)
    if not cards:
        return section(story.say("themes.title"), [text(story.say("themes.none"))])
    values = {"themes": count(len(cards), "theme")}
    return section(
        story.say("themes.title"),
        [
            text(story.say("themes.intro", values)),
            text(story.say("themes.read_card")),
            {"kind": "cards", "cards": cards},
            *story.chart("correlation"),
            *story.chart("terms"),
            *story.chart("map"),
        ],
    )


def build_cards(given: Given, shares: pd.DataFrame, story: Story) -> list[Block]:
    """A card for each theme, in order."""
    terms = theme_terms(given.topic_terms, given.topics)
    named = {
        kind: names_by_theme(shares, given.mentions, given.entities, kind=kind, most=most_named(kind, story))
        for kind in TYPES
    }
    whole = given.prevalence[given.prevalence["topic_id"].isna()]
    ranked = given.topics.sort_values(["share", "topic_id"], ascending=[False, True], kind="stable")
    cards = []
    for theme in records(order_themes(given.themes)):
        name = theme["theme_id"]
        own = terms.get(name, [])
        cards.append(
            {
                "label": shown(theme_label(theme["label"])),
                "facts": shown(card_facts(theme, story)),
                "terms": shown(listing(own[: story.config.terms_shown])),
                "lines": card_lines(ranked[ranked["theme_id"] == name], name, named, given.sums, story),
                "typical_name": story.say("card.typical"),
                "typical": shown(typical_sentence(given.evidence, name, given.articles, story)),
                "trend": trend(whole[whole["theme_id"] == name], theme, story),
                "examples": examples(strongest_articles(given, shares, name), own, given.articles, story),
            }
        )
    return cards


def most_named(kind: str, story: Story) -> int:
    """How many names of a type stand on a card: people only where they are shown by name."""
    return story.config.go_with if kind == "BODY" or story.publish.is_named else 0


def card_facts(theme: Row, story: Story) -> str:
    """Size, persistence and kind of a theme in one line."""
    firm = "firm" if theme["persistence"] >= story.config.firm else "loose"
    values = {
        "share": percent(theme["share"]),
        "persistence": percent(theme["persistence"]),
        "firm": story.word(f"card.{firm}"),
        "kind": story.word(f"card.{theme['kind']}"),
    }
    return story.say("card.facts", values)


def card_lines(
    inside: pd.DataFrame, theme_id: str, named: Mapping[str, Mapping[str, list[str]]], sums: pd.DataFrame, story: Story
) -> list[dict[str, str]]:
    """Named lines of a card: its topics, people, bodies and sums."""
    own = sums[(sums["theme_id"] == theme_id) & sums["value"].notna()].sort_values(
        ["value", "mention_id"], ascending=[False, True], kind="stable"
    )
    said = {
        "topics": topic_words(inside, story) if len(inside) > 1 else "",
        "people": listing(story.veil.cover(name) for name in named["PERSON"].get(theme_id, [])),
        "bodies": "; ".join(named["BODY"].get(theme_id, [])),
        "sums": "; ".join(sum_words(row, story) for row in records(own.head(story.config.go_with))),
    }
    return [{"name": story.say(f"card.{name}"), "text": shown(words)} for name, words in said.items() if words]


def topic_words(inside: pd.DataFrame, story: Story) -> str:
    """The labels of a theme's topics, largest first, and how many more there are."""
    most = story.config.topics_shown
    said = [plain(row["label"]).replace("_", " ") for row in records(inside.head(most))]
    more = len(inside) - most
    return "; ".join([*said, story.say("card.more_topics", {"more": more})] if more > 0 else said)


def sum_words(row: Row, story: Story) -> str:
    """A sum with its period and what it is for."""
    period = f" a {row['period']}" if isinstance(row["period"], str) else ""
    about = shorten(story.quote(row["about"], row["article_id"]), 50)
    said = f"{money(row['value'], row['currency'] if isinstance(row['currency'], str) else None)}{period}"
    return f"{said} ({about})" if about else said


def trend(series: pd.DataFrame, theme: Row, story: Story) -> Block:
    """A theme's course as the template draws it, and in words."""
    ordered = series.sort_values("year", kind="stable")
    columns = ["year", "share", "low", "high", "agenda_low", "agenda_high", "is_sparse"]
    dots = [
        {key: bool(row[key]) if key == "is_sparse" else float(row[key]) for key in columns}
        for row in records(ordered[columns])
    ]
    first_year, last_year = (story.years[0], story.years[-1]) if story.years else (0, 0)
    own_top = float(ordered[["share", "high", "agenda_high"]].max().max()) if len(ordered) else 0.0
    return {
        "dots": dots,
        "first": first_year,
        "last": last_year,
        "top": own_top if own_top > 0 else 1.0,
        "top_label": percent(own_top),
        "alt": trend_alt(ordered, theme, story),
        "none": story.say("card.no_trend"),
    }


def trend_alt(ordered: pd.DataFrame, theme: Row, story: Story) -> str:
    """A theme's course in words: first, last, highest and lowest share with intervals."""
    label = theme_label(theme["label"])
    if ordered.empty:
        return story.say("card.no_trend")
    rows = records(ordered)
    picks = {
        "first": rows[0],
        "last": rows[-1],
        "highest": max(rows, key=lambda row: row["share"]),
        "lowest": min(rows, key=lambda row: row["share"]),
    }
    values: dict[str, object] = {"theme": label}
    for name, row in picks.items():
        values[name] = percent(row["share"])
        values[f"{name}_year"] = row["year"]
        values[f"{name}_range"] = percent_range(row["low"], row["high"])
    return story.say("card.alt", values)


def strongest_articles(given: Given, shares: pd.DataFrame, theme_id: str) -> pd.Series[float]:
    """A theme's most typical articles with its share of them: those of `evidence`, or else with the largest share."""
    rows = given.evidence[(given.evidence["theme_id"] == theme_id) & (given.evidence["kind"] == "article")]
    if len(rows):
        return rows.sort_values("rank").set_index("article_id")["share"]
    counted = given.articles.loc[given.articles["duplicate_of"].isna(), "article_id"]
    if theme_id not in shares.columns:
        return pd.Series(dtype=float)
    return shares[theme_id].reindex(counted).dropna().sort_values(ascending=False, kind="stable")


def examples(
    strongest: pd.Series[float], terms: list[str], articles: pd.DataFrame, story: Story
) -> list[dict[str, str]]:
    """The articles that are most of a theme: headline, year, share, and a passage where excerpts are on."""
    first = strongest.head(story.config.examples)
    picked = articles.set_index("article_id").reindex(first.index).assign(theme_share=first)
    return [example(row, terms, story) for row in records(picked.reset_index(names="article_id"))]


def typical_sentence(evidence: pd.DataFrame, theme_id: str, articles: pd.DataFrame, story: Story) -> str:
    """The sentence that is most of a theme, of those that a card has room for; empty where there is none."""
    rows = evidence[(evidence["theme_id"] == theme_id) & (evidence["kind"] == "sentence")].sort_values("rank")
    for row in records(rows):
        article = records(articles[articles["article_id"] == row["article_id"]])[0]
        place = OffsetMap(article["spans"]).to_article(row["start"], row["end"])
        said = plain(article["text"][slice(*place)]).lstrip(BULLETS).translate(INNER) if place else ""
        if said and len(said) <= story.config.excerpt_chars:
            return story.quote(said, row["article_id"])
    return ""


def example(row: Row, terms: list[str], story: Story) -> dict[str, str]:
    """One example article."""
    year: str = story.word("any.no_year") if pd.isna(row["year"]) else str(row["year"])
    passage = excerpt(row["text"], row["title"], terms, most=story.config.excerpt_chars)
    return {
        "title": shown(story.headline(row["title"], row["article_id"])),
        "meta": story.say("card.example", {"year": year, "share": percent(row["theme_share"])}),
        "excerpt": shown(story.quote(passage, row["article_id"])),
    }


def excerpt(body: str, title: str, terms: list[str], *, most: int) -> str:
    """The paragraph of an article that holds most of a theme's terms, cut to `most` characters."""
    paragraphs = [plain(line).lstrip(BULLETS) for line in body.split("\n")]
    kept = [line for line in paragraphs if line and line != plain(title)]
    if not kept:
        return ""
    # what counts is the part that will be shown; a line that is hardly a sentence is a caption or a heading
    heads = [shorten(line, most) for line in kept]
    long = [head for head in heads if len(head) >= LEAST_CHARS] or heads
    best = max(range(len(long)), key=lambda place: (sum(term in long[place].lower() for term in terms), -place))
    return long[best]
