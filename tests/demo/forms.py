"""The forms in which scrapes come, each with its mess: a listing, a feed's text dump, a letter, a page by itself."""

from __future__ import annotations

import datetime as dt
import random
import textwrap

from tests.demo.cast import term_of
from tests.demo.model import Article, Block, Run, cut_runs, plain, text_of
from tests.demo.page import Page

BETWEEN = "\n\nKeywords for this page:\nNo keywords have been set\n\nYou might also read\n\n"
WIDGET = "Diary: next date\n\n{day}\n\n"
PAGER = "Older news | Page {number} | Newer news\n\n"
ARTICLES_ON_A_PAGE = 15
WITH_CRLF = ("uhst-news-2024-2025.txt",)
LINES_ON_A_LEAF = 40
SPAM = ("海外カジノ 入金不要 ボーナス", "เว็บสล็อต แตกง่าย")
DOMAIN = "https://www.moleandjetty.example"
PICTURE_HOST = "https://pictures.example"
PICTURES = (
    "grey-seals-on-slipway",
    "tug-at-dawn",
    "pier-in-fog",
    "crab-pots-stacked",
    "harbour-lights",
    "dredger-bow",
    "ferry-ramp",
)
CREDITS = ("T Ravenglow/StockQuay", "Lumen Shore/StockQuay", "reader's own", "Ebbtide Pictures/Framebank")
# what stands within an article and is no part of what it says
BESIDE = ("endmark", "link", "note")
CAPTION_SHARE = 0.3
CAPTIONS = (
    "{name}, UHST president (headshot)",
    "{name} (picture supplied by UHST)",
    "The view from the quay (file photo)",
)
POLL = "Note: this story carries a reader vote; open the site to take part."


def write_listing(source: str, articles: list[Article], rng: random.Random) -> Page:
    """A listing: newest first by the day of posting, furniture after each article, no dates."""
    page = Page(source, newline="\r\n" if source in WITH_CRLF else "\n")
    newest = max(article.plan.posted for article in articles)
    page.add_furniture(WIDGET.format(day=f"{workday(newest, rng.randint(5, 40)):%a, %d %b %y} 09:30"))
    # articles of one day stand in drawn order, as they do in a batch that was put up in one go
    order = sorted(articles, key=lambda article: (article.plan.posted, rng.random()), reverse=True)
    for number, article in enumerate(order, 1):
        page.begin(article)
        page.add_runs(article.printed_title)
        write_blocks(page, article.blocks)
        page.end()
        page.add("\n")
        page.add_furniture(BETWEEN)
        if number % ARTICLES_ON_A_PAGE == 0:
            page.add_furniture(PAGER.format(number=number // ARTICLES_ON_A_PAGE))
    return page


def workday(day: dt.date, later: int) -> dt.date:
    """The working day that many days later, or the last one before it."""
    day += dt.timedelta(days=later)
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def write_blocks(page: Page, blocks: tuple[Block, ...]) -> None:
    """An article's blocks, an empty line between two; end marks and links are furniture within the article."""
    before = ""
    for block in blocks:
        page.add("\n" if before == block.kind == "bullet" else "\n\n")
        if block.kind in BESIDE:
            page.add_furniture(text_of(block.runs))
            continue
        if block.kind == "bullet":
            page.add("  • ")
        page.add_runs(block.runs)
        before = block.kind


def write_feed(source: str, articles: list[Article], rng: random.Random) -> Page:
    """A feed with its tags stripped: spam, headline, links, timestamp, teaser, text, picture credit."""
    page = Page(source)
    order = sorted(articles, key=lambda article: article.plan.date, reverse=True)
    newest = stamp(order[0].plan.date, 11, 4)
    page.add_furniture(f"{SPAM[0]} harbours Archives - Mole & Jetty {DOMAIN}/topic/harbours/ ")
    page.add_furniture(f"News and views for ports and coasts {newest} en-GB hourly 1 https://feeds.example/?v=5.2 ")
    for number, article in enumerate(order, 1):
        write_item(page, article, number, rng)
    return page


def stamp(day: dt.date, hour: int, minute: int) -> str:
    """A timestamp as RFC 822 has it."""
    return f"{day:%a, %d %b %Y} {hour:02d}:{minute:02d}:{minute * 7 % 60:02d} +0000"


def write_item(page: Page, article: Article, number: int, rng: random.Random) -> None:
    """One item of the feed."""
    day = article.plan.date
    slug = "-".join("".join(c for c in text_of(article.title).lower() if c.isalnum() or c == " ").split()[:9])
    link = f"{DOMAIN}/{day:%Y/%m/%d}/{slug}/"
    spam = SPAM[0] if rng.random() < 0.85 else SPAM[1]
    page.add_furniture(f"{spam} ")
    page.begin(article)
    page.add_runs(article.title)
    page.add(" ")
    time = stamp(day, rng.randint(6, 18), rng.randint(0, 59))
    anchor = rng.choice(["#respond", "#comments"])
    page.add_furniture(f"{link} {link}{anchor} {time} {DOMAIN}/?p={40_000 + 137 * number}\n")
    first = (*article.blocks[0].runs, plain(" "), *article.blocks[1].runs)
    # the teaser says once more how the text begins
    page.add_furniture(text_of(cut_runs(first, rng.randint(190, 250), "…")) + "\n]]>\n\n")
    if rng.random() < 0.2:
        page.add_furniture(POLL + "\n")
    write_news(page, article, rng)
    page.end()
    page.add("\n\n")
    page.add_furniture("]]>\n")
    picture, credit = rng.choice(PICTURES), rng.choice(CREDITS)
    page.add_furniture(
        f"{link}feed/ {rng.randint(0, 9)} {PICTURE_HOST}/{day:%Y/%m}/{picture}.jpg Mole & Jetty Photo: {credit}\n"
    )


def write_news(page: Page, article: Article, rng: random.Random) -> None:
    """The text of a news item: paragraphs with an empty line between, and perhaps a picture's caption."""
    caption_after = rng.randint(1, 3) if rng.random() < CAPTION_SHARE else 0
    for number, block in enumerate(article.blocks):
        if number:
            page.add("\n\n")
        if number and number == caption_after:
            page.add_furniture(rng.choice(CAPTIONS).format(name=term_of(article.plan.date).name) + "\n\n")
        page.add_runs(block.runs)


def write_letter(source: str, articles: list[Article], rng: random.Random) -> Page:
    """A letter out of a PDF: date line, numbered paragraphs, hard line ends, running heads and page numbers."""
    page = Page(source, is_curly=False)
    (article,) = articles
    page.add_furniture("By email to: white.paper@dcp.example\n\n")
    page.begin(article)
    page.add_runs((plain(f"{article.plan.date:%A} {article.plan.date.day} {article.plan.date:%B %Y}"),))
    page.add("\n\n")
    page.add_runs(article.title)
    page.add("\n")
    number, lines, leaf = 0, 8, 1
    for block in article.blocks:
        page.add("\n")
        if block.kind == "numbered":
            number += 1
            page.add(f"{number}. ")
        lines += 2 + len(textwrap.wrap(text_of(block.runs), 95))
        first, rest = (block.runs, ()) if lines < LINES_ON_A_LEAF else split_runs(block.runs)
        page.add_runs(first)
        if lines >= LINES_ON_A_LEAF:
            page.add_furniture(f"\n\n{leaf}\n\fUHST response to the White Paper {article.plan.date:%d/%m/%Y}\n\n")
            page.add_runs(rest)
            lines, leaf = 0, leaf + 1
        page.add("\n")
    page.end()
    page.add_furniture(f"\n\n{leaf}\n")
    return page


def split_runs(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs in two parts, parted at a space in the longest of them, as a page's end parts a paragraph."""
    index = max((i for i, run in enumerate(runs) if run.mention is None), key=lambda i: len(runs[i].text))
    run = runs[index]
    at = run.text.find(" ", len(run.text) // 2)
    if at < 0:
        return runs, ()
    return (*runs[:index], Run(run.text[:at], run.theme)), (Run(run.text[at + 1 :], run.theme), *runs[index + 1 :])


def write_webpage(source: str, articles: list[Article], rng: random.Random) -> Page:
    """The text of a page by itself, with what stands round an article on a site."""
    page = Page(source)
    (article,) = articles
    page.add_furniture(WIDGET.format(day=f"{workday(article.plan.date, rng.randint(300, 700)):%a, %d %b %y} 10:00"))
    page.begin(article)
    page.add_runs(article.printed_title)
    write_blocks(page, article.blocks)
    page.end()
    page.add("\n")
    page.add_furniture(BETWEEN)
    return page
