import numpy as np
import pytest

from pipeline.prevalence.bands import measure_years
from pipeline.prevalence.shares import gather_shares, keep_themes
from pipeline.prevalence.yearly import COLUMNS, Measured, count_articles, find_shown, write_years

YEARS = [{2001: 1.0}, {2001: 0.6, 2002: 0.4}, {2003: 0.9, 2004: 0.1}, None]


@pytest.fixture
def shares(tables, config):
    names = ("articles", "article_years", "topics", "themes", "draws")
    made = tables(YEARS)
    return gather_shares(*(made[name] for name in names), time_words=config.time_words)


def test_articles_are_counted_in_the_year_of_their_best_day(shares):
    assert shares.year_names == [2001, 2002, 2003, 2004]
    assert count_articles(shares).tolist() == [2, 0, 1, 0]


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (None, [True, False, True, False]),
        ((2002, 2003), [False, False, True, False]),
        ((1990, 1995), [False] * 4),
    ],
)
def test_years_are_shown_that_hold_an_article(shares, period, shown):
    assert find_shown(shares, period).tolist() == shown


@pytest.fixture
def measured(shares, config):
    subjects = keep_themes(shares, np.array([True, True, False]))
    return [
        Measured(part, *measure_years(part, np.random.default_rng(0), config=config)) for part in (subjects, shares)
    ]


SHOWN = np.array([True, False, True, False])


def test_rows_are_themes_as_wholes_and_topics(measured):
    rows = write_years(*measured, shown=SHOWN, sparse_below=1.5)
    assert list(rows.columns) == COLUMNS
    assert rows["topic_id"].isna().sum() == 2 * 3
    assert set(rows.loc[rows["topic_id"] == "t03", "theme_id"]) == {"theme-a"}
    assert rows.groupby("year")["is_sparse"].first().to_dict() == {2001: False, 2003: True}
    assert rows.groupby("year")["n_effective"].first().to_dict() == pytest.approx({2001: 1.6, 2003: 0.9})


def test_subjects_have_shares_of_what_is_on_subjects_and_beside_it_of_all(measured):
    rows = write_years(*measured, shown=SHOWN, sparse_below=1.5)
    is_background = rows["theme_id"] == "theme-z"
    background = rows[is_background]
    assert np.array_equal(background["share"], background["whole_share"])
    for level in (rows[rows["topic_id"].isna()], rows[rows["topic_id"].notna()]):
        assert level.groupby("year")["whole_share"].sum().tolist() == pytest.approx([1.0, 1.0])
        subjects = level[level["theme_id"] != "theme-z"]
        assert subjects.groupby("year")["share"].sum().tolist() == pytest.approx([1.0, 1.0])
    assert rows["whole_share"].between(rows["whole_low"], rows["whole_high"]).all()
