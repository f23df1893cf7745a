import numpy as np
import pytest

from pipeline.prevalence.bands import measure_years
from pipeline.prevalence.contributions import COLUMNS, mend_factor, write_contributions
from pipeline.prevalence.shares import gather_shares
from pipeline.prevalence.yearly import Measured, write_years

YEARS = [{2001: 1.0}, {2001: 0.6, 2002: 0.4}, {2003: 0.9, 2004: 0.1}, {2001: 0.5, 2003: 0.5}, None]


@pytest.fixture
def written(tables, config):
    made = tables(YEARS)
    names = ("articles", "article_years", "topics", "themes", "draws")
    shares = gather_shares(*(made[name] for name in names), time_words=config.time_words)
    of_themes, of_topics = measure_years(shares, np.random.default_rng(0), config=config)
    shown = np.array([True, False, True, False])
    measured = Measured(shares, of_themes, of_topics)
    years = write_years(measured, measured, shown=shown, sparse_below=1.5)
    return write_contributions(shares, of_themes, shown=shown), years[years["topic_id"].isna()]


def test_contributions_add_up_to_the_share_of_every_theme_and_year(written):
    rows, years = written
    assert list(rows.columns) == COLUMNS
    added = rows.groupby(["theme_id", "year"])["contribution"].sum()
    shares = years.set_index(["theme_id", "year"])["share"]
    assert set(added.index) == set(shares.index)
    assert (added - shares).abs().max() < 1e-9


def test_an_article_weighs_as_its_probability_of_the_year(written):
    rows, _ = written
    one = rows[(rows["theme_id"] == "theme-a") & (rows["year"] == 2001)].set_index("article_id")["weight"]
    # 2001 expects 1.0 + 0.6 + 0.5 articles
    assert one.to_dict() == pytest.approx(
        {"aaaaaaaaaaaa:0001": 1 / 2.1, "aaaaaaaaaaaa:0002": 0.6 / 2.1, "aaaaaaaaaaaa:0004": 0.5 / 2.1}
    )


def test_undated_articles_and_years_without_a_row_contribute_nothing(written):
    rows, _ = written
    assert set(rows["year"]) == {2001, 2003}
    assert "aaaaaaaaaaaa:0005" not in set(rows["article_id"])


def test_the_factor_is_what_the_mean_was_multiplied_by():
    assert mend_factor(np.array([[0.3, 0.0]]), np.array([[0.2, 0.0]])).tolist() == [[pytest.approx(1.5), 0.0]]


def test_themes_that_are_not_wanted_have_no_rows(tables, config):
    made = tables(YEARS)
    names = ("articles", "article_years", "topics", "themes", "draws")
    shares = gather_shares(*(made[name] for name in names), time_words=config.time_words)
    level, _ = measure_years(shares, np.random.default_rng(0), config=config)
    wanted = np.array([False, True, False])
    assert set(write_contributions(shares, level, shown=np.ones(4, dtype=bool), wanted=wanted)["theme_id"]) == {
        "theme-b"
    }
