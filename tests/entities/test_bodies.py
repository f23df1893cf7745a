"""Bodies in our own sentences: which words are one, and which are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.corpus import Alias, Corpus

Surfaces = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We wrote to the Harbour Pilots Association today.", ["Harbour Pilots Association"]),
        ("We wrote to the University of Quayside today.", ["University of Quayside"]),
        ("We wrote to Quayside County Council today.", ["Quayside County Council"]),
        ("We wrote to Quayside council today.", ["Quayside council"]),
        ("We wrote to the London Borough of Quayside today.", ["London Borough of Quayside"]),
        ("We wrote to the Ministry of Fish and Boats today.", ["Ministry of Fish and Boats"]),
        ("We wrote to the Association of Harbour Pilots today.", ["Association of Harbour Pilots"]),
        ("We wrote to the Institute for Tidal Research today.", ["Institute for Tidal Research"]),
        ("We wrote to the Tides and Currents Policy Committee today.", ["Tides and Currents Policy Committee"]),
        ("We wrote to the Fishing, Boats and Nets Committee today.", ["Fishing, Boats and Nets Committee"]),
        ("We wrote to Quayside University and Fishport University.", ["Quayside University", "Fishport University"]),
        ("We met the Fishport Lifeboat Trust’s crew.", ["Fishport Lifeboat Trust"]),
        ("The Rope Makers group met twice.", ["Rope Makers group"]),
        ("The DfE and the LGA met.", ["DfE", "LGA"]),
        ("The LGA-led pilot ended.", ["LGA"]),
        ("An LGA/DfE pilot ended.", ["LGA", "DfE"]),
        ("The DfE Boats Programme ended.", ["DfE"]),
        ("The Department for Education’s Boat Survey ended.", ["Department for Education"]),
        ("The ADCS Annual Conference ended.", ["ADCS"]),
        ("The West Midlands ADCS met.", ["West Midlands ADCS"]),
        ("The London RAA opened.", ["London RAA"]),
        (
            "The association of directors of children’s services met.",
            ["association of directors of children’s services"],
        ),
        ("Labour made no promises.", ["Labour"]),
        ("The LGA Ropes and Nets Board met.", ["LGA Ropes and Nets Board"]),
        ("KPMG LLP looked at it.", ["KPMG LLP"]),
    ],
)
def test_a_body_is_found_whole(surfaces: Surfaces, text: str, wanted: list[str]) -> None:
    assert [surface for surface, _ in surfaces("BODY", text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The Council met the Board and the Committee.",
        "The association and its committee met.",
        "The Local Authority paid.",
        "Each Council paid.",
        "Every council and any board paid.",
        "Our Policy Committee met.",
        "The Boat Strategy and the Rope Review ended.",
        "The Fishing and Ports Bill passed.",
        "The Quayside Improvement Programme ended.",
        "The Harbour Fund closed.",
        "It rained in Quayside and in Kent.",
        "Council Tax rose.",
        "All LAs, MATs and CCGs agreed.",
        "The DCS and the HMCI agreed.",
        "A Labour government won.",
        "The tidal pollution index (TPI) rose and TPI fell.",
        "",
    ],
)
def test_what_is_no_body_is_not_found(surfaces: Surfaces, text: str) -> None:
    assert surfaces("BODY", text) == []


def test_a_definition_in_one_article_serves_the_whole_corpus(surfaces: Surfaces) -> None:
    found = surfaces(
        "BODY", "The Harbour Pilots Guild (HPG) and the Harbour Pilots Association (HPA) met.", "Then HPA left."
    )
    assert ("HPA", "Harbour Pilots Association") in found
    assert found[-1] == ("HPA", "Harbour Pilots Association")


def test_a_short_form_of_a_thing_is_no_body_even_where_the_model_says_so(surfaces: Surfaces) -> None:
    texts = ["The national buoy upkeep fund (NBUF) closed.", "So NBUF is gone."]
    assert surfaces("BODY", *texts, names={"NBUF": "ORG"}) == []


def test_a_short_form_that_the_model_sees_nearly_everywhere_is_a_body_everywhere(surfaces: Surfaces) -> None:
    texts = ["The XQF met.", "Then XQF left.", "We asked XQF again."]
    assert [s for s, _ in surfaces("BODY", *texts, names={"XQF": "ORG"})] == ["XQF"] * 3
    assert surfaces("BODY", *texts) == []


def test_the_short_form_behind_a_person_says_whose_person_it_is(surfaces: Surfaces) -> None:
    found = surfaces("BODY", "Speakers: Jane Dale, XQF; Sara Hill, DCS, Kent", names={"Jane Dale": "PERSON"})
    assert [s for s, _ in found] == ["XQF"]


def test_a_region_named_in_the_title_completes_a_regional_group(surfaces: Surfaces) -> None:
    found = surfaces("BODY", "North East Update\nOur regional Children in Care Council met.")
    assert found == [("Children in Care Council", "North East Children in Care Council")]


def test_what_a_person_knows_of_the_corpus_comes_first(surfaces: Surfaces) -> None:
    corpus = Corpus(bodies=(Alias("Fishport Rope Walk", ("FRW", "Rope Walk")),))
    found = surfaces("BODY", "FRW and the Rope Walk closed.", corpus=corpus)
    assert found == [("FRW", "Fishport Rope Walk"), ("Rope Walk", "Fishport Rope Walk")]


def test_addresses_and_file_names_hold_no_bodies(surfaces: Surfaces) -> None:
    assert surfaces("BODY", "See https://lga.example.org/LGA and DfE-report.pdf or DfE@example.org") == []


def test_a_town_that_the_model_takes_for_a_body_is_known_by_its_council_or_its_preposition(surfaces: Surfaces) -> None:
    names = {"Quayside": "ORG", "Fishport": "ORG", "Netmakers": "ORG"}
    texts = [
        "Then Quayside Borough Council paid.",
        "So Quayside waits and Fishport waits in Fishport.",
        "We ask Netmakers.",
    ]
    found = surfaces("BODY", *texts, "We told Netmakers.", names=names)
    assert [s for s, _ in found] == ["Quayside Borough Council", "Netmakers", "Netmakers"]


def test_a_name_that_the_model_nearly_always_sees_is_found_where_it_does_not(surfaces: Surfaces) -> None:
    names = {"Zorba Boatyards’s": "ORG"}  # the model is blind to the name without its possessive
    texts = ["We ask Zorba Boatyards’s crew."] * 4
    assert surfaces("BODY", *texts, "Then Zorba Boatyards won.", names=names)[-1][0] == "Zorba Boatyards"
    assert len(surfaces("BODY", *texts, "Then Zorba Boatyards won.", names=names)) == 5
    assert surfaces("BODY", texts[0], "Then Zorba Boatyards won.", names=names) == []


def test_a_name_that_the_text_calls_a_scheme_is_no_body(surfaces: Surfaces) -> None:
    names = {"TideWay": "ORG"}
    plain = ["We joined TideWay.", "They left TideWay."]
    assert [s for s, _ in surfaces("BODY", *plain, names=names)] == ["TideWay", "TideWay"]
    assert surfaces("BODY", *plain, "We like TideWay, our new training programme.", names=names) == []
    assert surfaces("BODY", *plain, "We like the TideWay scheme.", names=names) == []


def test_a_foreign_short_form_stands_for_itself(surfaces: Surfaces) -> None:
    home = "The DfE, Ofsted and the LGA met. Ofsted left."
    found = dict(surfaces("BODY", home, "We asked the EPA.", names={"EPA": "ORG"}))
    assert found["EPA"] == "EPA"


def test_a_plain_word_that_only_opens_sentences_is_no_name(surfaces: Surfaces) -> None:
    assert surfaces("BODY", "Cement costs more.", "Cement is dear.", names={"Cement": "ORG"}) == []


def test_an_invitation_s_who_is_no_body(surfaces: Surfaces) -> None:
    assert surfaces("BODY", "WHO: Jane Dankwah\nWHERE: the quay") == []
    assert [s for s, _ in surfaces("BODY", "We asked the WHO about it.")] == ["WHO"]


def test_the_nation_belongs_to_a_federal_body_s_name(surfaces: Surfaces) -> None:
    text = "We wrote to the U.S. Environmental Protection Agency and the United States Environmental Protection Agency."
    assert [s for s, _ in surfaces("BODY", text)] == [
        "U.S. Environmental Protection Agency",
        "United States Environmental Protection Agency",
    ]


def test_a_known_short_form_tells_a_name_that_is_a_word_off(surfaces: Surfaces) -> None:
    found = surfaces("BODY", "The Customs and Border Patrol (CBP) came. CBP left.")
    assert [s for s, _ in found] == ["Customs and Border Patrol", "CBP", "CBP"]
    assert len({name for _, name in found}) == 1


def test_the_corpus_can_say_that_a_name_is_no_body_s(surfaces: Surfaces) -> None:
    text = "The Harbour Pilots Guild (HPG) met Quayside Borough Council. HPG agreed."
    stated = Corpus(no_bodies=("Harbour Pilots Guild",))
    assert [s for s, _ in surfaces("BODY", text, corpus=stated)] == ["Quayside Borough Council"]
    stated = Corpus(no_bodies=("quayside borough council", "HPG"))
    assert [s for s, _ in surfaces("BODY", text, corpus=stated)] == ["Harbour Pilots Guild"]


def test_a_department_and_its_heir_stay_two(surfaces: Surfaces) -> None:
    text = "The DCSF, then the DfE, led. The Department for Children, Schools and Families ended."
    assert len({name for _, name in surfaces("BODY", text)}) == 2


def test_a_short_form_of_two_bodies_stands_for_the_one_that_the_corpus_names(surfaces: Surfaces) -> None:
    home = "The DfE, Ofsted, the LGA and the BBC met."
    names = {"European Central Bank": "ORG", "ECB": "ORG"}
    found = surfaces("BODY", home, "The European Central Bank spoke.", "We asked the ECB.", names=names)
    assert found[-1] == ("ECB", "European Central Bank")


def test_a_head_alone_is_of_a_kind(surfaces: Surfaces) -> None:
    names = {"Commission": "ORG"}
    assert surfaces("BODY", "We told the Commission.", "They asked the Commission again.", names=names) == []


def test_a_seat_is_no_body(surfaces: Surfaces) -> None:
    home = "The FBI, the EPA and the Department of Veterans Affairs (VA) met. The VA agreed."
    found = surfaces("BODY", home, "Jane Dankwah (VA-05) came.", names={"VA": "ORG"})
    assert [s for s, _ in found].count("VA") == 2


def test_a_rank_bounds_a_body_s_name(surfaces: Surfaces) -> None:
    text = "We met the Rear Admiral and Norland Maritime College staff."
    assert [s for s, _ in surfaces("BODY", text)] == ["Norland Maritime College"]
