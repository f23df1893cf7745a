import inspect
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pipeline.checks import arrange, check
from pipeline.corpus import Corpus, Publisher
from pipeline.prevalence.stage import prevalence
from pipeline.tables import TABLES

DATED = [{2001: 1.0}] * 12 + [{2002: 0.9, 2003: 0.1}] * 12 + [{2005: 1.0}]


def run(made, config, *, corpus=None):
    found = prevalence(**made, corpus=corpus or Corpus(), config=config)
    checked = {name: arrange(name, frame) for name, frame in found.items() if name != "notices"}
    for name, frame in checked.items():
        check(name, frame)
    return checked


def test_it_makes_the_tables_that_are_listed_for_it(tables, config):
    assert set(run(tables(DATED), config)) == {name for name, table in TABLES.items() if table.stage == "prevalence"}
    assert "corpus" in inspect.signature(prevalence).parameters


def test_shares_of_themes_sum_to_one_in_each_year_and_topics_to_their_theme(tables, config):
    yearly = run(tables(DATED), config)["prevalence"]
    whole = yearly[yearly["topic_id"].isna()]
    assert np.allclose(whole.groupby("year")["whole_share"].sum(), 1.0)
    assert np.allclose(whole[whole["theme_id"] != "theme-z"].groupby("year")["share"].sum(), 1.0)
    parts = yearly[yearly["topic_id"].notna()].groupby(["year", "theme_id"])["share"].sum()
    assert np.allclose(parts, whole.set_index(["year", "theme_id"])["share"].loc[parts.index])
    assert (yearly.groupby("year").size() == 3 + 4).all()


def test_intervals_hold_the_share_and_the_agenda_is_the_wider(tables, config):
    yearly = run(tables(DATED), config)["prevalence"]
    for narrow, wide in (("share", "high"), ("high", "agenda_high"), ("agenda_low", "low"), ("low", "share")):
        assert (yearly[narrow] <= yearly[wide] + 1e-12).all()


def test_years_without_articles_have_no_rows_and_thin_ones_are_marked(tables, config):
    yearly = run(tables(DATED), config)["prevalence"]
    years = yearly.drop_duplicates("year").set_index("year")
    assert years.index.tolist() == [2001, 2002, 2005]  # 1.2 articles are expected in 2003, but none lies there
    assert years["n_articles"].tolist() == [12, 12, 1]
    assert years["n_effective"].tolist() == pytest.approx([12, 10.8, 1])
    assert years["is_sparse"].tolist() == [False, False, True]


def test_a_stated_period_bounds_the_years_that_are_shown(tables, config):
    yearly = run(tables(DATED), config, corpus=Corpus(period=(2002, 2004)))["prevalence"]
    assert sorted(set(yearly["year"])) == [2002]


def test_duplicates_do_not_count(tables, config):
    made = tables(DATED)
    ids = made["articles"]["article_id"]
    made["articles"]["duplicate_of"] = [None] * 20 + [ids[0]] * 5
    years = run(made, config)["prevalence"].drop_duplicates("year").set_index("year")
    assert years["n_articles"].to_dict() == {2001: 12, 2002: 8}


def with_rise(tables, *, sources=None):
    """Tables in which one theme falls for another: 24 articles of either year."""
    levels = np.tile([0.05, 0.55, 0.05, 0.35], (48, 1))
    levels[24:] = [0.4, 0.1, 0.4, 0.1]
    noise = np.random.default_rng(0).dirichlet(np.ones(4), 48)
    return tables([{2001: 1.0}] * 24 + [{2002: 1.0}] * 24, shares=0.8 * levels + 0.2 * noise, sources=sources)


def test_a_rise_is_found_and_background_is_not_told(tables, config):
    findings = run(with_rise(tables), config)["findings"]
    assert findings["theme_id"].tolist() == ["theme-a", "theme-b"]
    assert findings["kind"].tolist() == ["rise", "fall"]
    assert (findings["probability"] >= 0.95).all()


def test_a_change_that_most_settings_do_not_show_is_not_told(tables, config):
    made = with_rise(tables)
    ids, themes = made["articles"]["article_id"].tolist(), len(made["themes"])
    flat = [pd.DataFrame({"variant": f"v{number}", "article_id": ids, "shares": [[1 / themes] * themes] * len(ids)})
            for number in range(3)]  # fmt: skip
    made["variants"] = pd.concat(flat)
    assert run(made, config)["findings"].empty
    told = run(made, replace(config, holds_in=0.0))["findings"]
    assert told[["n_settings", "n_holds"]].drop_duplicates().to_numpy().tolist() == [[3, 0]]


def test_changes_are_parted_by_outlets_and_not_by_files(tables, config):
    sources = ["news-2001.txt"] * 20 + ["post.txt"] * 4 + ["news-2002.txt"] * 20 + ["post.txt"] * 4
    made = with_rise(tables, sources=sources)
    found = run(made, config)
    assert set(found["splits"]["source"]) == {"news-….txt", "post.txt"}
    assert not found["findings"]["sentence"].str.contains("different sources").any()
    # where a publisher is stated, all of it is one outlet
    stated = Corpus(publishers=(Publisher("Union", ("*.txt",)),))
    assert set(run(made, config, corpus=stated)["splits"]["source"]) == {"Union"}
    apart = with_rise(tables, sources=[source.replace("2001", "early") for source in sources])
    assert run(apart, config)["findings"]["sentence"].str.contains("different sources").all()


@pytest.mark.parametrize(
    "years",
    [
        [],
        [None],
        [None, None, None],
        [{2001: 1.0}],
        [{2001: 1.0}, {2002: 1.0}, {2003: 1.0}],
        [{2001: 1.0}] * 5,
        [{2001: 0.5, 2002: 0.5}],
    ],
    ids=["no articles", "one undated", "none dated", "one", "one a year", "one year", "one of two years"],
)
def test_small_corpora_make_tables_without_findings(years, tables, config):
    found = run(tables(years), config)
    shown = {max(known, key=known.get) for known in years if known}  # where the best day lies
    assert set(found["prevalence"]["year"]) == shown
    assert found["findings"].empty
    assert found["sums"].empty


def test_no_themes_at_all(tables, config):
    made = tables(DATED)
    for name in ("topics", "themes", "draws", "article_topics"):
        made[name] = made[name][:0]
    found = run(made, config)
    assert found["prevalence"].empty
    assert found["findings"].empty


def test_same_input_same_tables_whatever_the_order_of_rows(tables, config):
    made = tables(DATED)
    shuffled = {name: frame.sample(frac=1, random_state=1, ignore_index=True) for name, frame in made.items()}
    one, other = run(made, config), run(shuffled, config)
    for name, frame in one.items():
        pd.testing.assert_frame_equal(frame, other[name], check_exact=True)


def test_nothing_given_is_changed(tables, config):
    made = tables(DATED)
    before = {name: frame.copy(deep=True) for name, frame in made.items()}
    run(made, config)
    for name, frame in made.items():
        pd.testing.assert_frame_equal(frame, before[name])
