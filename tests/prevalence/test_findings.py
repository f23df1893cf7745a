import pytest

from pipeline.prevalence.changes import Change
from pipeline.prevalence.findings import name_period, percent, signed, write_row

YEARS = [2014, 2015, 2017, 2021, 2022]


@pytest.mark.parametrize(
    ("earlier", "later", "numbers", "remark", "sentence"),
    [
        (
            (2, 2),
            (3, 3),
            (0.05, 0.14, 0.031, 0.142),
            "",
            "Rose from 5 % to 14 % between 2017 and 2021 (90 % interval of the change: 3 to 14 points)",
        ),
        (
            (0, 1),
            (3, 4),
            (0.31, 0.15, -0.22, -0.09),
            "",
            "Fell from 31 % in 2014–2015 to 15 % in 2021–2022 (90 % interval of the change: −22 to −9 points)",
        ),
        (
            (0, 0),
            (2, 2),
            (0.012, 0.021, 0.004, 0.016),
            "in one source alone, a.txt",
            "Rose from 1.2 % to 2.1 % between 2014 and 2017 (90 % interval of the change: 0.4 to 1.6 points); "
            "in one source alone, a.txt",
        ),
        (
            (0, 0),
            (3, 4),
            (0.4, 0.6, 0.1, 0.3),
            "",
            "Rose from 40 % in 2014 to 60 % in 2021–2022 (90 % interval of the change: 10 to 30 points)",
        ),
    ],
)
def test_sentences_are_made_from_the_numbers(earlier, later, numbers, remark, sentence):
    before, after, low, high = numbers
    row = write_row(Change(0, earlier, later, before, after, low, high, 0.99, 4.0, remark), "theme-a", YEARS, (0, 0))
    assert row["sentence"] == sentence
    assert row["kind"] == ("rise" if after > before else "fall")
    assert row["finding_id"] == f"theme-a:{YEARS[earlier[0]]}-{YEARS[later[1]]}"
    assert row["low"] <= row["change"] <= row["high"]


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [(0.034, 0, "3"), (-0.034, 0, "−3"), (-0.001, 0, "0"), (-0.001, 1, "−0.1"), (0.0, 0, "0")],
)
def test_differences_carry_a_true_minus_and_no_minus_nought(share, digits, shown):
    assert signed(share, digits) == shown


def test_periods_are_named_by_their_years():
    assert name_period((1, 1), YEARS) == "2015"
    assert name_period((3, 4), YEARS) == "2021–2022"


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [(0.138, 0, "14 %"), (0.012, 1, "1.2 %"), (0.003, 0, "less than 1 %"), (1.0, 0, "100 %")],
)
def test_per_cent(share, digits, shown):
    assert percent(share, digits) == shown


@pytest.mark.parametrize(
    ("remark", "holding", "ending"),
    [
        ("", (0, 0), "14 points)"),
        ("", (7, 6), "14 points); holds in 6 of 7 other settings"),
        ("in one source alone, a.txt", (3, 0), "; in one source alone, a.txt; holds in 0 of 3 other settings"),
    ],
)
def test_the_sentence_says_in_how_many_settings_it_holds(remark, holding, ending):
    row = write_row(Change(0, (2, 2), (3, 3), 0.05, 0.14, 0.03, 0.14, 0.99, 4.0, remark), "theme-a", YEARS, holding)
    assert row["sentence"].endswith(ending)
    assert (row["n_settings"], row["n_holds"]) == holding
