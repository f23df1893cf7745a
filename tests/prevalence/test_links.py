from dataclasses import replace

import pytest

from pipeline.prevalence.concerns import Years
from pipeline.prevalence.links import Evidence, Stated, link_sums, stem_words, years_agree

EVIDENCE = Evidence(words=0.6, words_per_digit=0.1, words_within=0.2, years=5)
PIER = Stated(
    mention_id="m1",
    article_id="a1",
    original=None,
    day=1000,
    ends=(4e6, None, "GBP"),
    period=None,
    kind="amount",
    years=None,
    near=stem_words(["pier", "repair"]),
    wide=stem_words(["pier", "repair", "council", "promise"]),
    names=frozenset({"ouse"}),
    numbers=frozenset(),
)
AGAIN = replace(PIER, mention_id="m2", article_id="a2", day=1200, wide=stem_words(["pier", "repairs", "delay"]))
# Others, so that words have weights.
OTHERS = [
    replace(PIER, mention_id=f"o{n}", article_id=f"b{n}", ends=(float(n), None, "GBP"), near=stem_words([f"thing{n}"]))
    for n in range(5)
]


def linked(*stated):
    return link_sums([*OTHERS, *stated], evidence=EVIDENCE)


def test_a_sum_announced_again_is_linked_to_the_first():
    third = replace(AGAIN, mention_id="m3", article_id="a3", day=1300)
    assert linked(PIER, AGAIN, third) == {"m2": "m1", "m3": "m1"}


@pytest.mark.parametrize(
    "other",
    [
        replace(AGAIN, ends=(5e6, None, "GBP")),
        replace(AGAIN, ends=(4e6, None, "EUR")),
        replace(AGAIN, ends=(4e6, 6e6, "GBP")),
        replace(AGAIN, ends=None),
        replace(AGAIN, near=stem_words(["school", "roof"]), wide=stem_words(["school", "roof"])),
        replace(AGAIN, day=1000 + 6 * 366),
        replace(AGAIN, kind="each"),
        replace(AGAIN, kind="range"),
        replace(AGAIN, names=frozenset({"tyne"})),
    ],
    ids=["value", "currency", "range", "vague", "words", "years apart", "for each", "end of a range", "names"],
)
def test_another_sum_is_not_linked(other):
    assert linked(PIER, other) == {}


def test_what_is_stated_must_not_contradict():
    assert linked(replace(PIER, period="year"), replace(AGAIN, period="month")) == {}
    assert linked(replace(PIER, period="year"), AGAIN) == {"m2": "m1"}
    both = frozenset({"ouse", "tyne"})
    assert linked(replace(PIER, names=both), replace(AGAIN, names=frozenset({"tyne"}))) == {"m2": "m1"}
    assert linked(replace(PIER, numbers=frozenset({"10"})), replace(AGAIN, numbers=frozenset({"23"}))) == {}
    assert linked(replace(PIER, years=Years(2001, 2002)), replace(AGAIN, years=Years(2003, 2004))) == {}


def test_copies_of_an_article_are_linked_in_their_order_without_other_evidence():
    bare = {"near": frozenset(), "wide": frozenset()}
    first, second = replace(PIER, **bare), replace(PIER, mention_id="m2", **bare)
    copies = [
        replace(each, mention_id=f"c{n}", article_id="a9", original="a1") for n, each in enumerate((first, second))
    ]
    assert linked(first, second, *copies) == {"c0": "m1", "c1": "m2"}


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Years(2001, 2002), Years(2002, 2003), True),
        (Years(2001, 2001), Years(2002, 2003), False),
        (Years(None, 2002), Years(2002, None), True),
        (None, Years(2002, None), True),
    ],
)
def test_years_agree_where_one_is_common(one, other, agree):
    assert years_agree(one, other) is agree
    assert years_agree(other, one) is agree


def test_a_value_of_many_digits_needs_fewer_words():
    near = stem_words(["pier", "roof", "slate", "nail"])  # half of what each is for is in the other
    one = replace(PIER, near=near, wide=near)
    other = replace(
        AGAIN, near=stem_words(["pier", "roof", "tile", "glue"]), wide=stem_words(["pier", "roof", "tile", "glue"])
    )
    assert linked(one, other) == {}
    many = (4_317_000.0, None, "GBP")
    assert linked(replace(one, ends=many), replace(other, ends=many)) == {"m2": "m1"}
