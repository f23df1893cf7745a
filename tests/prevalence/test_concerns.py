import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.prevalence.concerns import Years, find_years

# Sentences of our own; the sum stands as #.
STATED = [
    ("The port spent # in 2019.", (2019, 2019)),
    ("The port spent # in 2019-20 on cranes.", (2019, 2020)),
    ("The port spent # in 2019/20 on cranes.", (2019, 2020)),
    ("The port spent # in the financial year 2019-2020.", (2019, 2020)),
    ("The port has # from 2022 to 2025 for cranes.", (2022, 2025)),
    ("The port will need # by 2031.", (None, 2031)),
    ("The port will need # by the end of March 2031.", (None, 2031)),
    ("The port got # between 2012 and 2014.", (2012, 2014)),
    ("In 2015/16 towns spent around # a year on salt.", (2015, 2016)),
    ("In 2018, the towns spent # on salt.", (2018, 2018)),
    ("Mean outlay on salt in 2030 was #.", (2030, 2030)),
    ("It asked for # in FY24.", (2024, 2024)),
    ("It asked for # in fiscal year 2024.", (2024, 2024)),
    ("The 2024 budget gives # to piers.", (2024, 2024)),
    ("It needs # in 2026-27 compared with 2023-24.", (2026, 2027)),
    ("Losses went from # to £7m from 2020-24.", (2020, 2024)),
    ("It will get # this year.", (2020, 2020)),
    ("It will get # next financial year.", (2021, 2021)),
    ("It got # last year.", (2019, 2019)),
    ("Towns planned more in 2012-13 and faced a # overspend during that financial year.", (2012, 2013)),
    ("The port spent # on cranes.", None),
    ("A 2021 survey put it at #.", None),
    ("It wants #, after a report in 2019.", None),
    ("It has had # more than in 2014.", None),
    ("It has paid out # since 2014.", None),
    ("The report of last year, which names #, was right.", None),
    ("It hired 2019 people for #.", None),
    ("It rose # to 2,019 tonnes.", None),
]


@pytest.mark.parametrize(("sentence", "years"), STATED, ids=[sentence for sentence, _ in STATED])
def test_the_years_that_a_sum_concerns(sentence, years):
    before, after = sentence.split("#")
    assert find_years(before, after, written=2020) == (None if years is None else Years(*years))


def test_this_year_is_unknown_in_an_undated_article():
    assert find_years("It will get ", " this year.", written=None) is None


@given(before=st.text("in 2019-by/,. yearthislast", max_size=40), after=st.text("in 2019-by/,. yearnext", max_size=40))
def test_a_span_never_runs_backwards(before, after):
    years = find_years(before, after, written=2000)
    assert years is None or years.first is None or years.last is None or years.first <= years.last
