import numpy as np
import pandas as pd
import pytest

from pipeline.errors import TableError
from pipeline.prevalence.shares import content_rng, gather_shares, keep_themes, mark_background


def gather(made, config):
    names = ("articles", "article_years", "topics", "themes", "draws")
    return gather_shares(*(made[name] for name in names), time_words=config.time_words)


def test_duplicates_and_articles_without_draws_do_not_count(tables, config):
    made = tables([{2001: 1.0}] * 4)
    ids = made["articles"]["article_id"].tolist()
    made["articles"]["duplicate_of"] = [None, ids[0], None, None]
    made["draws"] = made["draws"][made["draws"]["article_id"] != ids[3]]
    shares = gather(made, config)
    assert shares.article_ids == [ids[0], ids[2]]
    assert shares.draws.shape == (20, 2, 4)
    assert np.allclose(shares.draws.sum(axis=2), 1.0, atol=1e-6)


def test_draws_stay_with_their_article_whatever_the_order_of_rows(tables, config):
    made = tables([{2001: 1.0}, {2002: 1.0}, {2003: 1.0}])
    shuffled = {name: frame.sample(frac=1, random_state=3) for name, frame in made.items()}
    one, other = gather(made, config), gather(shuffled, config)
    assert np.array_equal(one.draws, other.draws)
    assert np.array_equal(one.years, other.years)
    row = made["draws"].query("draw == 7").iloc[1]
    assert np.allclose(one.draws[7, 1], row["shares"], atol=1e-6)


@pytest.mark.parametrize("spoil", ["row", "width"])
def test_draws_that_do_not_fit_are_a_fault_of_their_table(spoil, tables, config):
    made = tables([{2001: 1.0}, {2002: 1.0}])
    made["draws"] = made["draws"].iloc[1:] if spoil == "row" else made["draws"].assign(shares=[np.ones(3)] * 40)
    with pytest.raises(TableError, match="every draw wants 2 articles of 4 shares"):
        gather(made, config)


def test_years_are_probabilities_and_undated_articles_have_none(tables, config):
    shares = gather(tables([{2001: 0.25, 2003: 0.75}, None]), config)
    assert shares.year_names == [2001, 2003]
    assert shares.years.tolist() == [[0.25, 0.75], [0.0, 0.0]]
    assert shares.best_years.tolist() == [2003, -1]


def test_topics_belong_to_their_themes(tables, config):
    shares = gather(tables([{2001: 1.0}]), config)
    assert shares.members.tolist() == [[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]]


@pytest.mark.parametrize(("seed", "ids"), [(1, ["b"]), (2, ["a"])])
def test_random_numbers_depend_on_seed_and_articles(seed, ids):
    assert content_rng(1, ["a"]).random() == content_rng(1, ["a"]).random()
    assert content_rng(1, ["a"]).random() != content_rng(seed, ids).random()


def test_the_themes_that_are_kept_share_out_what_is_on_them(tables, config):
    shares = gather(tables([{2001: 1.0}] * 3), config)
    kept = keep_themes(shares, np.array([True, False, True]))
    assert (kept.theme_ids, kept.topic_ids) == (["theme-a", "theme-z"], ["t01", "t03", "t04"])
    assert np.allclose(kept.draws.sum(axis=2), 1.0, atol=1e-6)
    assert np.allclose(
        kept.draws[:, :, 0] / kept.draws[:, :, 2], shares.draws[:, :, 0] / shares.draws[:, :, 3], rtol=1e-4
    )
    assert kept.members.tolist() == [[1, 0], [1, 0], [0, 1]]
    assert kept.kept.tolist() == [True, False, True]


@pytest.mark.parametrize(("kinds", "marked"), [("sbs", [False, True, False]), ("bbb", [False] * 3), ("", [])])
def test_background_is_marked_unless_there_is_nothing_else(kinds, marked):
    names = {"s": "subject", "b": "background"}
    ids = [f"theme-{place}" for place in range(len(kinds))]
    themes = pd.DataFrame({"theme_id": ids, "kind": [names[kind] for kind in kinds]})
    assert mark_background(ids, themes).tolist() == marked
