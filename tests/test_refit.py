"""Another fit of the same articles, and what two fits have in common."""

import pandas as pd
import pytest

from pipeline import load_run
from pipeline.errors import CorpusError
from pipeline.refit import compare, correlation
from tests.charts.made import made_tables

QUICK = {
    "topics": {"n_topics": 8, "n_chains": 8, "n_burn": 20, "n_samples": 2, "n_draws": 8, "rungs": [1.0],
               "trial_chains": 2, "most_trial_updates": 10_000_000, "n_passes": 10}
}  # fmt: skip


def test_a_theme_is_closest_to_itself():
    tables = made_tables()
    found = compare(tables, tables)
    # the first two themes vary over articles, the third never does
    assert found["closest"].tolist()[:2] == ["Theme A0", "Theme B1"]
    assert found["correlation"].tolist()[:2] == pytest.approx([1, 1])
    assert pd.isna(found["closest"].iloc[2])


def test_what_does_not_vary_correlates_with_nothing():
    assert correlation(pd.Series([1.0, 2.0, 3.0]), pd.Series([5.0, 5.0, 5.0])) == 0


def test_a_run_may_not_be_overwritten(demo):
    run = load_run(demo / "made")
    with pytest.raises(CorpusError, match="Name another folder"):
        run.refit(demo / "made")


def test_another_number_of_topics_in_other_years(demo, tmp_path):
    run = load_run(demo / "made", corpus="data/demo/corpus.toml")
    other = run.refit(tmp_path / "other", settings=QUICK, period=(2018, 2021))
    assert set(other.articles["year"]) <= {2018, 2019, 2020, 2021}
    assert set(other.article_topics["article_id"]) <= set(other.articles["article_id"])
    assert 0 < len(other.topics) < 20
    assert set(other.prevalence["year"]) <= {2018, 2019, 2020, 2021}
    assert run.articles["year"].nunique() > 4  # the run itself is as it was
    assert run.compare(other)["correlation"].max() > 0.5
