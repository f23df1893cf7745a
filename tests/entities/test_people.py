"""People in our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.corpus import Alias, Corpus

Surfaces = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("We met Jane Dankwah at sea.", {}, ["Jane Dankwah"]),
        ("We met Jane van der Meulen at sea.", {}, ["Jane van der Meulen"]),
        ("We met Harold L. Dankwah at sea.", {}, ["Harold L. Dankwah"]),
        ("We met Melanie Dale-Ross at sea.", {}, ["Melanie Dale-Ross"]),
        ("We met Jane O’Dwyer’s crew.", {}, ["Jane O’Dwyer"]),
        ("We met Mrs Dankwah at sea.", {}, ["Dankwah"]),
        ("We met Sir Martin Dankwah MP at sea.", {}, ["Martin Dankwah"]),
        ("We met President Dankwah at sea.", {}, ["Dankwah"]),
        ("We met Mayor de Dankwah at sea.", {}, ["de Dankwah"]),
        ("We met Rep. Hunt at sea; they hunt.", {}, ["Hunt"]),
        ("We met Jan Dankwah at sea.", {}, ["Jan Dankwah"]),
        ("We met Theresa May at sea; it may rain.", {"Theresa May": "PERSON"}, ["Theresa May"]),
        ("We met Professor Jane Dankwah AC at sea.", {}, ["Jane Dankwah"]),
        ("We met Z. Dankwah at sea.", {"Z. Dankwah": "PERSON"}, ["Z. Dankwah"]),
        ("We met William “Bill” Dankwah at sea.", {}, ["William “Bill” Dankwah"]),
        ("We met William B. (Bill) Dankwah at sea.", {}, ["William B. (Bill) Dankwah"]),
        ("The Zorba Dankwah Memorial stands.", {"Zorba Dankwah Memorial": "PERSON"}, ["Zorba Dankwah"]),
        ("We met Zorba Dankwah, chair of the pilots.", {}, ["Zorba Dankwah"]),
        ("We met Zorba Dankwah OBE, chair of the pilots.", {}, ["Zorba Dankwah"]),
        ("As chief executive Zorba Dankwah said, tides turn.", {}, ["Zorba Dankwah"]),
        ("We met Zorba Dankwah at sea.", {"Zorba Dankwah": "PERSON"}, ["Zorba Dankwah"]),
        ("We met Finlay Dankwah, pilotage superintendent.", {"Finlay Dankwah": "ORG"}, ["Finlay Dankwah"]),
        ("We met Farida Dale-Lane at sea.", {"Farida Dale-Lane": "PERSON"}, ["Farida Dale-Lane"]),
        ("Tides turn (Dankwah et al, 2016).", {}, ["Dankwah"]),
        ("Tides turn (Dankwah, 2016).", {}, ["Dankwah"]),
        ("The ADCS President Jane Dankwah spoke.", {}, ["Jane Dankwah"]),
        ("Jane Dankwah, Leeds; Harold Quist, York", {}, ["Jane Dankwah", "Harold Quist"]),
        ("We met (Zorba Dankwah and Jane Quist, Leeds) at sea.", {}, ["Zorba Dankwah", "Jane Quist"]),
        ("Zorba Dankwah - DfE - moorings", {}, ["Zorba Dankwah"]),
        ("Tides turn, says research by Dankwah, Quist and others.", {}, ["Dankwah", "Quist"]),
        ("Mo Dankwah rows. Mo Dankwah swims.", {"Mo Dankwah": "ORG"}, ["Mo Dankwah", "Mo Dankwah"]),
    ],
)
def test_a_person_is_found_without_titles_and_letters(
    surfaces: Surfaces, text: str, names: dict[str, str], wanted: list[str]
) -> None:
    assert [surface for surface, _ in surfaces("PERSON", text, names=names)] == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Chancellor and the Prime Minister spoke.", {}),
        ("The Secretary of State spoke.", {}),
        ("We sailed to Kent, Devon and East Sussex.", {"Kent": "PERSON", "Devon": "PERSON"}),
        ("The DCS, East Sussex, spoke.", {}),
        ("We walked down Victoria Street.", {}),
        ("We walked down Dennis Quist Road.", {}),
        ("The Zorba Visits Quay tour. She visits.", {"Zorba Visits Quay": "PERSON"}),
        ("It was written by Justice Democrats.", {}),
        ("On Jan 6 they came.", {}),
        ("On April May 6 they may come.", {"April May": "DATE"}),
        ("A peer challenge came. The Peer Challenge Round, lead by us, ended.", {}),
        ("Will Boats Ever Sail", {}),
        ("Zorba Boatyards, which builds tugs, won.", {"Zorba Boatyards": "PERSON"}),
        ("Tides turn, says research by Dankwah Quist Ropes and others.", {}),
        ("Old Ropes - DfE - moorings. We sold old ropes.", {}),
        ("", {}),
    ],
)
def test_what_is_no_person_is_not_found(surfaces: Surfaces, text: str, names: dict[str, str]) -> None:
    assert surfaces("PERSON", text, names=names) == []


def test_a_full_name_licenses_the_surname_and_the_given_name_in_its_article(surfaces: Surfaces) -> None:
    text = "Jane Dankwah came. Later Dankwah spoke, and Jane left. The Dankwah report is out."
    assert surfaces("PERSON", text) == [
        ("Jane Dankwah", "Jane Dankwah"),
        ("Dankwah", "Jane Dankwah"),
        ("Jane", "Jane Dankwah"),
        ("Dankwah", "Jane Dankwah"),
    ]


def test_another_article_gives_no_licence_to_a_name_that_the_model_does_not_see(surfaces: Surfaces) -> None:
    assert surfaces("PERSON", "Jane Dankwah came.", "Later Dankwah spoke.") == [("Jane Dankwah", "Jane Dankwah")]


def test_a_surname_that_is_a_word_counts_only_inside_a_sentence(surfaces: Surfaces) -> None:
    text = "Jane Hill came over the hill. Hill walking is fun. We asked Hill about the Hill."
    names = {"Jane Hill": "PERSON"}
    assert [s for s, _ in surfaces("PERSON", text, names=names)] == ["Jane Hill", "Hill"]


def test_two_people_of_one_surname_stay_two(surfaces: Surfaces) -> None:
    text = "Jane Quist came. Quist spoke. Then Harold Quist came and Quist left."
    assert [name for _, name in surfaces("PERSON", text)] == [
        "Jane Quist",
        "Jane Quist",
        "Harold Quist",
        "Harold Quist",
    ]


def test_a_middle_name_more_is_the_same_person(surfaces: Surfaces) -> None:
    texts = ["Harold Quist came.", "Harold Quist left.", "Harold L. Quist stayed."]
    assert {name for _, name in surfaces("PERSON", *texts)} == {"Harold Quist"}


def test_a_slip_of_the_pen_joins_a_name_written_far_more_often(surfaces: Surfaces) -> None:
    texts = ["Rachael Dankwah came."] * 4 + ["Rachel Dankwah came."]
    assert {name for _, name in surfaces("PERSON", *texts)} == {"Rachael Dankwah"}


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["Stephen Quist came.", "Steve Quist left.", "Steve Quist stayed."], {"Steve Quist"}),
        (["J. Quist came.", "Jane Quist left."], {"Jane Quist"}),
        (["Sir Harold Quist MP came.", "Harold Quist OBE left.", "Dr Harold Quist stayed."], {"Harold Quist"}),
        (["Bob Quist came.", "Rob Quist left."], {"Bob Quist", "Rob Quist"}),
        (["J. Quist came.", "Jane Quist left.", "Joan Quist left."], {"J. Quist", "Jane Quist", "Joan Quist"}),
        (["George W. Quist came.", "George H. Quist left."], {"George W. Quist", "George H. Quist"}),
        (["Jane Quist came."] * 9 + ["Joan Quist left."], {"Jane Quist", "Joan Quist"}),
        (["Stephen Quist came. Steve spoke."], {"Stephen Quist"}),
    ],
)
def test_forms_of_one_person_s_name_are_one_and_two_people_two(
    surfaces: Surfaces, texts: list[str], wanted: set[str]
) -> None:
    named = {"J. Quist": "PERSON"}
    assert {name for _, name in surfaces("PERSON", *texts, names=named)} == wanted


def test_the_corpus_can_say_that_a_name_is_nobody_s(surfaces: Surfaces) -> None:
    text = "We met Jane Dankwah. The tug Jane Quist sailed."
    stated = Corpus(no_people=("Jane Quist",))
    assert [name for _, name in surfaces("PERSON", text, corpus=stated)] == ["Jane Dankwah"]


def test_names_that_are_alike_but_both_common_stay_apart(surfaces: Surfaces) -> None:
    texts = ["Rachael Dankwah came.", "Rachel Dankwah came."] * 3
    assert {name for _, name in surfaces("PERSON", *texts)} == {"Rachael Dankwah", "Rachel Dankwah"}


def test_the_corpus_can_forbid_a_merge_and_state_another_name(surfaces: Surfaces) -> None:
    texts = ["Rachael Dankwah came."] * 4 + ["Rachel Dankwah came."]
    apart = Corpus(distinct=(("Rachael Dankwah", "Rachel Dankwah"),))
    assert len({name for _, name in surfaces("PERSON", *texts, corpus=apart)}) == 2
    stated = Corpus(people=(Alias("Kwame Dankwah", ("Rachel Dankwah",)),))
    assert {n for _, n in surfaces("PERSON", *texts, corpus=stated)} == {"Rachael Dankwah", "Kwame Dankwah"}
