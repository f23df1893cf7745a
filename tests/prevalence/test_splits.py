import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.prevalence.changes import Change
from pipeline.prevalence.sources import SourceYears
from pipeline.prevalence.splits import fit_to_level, split_change

NAMES = ["ants.txt", "bees.txt", "cats.txt"]


def table_of(articles, means):
    articles, means = np.array(articles, dtype=float), np.array(means, dtype=float)
    return SourceYears(NAMES[: len(articles)], articles, articles * means, articles * means**2)


def change_of(before, after):
    return Change(0, (0, 0), (1, 1), before, after, -1.0, 1.0, 1.0, 5.0, "")


def test_a_shift_of_the_mix_is_all_mix():
    """Sources at 10 % and 50 %; their mix turns from 3:1 to 1:3, so the mean goes from 20 to 40 %."""
    found = split_change(change_of(0.2, 0.4), table_of([[30, 10], [10, 30]], [[0.1, 0.1], [0.5, 0.5]]), "f")
    assert found["mix"].tolist() == pytest.approx([0.1, 0.1])
    assert found["within"].tolist() == pytest.approx([0.0, 0.0])
    assert found["to_weight"].tolist() == [0.25, 0.75]


def test_a_change_within_one_source_is_that_sources():
    found = split_change(change_of(0.2, 0.3), table_of([[20, 20], [20, 20]], [[0.1, 0.3], [0.3, 0.3]]), "f")
    assert found["within"].tolist() == pytest.approx([0.1, 0.0])
    assert found["mix"].tolist() == pytest.approx([0.0, 0.0])


def test_a_source_of_one_period_changes_in_weight_alone():
    found = split_change(
        change_of(0.1, 0.35), table_of([[10, 10], [0, 10], [0, 0]], [[0.1, 0.2], [0, 0.5], [0, 0]]), "f"
    )
    assert found["source"].tolist() == NAMES[:2]
    assert np.isnan(found["from_share"].iloc[1])
    assert found["within"].iloc[1] == 0
    assert found["mix"].sum() + found["within"].sum() == pytest.approx(0.25, abs=1e-12)


@settings(max_examples=200, deadline=None)
@given(
    articles=st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=1, max_size=3),
    means=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=3),
    before=st.floats(0, 1),
    after=st.floats(0, 1),
)
def test_mix_and_within_add_up_to_the_change_exactly(articles, means, before, after):
    """Whatever the sources and whatever level the correction of shrinkage tells."""
    if min(sum(period) for period in zip(*articles, strict=True)) < 1:
        return  # a period that is compared holds articles
    table = table_of(articles, means[: len(articles)])
    raw = table.sums.sum(axis=0)
    if (raw == 0).any():  # from nothing, no proportion leads anywhere but up
        before, after = max(before, 1e-6), max(after, 1e-6)
    found = split_change(change_of(before, after), table, "f")
    assert found["mix"].sum() + found["within"].sum() == pytest.approx(after - before, abs=1e-12)
    for column in ("from_share", "to_share"):
        assert found[column].dropna().between(-1e-12, 1 + 1e-12).all()


def test_a_level_is_shared_out_in_proportion():
    part = SourceYears(NAMES[:2], np.array([1.0, 1.0]), np.array([0.2, 0.4]), np.zeros(2))
    assert fit_to_level(part, 0.15).tolist() == pytest.approx([0.1, 0.2])
    assert fit_to_level(part, 1.0).tolist() == pytest.approx([1.0, 1.0])
