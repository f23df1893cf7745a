"""The page as a file, and in a browser without a window: keys, assistive technology, hostile text, small screens."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from pipeline.browse.page import HERE, SCRIPTS, STYLES, joined, page_bytes
from pipeline.corpus import Corpus, Publish
from tests.browse.browser import find_chromium, open_browser, opened
from tests.browse.made import THEMELESS, page_of, page_tables, text_at
from tests.charts.made import empty_tables

OWN = "document.title='owned'"
HOSTILE = f'<script>{OWN}</script><img src=x onerror="{OWN}">{{{{7*7}}}} \u202ertl\u202c \U0001f600 =1+1 \u2028 '
LONG = "W" * 10_000 + " "
VIEWS = ("#/", "#/themes", "#/theme/theme-01", "#/theme/theme-01/2016", "#/article/d00000000001%3A0000?theme=theme-01",
         "#/articles", "#/articles?year=2016", "#/people", "#/name/0", "#/bodies", "#/money", "#/sure",
         "#/search?q=ferry", "#/nowhere")  # fmt: skip

browsed = pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found: install one, or name it: CHROMIUM")


@pytest.fixture(scope="module")
def page():
    return page_of(page_tables())


@pytest.fixture(scope="module")
def browser():
    with open_browser() as started:
        yield started


def test_every_script_and_style_is_in_the_page():
    assert {path.stem for path in HERE.glob("*.js")} == set(SCRIPTS)
    assert {path.stem for path in HERE.glob("*.css")} == set(STYLES)
    for path in [*HERE.glob("*.js"), *HERE.glob("*.css")]:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, "split by concept"


def test_no_script_makes_markup_runs_text_or_asks_for_anything():
    banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bfetch\(|XMLHttpRequest"
    assert not re.search(banned, joined(SCRIPTS, "js"))


def test_the_policy_lets_in_this_script_and_style_and_nothing_else(page):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'")
    for tag, directive in (("<script>", "script-src"), ("<style>", "style-src")):
        inner = page.split(tag)[1].split(tag.replace("<", "</"))[0]
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert not re.search(r'(?:src|href)="(?!data:,|#)', page.split("<script type")[0])


def test_text_in_the_frame_is_escaped():
    page = page_bytes([], title="<b>&", language='"x', no_script="<i>", skip="<u>", loading="<s>").decode()
    assert "<title>&lt;b&gt;&amp;</title>" in page
    assert not re.search(r"<[bius]>", page)


def test_the_same_tables_give_the_same_bytes(page):
    assert page_of(page_tables()) == page
    assert page_of(page_tables(), plain_kb=0) == page_of(page_tables(), plain_kb=0)


def test_every_sentence_that_the_script_speaks_is_there(values, page):
    spoken = set(re.findall(r"(?:say|word|group)\(\s*'([a-z_.]+)'", joined(SCRIPTS, "js")))
    assert len(spoken) > 100
    assert spoken <= {name.removeprefix("ui.") for name in values(page)["words"]}


@browsed
def test_keys_lead_from_a_theme_to_the_passage_in_the_raw_file(browser, page):
    with opened(browser, page) as view:
        tab = view.page
        view.press_to("h3 a[href='#/theme/theme-01']")
        tab.keyboard.press("Enter")
        tab.wait_for_selector("h1:has-text('Theme A0'):focus")
        view.press_to(".chart a.mark[tabindex='0']")
        assert "2016" in tab.evaluate("document.activeElement.getAttribute('aria-label')")
        tab.keyboard.press("ArrowRight")
        assert "2017" in tab.evaluate("document.activeElement.getAttribute('aria-label')")
        assert "2017" in tab.text_content(".readout")
        tab.keyboard.press("Enter")
        tab.wait_for_selector("h1:has-text('2017'):focus")
        headline = view.press_to("li a.title")
        tab.keyboard.press("Enter")
        tab.wait_for_selector(f"h1:has-text('{headline}'):focus")
        label = view.press_to(".passages a")
        tab.keyboard.press("Enter")
        tab.wait_for_selector("mark:focus")
        start, end = (int(part.replace(",", "")) for part in re.findall(r"[\d,]+", label))
        article = page_tables()["articles"].iloc[int(headline.split()[-1])]
        assert tab.text_content("mark") == text_at(article, start, end)
        assert "papers/one.txt" in tab.text_content("#live")


@browsed
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(browser, page, scheme):
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    with opened(browser, page, scheme=scheme, width=1000) as view:
        for address in VIEWS:
            view.goto(address)
            view.page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
            view.page.wait_for_timeout(50)
            found = Axe().run(view.page, options=rules).response["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == [], address


@browsed
@pytest.mark.parametrize("word", [HOSTILE, LONG, "head " * 100], ids=["markup", "endless word", "long headline"])
def test_text_of_documents_is_text_and_keeps_within_the_page(browser, word):
    with opened(browser, page_of(page_tables(word=word), corpus=Corpus(title=word[:500])), width=320) as view:
        for address in VIEWS:
            view.goto(address)
            assert view.overflow() <= 0, address
            assert view.page.title() != "owned"
        view.goto("#/articles")
        assert word.split(" ")[0][:40] in view.page.text_content("main")
        assert view.page.evaluate("document.querySelectorAll('img, iframe, object, main script').length") == 0
        assert view.faults == []


@browsed
@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_overflows_at_any_width(browser, page, width):
    with opened(browser, page, width=width) as view:
        for address in VIEWS:
            view.goto(address)
            assert view.overflow() <= 0, address
        assert view.faults == []


@browsed
@pytest.mark.parametrize(("tables", "corpus"), [
    pytest.param(page_tables(12, (2020,)), None, id="12 articles of one year"),
    pytest.param(page_tables(80, tuple(range(1985, 2025))), None, id="40 years"),
    pytest.param(page_tables(60, n_themes=30), None, id="30 themes"),
    pytest.param({**page_tables(), **empty_tables(["sums", "sum_totals", "mentions", "entities", "roles"])}, None,
                 id="no names and sums"),
    pytest.param({**page_tables(), **empty_tables(THEMELESS)}, None, id="no themes"),
    pytest.param({name: table.head(0) for name, table in page_tables().items()}, None, id="nothing"),
    pytest.param(page_tables(1, (2020,), 1), None, id="one article"),
    pytest.param(page_tables(), Corpus(publish=Publish("none", False)), id="no people and no texts"),
    pytest.param(page_tables(), Corpus(publish=Publish("roles")), id="roles"),
])  # fmt: skip
def test_odd_corpora_are_shown_whole(browser, tables, corpus):
    with opened(browser, page_of(tables, corpus=corpus), width=320) as view:
        for address in VIEWS:
            view.goto(address)
            assert view.page.text_content("h1")
            assert view.overflow() <= 0, address
        assert view.faults == []


@browsed
def test_a_search_finds_themes_people_bodies_sums_and_texts(browser, page):
    with opened(browser, page) as view:
        for query, heading in (("theme b1", "Themes"), ("LARK", "People"), ("river", "Bodies"), ("£4,500", "Money"),
                               ("headline 7", "Headlines"), ("school place", "Texts"),
                               ("nowhere to be found", None)):  # fmt: skip
            view.page.fill("#query", query)
            view.page.press("#query", "Enter")
            view.page.wait_for_selector(f"h1:has-text('{query}')")
            view.page.wait_for_selector(f"h2:has-text('{heading}')" if heading else "text=Nothing was found")
            view.page.wait_for_function(
                "(query) => document.getElementById('live').textContent.includes(query)", arg=query
            )


@browsed
def test_the_back_button_leads_back(browser, page):
    with opened(browser, page) as view:
        view.goto("#/themes")
        view.goto("#/theme/theme-01")
        view.page.go_back()
        view.page.wait_for_selector("h1:has-text('Themes by year')")


@browsed
def test_a_packed_page_is_as_one_that_is_not(browser):
    said = []
    for plain_kb in (10_000, 0):
        with opened(browser, page_of(page_tables(60), plain_kb=plain_kb, chunk_kb=10)) as view:
            for address in ("#/", "#/article/d00000000001%3A0059", "#/search?q=teachers"):
                view.goto(address)
                view.page.wait_for_timeout(150)
                said.append(view.page.text_content("main"))
            assert view.faults == []
    assert said[:3] == said[3:]
    assert "Nothing else was decided" in said[1]


@browsed
@pytest.mark.parametrize("mode", ["roles", "none"])
def test_no_name_of_a_person_stands_anywhere_where_it_must_not(browser, mode):
    page = page_of(page_tables(), corpus=Corpus(title="Papers", publish=Publish(mode)))
    assert not any(name in page for name in ("Ada", "Wren", "Lark", "Finch"))
    with opened(browser, page) as view:
        view.goto("#/article/d00000000001%3A0000")
        assert ("[Chair]" if mode == "roles" else "[a person]") in view.page.text_content(".text")


@browsed
def test_no_text_of_articles_stands_in_a_page_without_excerpts(browser):
    page = page_of(page_tables(), corpus=Corpus(title="Papers", publish=Publish(excerpts=False)))
    assert not any(
        line[:30] in page for line in ("The harbour board met", "Teachers asked", "the ferry", "Nothing else")
    )
    with opened(browser, page) as view:
        view.goto("#/article/d00000000001%3A0000")
        assert "Texts of articles are not shown" in view.page.text_content("main")
        assert "make trace ID=" in view.page.text_content("aside")


@browsed
def test_rare_letters_do_not_shift_places(browser):
    tables = page_tables(word="\U0001f600\U00020000 ")
    mention = tables["mentions"].iloc[0]
    with opened(browser, page_of(tables)) as view:
        view.goto(f"#/article/{mention['article_id'].replace(':', '%3A')}?at={mention['start']}-{mention['end']}")
        view.page.wait_for_selector("mark:focus")
        assert view.page.text_content("mark") == mention["surface"]
